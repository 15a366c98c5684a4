// Which rate rules are there? Every one there has been, in order of arrival (R1, R4).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct RateRow {
  std::string key;
  RateRuleId rule;
  RateKind kind = RateKind::bill;
  std::optional<ProjectId> project;
  std::optional<EngagementId> engagement;
  std::optional<ClientId> client;
  std::optional<ServiceId> service;
  std::optional<MemberId> member;
  std::optional<std::string> role;
  Price price;
  Date valid_from;
  std::optional<Date> valid_to;     // exclusive
  std::optional<RateRuleId> ends;   // the rule that ended when this one began
};
BOOST_DESCRIBE_STRUCT(RateRow, (),
                      (key, rule, kind, project, engagement, client, service, member, role, price, valid_from, valid_to, ends))

struct RatesAnswer {
  std::vector<RateRow> rows;
};
BOOST_DESCRIBE_STRUCT(RatesAnswer, (), (rows))

// Filters: client, member, project, service: the rules that name it.
RatesAnswer rates(const Views& views, const Question& question);

}  // namespace billtrail
