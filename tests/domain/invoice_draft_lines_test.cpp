// What a line of work comes to (2.3): M1-M4 and the explicit acts on its entries (W5).
#include "tests/domain/invoice_draft_scenes.hpp"

namespace billtrail::testing {

TEST_CASE("M1, M3: 15, 50, 225, 75 and 35 minutes at 100.00 are one line of 666.67") {
  Scenario scene;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 15 * 60), worked("e2", "2026-02-03", 50 * 60), worked("e3", "2026-02-04", 225 * 60),
              worked("e4", "2026-02-05", 75 * 60), worked("e5", "2026-02-06", 35 * 60)})
      .when(draft_all(draft_1));
  CHECK(events_of(scene) == "InvoiceDrafted");
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 6.6667 hour x 100.0000 = 66667 - 0 = 66667 S15.0000 2026-02-02..2026-02-06\n"
        "  e1 900/900 2500 2500 2500\n"
        "  e2 3000/3000 8333 8334 8334\n"
        "  e3 13500/13500 37500 37500 37500\n"
        "  e4 4500/4500 12500 12500 12500\n"
        "  e5 2100/2100 5833 5833 5833\n"
        "66667 + 10000 = 76667, due 76667\n");
}

TEST_CASE("M2: 1000 s at 333.33 print 0.2778 h and cost 92.60") {
  Scenario scene;
  scene.given(studio()).given({worked("e1", "2026-02-02", 1000, "333.33")}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 0.2778 hour x 333.3300 = 9260 - 0 = 9260 S15.0000 2026-02-02..2026-02-02\n"
        "  e1 1000/1000 9259 9260 9260\n"
        "9260 + 1389 = 10649, due 10649\n");
}

TEST_CASE("M2: a rate fixed per entry prints one unit for each") {
  Scenario scene;
  TimeLogged first = worked("e1", "2026-02-02", 600, "40"), second = worked("e2", "2026-02-03", 1200, "40");
  first.facts.agreed->price.per = second.facts.agreed->price.per = {0};
  scene.given(studio()).given({first, second}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 2.0000 unit x 40.0000 = 8000 - 0 = 8000 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 600/600 4000 4000 4000\n"
        "  e2 1200/1200 4000 4000 4000\n"
        "8000 + 1200 = 9200, due 9200\n");
}

TEST_CASE("M1: other project, service or rate is another line") {
  Scenario scene;
  TimeLogged other = worked("e2", "2026-02-03", 3600);
  other.facts.work.project.reset();
  other.facts.work.service = payroll;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), other, worked("e3", "2026-02-04", 3600, "80"), worked("e4", "2026-02-05", 1800)})
      .when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.5000 hour x 100.0000 = 15000 - 0 = 15000 S15.0000 2026-02-02..2026-02-05\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "  e4 1800/1800 5000 5000 5000\n"
        "#2 time Payroll: 1.0000 hour x 100.0000 = 10000 - 0 = 10000 S15.0000 2026-02-03..2026-02-03\n"
        "  e2 3600/3600 10000 10000 10000\n"
        "#3 time Site: 1.0000 hour x 80.0000 = 8000 - 0 = 8000 S15.0000 2026-02-04..2026-02-04\n"
        "  e3 3600/3600 8000 8000 8000\n"
        "33000 + 4950 = 37950, due 37950\n");
}

TEST_CASE("M4, W6: 800, 150 and 50 written down by 100.01 lose 80.01, 15.00 and 5.00") {
  Scenario scene;
  ChangeInvoiceLine change;
  change.invoice = draft_1;
  change.line = 1;
  change.net = 89'999;
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 8 * 3600), worked("e2", "2026-02-03", 5400), worked("e3", "2026-02-04", 1800)})
      .when(draft_all(draft_1))
      .when(change)
      .then_refused({refuse(RefusalCode::reason_needed, "/reason")});
  change.reason = "As promised";
  scene.when(change);
  CHECK(events_of(scene) == "InvoiceRevised");
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 10.0000 hour x 100.0000 = 100000 - 10001 = 89999 S15.0000 2026-02-02..2026-02-04\n"
        "  e1 28800/28800 80000 80000 71999\n"
        "  e2 5400/5400 15000 15000 13500\n"
        "  e3 1800/1800 5000 5000 4500\n"
        "89999 + 13500 = 103499, due 103499\n");
  CHECK(scene.books().invoices.find(draft_1)->document->lines[0].allowance_reason == "As promised");
}

