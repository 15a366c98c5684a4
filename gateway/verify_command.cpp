// See verify_command.hpp.
#include "gateway/verify_command.hpp"

#include <cstdio>
#include <filesystem>

#include "eventstore/codec/codec.hpp"
#include "eventstore/verify.hpp"
#include "gateway/json/write.hpp"

namespace billtrail {
namespace {

std::optional<RecordHash> previous_of(std::string_view body) {
  try {
    return previous_hash_of(body);
  } catch (const BrokenRecord&) {
    return std::nullopt;
  }
}

void print_json(const FolderReport& report) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("sound", report.sound()).key("practices").begin_array();
  for (const PracticeReport& practice : report.practices) {
    json.begin_object()
        .field("practice_number", raw(practice.practice))
        .field("records", practice.count)
        .field("head", to_hex(practice.head.hash));
    if (practice.fault) json.field("bad_position", practice.fault->position).field("reason", practice.fault->reason);
    json.end_object();
  }
  json.end_array().field("faults", report.faults).end_object();
  std::printf("%s\n", out.c_str());
}

void print_text(const FolderReport& report) {
  for (const PracticeReport& practice : report.practices) {
    if (practice.fault) {
      std::printf("practice %llu: BAD at position %llu: %s\n", static_cast<unsigned long long>(raw(practice.practice)),
                  static_cast<unsigned long long>(practice.fault->position), practice.fault->reason.c_str());
    } else {
      std::printf("practice %llu: %llu records, chain whole, head %s\n", static_cast<unsigned long long>(raw(practice.practice)),
                  static_cast<unsigned long long>(practice.count), to_hex(practice.head.hash).c_str());
    }
  }
  for (const std::string& fault : report.faults) std::printf("BAD: %s\n", fault.c_str());
  std::printf("%s\n", report.sound() ? "Sound." : "Not sound.");
}

}  // namespace

int verify_data(const std::string& data, bool as_json) {
  const FolderReport report = verify_log_folder(std::filesystem::path(data) / "log", previous_of);
  if (as_json) print_json(report);
  else print_text(report);
  return report.sound() ? 0 : 1;
}

}  // namespace billtrail
