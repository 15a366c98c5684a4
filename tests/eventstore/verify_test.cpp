// Verifying names the first bad record of a practice and why, and finds nothing wrong with a sound log.
#include <rocksdb/db.h>

#include "eventstore/rocks_keys.hpp"
#include "eventstore/rocks_log.hpp"
#include "eventstore/rocks_options.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

std::unique_ptr<RocksLog> open_log(const std::filesystem::path& folder) {
  return RocksLog::open({.folder = folder, .free_bytes_min = 0});
}

// A stopped log: five records of one practice, one of another.
struct Stopped {
  TempFolder temp;
  std::filesystem::path folder = temp / "log";
  LogHead head;

  Stopped() {
    const auto log = open_log(folder);
    append_texts(*log, acme, {"a", "b", "c", "d", "e"});
    append_texts(*log, bureau, {"x"});
    head = log->head(acme);
  }

  // Writes past the log, as somebody with access to the disk would.
  void tamper(const std::function<void(rocksdb::DB&, rocksdb::ColumnFamilyHandle* heads)>& change) const {
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* database = nullptr;
    REQUIRE(rocksdb::DB::Open(log_database_options(), folder.string(),
                              {{"default", log_records_options()}, {"heads", log_heads_options()}}, &handles, &database)
                .ok());
    const std::unique_ptr<rocksdb::DB> owner(database);
    change(*database, handles[1]);
    for (auto* handle : handles) REQUIRE(database->DestroyColumnFamilyHandle(handle).ok());
  }
  void put(LogPosition position, const std::string& value) const {
    tamper([&](rocksdb::DB& database, rocksdb::ColumnFamilyHandle*) {
      const RecordKey key(acme, position);
      REQUIRE(database.Put({}, {key.view().data(), key.view().size()}, value).ok());
    });
  }
  std::string record(LogPosition position) const {
    std::string framed;
    open_log(folder)->read(acme, {position, position}, [&](LogPosition, std::string_view body) {
      append_frame(framed, body);
      return Reading::stop;
    });
    return framed;
  }
};

// "1: 5 records" or "1: 2 records, then at 3 because ...", a line for each practice, then the faults of no practice.
std::string told(const FolderReport& report) {
  std::string text;
  for (const auto& each : report.practices) {
    text += std::to_string(raw(each.practice)) + ": " + std::to_string(each.count) + " records";
    if (each.fault) text += ", then at " + std::to_string(each.fault->position) + " because " + each.fault->reason;
    text += "\n";
  }
  for (const auto& fault : report.faults) text += fault + "\n";
  return text;
}
std::string verified(const Stopped& stopped) { return told(verify_log_folder(stopped.folder, previous_hash_of)); }

}  // namespace

TEST_CASE("a sound log is found sound, stopped and open, with its count and head") {
  Stopped stopped;
  const auto report = verify_log_folder(stopped.folder, previous_hash_of);
  CHECK(report.sound());
  CHECK(told(report) == "1: 5 records\n2: 1 records\n");
  CHECK(report.practices[0].head == stopped.head);
  const auto log = open_log(stopped.folder);
  const auto open_report = verify_practice(*log, acme, previous_hash_of);
  CHECK_FALSE(open_report.fault.has_value());
  CHECK(open_report.count == 5);
  CHECK(open_report.head == stopped.head);
}

TEST_CASE("a record whose bytes do not match its CRC is named") {
  Stopped stopped;
  auto bytes = stopped.record(3);
  bytes.back() = '!';
  stopped.put(3, bytes);
  CHECK(verified(stopped) == "1: 2 records, then at 3 because the body does not match its CRC\n2: 1 records\n");
}

TEST_CASE("a frame of the wrong length is named") {
  Stopped stopped;
  stopped.put(2, stopped.record(2) + "more");
  CHECK(verified(stopped) == "1: 1 records, then at 2 because the frame's length is not the length of its body\n2: 1 records\n");
  stopped.put(2, "short");
  CHECK(verified(stopped) == "1: 1 records, then at 2 because the frame is shorter than its header\n2: 1 records\n");
}

