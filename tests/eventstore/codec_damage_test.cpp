// Damaged records: reading them either gives a value or says BrokenRecord; it never reads outside, never loops, never lies about the path.
// Run under the address sanitizer as well.
#include <cstring>
#include <set>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "tests/eventstore/codec_samples.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;

namespace {

constexpr std::size_t event_count = std::variant_size_v<AnyEvent>;

std::string bytes_of(const Recorded& recorded) {
  RecordEncoder encoder;
  return std::string(encoder.encode(recorded, test::some_hash()));
}

// "fine", or what the exception says.
std::string reading(std::string_view bytes) {
  try {
    decode_record(bytes);
    return "fine";
  } catch (const BrokenRecord& broken) {
    return broken.what();
  }
}

// Whatever the bytes are, each way of reading them ends in a value or in BrokenRecord; what was read can be written and read again.
void read_every_way(const std::string& bytes, RecordEncoder& encoder) {
  // A block of exactly this size, so that the sanitizer sees the first byte read beyond it.
  const std::unique_ptr<char[]> exact(new char[bytes.size()]);
  std::memcpy(exact.get(), bytes.data(), bytes.size());
  const std::string_view view(exact.get(), bytes.size());
  try {
    const Recorded recorded = decode_record(view);
    const std::string written(encoder.encode(recorded, {}));
    REQUIRE(test::text_of(decode_record(written)) == test::text_of(recorded));
  } catch (const BrokenRecord&) {
  }
  try {
    index_facts(view);
  } catch (const BrokenRecord&) {
  }
  try {
    previous_hash_of(view);
  } catch (const BrokenRecord&) {
  }
}

// The event lies behind the envelope and the entities, so the last occurrence is the event's.
std::string replaced(std::string bytes, std::string_view what, std::string_view by) {
  const std::size_t place = bytes.rfind(what);
  REQUIRE(place != std::string::npos);
  return bytes.replace(place, what.size(), by);
}

std::string four_bytes(std::int32_t number) {
  std::string bytes(sizeof(number), '\0');
  std::memcpy(bytes.data(), &number, sizeof(number));
  return bytes;
}

Recorded with(Event event) {
  Recorded recorded = test::usual_time_entry();
  recorded.event = std::move(event);
  return recorded;
}

}  // namespace

TEST_CASE("no single flipped bit does harm") {
  RecordEncoder encoder;
  for (const char* type : {"TimeLogged", "TimeEntryCorrected", "PracticeChanged", "RateSet", "MemberAdded", "Archived", "EntryRepriced"}) {
    std::string bytes = bytes_of(test::full_record(*event_index(type)));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      const char mask = static_cast<char>(1U << bit % 8);
      bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
      read_every_way(bytes, encoder);
      bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ mask);
    }
  }
}

TEST_CASE("no random damage does harm") {
  const std::uint64_t seed = test::chosen_seed();
  INFO("BILLTRAIL_SEED=" << seed);
  test::Random random(seed);
  RecordEncoder encoder;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = bytes_of(test::random_record(random() % event_count, random));
    for (std::uint64_t hits = 1 + random() % 8; hits > 0; --hits) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 8 == 0) bytes.resize(random() % bytes.size());
    read_every_way(bytes, encoder);
  }
}

TEST_CASE("a record cut off anywhere is broken") {
  const std::string bytes = bytes_of(test::usual_time_entry());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    RecordEncoder encoder;
    read_every_way(bytes.substr(0, size), encoder);
  }
  CHECK(reading("") == "broken record at its start: too short for a record");
  CHECK(reading(bytes.substr(0, bytes.size() / 2)) != "fine");
}

TEST_CASE("bytes that are no record at all are refused at once") {
  CHECK(reading(std::string(100, 'x')) == "broken record at its start: not marked as a record");
  CHECK(reading(replaced(bytes_of(test::usual_time_entry()), "BTR1", "BTR2")) == "broken record at its start: not marked as a record");
}

TEST_CASE("the path of a broken field is told") {
  const std::string entry = bytes_of(test::usual_time_entry());
  CHECK(reading(replaced(entry, "website", "web ite")) == "broken record at event.facts.work.project: not an id");
  CHECK(reading(replaced(entry, "EUR", "E?R")) == "broken record at event.facts.agreed.price.currency: not a currency");
  CHECK(reading(replaced(entry, "northlight", "north/ight")) == "broken record at practice: not an id");
  Recorded overlapping = test::usual_time_entry();
  std::get<TimeLogged>(overlapping.event).overlaps = {*EntryId::parse("e-one"), *EntryId::parse("e-two")};
  CHECK(reading(replaced(bytes_of(overlapping), std::string("e-two", 6), std::string("e two", 6))) ==
        "broken record at event.overlaps[1]: not an id");
}

TEST_CASE("a day that does not exist is refused") {
  const std::string bytes = bytes_of(with(PeriodLocked{*Date::parse("2026-01-31")}));
  CHECK(reading(bytes) == "fine");
  CHECK(reading(replaced(bytes, four_bytes(20260131), four_bytes(20260231))) == "broken record at event.until: not a date");
  CHECK(reading(replaced(bytes, four_bytes(20260131), four_bytes(-20260131))) == "broken record at event.until: not a date");
  CHECK(reading(replaced(bytes, four_bytes(20260131), four_bytes(0))) == "broken record at event.until: not a date");
}

TEST_CASE("values out of range are found wherever they lie") {
  std::string bytes = bytes_of(with(Restored{Noun::task, "t1"}));
  std::set<std::string> reasons;
  for (char& byte : bytes) {
    const char before = byte;
    byte = static_cast<char>(0xEE);
    reasons.insert(reading(bytes));
    byte = before;
  }
  CHECK(reasons.count("broken record at event.noun: a name that this program does not know") == 1);
  CHECK(reasons.count("broken record at event_type: an event that this program does not know") == 1);
  CHECK(reasons.count("broken record at position: a position is never negative") == 1);
}
