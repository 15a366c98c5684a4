// Does the fee cover the effort? 2.9: fee over the standard value of all billable work of the agreement in the period; over 100 % the fee
// is more than the work.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct FeeAdequacyRow {
  std::string key;
  EngagementId engagement;
  std::string name;
  ClientId client;
  std::string client_name;
  std::optional<std::int32_t> period;  // of a retainer or recurring fee
  Date from;
  std::optional<Date> to;              // exclusive; open where a fixed fee has no end
  Money fee;                           // as agreed for the period
  Money standard;                      // by work date, until the question's day
  std::optional<std::int64_t> adequacy;  // hundredths of a percent; nothing without work
};
BOOST_DESCRIBE_STRUCT(FeeAdequacyRow, (), (key, engagement, name, client, client_name, period, from, to, fee, standard, adequacy))

struct FeeAdequacyAnswer {
  Date from, to;
  std::vector<FeeAdequacyRow> rows;  // by client and agreement, newest period first
};
BOOST_DESCRIBE_STRUCT(FeeAdequacyAnswer, (), (from, to, rows))

// Periods that touch from .. to: the month of the question's day unless given.
FeeAdequacyAnswer fee_adequacy(const Views& views, const Question& question);

}  // namespace billtrail
