// What has been agreed with whom, and where does it stand (2.5, 2.6)? A row for each engagement, by client and then in order of arrival.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct MilestoneRow {
  MilestoneId milestone;
  std::string name;
  std::int64_t amount = 0;
  std::optional<Date> planned, reached, approved;
  std::optional<InvoiceId> invoice;  // draft or issued
};
BOOST_DESCRIBE_STRUCT(MilestoneRow, (), (milestone, name, amount, planned, reached, approved, invoice))

struct EngagementRow {
  std::string key;
  EngagementId engagement;
  ClientId client;
  std::string client_name;
  std::string name;
  EngagementKind kind = EngagementKind::hourly;
  Date starts;
  std::optional<Date> ends;  // exclusive
  std::string scope;
  std::optional<Money> fee;           // whole, or of a period
  std::optional<Money> cap;
  std::optional<Money> cap_used;      // agreed value within the cap
  std::optional<Money> fee_invoiced;  // before tax, less credit notes
  std::optional<CycleTerms> cycle;
  std::optional<PeriodTerms> terms;   // as they hold on the day
  bool paused = false;
  std::optional<std::int32_t> open_period;
  std::optional<Date> next_opens;
  std::vector<MilestoneRow> milestones;
};
BOOST_DESCRIBE_STRUCT(EngagementRow, (),
                      (key, engagement, client, client_name, name, kind, starts, ends, scope, fee, cap, cap_used, fee_invoiced, cycle,
                       terms, paused, open_period, next_opens, milestones))

struct EngagementsAnswer {
  std::vector<EngagementRow> rows;
};
BOOST_DESCRIBE_STRUCT(EngagementsAnswer, (), (rows))

EngagementsAnswer engagements(const Views& views, const Question& question);

// C5: the first day on which the next period may be opened; nothing when there is none.
std::optional<Date> next_opening(const EngagementFacts& engagement);

// The draft or invoice that bills a milestone on that day.
std::optional<InvoiceId> milestone_invoice(const Views& views, const MilestoneId& milestone, Date day);

}  // namespace billtrail
