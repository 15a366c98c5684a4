// What becomes of a draft when the work under it changes (2.19, R4, golden case 14): recomputed, flagged, and a draft again.
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {
namespace {

CorrectTimeEntry correct(std::string_view entry, std::int64_t seconds) {
  CorrectTimeEntry change;
  change.entry = id<EntryId>(entry);
  change.seconds = Seconds{seconds};
  change.reason = "Mistyped";
  return change;
}

const InvoiceState& draft_of(const Scenario& scene) { return *scene.books().invoices.find(draft_1); }

InvoiceRevised last_revision(const Scenario& scene) {
  REQUIRE(scene.decision().accepted());
  for (const Event& event : scene.decision().events()) {
    if (const auto* revised = std::get_if<InvoiceRevised>(&event)) return *revised;
  }
  FAIL("no draft was revised:\n" << printed(scene.decision().events()));
  return {};
}

RoundingTerms quarter_hours_by_group() { return {RoundingMode::up, {900}, {0}, {0}, RoundingScope::group}; }

}  // namespace

TEST_CASE("2.19: a corrected entry recomputes its draft, which is flagged and no longer approved") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600)})
      .when(draft_all(draft_1))
      .by("bea")
      .when(ApproveInvoice{draft_1})
      .by("cid")
      .when(correct("e2", 1800));
  CHECK(events_of(scene) == "TimeEntryCorrected InvoiceRevised");
  const InvoiceRevised revised = last_revision(scene);
  CHECK(revised.cause == RevisionCause::entry_corrected);
  CHECK(revised.reason == "Mistyped");
  CHECK(revised.author == id<ActorId>("ana"));  // whose draft it is
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.5000 hour x 100.0000 = 15000 - 0 = 15000 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "  e2 1800/1800 5000 5000 5000\n"
        "15000 + 2250 = 17250, due 17250\n");
  CHECK(draft_of(scene).stage == InvoiceStage::draft);
  CHECK(draft_of(scene).flagged);
  CHECK(scene.books().settlements.find(id<EntryId>("e2"))->billed == Seconds{1800});
}

TEST_CASE("2.19, W6: a line that was written down keeps what was taken off") {
  Scenario scene;
  ChangeInvoiceLine change;
  change.invoice = draft_1;
  change.line = 1;
  change.net = 17'000;
  change.reason = "Goodwill";
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600)})
      .when(draft_all(draft_1))
      .when(change)
      .when(correct("e2", 1800));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.5000 hour x 100.0000 = 15000 - 3000 = 12000 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 10000 10000 8000\n"
        "  e2 1800/1800 5000 5000 4000\n"
        "12000 + 1800 = 13800, due 13800\n");
}

TEST_CASE("D4, 2.19: the group of a corrected entry is that of the draft's own entries") {
  Scenario scene;
  TimeLogged first = worked("e1", "2026-02-02", 600), second = worked("e2", "2026-02-02", 600),
             third = worked("e3", "2026-02-02", 600);
  first.facts.rounding = second.facts.rounding = third.facts.rounding = quarter_hours_by_group();
  scene.given(studio()).given({first, second, third}).when(draft_these(draft_1, {"e1", "e2"}));
  // Thirty minutes in three parts; e3 stays behind and is rounded alone from now on.
  CHECK(draft_of(scene).document->lines[0].claims[0].billed == Seconds{600});
  scene.when(correct("e2", 900));
  // 25 minutes are 30: five more, by magnitude.
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 0.5000 hour x 100.0000 = 5000 - 0 = 5000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 720/720 2000 2000 2000\n"
        "  e2 1080/1080 3000 3000 3000\n"
        "5000 + 750 = 5750, due 5750\n");
}

