// What every engine of the log must do. A further engine joins by adding its factory to LOG_ENGINES.
#include <random>

#include "eventstore/rocks_log.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

// Opens the same log again and again; the one before must be closed.
class RocksEngine {
 public:
  std::unique_ptr<Log> open() { return RocksLog::open({.folder = folder_ / "log", .free_bytes_min = 0}); }

 private:
  TempFolder folder_;
};
#define LOG_ENGINES RocksEngine

}  // namespace

TEMPLATE_TEST_CASE("a new log knows no practice", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  CHECK(log->practices().empty());
  CHECK(log->head(acme) == LogHead{});
  CHECK(texts_of(*log, acme) == "");
  CHECK(texts_of(log->follow(acme, 0)) == "");
}

TEMPLATE_TEST_CASE("records stand at dense positions from one on", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  CHECK(told(append_texts(*log, acme, {"a", "b"})) == "1:1-2");
  CHECK(told(append_texts(*log, acme, {"c"})) == "1:3-3");
  CHECK(texts_of(*log, acme) == "1=a 2=b 3=c");
}

TEMPLATE_TEST_CASE("the head is the position and the hash of the last record", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, acme, {"a", "b"});
  const auto first = hash_record(chained({}, "a"));
  CHECK(log->head(acme) == LogHead{2, hash_record(chained(first, "b"))});
}

TEMPLATE_TEST_CASE("an append to another position than expected is a conflict and writes nothing", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, acme, {"a", "b"});
  const auto expect = [&](Expect expectation) {
    Batch batch;
    batch.open(acme, expectation);
    batch.add(chained(log->head(acme).hash, "x"), {});
    return told(log->append(std::move(batch)));
  };
  CHECK(expect(Expect::no_records()) == "conflict 1 expected 0 actual 2");
  CHECK(expect(Expect::at(1)) == "conflict 1 expected 1 actual 2");
  CHECK(expect(Expect::at(3)) == "conflict 1 expected 3 actual 2");
  CHECK(texts_of(*log, acme) == "1=a 2=b");
  CHECK(expect(Expect::at(2)) == "1:3-3");
  CHECK(expect(Expect::anything()) == "1:4-4");
}

TEMPLATE_TEST_CASE("a batch over several practices is written whole or not at all", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, bureau, {"old"});
  const auto both = [&](Expect of_bureau) {
    Batch batch;
    batch.open(acme, Expect::no_records());
    batch.add(chained({}, "a"), hash_record("a"));
    batch.open(bureau, of_bureau);
    batch.add(chained({}, "b"), hash_record("b"));
    return told(log->append(std::move(batch)));
  };
  CHECK(both(Expect::no_records()) == "conflict 2 expected 0 actual 1");
  CHECK(texts_of(*log, acme) == "");
  CHECK(log->practices() == std::vector{bureau});
  CHECK(both(Expect::at(1)) == "1:1-1 2:2-2");
  CHECK(texts_of(*log, acme) == "1=a");
  CHECK(texts_of(*log, bureau) == "1=old 2=b");
}

TEMPLATE_TEST_CASE("batches appended together see the ones before, and a conflict stops only its own", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  std::vector<Batch> batches(4);
  LogHead head;
  add_chained(batches[0], acme, head, {"a", "b"});
  batches[1].open(acme, Expect::no_records());
  batches[1].add(chained({}, "late"), {});
  add_chained(batches[2], acme, head, {"c"});
  batches[3].open(bureau, Expect::anything());
  batches[3].add(chained({}, "other"), {});
  const auto outcomes = log->append_all(std::move(batches));
  REQUIRE(outcomes.size() == 4);
  CHECK(told(outcomes[0]) == "1:1-2");
  CHECK(told(outcomes[1]) == "conflict 1 expected 0 actual 2");
  CHECK(told(outcomes[2]) == "1:3-3");
  CHECK(told(outcomes[3]) == "2:1-1");
  CHECK(texts_of(*log, acme) == "1=a 2=b 3=c");
  CHECK(log->head(acme) == head);
}

