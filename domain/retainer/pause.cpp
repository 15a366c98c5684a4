// C6: a pause skips the periods that begin in it. What has been opened stays as it is.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/retainer_rules.hpp"

namespace billtrail {
namespace {

bool goes_on(const Pause& pause, Date from) { return !pause.until || *pause.until > from; }

// Whether it would skip a period that could still be opened.
bool skips_any(const Retainer& retainer, Date from, const std::optional<Date>& until) {
  std::optional<Period> period = next_period(retainer);
  while (period && period->from < from) period = period_at(cadence_of(retainer), period->period + 1);
  return period && (!until || period->from < *until);
}

}  // namespace

Decision<Event> decide(const Books& books, const PauseRetainer& command, const Given&) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();
  if (command.until && *command.until <= command.from) {
    faults.add(RefusalCode::engagement_terms_invalid, "/until", {{"from", command.from.text()}});
  } else if (is_paused(*retainer.cycles, command.from) || !skips_any(retainer, command.from, command.until)) {
    faults.add(RefusalCode::nothing_to_change, "/from");
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{RetainerPaused{command.engagement, command.from, command.until, command.reason.value_or("")}};
}

Decision<Event> decide(const Books& books, const ResumeRetainer& command, const Given&) {
  Faults faults;
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (!faults.none()) return faults.in_order();
  const std::vector<Pause>& pauses = retainer.cycles->pauses;
  const bool any = std::any_of(pauses.begin(), pauses.end(), [&](const Pause& pause) { return goes_on(pause, command.from); });
  if (!any) return refuse(RefusalCode::nothing_to_change, "/from");

  return std::vector<Event>{RetainerResumed{command.engagement, command.from}};
}

}  // namespace billtrail
