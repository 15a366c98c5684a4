// A row of somebody else's export, understood but not yet mapped to our ids: what every importer makes of its file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/kernel/money.hpp"
#include "domain/kernel/zone.hpp"

namespace billtrail::importers {

enum class Billable { no, yes };

struct ImportedRow {
  std::uint64_t line = 0;
  std::string identity;  // 32 hex digits: SHA-256 over the row, cut; equal in every file that holds the row
  std::string user;      // personal
  std::string email;     // personal
  std::string client;    // empty: internal work
  std::string project;
  std::string task;
  std::string description;  // personal
  Billable billable = Billable::no;
  Date work_date;                        // the local date of the start, as the file says
  std::optional<LocalTime> local_start;  // absent: the file gives only a date and a duration (TM3)
  std::optional<LocalTime> local_end;
  Seconds seconds;
  std::vector<std::string> tags;
  std::optional<Decimal4> rate;         // per hour
  std::optional<Currency> currency;     // of the rate
  std::vector<std::string_view> notes;  // codes of what is worth counting; they point to constants
};

// A row that cannot become an entry. `reason` is stable: reasons.hpp has a sentence for each.
struct RowRefusal {
  std::uint64_t line = 0;
  std::string reason;
  std::string detail;  // the text that could not be read; never a name or a description
};

// The file itself cannot be read, or no further than `line`.
struct FileFault {
  std::uint64_t line = 0;
  std::string code;
  std::string detail;
};

struct EndOfFile {};

using RowStep = std::variant<ImportedRow, RowRefusal, FileFault, EndOfFile>;

// Where rows come from, one after the other.
class RowSource {
 public:
  virtual ~RowSource() = default;
  // After EndOfFile or FileFault it must not be asked again.
  virtual RowStep next() = 0;
};

}  // namespace billtrail::importers