TEMPLATE_TEST_CASE("a practice may have two parts in one batch", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  Batch batch;
  LogHead at_acme;
  LogHead at_bureau;
  add_chained(batch, acme, at_acme, {"a"});
  add_chained(batch, bureau, at_bureau, {"b"});
  add_chained(batch, acme, at_acme, {"c"});
  CHECK(told(log->append(std::move(batch))) == "1:1-1 2:1-1 1:2-2");
  CHECK(log->head(acme) == at_acme);
  CHECK(texts_of(log->follow(acme, 0)) == "1=a 2=c");
}

TEMPLATE_TEST_CASE("an empty batch is appended without a trace", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  Batch batch;
  batch.open(acme, Expect::no_records());
  CHECK(told(log->append(std::move(batch))) == "1:1-0");
  CHECK(told(log->append(Batch{})) == "");
  CHECK(log->practices().empty());
}

TEMPLATE_TEST_CASE("a read gives exactly the range asked for, as far as there is one", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, acme, {"a", "b", "c", "d"});
  append_texts(*log, bureau, {"x"});
  CHECK(texts_of(*log, acme, {2, 3}) == "2=b 3=c");
  CHECK(texts_of(*log, acme, {4, 4}) == "4=d");
  CHECK(texts_of(*log, acme, {3, 100}) == "3=c 4=d");
  CHECK(texts_of(*log, acme, {0, 1}) == "1=a");
  CHECK(texts_of(*log, acme, {5, 9}) == "");
  CHECK(texts_of(*log, acme, {3, 2}) == "");
}

TEMPLATE_TEST_CASE("a reader may stop, and the records handed over are counted", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, acme, {"a", "b", "c"});
  std::vector<LogPosition> seen;
  const auto count = log->read(acme, {}, [&](LogPosition position, std::string_view) {
    seen.push_back(position);
    return position == 2 ? Reading::stop : Reading::go_on;
  });
  CHECK(count == 2);
  CHECK(seen == std::vector<LogPosition>{1, 2});
}

TEMPLATE_TEST_CASE("records are bytes: empty, binary and large ones come back as they went", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  std::string every_byte;
  for (int i = 0; i < 256; ++i) every_byte.push_back(static_cast<char>(i));
  const std::vector<std::string> bodies{"", every_byte, std::string(Batch::record_bytes_max, '\xff'), "end"};
  Batch batch;
  batch.open(corner, Expect::no_records());
  for (const auto& body : bodies) batch.add(body, hash_record(body));
  REQUIRE(told(log->append(std::move(batch))) == "72623859790382856:1-4");
  std::vector<std::string> read;
  log->read(corner, {}, [&](LogPosition, std::string_view body) {
    read.emplace_back(body);
    return Reading::go_on;
  });
  CHECK(read == bodies);
}

TEMPLATE_TEST_CASE("records and batches beyond their bounds are refused before anything is written", "", LOG_ENGINES) {
  Batch batch;
  CHECK_THROWS_AS(batch.add("early", {}), std::logic_error);
  batch.open(acme, Expect::anything());
  CHECK_THROWS_AS(batch.add(std::string(Batch::record_bytes_max + 1, 'x'), {}), std::length_error);
  const std::string large(Batch::record_bytes_max - 8, 'x');
  for (std::size_t i = 0; i < Batch::batch_bytes_max / Batch::record_bytes_max; ++i) batch.add(large, {});
  CHECK_THROWS_AS(batch.add("one more", {}), std::length_error);
  CHECK(batch.record_count() == Batch::batch_bytes_max / Batch::record_bytes_max);
}

