// Members come, change and take on roles. Their names are personal and sealed, so they cannot be compared, only be missing.
#include "domain/checks.hpp"
#include "domain/member/member_rules.hpp"
#include "domain/member/role_at.hpp"

namespace billtrail {
namespace {

void check_personal(const std::optional<Personal>& name, Faults& faults) {
  if (name && name->bytes.empty()) faults.add(RefusalCode::name_must_not_be_empty, "/name");
}

}  // namespace

Decision<Event> decide(const Books& books, const AddMember& command, const Given& given) {
  const MemberId member = chosen(command.member);
  Faults faults;
  check_unused(books.members, member, "/member", faults);
  check_personal(command.name, faults);
  check_zone(given, command.zone, "/zone", faults);
  std::optional<std::string> role = command.role;
  if (role) role = check_said(*role, "/role", faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{MemberAdded{member, command.name, command.email, role, command.zone, command.joined}};
}

Decision<Event> decide(const Books& books, const ChangeMember& command, const Given& given) {
  Faults faults;
  const MemberState* member = check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  check_personal(command.name, faults);
  check_zone(given, command.zone, "/zone", faults);
  if (member == nullptr) return faults.in_order();
  if (command.joined && member->left && *command.joined >= *member->left) {
    faults.add(RefusalCode::after_member_left, "/joined", {{"left", member->left->text()}});
  }
  MemberChanged change{command.member, command.name, command.email, {}, {}};
  if (command.zone != member->zone) change.zone = command.zone;
  if (command.joined != member->joined) change.joined = command.joined;
  if (!change.name && !change.email && !change.zone && !change.joined) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{change};
}

Decision<Event> decide(const Books& books, const SetMemberRole& command, const Given&) {
  Faults faults;
  const MemberState* member = check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  const std::string role = check_said(command.role, "/role", faults);
  check_unlocked(books, command.valid_from, "/valid_from", faults);
  if (member != nullptr && member->left && command.valid_from >= *member->left) {
    faults.add(RefusalCode::after_member_left, "/valid_from", {{"left", member->left->text()}});
  }
  if (member != nullptr) {
    const std::string* held = role_at(*member, command.valid_from);
    if (held != nullptr && *held == role) faults.add(RefusalCode::nothing_to_change);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{MemberRoleSet{command.member, role, command.valid_from}};
}

}  // namespace billtrail
