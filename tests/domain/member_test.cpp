// Members: who logs time, and the roles they have had.
#include "domain/member/role_at.hpp"
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto ana = id<MemberId>("ana");
const Personal sealed_name{"ana", "sealed"};

Event ana_added() { return MemberAdded{ana, sealed_name, {}, "junior", "UTC", day("2026-01-01")}; }
Event ana_left() { return Archived{Noun::member, "ana", day("2026-02-01")}; }

}  // namespace

TEST_CASE("a member is added with sealed name, role, zone and joining date") {
  Scenario{}
      .given({opened()})
      .when(AddMember{ana, sealed_name, Personal{"ana", "mail"}, " senior ", "Europe/Berlin", day("2026-01-15")})
      .then({MemberAdded{ana, sealed_name, Personal{"ana", "mail"}, "senior", "Europe/Berlin", day("2026-01-15")}});
}

TEST_CASE("id_in_use, unknown_zone, name_must_not_be_empty: every fault of a new member is named") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(AddMember{ana, Personal{}, {}, " ", "Mars/Olympus", {}})
      .then_refused({refuse(RefusalCode::id_in_use, "/member"), refuse(RefusalCode::unknown_zone, "/zone"),
                     refuse(RefusalCode::name_must_not_be_empty, "/name"), refuse(RefusalCode::name_must_not_be_empty, "/role")});
}

TEST_CASE("two members may have the same name, as names of people are sealed") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(AddMember{id<MemberId>("ana2"), sealed_name, {}, {}, {}, {}})
      .then({MemberAdded{id<MemberId>("ana2"), sealed_name, {}, {}, {}, {}}});
}

TEST_CASE("a change of a member records what is given and differs") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(ChangeMember{ana, {}, Personal{"ana", "mail"}, "UTC", day("2025-12-01")})
      .then({MemberChanged{ana, {}, Personal{"ana", "mail"}, {}, day("2025-12-01")}})
      .when(ChangeMember{ana, Personal{"ana", "new"}, {}, "Europe/Berlin", {}})
      .then({MemberChanged{ana, Personal{"ana", "new"}, {}, "Europe/Berlin", {}}});
}

TEST_CASE("nothing_to_change: a change of a member that changes nothing is refused") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(ChangeMember{ana, {}, {}, "UTC", day("2026-01-01")})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("unknown_member, unknown_zone: an unknown member cannot be changed") {
  Scenario{}
      .given({opened()})
      .when(ChangeMember{ana, {}, {}, "Mars/Olympus", {}})
      .then_refused({refuse(RefusalCode::unknown_zone, "/zone"), refuse(RefusalCode::unknown_member, "/member")});
}

TEST_CASE("after_member_left: nobody joins on or after the day of leaving") {
  Scenario{}
      .given({opened(), ana_added(), ana_left()})
      .when(ChangeMember{ana, {}, {}, {}, day("2026-02-01")})
      .then_refused({refuse(RefusalCode::after_member_left, "/joined", {{"left", "2026-02-01"}})});
}

TEST_CASE("2.21: roles have history by date") {
  Scenario scenario;
  scenario.given({opened(), ana_added()})
      .when(SetMemberRole{ana, " senior", day("2026-03-01")})
      .then({MemberRoleSet{ana, "senior", day("2026-03-01")}})
      .when(SetMemberRole{ana, "medior", day("2026-02-01")})
      .then({MemberRoleSet{ana, "medior", day("2026-02-01")}});
  const MemberState& state = *scenario.books().members.find(ana);
  CHECK(*role_at(state, day("1990-01-01")) == "junior");
  CHECK(*role_at(state, day("2026-01-31")) == "junior");
  CHECK(*role_at(state, day("2026-02-01")) == "medior");
  CHECK(*role_at(state, day("2026-02-28")) == "medior");
  CHECK(*role_at(state, day("2026-03-01")) == "senior");
  CHECK(role_at(MemberState{}, day("2026-03-01")) == nullptr);
}

TEST_CASE("nothing_to_change: a role that already holds on the date is not set again") {
  Scenario{}
      .given({opened(), ana_added()})
      .when(SetMemberRole{ana, "junior", day("2026-03-01")})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("unknown_member, name_must_not_be_empty, period_locked: every fault of a role is named") {
  Scenario{}
      .given({opened(), PeriodLocked{day("2026-01-31")}})
      .when(SetMemberRole{ana, "", day("2026-01-31")})
      .then_refused({refuse(RefusalCode::unknown_member, "/member"), refuse(RefusalCode::name_must_not_be_empty, "/role"),
                     refuse(RefusalCode::period_locked, "/valid_from", {{"locked_until", "2026-01-31"}})});
}

TEST_CASE("after_member_left: a role does not begin when the member has left") {
  Scenario{}
      .given({opened(), ana_added(), ana_left()})
      .when(SetMemberRole{ana, "senior", day("2026-02-01")})
      .then_refused({refuse(RefusalCode::after_member_left, "/valid_from", {{"left", "2026-02-01"}})});
}