TEST_CASE("M2, W6: a raise is a line of its own that relieves nothing") {
  Scenario scene;
  ChangeInvoiceLine change;
  change.invoice = draft_1;
  change.line = 1;
  change.net = 20'001;
  change.reason = "Rush";
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 1800)})
      .when(draft_all(draft_1))
      .when(change);
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 1.5000 hour x 100.0000 = 15000 - 0 = 15000 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "  e2 1800/1800 5000 5000 5000\n"
        "#2 write_up Write-up: Site: 1.0000 unit x 50.0100 = 5001 - 0 = 5001 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 0/3600 0 0 3334\n"
        "  e2 0/1800 0 0 1667\n"
        "20001 + 3000 = 23001, due 23001\n");
  change.net = 15'000;  // back to what the work proposes
  scene.when(change);
  CHECK(draft_text(scene, draft_1).find("write_up") == std::string::npos);
}

TEST_CASE("W5, M2: what was written off before is an allowance, what was written up a line of its own") {
  Scenario scene;
  WipWrittenOff off{id<WriteOffId>("w1"),
                    acme,
                    day("2026-02-10"),
                    WriteOffReason::goodwill,
                    "Sorry",
                    {{id<EntryId>("e1"), {3600}, {0}, 2500}},
                    {},
                    {}};
  WipWrittenUp up{id<WriteOffId>("w2"), acme, day("2026-02-10"), "Weekend", {{id<EntryId>("e2"), {3600}, {0}, 1000}}};
  scene.given(studio())
      .given({worked("e1", "2026-02-02", 3600), worked("e2", "2026-02-03", 3600), off, up})
      .when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 2.0000 hour x 100.0000 = 20000 - 2500 = 17500 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 7500 7500 7500\n"
        "  e2 3600/3600 10000 10000 10000\n"
        "#2 write_up Write-up: Site: 1.0000 unit x 10.0000 = 1000 - 0 = 1000 S15.0000 2026-02-03..2026-02-03\n"
        "  e2 0/3600 1000 1000 1000\n"
        "18500 + 2775 = 21275, due 21275\n");
  RemoveInvoiceLine remove{draft_1, 2};
  scene.when(remove).then_refused({refuse(RefusalCode::line_kind_differs, "/line")});
}

TEST_CASE("M3: an adjustment takes away from the line it flows into") {
  Scenario scene;
  TimeLogged less = worked("e2", "2026-02-03", -900);
  scene.given(studio()).given({worked("e1", "2026-02-02", 3600), less}).when(draft_all(draft_1));
  CHECK(draft_text(scene, draft_1) ==
        "#1 time Site: 0.7500 hour x 100.0000 = 7500 - 0 = 7500 S15.0000 2026-02-02..2026-02-03\n"
        "  e1 3600/3600 10000 10000 10000\n"
        "  e2 -900/-900 -2500 -2500 -2500\n"
        "7500 + 1125 = 8625, due 8625\n");
}

TEST_CASE("2.5: capped work is billed to the cap and no cent beyond") {
  Scenario scene;
  const auto capped = id<EngagementId>("capped");
  TimeLogged first = worked("e1", "2026-02-02", 3600), second = worked("e2", "2026-02-03", 3600);
  first.facts.work.engagement = second.facts.work.engagement = capped;
  first.facts.work.category = second.facts.work.category = Category::project;
  scene.given(studio())
      .given({EngagementAgreed{capped, acme, "Relaunch", EngagementKind::capped, day("2026-01-01"), {}, 0, 13'333, ""}, first,
              second})
      .when(draft_all(draft_1));
  const InvoiceDocument& document = *scene.books().invoices.find(draft_1)->document;
  REQUIRE(document.lines.size() == 1);
  CHECK(document.net == 13'333);
  CHECK(document.lines[0].claims[1].value == 3333);
  CHECK(document.lines[0].engagement == capped);
}

}  // namespace billtrail::testing
