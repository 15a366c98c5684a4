// Every read model by its public name, and the one place that turns a name into an answer. Callers are generic over the answers, so
// include this in few files: each instantiation of with_answer makes code for all of them.
#pragma once

#include <array>
#include <string_view>

#include "projections/client_status.hpp"
#include "projections/directory.hpp"
#include "projections/entries.hpp"
#include "projections/fee_adequacy.hpp"
#include "projections/practice.hpp"
#include "projections/rates.hpp"
#include "projections/realisation.hpp"
#include "projections/time_totals.hpp"
#include "projections/timers.hpp"
#include "projections/utilisation.hpp"
#include "projections/wip.hpp"
#include "projections/wip_movement.hpp"
#include "projections/write_offs.hpp"

namespace billtrail {

inline constexpr auto model_names = std::to_array<std::string_view>(
    {"practice", "directory", "timers", "entries", "time-totals", "wip", "wip-movement", "utilisation", "client-status", "rates",
     "realisation", "fee-adequacy", "write-offs"});

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
  return false;
}
template <class Take>
bool with_answer(std::string_view model, const Views& views, const Question& question, Take&& take) {
  return with_answer(model, views, views, question, std::forward<Take>(take));
}

}  // namespace billtrail
