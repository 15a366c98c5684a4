// Dates of money, as many commands check them.
#include "domain/billing/money_dates.hpp"

#include "domain/kernel/calendar.hpp"

namespace billtrail {

Date dated(const Books& books, const Given& given, const std::optional<Date>& on) { return on ? *on : today(books, given); }

void check_money_date(const Books& books, const Given& given, Date on, Faults& faults) {
  const Date now = today(books, given);
  if (on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  check_unlocked(books, on, "/on", faults);
}

void check_not_before(Date on, Date earliest, std::string_view pointer, Faults& faults) {
  if (on < earliest) faults.add(RefusalCode::date_before_document, std::string(pointer), {{"earliest", earliest.text()}});
}

std::string check_reason(std::string_view reason, Faults& faults) {
  std::string said = trimmed(reason);
  if (said.empty()) faults.add(RefusalCode::reason_needed, "/reason");
  return said;
}

Date due_date(Date issued, const PaymentTerms& terms) {
  switch (terms.rule) {
    case DueRule::days_after_issue: return issued + terms.days;
    case DueRule::days_after_month_end: return last_of_month(issued) + terms.days;
    case DueRule::day_of_next_month: return anchored(issued, 1, terms.days);
  }
  throw std::logic_error("payment terms that nobody knows");
}

}  // namespace billtrail
