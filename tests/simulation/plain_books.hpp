// The same practice the slow and obvious way, straight from the events and written from the rules alone: what read models and
// decisions are held against. It keeps facts as they come and works everything else out when it is asked.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "tests/simulation/simulated_practice.hpp"

namespace billtrail::simulation {

struct PlainEntry {
  EntryFacts facts;
  bool removed = false;
  std::optional<EntryId> adjusts;
  bool touched = false;  // its time or rounding changed since it was frozen
};

struct PlainInvoice {
  InvoiceDocument document;
  bool open = true;  // a draft
  std::optional<Date> on, voided_on;
  std::vector<CreditNoteIssued> notes;
};

struct PlainAct {  // a write-off or write-up
  ClientId client;
  Date on;
  bool up = false;
  std::optional<EngagementId> engagement;
  std::optional<std::int32_t> period;
  std::vector<WriteOffShare> shares;
  std::optional<Date> reversed_on;
};

struct PlainCycle {
  std::int32_t period = 0;
  Date from, to;
  bool skipped = false;
  std::int64_t own = 0, deficit = 0;
  std::vector<Bucket> carried;
  PeriodTerms terms;
  std::optional<RetainerCycleClosed> closed;
  std::int64_t available() const;
};

struct PlainEngagement {
  ClientId client;
  EngagementKind kind = EngagementKind::hourly;
  std::int64_t cap = 0;
  std::vector<PlainCycle> cycles;
};

struct PlainExpense {
  ExpenseRecorded facts;
  bool removed = false;
  std::optional<Date> written_off_on;
};

// Money that came or went, each with the days it counts.
struct PlainSum {
  std::int64_t amount = 0;
  Date on;
  std::optional<Date> until;  // exclusive
  bool counts(Date day) const { return on <= day && !(until && *until <= day); }
};
struct PlainPayment {
  ClientId client;
  PlainSum sum;
};
struct PlainAllocation {
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> note;
  InvoiceId invoice;
  PlainSum sum;
};
struct PlainRefund {
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> note;
  PlainSum sum;
};

// How the work of one period stands, in the unit of its allowance.
struct PlainUse {
  std::int64_t available = 0, used = 0;
  std::map<EntryId, std::pair<Seconds, std::int64_t>> overage;  // seconds and value of each entry beyond the allowance
  // Work taken back of an earlier period makes no more hours than there are.
  std::int64_t left() const { return std::clamp<std::int64_t>(available - used, 0, available); }
  std::int64_t beyond() const { return std::max<std::int64_t>(0, used - available); }
};

struct PlainDebt {
  std::int64_t balance = 0, unallocated = 0;
  // What the balance is made of (2.16).
  std::int64_t invoices = 0, credits = 0, receipts = 0, refunds = 0, bad_debt = 0, differences = 0, drawn = 0;
  friend bool operator==(const PlainDebt&, const PlainDebt&) = default;
};

class PlainBooks {
 public:
  // Throws Broken where the event itself breaks a law.
  void take(const Recorded& recorded);

  const std::map<EntryId, PlainEntry>& entries() const { return entries_; }
  const std::map<InvoiceId, PlainInvoice>& invoices() const { return invoices_; }
  const std::map<EngagementId, PlainEngagement>& engagements() const { return engagements_; }

  // D1, D2, D4 of every entry there is.
  std::map<EntryId, Seconds> billed() const;
  // W1 at the end of a day; nothing for clients where what was known on that day cannot be told from what is known now.
  std::map<ClientId, std::optional<std::int64_t>> wip(Date day, const std::map<EntryId, Seconds>& billed) const;
  // H1-H3 for a period that is open.
  PlainUse use_of(const EngagementId& engagement, const PlainCycle& cycle, Date day,
                  const std::map<EntryId, Seconds>& billed) const;
  std::int64_t balance(const InvoiceId& invoice, Date day) const;
  std::map<ClientId, PlainDebt> debtors(Date day) const;
  // N1-N4: no gap, no double.
  void check_numbers() const;

 private:
  // plain_books.cpp
  void take_work(const Event& event);
  void take_agreement(const Event& event);
  void take_document(const Event& event);
  void take_money(const Event& event);
  void hold(const InvoiceId& invoice, const InvoiceDocument& document, bool by_person);
  void let_go(const InvoiceId& invoice);
  void check_claims(const InvoiceId& invoice, const InvoiceDocument& document) const;
  void count_number(DocumentKind kind, std::int32_t year, std::int64_t counter);

  // plain_work.cpp
  Seconds billed_alone(const EntryId& id, const PlainEntry& entry) const;
  void freeze(const EntryId& entry, Seconds billed, const std::map<EntryId, Seconds>& before);
  void thaw(const EntryId& entry);
  bool held_by_something(const EntryId& entry) const;
  bool earlier(const EntryId& a, const EntryId& b) const;
  std::int64_t agreed_value(const PlainEntry& entry, Seconds seconds) const;
  std::int64_t relieved(const EntryId& entry, Date day) const;
  std::int64_t fixed_items(const ClientId& client, Date day) const;
  std::map<EntryId, std::int64_t> within_caps(Date day, const std::map<EntryId, Seconds>& billed) const;

  // plain_retainers.cpp
  void check_close(const RetainerCycleClosed& closed);
  const PlainCycle* drawn_in(const EntryId& id, const PlainEntry& entry) const;
  void hand_on(PlainEngagement& engagement, std::size_t from);
  bool told_by_now(const PlainEngagement& engagement, Date day) const;

  std::map<EntryId, PlainEntry> entries_;
  std::map<EntryId, Seconds> frozen_;
  std::map<EntryId, InvoiceId> holders_;  // by drafts
  std::map<InvoiceId, PlainInvoice> invoices_;
  std::map<WriteOffId, PlainAct> acts_;
  std::map<EngagementId, PlainEngagement> engagements_;
  std::map<ExpenseId, PlainExpense> expenses_;
  std::map<ClientId, Currency> clients_;
  std::map<PaymentId, PlainPayment> payments_;
  std::map<AllocationId, PlainAllocation> allocations_;
  std::map<RefundId, PlainRefund> refunds_;
  std::vector<std::pair<InvoiceId, PlainSum>> bad_debts_, differences_;
  std::map<std::pair<DocumentKind, std::int32_t>, std::set<std::int64_t>> numbers_;
};

// numerator / denominator, half away from zero.
std::int64_t plain_quotient(Int128 numerator, Int128 denominator);
// round(seconds x rate) in minor units.
std::int64_t plain_value(Seconds seconds, const Price& price);
// T2, T3, M1, M2: throws Broken unless lines, groups and totals follow from one another.
void check_document(const InvoiceDocument& document);
// T2-T4 of a credit note.
void check_credit_note(const CreditNoteIssued& note, const InvoiceDocument& document);
// Each line before tax (T3).
std::vector<std::int64_t> plain_line_nets(const InvoiceDocument& document);
std::vector<std::int64_t> plain_line_nets(const CreditNoteIssued& note, Prices prices);

}  // namespace billtrail::simulation