TEST_CASE("R4: a repriced entry moves to a line of its rate; a line repriced as a whole stays") {
  Scenario scene;
  const auto ruled = [](TimeLogged time) {
    time.facts.agreed->origin = RateOrigin::rule;
    time.facts.agreed->rule = id<RateRuleId>("old");
    time.facts.standard = time.facts.agreed;
    return time;
  };
  SetRate rate;
  rate.rule = id<RateRuleId>("new");
  rate.client = acme;
  rate.amount = dec("120");
  rate.valid_from = day("2026-02-03");
  scene.given(studio())
      .given({RateSet{id<RateRuleId>("old"),
                      RateKind::bill,
                      {{}, {}, acme, {}, {}, {}},
                      {dec("100"), cur("EUR"), {3600}},
                      day("2026-01-01"),
                      {},
                      {}},
              ruled(worked("e1", "2026-02-02", 3600)), ruled(worked("e2", "2026-02-03", 3600))})
      .when(draft_all(draft_1))
      .when(rate);
  CHECK(last_revision(scene).cause == RevisionCause::entry_repriced);
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "#2 time Site: 1.0000 hour x 120.0000 = 12000 - 0 = 12000 S15.0000 2026-02-03..2026-02-03\n"
        "  e2 3600/3600 12000 12000 12000\n"
        "22000 + 3300 = 25300, due 25300\n");
  CorrectTimeEntry typed;
  typed.entry = id<EntryId>("e2");
  typed.rate = dec("90");
  typed.reason = "Weekend price";
  scene.when(typed).then_anything();
  CHECK(draft_of(scene).document->lines.back().line == 2);
  CHECK(draft_of(scene).document->lines.back().net == 9000);
}

TEST_CASE("2.19: an entry that can no longer be billed leaves the draft") {
  Scenario scene;
  CorrectTimeEntry internal;
  internal.entry = id<EntryId>("e1");
  internal.category = Category::non_billable;
  internal.reason = "Was training";
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600)})
      .when(draft_all(draft_1))
      .when(internal);
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-03..2026-02-03\n"
        "  e2 3600/3600 10000 10000 10000\n"
        "10000 + 1500 = 11500, due 11500\n");
  CHECK(scene.books().settlements.find(id<EntryId>("e1"))->holder == no_row);
}

TEST_CASE("R4: an entry that loses its rate leaves the draft, unpriced") {
  Scenario scene;
  TimeLogged time = worked("e1", "2026-02-02", 3600);
  time.facts.agreed->origin = RateOrigin::rule;
  time.facts.agreed->rule = id<RateRuleId>("old");
  time.facts.standard = time.facts.agreed;
  scene.given(studio())
      .given({RateSet{id<RateRuleId>("old"),
                      RateKind::bill,
                      {{}, {}, acme, {}, {}, {}},
                      {dec("100"), cur("EUR"), {3600}},
                      day("2026-01-01"),
                      {},
                      {}},
              time})
      .when(draft_all(draft_1))
      .when(EndRate{id<RateRuleId>("old"), day("2026-01-01")});
  CHECK(last_revision(scene).document.lines.empty());
  scene.when(draft_all(draft_2)).then_refused({refuse(RefusalCode::nothing_to_bill)});
}

TEST_CASE("2.19: a correction that bills the same leaves the draft alone") {
  Scenario scene;
  CorrectTimeEntry tags;
  tags.entry = id<EntryId>("e1");
  tags.tags = std::vector<std::string>{"night"};
  tags.reason = "Tagged";
  scene.given(studio()).given({worked("e1", "2026-02-02", 3600)}).when(draft_all(draft_1)).when(tags);
  CHECK(events_of(scene) == "TimeEntryCorrected");
  CHECK_FALSE(draft_of(scene).flagged);
}

TEST_CASE("2.13: an entry on a draft is not removed") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600)})
      .when(draft_all(draft_1))
      .when(RemoveTimeEntry{id<EntryId>("e1"), "Twice"})
      .then_refused({refuse(RefusalCode::entry_on_draft, "/entry", {{"invoice", std::string("draft-1")}})});
}

TEST_CASE("D2: work that is rounded anew on request is rounded anew on its draft") {
  Scenario scene;
  SetRounding rounding;
  rounding.policy = id<RoundingPolicyId>("quarters");
  rounding.terms = {RoundingMode::up, {900}, {0}, {0}, RoundingScope::entry};
  rounding.valid_from = day("2026-02-01");
  rounding.unbilled_too = true;
  scene.given(studio()).given({worked("e1", "2026-02-02", 1000)}).when(draft_all(draft_1)).when(rounding);
  CHECK(last_revision(scene).cause == RevisionCause::entry_rerounded);
  CHECK(draft_of(scene).document->lines[0].claims[0].billed == Seconds{1800});
  CHECK(draft_of(scene).document->net == 5000);
}

}  // namespace billtrail::testing
