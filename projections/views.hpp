// All folds of one practice together, and the one function that takes an event into them. Pure; one thread writes (runner.hpp).
// `known_at` is a second Views, folded to there.
#pragma once

#include <optional>
#include <string>

#include "projections/agreements_view.hpp"
#include "projections/billing_view.hpp"
#include "projections/capacity_view.hpp"
#include "projections/directory_view.hpp"
#include "projections/documents_view.hpp"
#include "projections/payments_view.hpp"
#include "projections/practice_view.hpp"
#include "projections/rates_view.hpp"
#include "projections/timers_view.hpp"
#include "projections/work_view.hpp"

namespace billtrail {

struct Views {
  Position position;    // of the last event taken
  Instant recorded_at;  // of the same
  DirectoryView directory;
  PracticeView practice;
  TimersView timers;
  WorkView work;
  CapacityView capacity;
  RatesView rates;
  AgreementsView agreements;
  DocumentsView documents;
  PaymentsView payments;
  BillingView billing;
};

// Takes the next event: its position must follow the views'. Throws FoldFailed; the views are then only good for looking at.
void apply(Views& views, const Recorded& recorded);

// The whole state as text, projection after projection, line after line: equal text = equal views (2.20 a). For tests and small logs.
std::string dump(const Views& views);

// Where two views differ first, compared line by line without building the text; nothing when they are equal.
struct Difference {
  std::string projection;
  std::size_t line = 0;
  std::string left, right;  // empty where one has no such line
  friend bool operator==(const Difference&, const Difference&) = default;
};
std::optional<Difference> first_difference(const Views& left, const Views& right);

}  // namespace billtrail
