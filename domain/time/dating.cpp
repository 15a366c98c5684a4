// Whether something may be dated there: years, future, lock, membership.
#include "domain/time/dating.hpp"

#include "domain/time/limits.hpp"

namespace billtrail {

Instant moment_said(const std::optional<Instant>& said, const Given& given) {
  if (said) return *said;
  return given.occurred_at ? *given.occurred_at : given.now;
}

bool check_moment(Instant at, std::string_view pointer, const Given& given, Faults& faults) {
  if (at < first_instant || at >= last_instant) {
    faults.add(RefusalCode::date_out_of_range, std::string(pointer), {{"first", first_date.text()}, {"last", last_date.text()}});
    return false;
  }
  if (at > given.now + clock_ahead_max) {
    faults.add(RefusalCode::occurred_in_the_future, std::string(pointer), {{"now", given.now.text()}});
    return false;
  }
  return true;
}

void check_occurred(const Given& given, Faults& faults) {
  if (given.occurred_at && *given.occurred_at > given.now + clock_ahead_max) {
    faults.add(RefusalCode::occurred_in_the_future, {}, {{"now", given.now.text()}});
  }
}

void check_membership(const MemberState& member, Date date, std::string_view pointer, Faults& faults) {
  if (member.joined && date < *member.joined) {
    faults.add(RefusalCode::before_member_joined, std::string(pointer), {{"joined", member.joined->text()}});
  }
  if (member.left && date >= *member.left) {
    faults.add(RefusalCode::after_member_left, std::string(pointer), {{"left", member.left->text()}});
  }
}

}  // namespace billtrail
