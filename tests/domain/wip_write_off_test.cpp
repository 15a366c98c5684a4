// Write-offs and write-ups of work, independent of any invoice.
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const Date today = day("2026-03-01");

WriteOffWip write_off(std::optional<std::int64_t> amount, std::vector<EntryId> entries = {}) {
  WriteOffWip command;
  command.write_off = off;
  command.client = acme;
  command.entries = std::move(entries);
  command.amount = amount;
  command.reason = "too long";
  return command;
}

WipWrittenOff wrote_off(std::vector<WriteOffShare> shares) {
  return {off, acme, today, WriteOffReason::other, "too long", std::move(shares), {}, {}};
}

WriteUpWip write_up(std::int64_t amount) { return {off, acme, {}, amount, {}, "worth it"}; }

}  // namespace

TEST_CASE("W5, M4: 100.01 off 800.00, 150.00 and 50.00 is 80.01, 15.00 and 5.00") {
  Scenario scenario;
  scenario.given(golden_work())
      .when(write_off(10'001))
      .then({wrote_off({{entry("a"), {28'800}, {}, 8'001}, {entry("b"), {5'400}, {}, 1'500}, {entry("c"), {1'800}, {}, 500}})});
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 719.99");
  CHECK(open_text(scenario.books(), "b") == "5400 s of 5400, 135.00");
  CHECK(open_text(scenario.books(), "c") == "1800 s of 1800, 45.00");
}

TEST_CASE("M4: equal remainders fall on the earlier entry") {
  Scenario{}
      .given(agency)
      .given({old_rate, worked("later", "2026-02-03", 3600), worked("earlier", "2026-02-02", 3600)})
      .when(write_off(1))
      .then({wrote_off({{entry("earlier"), {3'600}, {}, 1}})});
}

TEST_CASE("W1a: an amount moves seconds only when it takes all the value that is left") {
  Scenario scenario;
  scenario.given(golden_work()).when(write_off(5'000, {entry("c")})).then({wrote_off({{entry("c"), {1'800}, {1'800}, 5'000}})});
  CHECK(open_text(scenario.books(), "c") == "-");
}

TEST_CASE("W5: without an amount all that is open goes, of the entries the filter lets through") {
  WriteOffWip all = write_off({});
  all.from = day("2026-02-03");
  all.code = WriteOffReason::over_servicing;
  WipWrittenOff expected = wrote_off({{entry("b"), {5'400}, {5'400}, 15'000}, {entry("c"), {1'800}, {1'800}, 5'000}});
  expected.code = WriteOffReason::over_servicing;
  Scenario{}.given(golden_work()).when(all).then({expected});
  all.from.reset();
  all.to = day("2026-02-02");
  expected.shares = {{entry("a"), {28'800}, {28'800}, 80'000}};
  Scenario{}.given(golden_work()).when(all).then({expected});
  all.project = site;
  Scenario{}.given(golden_work()).when(all).then_refused({refuse(RefusalCode::nothing_to_bill)});
}

TEST_CASE("W5: seconds are spread over the seconds that are open and take their share of the value") {
  WriteOffWip half = write_off({}, {entry("a"), entry("b")});
  half.seconds = Seconds{17'100};
  Scenario scenario;
  scenario.given(golden_work())
      .when(half)
      .then({wrote_off({{entry("a"), {28'800}, {14'400}, 40'000}, {entry("b"), {5'400}, {2'700}, 7'500}})});
  CHECK(open_text(scenario.books(), "a") == "14400 s of 28800, 400.00");
}

TEST_CASE("W5: more than is open is refused with what is open") {
  WriteOffWip seconds = write_off({}, {entry("c")});
  seconds.seconds = Seconds{1'801};
  Scenario{}
      .given(golden_work())
      .when(write_off(5'001, {entry("c")}))
      .then_refused({refuse(RefusalCode::write_off_too_large, "/amount", {{"open", 5'000}})})
      .when(seconds)
      .then_refused({refuse(RefusalCode::write_off_too_large, "/seconds", {{"open_seconds", 1'800}})});
}

TEST_CASE("2.21: work on a draft is not written off; the line is edited. A filter leaves it out") {
  Scenario scenario;
  scenario.given(golden_work())
      .given({drafted("d", {claim("a", 28'800, 80'000), claim("b", 5'400, 15'000)})})
      .when(write_off(100, {entry("a")}))
      .then_refused({refuse(RefusalCode::entry_on_draft, "/entries/0", {{"invoice", "d"}})})
      .when(write_off(100))
      .then({wrote_off({{entry("c"), {1'800}, {}, 100}})});
}

TEST_CASE("W5: entries that are not open, not the client's or not there are refused, each with its reason") {
  TimeLogged doras = worked("doras", "2026-02-02", 3600);
  doras.facts.work.client = id<ClientId>("dora");
  TimeLogged given_away = worked("given-away", "2026-02-02", 3600);
  given_away.facts.work.category = Category::non_billable;
  TimeLogged gone = worked("gone", "2026-02-02", 3600);
  Scenario{}
      .given(golden_work())
      .given(invoiced("i", "INV-7", "2026-02-10", {claim("a", 28'800, 80'000)}))
      .given({doras, given_away, gone, TimeEntryRemoved{gone.entry, gone.facts, "twice"},
              WipWrittenOff{id<WriteOffId>("old"), acme, today, {}, "", {{entry("c"), {1'800}, {1'800}, 5'000}}, {}, {}}})
      .when(write_off(1, {entry("a"), entry("c"), entry("given-away"), entry("gone"), entry("doras"), entry("none")}))
      .then_refused({refuse(RefusalCode::unknown_entry, "/entries/5"), refuse(RefusalCode::entry_removed, "/entries/3"),
                     refuse(RefusalCode::entry_invoiced, "/entries/0", {{"invoice", "i"}, {"number", "INV-7"}}),
                     refuse(RefusalCode::entry_not_billable, "/entries/2"), refuse(RefusalCode::entry_written_off, "/entries/1"),
                     refuse(RefusalCode::entry_of_another_client, "/entries/4", {{"client", "dora"}})});
}

TEST_CASE("2.21: a write-off is dated on or after the work, not later than today, and not in a locked period") {
  WriteOffWip early = write_off(100);
  early.on = day("2026-02-03");
  WriteOffWip late = write_off(100);
  late.on = day("2026-03-02");
  WriteOffWip locked = write_off(100);
  locked.on = day("2026-01-31");
  Scenario{}
      .given(golden_work())
      .given({PeriodLocked{day("2026-01-31")}})
      .when(early)
      .then_refused({refuse(RefusalCode::date_before_work, "/on", {{"entry", "c"}, {"work_date", "2026-02-04"}})})
      .when(late)
      .then_refused({refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", "2026-03-01"}})})
      .when(locked)
      .then_refused({refuse(RefusalCode::period_locked, "/on", {{"locked_until", "2026-01-31"}})});
}

TEST_CASE("W5: a write-off needs a known client, an own id, a reason, and one measure that is positive") {
  WriteOffWip wrong = write_off(0);
  wrong.client = id<ClientId>("nobody");
  wrong.project = id<ProjectId>("none");
  wrong.member = id<MemberId>("none");
  wrong.engagement = id<EngagementId>("none");
  wrong.seconds = Seconds{0};
  wrong.reason = " ";
  Scenario{}
      .given(golden_work())
      .given({wrote_off({})})
      .when(wrong)
      .then_refused({refuse(RefusalCode::id_in_use, "/write_off"), refuse(RefusalCode::unknown_member, "/member"),
                     refuse(RefusalCode::unknown_client, "/client"), refuse(RefusalCode::unknown_project, "/project"),
                     refuse(RefusalCode::unknown_engagement, "/engagement"),
                     refuse(RefusalCode::duration_must_be_positive, "/seconds"), refuse(RefusalCode::reason_needed, "/reason"),
                     refuse(RefusalCode::setting_out_of_range, "/amount")});
}

TEST_CASE("W5: a write-up makes open work worth more, in proportion to value, and its reversal takes it back") {
  Scenario scenario;
  scenario.given(golden_work())
      .when(write_up(10'001))
      .then(
          {WipWrittenUp{off,
                        acme,
                        today,
                        "worth it",
                        {{entry("a"), {28'800}, {}, 8'001}, {entry("b"), {5'400}, {}, 1'500}, {entry("c"), {1'800}, {}, 500}}}});
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 880.01");
  scenario.when(ReverseWriteOff{off, {}, "not worth it"}).then({WriteOffReversed{off, today, "not worth it"}});
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 800.00");
}

TEST_CASE("W5: a write-up needs open work with a value and an amount that can be recorded") {
  Scenario{}
      .given(agency)
      .given({logged("unpriced", "2026-02-02", {}, {})})
      .when(write_up(100))
      .then_refused({refuse(RefusalCode::nothing_to_bill)})
      .when(write_up(0))
      .then_refused({refuse(RefusalCode::setting_out_of_range, "/amount")})
      .when(write_up(2'000'000'000'000'000))
      .then_refused({refuse(RefusalCode::amount_too_large, "/amount", {{"amount_max", 1'000'000'000'000'000}})});
}

TEST_CASE("W5: a reversal is an act of its own, once, not before the write-off") {
  ReverseWriteOff early{off, day("2026-02-28"), "mistake"};
  Scenario scenario;
  scenario.given(golden_work())
      .when(ReverseWriteOff{off, {}, "mistake"})
      .then_refused({refuse(RefusalCode::unknown_write_off, "/write_off")})
      .when(write_off({}, {entry("a")}))
      .then_anything()
      .when(early)
      .then_refused({refuse(RefusalCode::date_before_document, "/on", {{"on", "2026-03-01"}})})
      .when(ReverseWriteOff{off, {}, "mistake"})
      .then({WriteOffReversed{off, today, "mistake"}});
  CHECK(open_text(scenario.books(), "a") == "28800 s of 28800, 800.00");
  scenario.when(ReverseWriteOff{off, {}, "mistake"}).then_refused({refuse(RefusalCode::already_undone, "/write_off")});
}

TEST_CASE("W5: a reversal is refused once what the write-off left has been claimed") {
  const std::vector<Claim> rest{claim("a", 28'800, 79'900)};
  Scenario scenario;
  scenario.given(golden_work())
      .when(write_off(100, {entry("a")}))
      .then_anything()
      .given({drafted("d", rest)})
      .when(ReverseWriteOff{off, {}, "mistake"})
      .then_refused({refuse(RefusalCode::entries_not_open, "/write_off", {{"entry", "a"}, {"invoice", "d"}})})
      .given({InvoiceApproved{id<InvoiceId>("d"), id<ActorId>("ana")}, issued("d", "INV-1", "2026-03-01", rest)})
      .when(ReverseWriteOff{off, {}, "mistake"})
      .then_refused({refuse(RefusalCode::entries_not_open, "/write_off", {{"entry", "a"}})});
}

TEST_CASE("H4: what the close of a period absorbed comes back only with its reopening") {
  Scenario{}
      .given(golden_work())
      .given({WipWrittenOff{off, acme, today, WriteOffReason::over_servicing, "", {}, id<EngagementId>("deal"), 3}})
      .when(ReverseWriteOff{off, {}, "mistake"})
      .then_refused({refuse(RefusalCode::cycle_closed, "/write_off")});
}
