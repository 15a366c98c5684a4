// What was written off, or up, of work in progress? W5: each act with its date, reason and amount; newest first. What a changed line writes off
// when it is issued (W6) stands on the invoice.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct WriteOffRow {
  std::string key;
  WriteOffId write_off;
  ClientId client;
  std::string client_name;
  Date on;
  WriteOffReason code = WriteOffReason::other;
  bool up = false;
  Money amount;
  Seconds seconds;
  std::string reason;
  std::optional<Date> reversed_on;
  std::optional<EngagementId> engagement;  // H4: overage absorbed when that period closed
  std::optional<std::int32_t> period;
};
BOOST_DESCRIBE_STRUCT(WriteOffRow, (),
                      (key, write_off, client, client_name, on, code, up, amount, seconds, reason, reversed_on, engagement, period))

struct WriteOffsAnswer {
  std::vector<WriteOffRow> rows;
};
BOOST_DESCRIBE_STRUCT(WriteOffsAnswer, (), (rows))

// Without from, to and as_of nothing is cut off.
WriteOffsAnswer write_offs(const Views& views, const Question& question);

}  // namespace billtrail
