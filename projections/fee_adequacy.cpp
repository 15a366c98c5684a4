// Fees held against effort, agreement by agreement.
#include "projections/fee_adequacy.hpp"

#include <algorithm>
#include <tuple>

#include "domain/kernel/calendar.hpp"
#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

class Rows {
 public:
  Rows(const Views& views, const Question& question, FeeAdequacyAnswer& answer)
      : views_(views), day_(question.day()), client_(question.client), answer_(answer) {}

  void take(Row row) {
    const EngagementFacts& facts = views_.agreements.engagements.at(row);
    if (client_ && views_.directory.clients.key(facts.client) != *client_) return;
    if (facts.kind == EngagementKind::fixed_fee) {
      add(row, std::nullopt, facts.starts, facts.ends, facts.fee);
    } else if (facts.kind == EngagementKind::recurring_fee || facts.kind == EngagementKind::retainer) {
      for (auto cycle = facts.cycles.rbegin(); cycle != facts.cycles.rend(); ++cycle) {
        if (!cycle->skipped) add(row, cycle->period, cycle->from, cycle->to, cycle->fee());
      }
    }
  }

 private:
  void add(Row engagement, std::optional<std::int32_t> period, Date from, std::optional<Date> to, std::int64_t fee) {
    if (from > answer_.to || (to && *to <= answer_.from)) return;
    const EngagementFacts& facts = views_.agreements.engagements.at(engagement);
    const ClientFacts& client = views_.directory.clients.at(facts.client);
    FeeAdequacyRow& row = answer_.rows.emplace_back();
    row.engagement = views_.agreements.engagements.key(engagement);
    row.key = row.engagement.text();
    if (period) row.key += "/" + std::to_string(*period);
    row.name = facts.name;
    row.client = views_.directory.clients.key(facts.client);
    row.client_name = client.name;
    row.period = period;
    row.from = from;
    row.to = to;
    row.fee = {fee, client.currency};
    row.standard = {effort(row.engagement, client.currency, from, to), client.currency};
    if (row.standard.minor > 0) row.adequacy = percent_hundredths(fee, row.standard.minor);
  }

  // At its agreed value where work has no standard rate in the client's currency.
  std::int64_t effort(const EngagementId& engagement, const Currency& currency, Date from, std::optional<Date> to) const {
    const WorkView& work = views_.work;
    std::int64_t sum = 0;
    for (const Row row : work.entries_of(work.engagements.find(engagement))) {
      const EntryRow& entry = work.rows[row];
      if (!entry.billable() || entry.work_date < from || entry.work_date > day_ || (to && entry.work_date >= *to)) continue;
      const bool standard = entry.has_standard && work.currencies[entry.standard_currency] == currency;
      sum += standard ? entry.standard_value : entry.value;
    }
    return sum;
  }

  const Views& views_;
  Date day_;
  std::optional<ClientId> client_;
  FeeAdequacyAnswer& answer_;
};

}  // namespace

FeeAdequacyAnswer fee_adequacy(const Views& views, const Question& question) {
  const Date to = question.to.value_or(question.day());
  FeeAdequacyAnswer answer{question.from.value_or(first_of_month(to)), to, {}};
  Rows rows(views, question, answer);
  std::vector<Row> engagements(views.agreements.engagements.size());
  for (Row row = 0; row < engagements.size(); ++row) engagements[row] = row;
  const auto place = [&](Row row) {
    const EngagementFacts& facts = views.agreements.engagements.at(row);
    return std::tie(views.directory.clients.at(facts.client).name, views.directory.clients.key(facts.client), facts.name,
                    views.agreements.engagements.key(row));
  };
  std::ranges::sort(engagements, [&](Row a, Row b) { return place(a) < place(b); });
  for (const Row row : engagements) rows.take(row);
  return answer;
}

}  // namespace billtrail
