// The sample agency's billing, day by day: cycles and scheduled drafts, month-end drafts from unbilled work, review, issue,
// payments, and what goes wrong with money in real life.
#pragma once

#include <map>
#include <optional>

#include "gateway/demo/dice.hpp"
#include "gateway/demo/script.hpp"

namespace billtrail::demo {

class BillingDays {
 public:
  explicit BillingDays(Script& script) : script_(script) {}

  // Everything of one day; days in order.
  void write(Date day);

 private:
  struct Payment {
    InvoiceId invoice;
    std::int64_t part_percent = 100;
    std::int64_t too_much = 0;
    bool bounces = false;
  };

  InvoiceId next_invoice();
  // The last month is left for a person to bill.
  bool leaves_for_a_person(Date day, int nth) const;
  void follow_schedules(Date day);
  void approve_overage(Date day, const EngagementId& engagement);
  void spend(Date day);
  void reach_milestones(Date day);
  void draft_unbilled(Date day);
  void review_and_issue(Date day);
  bool write_down(Date day, const InvoiceId& invoice);
  void issue(Date day, const InvoiceId& invoice);
  void expect_payment(Date day, const InvoiceId& invoice);
  void take_payments(Date day);
  // In billing_mishaps.cpp:
  void mishaps(Date day);
  void write_offs(Date day);
  void credit(Date day, std::string_view client, CreditNoteKind kind, std::int64_t percent);
  void void_one(Date day, std::string_view client);
  void bad_debt(Date day);
  void refund(Date day);
  void change_terms(Date day);
  const InvoiceState* last_issued(std::string_view client, InvoiceId& id) const;

  Script& script_;
  Dice dice_{seed_of("billing")};
  std::multimap<Date, Payment> expected_;
  std::optional<InvoiceId> unpaid_;  // becomes a bad debt
  int invoices_ = 0, payments_ = 0, others_ = 0;
};

}  // namespace billtrail::demo
