// Every read model by its public name, and the one place that turns a name into an answer. Callers are generic over the answers, so
// include this in few files: each instantiation of with_answer makes code for all of them.
#pragma once

#include <array>
#include <string_view>

#include "projections/alerts.hpp"
#include "projections/billing.hpp"
#include "projections/client_status.hpp"
#include "projections/credit_notes.hpp"
#include "projections/debtors.hpp"
#include "projections/directory.hpp"
#include "projections/engagements.hpp"
#include "projections/entries.hpp"
#include "projections/expenses.hpp"
#include "projections/fee_adequacy.hpp"
#include "projections/invoice_page.hpp"
#include "projections/invoices.hpp"
#include "projections/media.hpp"
#include "projections/month_end.hpp"
#include "projections/number_series.hpp"
#include "projections/payments.hpp"
#include "projections/practice.hpp"
#include "projections/rates.hpp"
#include "projections/realisation.hpp"
#include "projections/retainer_cycles.hpp"
#include "projections/retainer_lines.hpp"
#include "projections/statement.hpp"
#include "projections/time_totals.hpp"
#include "projections/timers.hpp"
#include "projections/utilisation.hpp"
#include "projections/wip.hpp"
#include "projections/wip_movement.hpp"
#include "projections/write_offs.hpp"

namespace billtrail {

inline constexpr auto model_names = std::to_array<std::string_view>(
    {"practice", "directory", "timers", "entries", "time-totals", "wip", "wip-movement", "utilisation", "client-status", "rates",
     "realisation", "fee-adequacy", "write-offs",
     "engagements", "retainer-cycles", "retainer-lines", "invoices", "invoice", "credit-notes", "number-series", "payments",
     "debtors", "statement", "month-end", "expenses", "media", "alerts", "billing"});

// Calls take(answer) with the described answer of that model and returns true; false when there is no such model.
// `opening` is only looked at by wip-movement: the views folded to opening_known_at, else the same as `views`.
template <class Take>
bool with_answer(std::string_view model, const Views& views, const Views& opening, const Question& question, Take&& take) {
  if (model == "practice") return take(practice(views, question)), true;
  if (model == "directory") return take(directory(views, question)), true;
  if (model == "timers") return take(running_timers(views, question)), true;
  if (model == "entries") return take(entries(views, question)), true;
  if (model == "time-totals") return take(time_totals(views, question)), true;
  if (model == "wip") return take(wip(views, question)), true;
  if (model == "wip-movement") return take(wip_movement(views, opening, question)), true;
  if (model == "utilisation") return take(utilisation(views, question)), true;
  if (model == "client-status") return take(client_status(views, question)), true;
  if (model == "rates") return take(rates(views, question)), true;
  if (model == "realisation") return take(realisation(views, question)), true;
  if (model == "fee-adequacy") return take(fee_adequacy(views, question)), true;
  if (model == "write-offs") return take(write_offs(views, question)), true;
  if (model == "engagements") return take(engagements(views, question)), true;
  if (model == "retainer-cycles") return take(retainer_cycles(views, question)), true;
  if (model == "retainer-lines") return take(retainer_lines(views, question)), true;
  if (model == "invoices") return take(invoices(views, question)), true;
  if (model == "invoice") return take(invoice_page(views, question)), true;
  if (model == "credit-notes") return take(credit_notes(views, question)), true;
  if (model == "number-series") return take(number_series(views, question)), true;
  if (model == "payments") return take(payments(views, question)), true;
  if (model == "debtors") return take(debtors(views, question)), true;
  if (model == "statement") return take(statement(views, question)), true;
  if (model == "month-end") return take(month_end(views, question)), true;
  if (model == "expenses") return take(expenses(views, question)), true;
  if (model == "media") return take(media(views, question)), true;
  if (model == "alerts") return take(alerts(views, question)), true;
  if (model == "billing") return take(billing(views, question)), true;
  return false;
}
template <class Take>
bool with_answer(std::string_view model, const Views& views, const Question& question, Take&& take) {
  return with_answer(model, views, views, question, std::forward<Take>(take));
}

}  // namespace billtrail