TEMPLATE_TEST_CASE("a log opened again has everything it had", "", LOG_ENGINES) {
  TestType engine;
  LogHead head;
  {
    const auto log = engine.open();
    append_texts(*log, acme, {"a", "b"});
    append_texts(*log, corner, {"x"});
    head = log->head(acme);
  }
  for (int times = 0; times < 3; ++times) {
    const auto log = engine.open();
    CHECK(log->practices() == std::vector{acme, corner});
    CHECK(log->head(acme) == head);
    CHECK(texts_of(*log, acme) == "1=a 2=b");
    CHECK(texts_of(*log, corner) == "1=x");
  }
  const auto log = engine.open();
  CHECK(told(append_texts(*log, acme, {"c"})) == "1:3-3");
  CHECK(texts_of(*log, acme) == "1=a 2=b 3=c");
}

TEMPLATE_TEST_CASE("neighbouring and extreme practice numbers do not mix", "", LOG_ENGINES) {
  TestType engine;
  const std::vector<PracticeNumber> numbers{PracticeNumber{0}, PracticeNumber{1}, PracticeNumber{255}, PracticeNumber{256},
                                            PracticeNumber{~std::uint64_t{0} - 1}, PracticeNumber{~std::uint64_t{0}}};
  for (int times = 0; times < 2; ++times) {
    const auto log = engine.open();
    for (const auto number : numbers) append_texts(*log, number, {std::to_string(raw(number))});
  }
  const auto log = engine.open();
  CHECK(log->practices() == numbers);
  for (const auto number : numbers) {
    const auto text = std::to_string(raw(number));
    CHECK(texts_of(*log, number) == "1=" + text + " 2=" + text);
  }
}

TEMPLATE_TEST_CASE("followers read what is new from memory, dense and in order", "", LOG_ENGINES) {
  TestType engine;
  const auto log = engine.open();
  append_texts(*log, acme, {"a", "b", "c"});
  append_texts(*log, bureau, {"x"});
  append_texts(*log, acme, {"d"});
  CHECK(texts_of(log->follow(acme, 0)) == "1=a 2=b 3=c 4=d");
  CHECK(texts_of(log->follow(acme, 1)) == "2=b 3=c 4=d");
  CHECK(texts_of(log->follow(acme, 3)) == "4=d");
  CHECK(texts_of(log->follow(acme, 4)) == "");
  CHECK(texts_of(log->follow(acme, 9)) == "");
  CHECK(texts_of(log->follow(bureau, 0)) == "1=x");
}

TEMPLATE_TEST_CASE("any sequence of appends reads back the same, live and reopened", "", LOG_ENGINES) {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<PracticeNumber> practices{acme, bureau, corner};
  std::map<PracticeNumber, std::string> expected;
  TestType engine;
  for (int opened = 0; opened < 4; ++opened) {
    const auto log = engine.open();
    for (const auto practice : practices) REQUIRE(texts_of(*log, practice) == expected[practice]);
    for (int i = 0; i < 25; ++i) {
      std::map<PracticeNumber, LogHead> heads;
      std::vector<Batch> batches(1 + random() % 4);
      for (auto& batch : batches) {
        const auto practice = practices[random() % practices.size()];
        auto& head = heads.try_emplace(practice, log->head(practice)).first->second;
        std::vector<std::string> texts(random() % 6);
        for (auto& text : texts) {
          text = std::string(random() % 300, static_cast<char>('a' + random() % 26));
          auto& all = expected[practice];
          all += (all.empty() ? "" : " ") + std::to_string(head.position + 1 + static_cast<LogPosition>(&text - texts.data())) + '=' + text;
        }
        add_chained(batch, practice, head, texts);
      }
      for (const auto& outcome : log->append_all(std::move(batches))) REQUIRE(std::holds_alternative<Appended>(outcome));
      for (const auto& [practice, head] : heads) REQUIRE(log->head(practice) == head);
    }
    for (const auto practice : practices) REQUIRE(texts_of(*log, practice) == expected[practice]);
  }
}
