// What may be decided about members, and what their events do to the books.
#pragma once

#include <limits>

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddMember& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeMember& command, const Given& given);
Decision<Event> decide(const Books& books, const SetMemberRole& command, const Given& given);

void evolve(Books& books, const MemberAdded& event);
void evolve(Books& books, const MemberChanged& event);
void evolve(Books& books, const MemberRoleSet& event);

// The date under which the role given on adding stands: before every other.
inline constexpr Date from_the_beginning{std::numeric_limits<std::int32_t>::min()};

}  // namespace billtrail
