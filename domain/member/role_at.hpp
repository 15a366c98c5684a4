// 2.21: roles have history by date.
#pragma once

#include <string>

#include "domain/books.hpp"

namespace billtrail {

// The role that holds on the date, or null when the member has none then.
inline const std::string* role_at(const MemberState& member, Date date) {
  const auto later = member.roles.upper_bound(date);
  return later == member.roles.begin() ? nullptr : &std::prev(later)->second;
}

}  // namespace billtrail
