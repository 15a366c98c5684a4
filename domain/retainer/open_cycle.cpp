// C1-C3, C5, C6: a period opens with its fee, its own allowance and what the one before hands on. One that begins in a pause is
// skipped: no fee, no allowance.
#include "domain/checks.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/retainer_rules.hpp"

namespace billtrail {
namespace {

// Where the period before is still open, its close hands on later.
HandedOn from_before(const RetainerState& retainer) {
  if (retainer.cycles.empty() || is_open(retainer.cycles.back())) return {};
  return handed_on(retainer.cycles.back());
}

RetainerCycleOpened opening(const Retainer& retainer, const EngagementId& id, const Period& period) {
  const Cadence cadence = cadence_of(retainer);
  RetainerCycleOpened opened;
  opened.engagement = id;
  opened.client = retainer.engagement->client;
  opened.period = period.period;
  opened.from = period.from;
  opened.to = period.to;
  opened.skipped = is_paused(*retainer.cycles, period.from);
  opened.terms = terms_from(*retainer.cycles, period.from);
  HandedOn handed = from_before(*retainer.cycles);
  opened.carried = std::move(handed.carried);
  opened.deficit = handed.deficit;
  if (opened.skipped) return opened;
  const Stretch all{period.from, period.to};
  opened.fees = {{all.from, all.to, prorated_fee(cadence, period, all, opened.terms.fee), opened.terms.fee}};
  opened.allowance = prorated_allowance(cadence, period, all, opened.terms);
  return opened;
}

}  // namespace

Decision<Event> decide(const Books& books, const OpenRetainerCycle& command, const Given& given) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();

  const std::optional<Period> next = next_period(retainer);
  if (!next) {
    return refuse(RefusalCode::engagement_not_running, "/engagement", {{"ends", retainer.engagement->ends->text()}});
  }
  if (command.period && command.period != next->period) {
    return refuse(RefusalCode::cycle_not_due, "/period", {{"next", std::int64_t{next->period}}});
  }
  const Date due = opens_on(retainer.cycles->cycle, *next);
  if (today(books, given) < due) return refuse(RefusalCode::cycle_not_due, {}, {{"due", due.text()}});

  return std::vector<Event>{opening(retainer, command.engagement, *next)};
}

}  // namespace billtrail
