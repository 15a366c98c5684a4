// Verifying a log.
#include "eventstore/verify.hpp"

#include <algorithm>
#include <exception>

#include "eventstore/rocks_log.hpp"

namespace billtrail {
namespace {

// The fault of this record given the hash of the one before it, or nothing.
std::optional<std::string> link_fault(std::string_view body, const RecordHash& previous, const PreviousHashOf& previous_hash_of) {
  const auto named = previous_hash_of(body);
  if (!named) return "the record cannot be read";
  if (*named != previous) return "the record names " + to_hex(*named) + " as the hash before it, which is " + to_hex(previous);
  return std::nullopt;
}

void compare_with_witness(const Acknowledged::Contents& witness, FolderReport& report) {
  if (!witness.present && !report.practices.empty()) report.faults.push_back("the file of acknowledged positions is missing");
  if (witness.damaged_slots + witness.lost_slots != 0) {
    report.faults.push_back("the file of acknowledged positions has " +
                            std::to_string(witness.damaged_slots + witness.lost_slots) + " damaged slots, " +
                            std::to_string(witness.lost_slots) + " of them without a sound copy");
  }
  for (const auto& [practice, acknowledged] : witness.heads) {
    auto found = std::find_if(report.practices.begin(), report.practices.end(),
                              [&](const PracticeReport& each) { return each.practice == practice; });
    if (found == report.practices.end()) found = report.practices.insert(found, PracticeReport{practice, 0, {}, {}});
    if (found->fault) continue;
    if (found->head.position < acknowledged.position) {
      found->fault = {found->head.position + 1,
                      "the log ends here, but was acknowledged up to " + std::to_string(acknowledged.position)};
    } else if (found->head.position == acknowledged.position && found->head.hash != acknowledged.hash) {
      found->fault = {found->head.position, "the last record is another one than was acknowledged"};
    }
  }
}

}  // namespace

PracticeReport verify_practice(const Log& log, PracticeNumber practice, const PreviousHashOf& previous_hash_of) {
  PracticeReport report;
  report.practice = practice;
  const LogHead head = log.head(practice);
  try {
    log.read(practice, {1, head.position}, [&](LogPosition position, std::string_view body) {
      if (auto fault = link_fault(body, report.head.hash, previous_hash_of)) {
        report.fault = {position, std::move(*fault)};
        return Reading::stop;
      }
      report.head = {position, hash_record(body)};
      report.count += 1;
      return Reading::go_on;
    });
  } catch (const LogDamaged& damaged) {
    report.fault = {damaged.position(), damaged.reason()};
  }
  if (!report.fault && report.head != head) {
    report.fault = {head.position, "the head record has another hash than the last record"};
  }
  return report;
}

FolderReport verify_log_folder(const std::filesystem::path& folder, const PreviousHashOf& previous_hash_of) {
  FolderReport report;
  try {
    const auto log = RocksLog::open({.folder = folder, .access = LogAccess::read_only});
    for (const auto practice : log->practices()) {
      report.practices.push_back(verify_practice(*log, practice, previous_hash_of));
    }
    compare_with_witness(log->acknowledged(), report);
    log->check_files();
  } catch (const std::exception& error) {
    report.faults.push_back(error.what());
  }
  return report;
}

bool FolderReport::sound() const {
  return faults.empty() && std::none_of(practices.begin(), practices.end(), [](const auto& each) { return each.fault.has_value(); });
}

}  // namespace billtrail
