// Members as the events left them: zone, dates and roles; no personal text.
#include "domain/member/member_rules.hpp"

namespace billtrail {

void evolve(Books& books, const MemberAdded& event) {
  MemberState member;
  member.zone = event.zone;
  member.joined = event.joined;
  if (event.role) member.roles.emplace(from_the_beginning, *event.role);
  books.members.insert(event.member, std::move(member));
}

void evolve(Books& books, const MemberChanged& event) {
  MemberState& member = books.members.edit(event.member);
  if (event.zone) member.zone = event.zone;
  if (event.joined) member.joined = event.joined;
}

void evolve(Books& books, const MemberRoleSet& event) {
  books.members.edit(event.member).roles.insert_or_assign(event.valid_from, event.role);
}

}  // namespace billtrail
