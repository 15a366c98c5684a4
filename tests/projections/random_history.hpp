// Random histories that could have been: logging, corrections, removals, reviews, new rates and rounding, drafts, invoices,
// voids, credit notes, write-offs, deferrals, expenses and closed periods; timers, the directory and capacity in between. The
// same seed gives the same history on every machine.
#pragma once

#include <map>
#include <random>
#include <vector>

#include "tests/projections/plain_billing.hpp"

namespace billtrail::testing {

class RandomHistory {
 public:
  explicit RandomHistory(std::uint64_t seed) : random_(seed) {}

  // A history of about this many events more than it takes to set the practice up.
  History make(std::size_t steps);

  // 0 <= number < limit
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  // From 2026-01-01 on, over four months.
  Date date() { return Date{20454 + static_cast<std::int32_t>(below(120))}; }

 private:
  void set_up(History& history);
  void step(History& history);
  void entry_event(History& history);
  void around_event(History& history);
  void timer_event(History& history);
  void capacity_event(History& history);

  // random_billing.cpp
  void agree(History& history);
  void billing_event(History& history);
  void draft(History& history, const PlainBilling& now);
  void edit_draft(History& history, const PlainBilling& now);
  void issue(History& history, const PlainBilling& now);
  void give_back(History& history, const PlainBilling& now);
  void write_off(History& history, const PlainBilling& now);
  void reverse(History& history, const PlainBilling& now);
  void defer(History& history);
  void close(History& history, const PlainBilling& now);
  void reopen(History& history, PlainBilling now);
  void expense_event(History& history, const PlainBilling& now);
  InvoiceDocument document(const PlainBilling& now, const ClientId& client, const std::optional<InvoiceId>& of);
  std::optional<EntryId> some_entry(const PlainBilling& now, const std::optional<ClientId>& client);
  std::optional<InvoiceId> some_document(const PlainBilling& now, bool draft);
  Seconds billed_of(const PlainBilling& now, const EntryId& entry);

  EntryFacts facts();
  void span_of(EntryFacts& facts);
  std::optional<AppliedRate> some_rate();
  EntryFacts varied(EntryFacts facts);
  std::string name(const char* prefix);
  template <class SomeId>
  SomeId one_of(const char* prefix, std::uint64_t count) {
    return id<SomeId>(prefix + std::to_string(below(count)));
  }

  std::mt19937_64 random_;
  std::uint64_t made_ = 0;
  std::map<EntryId, EntryFacts> live_;
  std::map<MemberId, EntryId> timers_;
  std::vector<LeaveId> leaves_;
};

}  // namespace billtrail::testing
