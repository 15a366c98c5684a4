// Expenses, milestones and media as the books hold them. `holder` is the row of Books::invoices of the draft or issued invoice that holds
// it; no_row when it is open. Minor units of the client's currency.
#pragma once

#include "domain/expense/expense.hpp"
#include "domain/kernel/table.hpp"
#include "domain/media/media.hpp"
#include "domain/milestone/milestone.hpp"

namespace billtrail {

struct ExpenseState {
  ExpenseRecorded facts;
  bool removed = false;
  bool written_off = false;
  Row holder = no_row;
};

struct MilestoneState {
  EngagementId engagement;
  std::string name;
  std::int64_t amount = 0;
  std::optional<Date> planned, reached, approved;
  bool dropped = false;  // replaced by a later plan
  Row holder = no_row;
};

struct MediaState {
  MediaPlanned plan;
  std::int64_t actual = 0;
  std::optional<Date> spent_on;
  bool settled = false;
  std::int64_t invoiced = 0;             // net of pass_through and settlement lines issued
  std::int64_t commission_invoiced = 0;
  Row holder = no_row;                   // one draft at a time
};

}  // namespace billtrail
