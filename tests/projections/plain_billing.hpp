// What became of work, the slow and obvious way: every question goes through all documents, write-offs and closes again.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "tests/projections/history.hpp"

namespace billtrail::testing {

class PlainBilling {
 public:
  PlainBilling(const std::vector<Recorded>& recorded, std::size_t count);

  struct Document {
    InvoiceDocument document;
    bool draft = true;
    Date on;
    std::optional<Date> voided;
    std::map<std::int32_t, Date> returned;  // by line

    // The date from which the line's work is open again.
    std::optional<Date> back(std::int32_t line) const;
  };
  struct WriteOff {
    Date on;
    bool up = false;
    std::vector<WriteOffShare> shares;
    std::optional<Date> reversed;
    std::optional<std::pair<EngagementId, std::int32_t>> period;
  };
  struct Period {
    Date from, to;
    std::int64_t own = 0;
    std::optional<RetainerCycleClosed> close;
  };

  // The billed seconds that something standing has fixed.
  std::optional<Seconds> fixed(const EntryId& entry) const;
  bool on_draft(const EntryId& entry) const;
  bool deferred(const EntryId& entry, Date day) const;
  // What of the entry closes had drawn by the day.
  const Draw* drawn(const EntryId& entry, Date day) const;
  // What invoices and write-offs had taken by the day.
  struct Taken {
    Seconds seconds;
    std::int64_t minor = 0;
  };
  Taken taken(const EntryId& entry, Date day) const;
  // What is open of an expense at the end of the day.
  std::int64_t left_of(const ExpenseRecorded& expense, Date day) const;
  // On account, by client: what is not matched at the end of the day.
  std::map<ClientId, std::int64_t> on_account(Date day) const;

  std::map<InvoiceId, Document> documents;  // discarded ones are gone
  std::map<WriteOffId, WriteOff> write_offs;
  std::map<ExpenseId, ExpenseRecorded> expenses;
  std::map<std::int32_t, Period> periods;  // of the one retainer there is
  EngagementId retainer, capped;
  std::int64_t cap = 0;

 private:
  void take(const Event& event);
  struct Said {
    Date on;
    std::optional<Date> until;
    bool deferred = false;
  };
  std::map<EntryId, std::vector<Said>> said_;  // about deferral, in order
  std::map<ExpenseId, Date> expense_written_off_;
};

}  // namespace billtrail::testing
