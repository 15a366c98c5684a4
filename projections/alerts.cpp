// Alerts on clients' WIP and on retainers.
#include "projections/alerts.hpp"

#include <algorithm>

#include "domain/kernel/rounding.hpp"
#include "projections/balances.hpp"
#include "projections/live_draw.hpp"
#include "projections/retainer_cycles.hpp"

namespace billtrail {
namespace {

bool stands(Date on, const std::optional<Date>& cleared, Date day) { return on <= day && !(cleared && *cleared <= day); }

void of_wip(AlertsAnswer& answer, const Views& views, Date day) {
  for (const WipAlertFacts& alert : views.billing.alerts) {
    if (!stands(alert.on, alert.cleared_on, day)) continue;
    AlertRow& row = answer.rows.emplace_back();
    row.kind = alert.facts.kind == WipAlertKind::value ? AlertKind::wip_value : AlertKind::wip_age;
    name_client(row, views, views.directory.clients.required(alert.facts.client));
    row.threshold = alert.facts.threshold;
    row.value = alert.facts.value;
    row.entry = alert.facts.entry;
    row.position = static_cast<std::int64_t>(alert.position.value);
    row.on = alert.on;
  }
}

void of_retainers(AlertsAnswer& answer, const Views& views, Date day) {
  LiveDraw live(views, day);
  for (Row number = 0; number < views.agreements.engagements.size(); ++number) {
    const EngagementFacts& facts = views.agreements.engagements.at(number);
    for (const CycleFacts& cycle : facts.cycles) {
      for (const RaisedAlert& alert : cycle.alerts) {
        if (!stands(alert.on, alert.cleared_on, day)) continue;
        AlertRow& row = answer.rows.emplace_back();
        row.kind = AlertKind::retainer;
        name_client(row, views, facts.client);
        row.engagement = views.agreements.engagements.key(number);
        row.engagement_name = facts.name;
        row.period = cycle.period;
        row.threshold = alert.percent;
        const CycleRow state = cycle_row(views, live, number, cycle, day);
        row.value = divide_half_away(state.percent_used.value_or(0), 100);
        row.entry = alert.entry;
        row.position = static_cast<std::int64_t>(alert.position.value);
        row.on = alert.on;
      }
    }
  }
}

}  // namespace

AlertsAnswer alerts(const Views& views, const Question& question) {
  AlertsAnswer answer;
  of_wip(answer, views, question.day());
  of_retainers(answer, views, question.day());
  for (AlertRow& row : answer.rows) row.key = std::to_string(row.position);
  std::ranges::sort(answer.rows, std::ranges::greater{}, &AlertRow::position);
  return answer;
}

}  // namespace billtrail
