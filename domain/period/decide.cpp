// 2.18: the lock date only moves forward, and never past today: a lock that lies ahead would stop the practice for good.
#include "domain/checks.hpp"
#include "domain/period/period_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const LockPeriod& command, const Given& given) {
  const std::optional<Date>& locked_until = books.locked_until.get();
  const Date now = today(books, given);
  Faults faults;
  if (command.until > now) faults.add(RefusalCode::occurred_in_the_future, "/until", {{"today", now.text()}});
  if (command.until == locked_until) faults.add(RefusalCode::nothing_to_change, "/until");
  if (locked_until && command.until < *locked_until) {
    faults.add(RefusalCode::lock_moves_back, "/until", {{"locked_until", locked_until->text()}});
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{PeriodLocked{command.until}};
}

}  // namespace billtrail
