// Members: the people who log time. Their names and addresses are personal and sealed under their own key.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/personal.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

struct AddMember {
  std::optional<MemberId> member;  // chosen by the server unless given
  Personal name;
  std::optional<Personal> email;
  std::optional<std::string> role;  // a rate selector such as "senior" (R1), not a permission
  std::optional<std::string> zone;  // IANA name; the practice's unless given
  std::optional<Date> joined;       // open to the past unless given
};
BOOST_DESCRIBE_STRUCT(AddMember, (), (member, name, email, role, zone, joined))

struct MemberAdded {
  MemberId member;
  Personal name;
  std::optional<Personal> email;
  std::optional<std::string> role;
  std::optional<std::string> zone;
  std::optional<Date> joined;
};
BOOST_DESCRIBE_STRUCT(MemberAdded, (), (member, name, email, role, zone, joined))

struct ChangeMember {
  MemberId member;
  std::optional<Personal> name;
  std::optional<Personal> email;
  std::optional<std::string> zone;
  std::optional<Date> joined;
};
BOOST_DESCRIBE_STRUCT(ChangeMember, (), (member, name, email, zone, joined))

struct MemberChanged {
  MemberId member;
  std::optional<Personal> name;
  std::optional<Personal> email;
  std::optional<std::string> zone;
  std::optional<Date> joined;
};
BOOST_DESCRIBE_STRUCT(MemberChanged, (), (member, name, email, zone, joined))

// Roles have history by date (2.21).
struct SetMemberRole {
  MemberId member;
  std::string role;
  Date valid_from;
};
BOOST_DESCRIBE_STRUCT(SetMemberRole, (), (member, role, valid_from))

struct MemberRoleSet {
  MemberId member;
  std::string role;
  Date valid_from;
};
BOOST_DESCRIBE_STRUCT(MemberRoleSet, (), (member, role, valid_from))

}  // namespace billtrail
