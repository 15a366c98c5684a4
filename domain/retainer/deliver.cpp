// 2.6: pieces delivered under an allowance of deliverables. A negative count takes back.
#include "domain/checks.hpp"
#include "domain/engagement/engagement_terms.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/time/engaged.hpp"
#include "domain/time/limits.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const RecordDeliverable& command, const Given& given) {
  const DeliverableId id = chosen(command.deliverable);
  Faults faults;
  check_unused(books.deliverables, id, "/deliverable", faults);
  const Retainer retainer = check_retainer(books, command.engagement, faults);
  if (retainer.cycles == nullptr) return faults.in_order();
  if (retainer.cycles->terms.basis != AllowanceBasis::deliverables) {
    faults.add(RefusalCode::engagement_kind_differs, "/engagement", {{"must", "count deliverables"}});
  }
  check_running(books, command.engagement, command.on, "/on", faults);
  check_unlocked(books, command.on, "/on", faults);
  const Date last = today(books, given) + days_ahead_max;
  if (command.on > last) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"last", last.text()}});
  if (command.count == 0) faults.add(RefusalCode::nothing_to_change, "/count");
  check_not_too_large(command.count, "/count", faults);
  const std::int64_t there = retainer.cycles->deliverables_total;
  if (command.count < -there) faults.add(RefusalCode::amount_too_large, "/count", {{"delivered", there}});
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{DeliverableRecorded{id, command.engagement, command.on, command.count, trimmed(command.text)}};
}

}  // namespace billtrail
