// Walking a log from its first record to its last: are the positions dense, the frames whole, is each record linked to the one before it,
// and do head and witness say the same? Nothing is mended.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/log.hpp"

namespace billtrail {

// Finds the hash of the previous record inside a record; nothing when the record cannot be read. The codec knows how.
using PreviousHashOf = std::function<std::optional<RecordHash>(std::string_view body)>;

struct PracticeReport {
  struct Fault {
    LogPosition position;  // the first bad one
    std::string reason;
  };
  PracticeNumber practice{};
  std::uint64_t count = 0;  // sound records, from the first on
  LogHead head;             // as computed from those records
  std::optional<Fault> fault;
};

// On an open log, also while it is being appended to: looks at the records durable when it begins. Any thread.
PracticeReport verify_practice(const Log& log, PracticeNumber practice, const PreviousHashOf& previous_hash_of);

struct FolderReport {
  std::vector<PracticeReport> practices;
  std::vector<std::string> faults;  // that belong to no single practice: a file, the witness, or the log does not open

  bool sound() const;
};

// Of a log that nobody has open. Opens it for reading only and throws nothing: what cannot be read is a fault. Also compares the checksum
// of every block of every table file.
FolderReport verify_log_folder(const std::filesystem::path& folder, const PreviousHashOf& previous_hash_of);

}  // namespace billtrail
