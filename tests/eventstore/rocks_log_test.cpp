// What the RocksDB engine promises beyond the interface: nothing acknowledged goes missing unnoticed, and a disk that fails is not trusted again.
#include <algorithm>
#include <fstream>

#include "eventstore/rocks_log.hpp"
#include "tests/eventstore/fault_files.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

std::unique_ptr<RocksLog> open_log(const std::filesystem::path& folder, OnShorterLog on_shorter = OnShorterLog::refuse) {
  return RocksLog::open({.folder = folder, .on_shorter_log = on_shorter, .free_bytes_min = 0});
}

// The files as a kill -9 at this moment would leave them.
void copy_as_killed(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
  std::filesystem::remove(to / "LOCK");
}

std::filesystem::path last_wal(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".log") found.push_back(entry.path());
  }
  return *std::max_element(found.begin(), found.end());
}

void cut(const std::filesystem::path& file, std::uintmax_t bytes) {
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - bytes);
}

// A killed log of one practice with three commits, "a", "b" and "c".
struct Killed {
  TempFolder temp;
  std::filesystem::path folder = temp / "killed";

  Killed() {
    const auto log = open_log(temp / "log");
    for (const char* text : {"a", "b", "c"}) append_texts(*log, acme, {text});
    copy_as_killed(temp / "log", folder);
  }
};

std::string refusal_to_open(const std::filesystem::path& folder) {
  try {
    open_log(folder);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "it opened";
}

}  // namespace

TEST_CASE("a killed log has everything that was acknowledged") {
  Killed killed;
  CHECK(texts_of(*open_log(killed.folder), acme) == "1=a 2=b 3=c");
}

TEST_CASE("a log whose end was torn off refuses to open, naming practice, recovered and acknowledged position") {
  Killed killed;
  cut(last_wal(killed.folder), 5);
  CHECK(refusal_to_open(killed.folder) ==
        "the log is shorter than what was acknowledged: practice=1 recovered=2 acknowledged=3; it is not served. "
        "Restore a backup, or accept the loss explicitly.");
}

TEST_CASE("a log without any of its write-ahead log refuses to open") {
  Killed killed;
  std::filesystem::resize_file(last_wal(killed.folder), 0);
  CHECK_THROWS_AS(open_log(killed.folder), LogShorter);
  try {
    open_log(killed.folder);
  } catch (const LogShorter& shorter) {
    CHECK(shorter.recovered() == 0);
    CHECK(shorter.acknowledged() == 3);
    CHECK(shorter.practice() == acme);
  }
}

TEST_CASE("a log whose database is gone refuses to start empty") {
  Killed killed;
  for (const auto& entry : std::filesystem::directory_iterator(killed.folder)) {
    if (entry.path().filename() != "ACKNOWLEDGED") std::filesystem::remove_all(entry.path());
  }
  CHECK_THROWS_AS(open_log(killed.folder), LogShorter);
}

TEST_CASE("refusing a log leaves its files as they were, so that they can still be looked at") {
  Killed killed;
  cut(last_wal(killed.folder), 5);
  const auto wal = last_wal(killed.folder);
  const auto size = std::filesystem::file_size(wal);
  for (int times = 0; times < 3; ++times) CHECK_THROWS_AS(open_log(killed.folder), LogShorter);
  CHECK(last_wal(killed.folder) == wal);
  CHECK(std::filesystem::file_size(wal) == size);
}

TEST_CASE("a loss accepted explicitly is accepted once, and then the log goes on") {
  Killed killed;
  cut(last_wal(killed.folder), 5);
  {
    const auto log = open_log(killed.folder, OnShorterLog::accept);
    CHECK(texts_of(*log, acme) == "1=a 2=b");
  }
  const auto log = open_log(killed.folder);
  CHECK(told(append_texts(*log, acme, {"new c"})) == "1:3-3");
  CHECK(texts_of(*log, acme) == "1=a 2=b 3=new c");
}

TEST_CASE("a log without its witness refuses to open until accepted") {
  Killed killed;
  std::filesystem::remove(killed.folder / "ACKNOWLEDGED");
  CHECK(refusal_to_open(killed.folder) ==
        (killed.folder / "ACKNOWLEDGED").string() +
            " is missing, so nobody can tell whether the log is whole. Put it back, or accept the log as it is explicitly.");
  CHECK(texts_of(*open_log(killed.folder, OnShorterLog::accept), acme) == "1=a 2=b 3=c");
  CHECK(texts_of(*open_log(killed.folder), acme) == "1=a 2=b 3=c");
}

