// The entries' half of the work fold: takes time entries as events say they are, and keeps their billed seconds (D1, D2, D4) and values
// (W1a). The other half, billing, asks it to hold, freeze and let go of billed seconds.
#pragma once

#include "projections/work_view.hpp"

namespace billtrail {

class WorkFold {
 public:
  WorkFold(WorkView& view, const DirectoryView& directory, Position position)
      : view_(view), directory_(directory), position_(position) {}

  void log(const TimeLogged& event);
  void change(const EntryId& entry, const EntryFacts& after);
  void text(const EntryId& entry, const std::optional<Personal>& description, const std::optional<std::vector<std::string>>& tags);
  void reprice(const EntryRepriced& event);
  void reround(const EntryRerounded& event);
  void remove(const EntryId& entry);

  // Throws CannotTake unless the entry is there; live: and has not been removed.
  Row existing(const EntryId& entry) const;
  Row live(const EntryId& entry) const;

  // Sets its billed seconds while a draft holds it, and lets it go again.
  void hold(Row row, Seconds billed);
  void let_go(Row row);
  // D2: sets them for good: billed, drawn or written off.
  void freeze(Row row, Seconds billed);
  void thaw(Row row);
  void touch(Row row) { view_.details[row].position = position_.value; }

 private:
  void fill(EntryRow& entry, EntryDetail& detail, const EntryFacts& facts);
  void set_rates(EntryRow& entry, EntryDetail& detail, const std::optional<AppliedRate>& agreed,
                 const std::optional<AppliedRate>& standard);
  void set_clock(EntryRow& entry, EntryDetail& detail, const Span& span);
  void engage(Row row, Row before);
  void describe(Row row, const Personal& description);
  void copy_text(Row from, Row to);
  bool rounds(Row row) const;
  bool in_group(Row row) const;
  RoundingGroup group_of(Row row) const;
  void left(Row row);
  void joined(Row row);
  void fix(Row row, Seconds billed);
  void spread(const std::vector<Row>& members);
  void value(Row row);

  WorkView& view_;
  const DirectoryView& directory_;
  Position position_;
};

}  // namespace billtrail
