// D1, D2: which rounding holds for which work, and rounding anew on request.
#include "domain/rounding/which_policy.hpp"
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto ana = id<MemberId>("ana");
const auto acme = id<ClientId>("acme");
const auto bolt = id<ClientId>("bolt");
const RoundingTerms up15{RoundingMode::up, Seconds{900}};
const RoundingTerms nearest6{RoundingMode::nearest, Seconds{360}};
const RoundingTerms exact{};

const std::vector<Event> agency{opened(), MemberAdded{ana, {}, {}, {}, {}, {}}, ClientAdded{acme, "Acme", cur("EUR")},
                                ClientAdded{bolt, "Bolt", cur("EUR")}};

RoundingSet policy(std::string_view name, std::optional<ClientId> client, RoundingTerms terms, std::string_view from) {
  return {id<RoundingPolicyId>(name), client, terms, day(from)};
}
SetRounding set_rounding(std::string_view name, std::optional<ClientId> client, RoundingTerms terms, std::string_view from) {
  return {id<RoundingPolicyId>(name), client, terms, day(from), {}};
}
SetRounding unbilled_too(SetRounding set) {
  set.unbilled_too = true;
  return set;
}

TimeLogged logged(std::string_view entry, std::optional<ClientId> client, std::string_view date, RoundingTerms terms) {
  TimeLogged time;
  time.entry = id<EntryId>(entry);
  time.facts.member = ana;
  time.facts.work.client = client;
  time.facts.work.category = client ? Category::ad_hoc : Category::non_billable;
  time.facts.span.work_date = day(date);
  time.facts.span.seconds = {100};
  time.facts.rounding = terms;
  return time;
}

}  // namespace

TEST_CASE("D2: the client's policy counts before the practice's, and the one that began last by the work date") {
  Scenario scenario;
  scenario.given(agency).given({policy("p1", {}, up15, "2026-01-01"), policy("p2", acme, nearest6, "2026-02-01"),
                                policy("p3", acme, exact, "2026-03-01"), policy("p4", {}, nearest6, "2026-02-15")});
  const auto terms = [&](const std::optional<ClientId>& client, std::string_view date) {
    return rounding_for(scenario.books(), client, day(date), Category::project);
  };
  CHECK(terms(acme, "2025-12-31") == exact);
  CHECK(terms(acme, "2026-01-01") == up15);
  CHECK(terms(acme, "2026-02-01") == nearest6);
  CHECK(terms(acme, "2026-03-01") == exact);
  CHECK(terms(bolt, "2026-02-14") == up15);
  CHECK(terms(bolt, "2026-02-15") == nearest6);
  CHECK(terms({}, "2026-02-14") == up15);
}

TEST_CASE("D2: of two policies that begin on the same day the one set later counts") {
  Scenario scenario;
  scenario.given(agency).given({policy("p1", {}, up15, "2026-01-01"), policy("p2", {}, nearest6, "2026-01-01")});
  CHECK(rounding_for(scenario.books(), acme, day("2026-01-01"), Category::project) == nearest6);
}

TEST_CASE("D1: non-billable work is never rounded") {
  Scenario scenario;
  scenario.given(agency).given({policy("p1", {}, up15, "2026-01-01")});
  CHECK(rounding_for(scenario.books(), acme, day("2026-01-01"), Category::non_billable) == exact);
}

TEST_CASE("D2: a policy leaves work that is already there alone unless it is asked for") {
  Scenario{}
      .given(agency)
      .given({logged("e", acme, "2026-02-01", exact)})
      .when(set_rounding("p1", {}, up15, "2026-01-01"))
      .then({policy("p1", {}, up15, "2026-01-01")});
}

TEST_CASE("D2: on request the unbilled work from its date on is rounded anew where the policy is the one that counts") {
  TimeLogged removed = logged("gone", bolt, "2026-02-01", exact);
  Scenario{}
      .given(agency)
      .given({policy("of-acme", acme, nearest6, "2026-02-01")})
      .given({logged("before", bolt, "2025-12-31", exact), logged("first", bolt, "2026-01-01", exact),
              logged("acme-early", acme, "2026-01-31", exact), logged("acme-late", acme, "2026-02-01", nearest6),
              logged("same-already", bolt, "2026-02-01", up15), logged("internal", {}, "2026-02-01", exact), removed,
              TimeEntryRemoved{removed.entry, removed.facts, "twice"}})
      .when(unbilled_too(set_rounding("p1", {}, up15, "2026-01-01")))
      .then({policy("p1", {}, up15, "2026-01-01"), EntryRerounded{id<EntryId>("first"), exact, up15, id<RoundingPolicyId>("p1")},
             EntryRerounded{id<EntryId>("acme-early"), exact, up15, id<RoundingPolicyId>("p1")}});
}

TEST_CASE("D2: a client's new policy rounds only that client's work anew, up to the client's next one") {
  Scenario{}
      .given(agency)
      .given({policy("later", acme, exact, "2026-03-01"), logged("now", acme, "2026-02-28", exact),
              logged("next", acme, "2026-03-01", exact), logged("other", bolt, "2026-02-28", exact)})
      .when(unbilled_too(set_rounding("p1", acme, up15, "2026-01-01")))
      .then(
          {policy("p1", acme, up15, "2026-01-01"), EntryRerounded{id<EntryId>("now"), exact, up15, id<RoundingPolicyId>("p1")}});
}

TEST_CASE("rounding_terms_invalid, id_in_use, unknown_client, period_locked: every fault of a policy is named") {
  RoundingTerms wrong{RoundingMode::up, Seconds{59}, Seconds{-1}, Seconds{-1}};
  RoundingTerms too_long{RoundingMode::up, Seconds{14'401}};
  Scenario{}
      .given(agency)
      .given({policy("p1", {}, up15, "2026-01-01"), PeriodLocked{day("2026-01-31")}})
      .when(set_rounding("p1", id<ClientId>("none"), wrong, "2026-01-31"))
      .then_refused({refuse(RefusalCode::id_in_use, "/policy"), refuse(RefusalCode::unknown_client, "/client"),
                     refuse(RefusalCode::period_locked, "/valid_from", {{"locked_until", "2026-01-31"}}),
                     refuse(RefusalCode::rounding_terms_invalid, "/terms/increment"),
                     refuse(RefusalCode::rounding_terms_invalid, "/terms/minimum"),
                     refuse(RefusalCode::rounding_terms_invalid, "/terms/grace")})
      .when(set_rounding("p2", {}, too_long, "2026-02-01"))
      .then_refused({refuse(RefusalCode::rounding_terms_invalid, "/terms/increment")});
}

TEST_CASE("archived: no policy is set for an archived client") {
  Scenario{}
      .given(agency)
      .given({Archived{Noun::client, "acme", day("2026-02-01")}})
      .when(set_rounding("p1", acme, up15, "2026-02-01"))
      .then_refused({refuse(RefusalCode::archived, "/client", {{"client", "acme"}})});
}