TEST_CASE("a record altered with a fitting CRC breaks the chain at the one after it") {
  Stopped stopped;
  const auto before = hash_record(std::string_view(stopped.record(2)).substr(frame_header_bytes));
  const auto original = hash_record(std::string_view(stopped.record(3)).substr(frame_header_bytes));
  std::string framed;
  append_frame(framed, chained(before, "altered"));
  stopped.put(3, framed);
  const auto altered = hash_record(chained(before, "altered"));
  CHECK(verified(stopped) == "1: 3 records, then at 4 because the record names " + to_hex(original) +
                                 " as the hash before it, which is " + to_hex(altered) + "\n2: 1 records\n");
}

TEST_CASE("the last record altered with a fitting CRC disagrees with the head") {
  Stopped stopped;
  const auto before = hash_record(std::string_view(stopped.record(4)).substr(frame_header_bytes));
  std::string framed;
  append_frame(framed, chained(before, "altered"));
  stopped.put(5, framed);
  CHECK(verified(stopped) == "1: 5 records, then at 5 because the head record has another hash than the last record\n2: 1 records\n");
}

TEST_CASE("last record and head altered together disagree with the witness") {
  Stopped stopped;
  const auto before = hash_record(std::string_view(stopped.record(4)).substr(frame_header_bytes));
  const auto body = chained(before, "altered");
  std::string framed;
  append_frame(framed, body);
  stopped.put(5, framed);
  stopped.tamper([&](rocksdb::DB& database, rocksdb::ColumnFamilyHandle* heads) {
    const PracticeKey key(acme);
    REQUIRE(database.Put({}, heads, {key.view().data(), key.view().size()}, encode_head({5, hash_record(body)})).ok());
  });
  CHECK(verified(stopped) == "1: 5 records, then at 5 because the last record is another one than was acknowledged\n2: 1 records\n");
}

TEST_CASE("a missing record is named by its position") {
  Stopped stopped;
  stopped.tamper([&](rocksdb::DB& database, rocksdb::ColumnFamilyHandle*) {
    const RecordKey key(acme, 4);
    REQUIRE(database.Delete({}, {key.view().data(), key.view().size()}).ok());
  });
  CHECK(verified(stopped) == "1: 3 records, then at 4 because the record is missing\n2: 1 records\n");
}

TEST_CASE("a record that the codec cannot read is named") {
  Stopped stopped;
  std::string framed;
  append_frame(framed, "too short for a hash");
  stopped.put(1, framed);
  CHECK(verified(stopped) == "1: 0 records, then at 1 because the record cannot be read\n2: 1 records\n");
}

TEST_CASE("a practice that ends before what was acknowledged is named") {
  Stopped stopped;
  auto heads = Acknowledged::inspect(stopped.folder / "ACKNOWLEDGED").heads;
  heads[acme].position = 8;
  heads[corner].position = 2;
  Acknowledged::write_afresh(stopped.folder / "ACKNOWLEDGED", heads);
  CHECK(verified(stopped) ==
        "1: 5 records, then at 6 because the log ends here, but was acknowledged up to 8\n2: 1 records\n"
        "72623859790382856: 0 records, then at 1 because the log ends here, but was acknowledged up to 2\n");
}

TEST_CASE("a missing witness is a fault, and so is a folder without a log") {
  Stopped stopped;
  std::filesystem::remove(stopped.folder / "ACKNOWLEDGED");
  CHECK(verified(stopped) == "1: 5 records\n2: 1 records\nthe file of acknowledged positions is missing\n");
  const auto nothing = verify_log_folder(stopped.temp / "none", previous_hash_of);
  CHECK_FALSE(nothing.sound());
  CHECK(told(nothing) == (stopped.temp / "none").string() + " holds no log\n");
}
