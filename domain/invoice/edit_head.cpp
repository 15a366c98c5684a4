// The head of a draft. T7: its period holds those of its lines, or there is none. M5: another currency for the whole document at
// one stated rate, never line by line. 2.14: what is drawn from deposits.
#include "domain/checks.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {
namespace {

constexpr Decimal4 conversion_rate_max{10'000'000'000};  // a million to one
constexpr std::int32_t due_days_max = 365;

void change_period(const ChangeInvoice& command, InvoiceDocument& document, Faults& faults) {
  if (command.no_period.value_or(false)) {
    if (command.from || command.to) faults.add(RefusalCode::date_out_of_range, "/no_period");
    document.from.reset();
    document.to.reset();
    return;
  }
  if (!command.from && !command.to) return;
  if (!document.from || !document.to) span_lines(document);
  document.from = command.from ? command.from : document.from ? document.from : command.to;
  document.to = command.to ? command.to : document.to ? document.to : command.from;
  if (*document.to < *document.from) faults.add(RefusalCode::date_out_of_range, command.to ? "/to" : "/from");
}

void change_conversion(const ChangeInvoice& command, Date now, InvoiceDocument& document, Faults& faults) {
  if (!command.converted_to && !command.conversion_rate && !command.conversion_date) return;
  if (command.converted_to == document.currency) {  // into its own: no conversion
    document.conversion.reset();
    return;
  }
  Conversion conversion = document.conversion.value_or(Conversion{});
  if (!command.converted_to && !document.conversion) return faults.add(RefusalCode::currency_differs, "/converted_to");
  if (!command.conversion_rate && (!document.conversion || command.converted_to)) {
    return faults.add(RefusalCode::setting_out_of_range, "/conversion_rate");
  }
  conversion.currency = command.converted_to.value_or(conversion.currency);
  conversion.rate = command.conversion_rate.value_or(conversion.rate);
  conversion.date = command.conversion_date.value_or(document.conversion ? conversion.date : now);
  if (conversion.rate <= Decimal4{} || conversion.rate > conversion_rate_max) {
    return faults.add(RefusalCode::setting_out_of_range, "/conversion_rate");
  }
  document.conversion = conversion;
}

void check_terms(const PaymentTerms& terms, Faults& faults) {
  const bool by_day = terms.rule == DueRule::day_of_next_month;
  if (terms.days < (by_day ? 1 : 0) || terms.days > (by_day ? 31 : due_days_max)) {
    faults.add(RefusalCode::setting_out_of_range, "/terms/days");
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const ChangeInvoice& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();

  const Date now = today(books, given);
  InvoiceDocument after = *state->document;
  change_period(command, after, faults);
  change_conversion(command, now, after, faults);
  if (command.reference) after.reference = *command.reference;
  if (command.note) after.note = *command.note;
  if (command.terms) {
    check_terms(*command.terms, faults);
    after.terms = *command.terms;
  }
  if (command.draw_deposits == false) draw_nothing(after);
  if (command.draw_deposits == true && faults.none()) {
    Faults said_later;  // revised() rates and checks the document as a whole
    draw_new(books, after, command.invoice, now, said_later);
  }
  return revised(books, given, {command.invoice, "", {}}, std::move(after), faults);
}

}  // namespace billtrail
