// Which things an event is about.
#include "eventstore/codec/codec.hpp"
#include "tests/eventstore/codec_samples.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using Names = std::vector<std::string>;

TEST_CASE("every id an event names is an entity, once, in the order of its fields") {
  CHECK(entities_of(ClientAdded{*ClientId::parse("acme"), "Acme", *Currency::parse("EUR")}) == Names{"client:acme"});
  CHECK(entities_of(CampaignOpened{*CampaignId::parse("c1"), *ClientId::parse("acme"), ProjectId::parse("p1"), "Spring"}) ==
        Names{"campaign:c1", "client:acme", "project:p1"});
  CHECK(entities_of(LeaveRecorded{*LeaveId::parse("l1"), *MemberId::parse("ana"), {}, {}, {}}) == Names{"leave:l1", "member:ana"});
  CHECK(entities_of(RoundingSet{*RoundingPolicyId::parse("r1"), ClientId::parse("acme"), {}, {}}) == Names{"rounding:r1", "client:acme"});
  CHECK(entities_of(PeriodLocked{*Date::parse("2026-01-31")}) == Names{});
}

TEST_CASE("a correction is about both what it was and what it is") {
  TimeEntryCorrected event;
  event.entry = *EntryId::parse("e1");
  event.before.member = event.after.member = *MemberId::parse("ana");
  event.before.work.client = event.after.work.client = ClientId::parse("acme");
  event.before.work.project = ProjectId::parse("old");
  event.after.work.project = ProjectId::parse("new");
  event.after.work.engagement = EngagementId::parse("g1");
  CHECK(entities_of(event) == Names{"entry:e1", "member:ana", "client:acme", "project:old", "engagement:g1", "project:new"});
}

TEST_CASE("overlapping entries and the entry moved from are touched too") {
  TimeLogged event;
  event.entry = *EntryId::parse("e3");
  event.facts.member = *MemberId::parse("ana");
  event.overlaps = {*EntryId::parse("e1"), *EntryId::parse("e2")};
  event.moved_from = EntryId::parse("e2");
  CHECK(entities_of(event) == Names{"entry:e3", "member:ana", "entry:e1", "entry:e2"});
}

TEST_CASE("archiving is about the thing archived") {
  CHECK(entities_of(Archived{Noun::client, "acme", {}}) == Names{"client:acme"});
  CHECK(entities_of(Restored{Noun::task, "t1"}) == Names{"task:t1"});
}

TEST_CASE("ids of different kinds with the same text are different things") {
  CHECK(entities_of(ProjectOpened{*ProjectId::parse("x"), ClientId::parse("x"), "X"}) == Names{"project:x", "client:x"});
}