TEST_CASE("a log with other records than were acknowledged refuses to open") {
  Killed killed;
  {
    const auto other = open_log(killed.temp / "other");
    append_texts(*other, acme, {"x", "y", "z"});
  }
  std::filesystem::copy_file(killed.folder / "ACKNOWLEDGED", killed.temp / "other" / "ACKNOWLEDGED",
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(refusal_to_open(killed.temp / "other") ==
        "the log is damaged: practice=1 position=3: the record is another one than was acknowledged");
}

TEST_CASE("an end that was never acknowledged may be longer than the witness knows") {
  TempFolder temp;
  const auto log = open_log(temp / "log");
  append_texts(*log, acme, {"a"});
  std::filesystem::copy_file(temp / "log" / "ACKNOWLEDGED", temp / "witness");
  append_texts(*log, acme, {"b"});
  copy_as_killed(temp / "log", temp / "killed");
  std::filesystem::copy_file(temp / "witness", temp / "killed" / "ACKNOWLEDGED", std::filesystem::copy_options::overwrite_existing);
  CHECK(texts_of(*open_log(temp / "killed"), acme) == "1=a 2=b");
}

TEST_CASE("a torn end that was never acknowledged is dropped, and what is appended after it survives the next crash") {
  TempFolder temp;
  {
    const auto log = open_log(temp / "log");
    append_texts(*log, acme, {"a"});
    std::filesystem::copy_file(temp / "log" / "ACKNOWLEDGED", temp / "witness");
    append_texts(*log, acme, {"torn"});
    copy_as_killed(temp / "log", temp / "first");
  }
  std::filesystem::copy_file(temp / "witness", temp / "first" / "ACKNOWLEDGED", std::filesystem::copy_options::overwrite_existing);
  cut(last_wal(temp / "first"), 5);
  const std::vector<std::string> crashes{"first", "second", "third", "fourth"};
  std::string expected = "1=a";
  for (std::size_t i = 0; i + 1 < crashes.size(); ++i) {
    const auto log = open_log(temp / crashes[i]);
    REQUIRE(texts_of(*log, acme) == expected);
    append_texts(*log, acme, {crashes[i]});
    expected += " " + std::to_string(i + 2) + "=" + crashes[i];
    copy_as_killed(temp / crashes[i], temp / crashes[i + 1]);
  }
  CHECK(texts_of(*open_log(temp / crashes.back()), acme) == "1=a 2=first 3=second 4=third");
}

TEST_CASE("hundreds of practices each have their witness") {
  TempFolder temp;
  {
    const auto log = open_log(temp / "log");
    std::vector<Batch> batches(300);
    for (std::uint64_t i = 0; i < batches.size(); ++i) {
      LogHead head;
      add_chained(batches[i], PracticeNumber{i}, head, std::vector<std::string>(1 + i % 3, "r"));
    }
    log->append_all(std::move(batches));
    copy_as_killed(temp / "log", temp / "killed");
  }
  for (const auto& folder : {temp / "log", temp / "killed"}) {
    const auto witness = Acknowledged::inspect(folder / "ACKNOWLEDGED");
    REQUIRE(witness.heads.size() == 300);
    CHECK(witness.damaged_slots + witness.lost_slots == 0);
    const auto log = open_log(folder);
    for (const auto& [practice, head] : witness.heads) {
      CHECK(head.position == 1 + raw(practice) % 3);
      CHECK(log->head(practice) == head);
    }
  }
}

TEST_CASE("the witness outlives a torn page: each slot has another half") {
  TempFolder temp;
  const auto file = temp / "witness";
  Acknowledged::write_afresh(file, {{acme, {7, hash_record("seven")}}});
  {
    Acknowledged witness(file, std::chrono::hours(1));
    witness.note(acme, {8, hash_record("eight")});
    witness.note(bureau, {1, hash_record("one")});
  }
  REQUIRE(Acknowledged::inspect(file).heads.at(acme) == LogHead{8, hash_record("eight")});
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(20).put('\x55');
  auto contents = Acknowledged::inspect(file);
  CHECK(contents.heads.at(acme) == LogHead{8, hash_record("eight")});
  CHECK(contents.damaged_slots == 1);
  CHECK(contents.lost_slots == 0);
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(4096 + 20).put('\x55');
  contents = Acknowledged::inspect(file);
  CHECK_FALSE(contents.heads.contains(acme));
  CHECK(contents.heads.at(bureau) == LogHead{1, hash_record("one")});
  CHECK(contents.lost_slots == 1);
}

TEST_CASE("a second opener is told that the log is in use") {
  TempFolder temp;
  const auto log = open_log(temp / "log");
  CHECK_THROWS_AS(open_log(temp / "log"), FolderInUse);
}

TEST_CASE("a log opened for reading shows what is there, and takes nothing") {
  TempFolder temp;
  CHECK_THROWS_AS(RocksLog::open({.folder = temp / "none", .access = LogAccess::read_only}), CannotOpen);
  const auto log = open_log(temp / "log");
  append_texts(*log, acme, {"a"});
  const auto reader = RocksLog::open({.folder = temp / "log", .access = LogAccess::read_only});
  CHECK(texts_of(*reader, acme) == "1=a");
  CHECK_THROWS_AS(append_texts(*reader, acme, {"b"}), std::logic_error);
}

TEST_CASE("a nearly full disk turns appends away before they touch it, and takes them again when there is room") {
  TempFolder temp;
  std::uint64_t free = 1000;
  const auto log = RocksLog::open(
      {.folder = temp / "log", .free_bytes_min = 900, .disk_space = [&](const auto&) { return DiskSpace{free, 1 << 20}; }});
  CHECK(told(append_texts(*log, acme, {"small"})) == "no room");  // 45 bytes framed, 64 of overhead, 900 to be left
  CHECK(log->practices().empty());
  free = 1009;
  CHECK(told(append_texts(*log, acme, {"small"})) == "1:1-1");
  free = 1008;
  const auto outcome = append_texts(*log, acme, {"small"});
  REQUIRE(told(outcome) == "no room");
  CHECK(std::get<NoRoom>(outcome).free_bytes == 1008);
  CHECK(std::get<NoRoom>(outcome).needed_bytes == 1009);
  free = 5000;
  CHECK(told(append_texts(*log, acme, {"small"})) == "1:2-2");
}

TEST_CASE("a volume smaller than the room to be left may be used to seven eighths") {
  TempFolder temp;
  std::uint64_t free = 2000;
  const auto log = RocksLog::open(
      {.folder = temp / "log", .free_bytes_min = 128 << 20, .disk_space = [&](const auto&) { return DiskSpace{free, 8000}; }});
  CHECK(told(append_texts(*log, acme, {"small"})) == "1:1-1");
  free = 1108;
  CHECK(told(append_texts(*log, acme, {"small"})) == "no room");
}

TEST_CASE("a disk that runs full within a write ends appending, keeps reading, and loses nothing acknowledged") {
  TempFolder temp;
  FaultEnvironment disk(".log");
  {
    const auto log = RocksLog::open({.folder = temp / "log", .free_bytes_min = 0, .env = disk.env.get()});
    append_texts(*log, acme, {"a", "b"});
    disk.files->fault = Fault::no_space_on_write;
    try {
      append_texts(*log, acme, {"c"});
      FAIL("the append went through");
    } catch (const LogFull& full) {
      CHECK(full.failure() == LogFailure::full);
      REQUIRE(full.last_trusted().size() == 1);
      CHECK(full.last_trusted()[0].practice == acme);
      CHECK(full.last_trusted()[0].position == 2);
    }
    disk.files->fault = Fault::none;
    CHECK_THROWS_AS(append_texts(*log, bureau, {"x"}), LogFull);  // the disk has room again, yet nothing is retried
    CHECK(texts_of(*log, acme) == "1=a 2=b");
    CHECK(log->head(acme).position == 2);
  }
  const auto log = open_log(temp / "log");
  CHECK(texts_of(*log, acme) == "1=a 2=b");
  CHECK(told(append_texts(*log, acme, {"c"})) == "1:3-3");
}

TEST_CASE("a failed write or sync breaks the log for good, naming the last trusted position") {
  const auto fault = GENERATE(Fault::error_on_write, Fault::error_on_sync);
  TempFolder temp;
  FaultEnvironment disk(".log");
  {
    const auto log = RocksLog::open({.folder = temp / "log", .free_bytes_min = 0, .env = disk.env.get()});
    append_texts(*log, acme, {"a"});
    disk.files->fault = fault;
    std::string what;
    try {
      append_texts(*log, acme, {"b"});
    } catch (const LogBroken& broken) {
      what = broken.what();
      CHECK(broken.failure() == LogFailure::broken);
    }
    CHECK(what == "the log takes no more records: IO error: injected; last trusted position practice=1 position=1");
    disk.files->fault = Fault::none;
    CHECK_THROWS_AS(append_texts(*log, acme, {"b"}), LogBroken);
    CHECK(texts_of(*log, acme) == "1=a");
    CHECK(texts_of(log->follow(acme, 0)) == "1=a");
  }
  // What the broken commit wrote may or may not be there; what was acknowledged is.
  const auto texts = texts_of(*open_log(temp / "log"), acme);
  CHECK((texts == "1=a" || texts == "1=a 2=b"));
}
