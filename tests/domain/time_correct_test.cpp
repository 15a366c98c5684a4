// 2.19 and R5: correcting, removing and moving entries.
#include "tests/domain/time_support.hpp"

namespace billtrail::testing {
namespace {

const std::string nine = "2026-02-27T09:00:00Z", ten = "2026-02-27T10:00:00Z", eleven = "2026-02-27T11:00:00Z";

EntryFacts priced(Assignment work, Span span, std::optional<AppliedRate> agreed, std::optional<AppliedRate> standard) {
  EntryFacts whole = facts(ana, std::move(work), std::move(span));
  whole.agreed = std::move(agreed);
  whole.standard = std::move(standard);
  return whole;
}
const Assignment acme_payroll{acme, {}, {}, {}, {}, payroll, Category::ad_hoc};
const Assignment acme_advisory{acme, {}, {}, {}, {}, advisory, Category::ad_hoc};

// Rates of 110 for payroll and 80 for the rest.
Begun with(const EntryFacts& what, const std::vector<Event>& more = {}) {
  std::vector<Event> history{rate("base", "80"), rate("pay", "110", payroll), rate("usd", "90", {}, "USD"), logged("e", what)};
  history.insert(history.end(), more.begin(), more.end());
  return Begun{history};
}
EntryFacts an_hour() {
  return priced(acme_payroll, ran("2026-02-27", nine, ten, 3600), by_rule("pay", "110"), by_rule("pay", "110"));
}

std::vector<Fact> fact(std::string name, std::string value) { return {{std::move(name), std::move(value)}}; }

}  // namespace

TEST_CASE("2.19: a correction says the whole facts before and after, and why") {
  CorrectTimeEntry command = correct("e");
  command.seconds = Seconds{1800};
  command.description = Personal{"", "call"};
  command.tags = std::vector<std::string>{"short"};
  EntryFacts after = an_hour();
  after.span = ran("2026-02-27", nine, "2026-02-27T09:30:00Z", 1800);
  with(an_hour()).when(command).then(
      {TimeEntryCorrected{entry("e"), an_hour(), after, Personal{"", "call"}, std::vector<std::string>{"short"}, "as it was"}});
}

TEST_CASE("R5: a change of duration or text never resolves the rate again") {
  // The entry holds a rate that no rule would give today.
  const EntryFacts old = priced(acme_payroll, lasted("2026-02-27", 3600), by_rule("base", "80"), by_rule("base", "80"));
  CorrectTimeEntry command = correct("e");
  command.seconds = Seconds{60};
  EntryFacts after = old;
  after.span.seconds = Seconds{60};
  with(old).when(command).then({was_corrected("e", old, after)});
  CorrectTimeEntry text = correct("e");
  text.description = Personal{"", "call"};
  with(old).when(text).then({TimeEntryCorrected{entry("e"), old, old, Personal{"", "call"}, {}, "as it was"}});
}

TEST_CASE("R5: a change of service, project or date resolves the rate again") {
  CorrectTimeEntry service = correct("e"), project = correct("e"), date = correct("e");
  service.service = advisory;
  EntryFacts after = priced(acme_advisory, an_hour().span, by_rule("base", "80"), by_rule("base", "80"));
  with(an_hour()).when(service).then({was_corrected("e", an_hour(), after)});

  RateSet for_site = rate("site", "130");
  for_site.selectors = {site, {}, {}, {}, {}, {}};
  project.project = site;
  after = an_hour();
  after.work.project = site;
  after.agreed = by_rule("site", "130");  // the standard rate ignores projects
  with(an_hour(), {for_site}).when(project).then({was_corrected("e", an_hour(), after)});

  RateSet from_march = rate("pay-2", "120", payroll);
  from_march.valid_from = day("2026-03-01");
  from_march.ends = id<RateRuleId>("pay");
  const EntryFacts bare = priced(acme_payroll, lasted("2026-02-27", 3600), by_rule("pay", "110"), by_rule("pay", "110"));
  date.date = day("2026-03-01");
  after = priced(acme_payroll, lasted("2026-03-01", 3600), by_rule("pay-2", "120"), by_rule("pay-2", "120"));
  with(bare, {from_march}).when(date).then({was_corrected("e", bare, after)});
}

TEST_CASE("R5: a typed or imported rate stays when the service changes, and the standard rate beside it follows") {
  for (const RateOrigin origin : {RateOrigin::typed, RateOrigin::imported}) {
    const EntryFacts before = priced(acme_payroll, an_hour().span, typed("150", origin), by_rule("pay", "110"));
    CorrectTimeEntry command = correct("e");
    command.service = advisory;
    with(before).when(command).then(
        {was_corrected("e", before, priced(acme_advisory, before.span, typed("150", origin), by_rule("base", "80")))});
  }
}

TEST_CASE("R1: a rate is typed on an existing entry with a correction, and nothing else moves") {
  CorrectTimeEntry command = correct("e");
  command.rate = dec("150");
  EntryFacts after = an_hour();
  after.agreed = typed("150");
  with(an_hour()).when(command).then({was_corrected("e", an_hour(), after)});
}

TEST_CASE("R5, D2: the rounding terms are looked up again only when the date changes") {
  const RoundingTerms quarters{RoundingMode::up, {900}, {}, {}, RoundingScope::entry};
  const Event policy = RoundingSet{id<RoundingPolicyId>("q"), acme, quarters, day("2026-01-01")};
  const EntryFacts bare = priced(acme_payroll, lasted("2026-02-27", 3600), by_rule("pay", "110"), by_rule("pay", "110"));
  CorrectTimeEntry service = correct("e"), date = correct("e");
  service.service = advisory;
  with(bare, {policy})
      .when(service)
      .then({was_corrected("e", bare, priced(acme_advisory, bare.span, by_rule("base", "80"), by_rule("base", "80")))});
  date.date = day("2026-02-26");
  EntryFacts after = bare;
  after.span.work_date = day("2026-02-26");
  after.rounding = quarters;
  with(bare, {policy}).when(date).then({was_corrected("e", bare, after)});
}

TEST_CASE("work that becomes billable is priced and rounded, work that becomes non-billable is neither") {
  CorrectTimeEntry off = correct("e"), back = correct("e");
  off.category = Category::non_billable;
  back.category = Category::ad_hoc;
  Assignment unbilled = acme_payroll;
  unbilled.category = Category::non_billable;
  const EntryFacts none = priced(unbilled, an_hour().span, {}, {});
  with(an_hour()).when(off).then({was_corrected("e", an_hour(), none)}).when(back).then({was_corrected("e", none, an_hour())});
}

TEST_CASE("TM2: a new end keeps the start and the pauses, a new start keeps the end, new seconds keep the start") {
  EntryFacts paused = an_hour(), after = an_hour();
  paused.span = ran("2026-02-27", nine, eleven, 6000);  // 20 minutes of pauses
  CorrectTimeEntry end = correct("e"), start_only = correct("e"), seconds = correct("e");
  end.end = at("2026-02-27T11:30:00Z");
  after.span = ran("2026-02-27", nine, "2026-02-27T11:30:00Z", 7800);
  with(paused).when(end).then({was_corrected("e", paused, after)});
  start_only.start = at("2026-02-27T09:30:00Z");
  after.span = ran("2026-02-27", "2026-02-27T09:30:00Z", eleven, 4200);
  with(paused).when(start_only).then({was_corrected("e", paused, after)});
  seconds.seconds = Seconds{7000};
  after.span = ran("2026-02-27", nine, eleven, 7000);
  with(paused).when(seconds).then({was_corrected("e", paused, after)});
  seconds.seconds = Seconds{9000};  // more than there was on the clock
  after.span = ran("2026-02-27", nine, "2026-02-27T11:30:00Z", 9000);
  with(paused).when(seconds).then({was_corrected("e", paused, after)});
  seconds.start = at("2026-02-27T09:30:00Z");  // a start and seconds say it all
  seconds.seconds = Seconds{3000};
  after.span = ran("2026-02-27", "2026-02-27T09:30:00Z", "2026-02-27T10:20:00Z", 3000);
  with(paused).when(seconds).then({was_corrected("e", paused, after)});
}

TEST_CASE("2.19: clock times can be taken away and given; a bare entry's end needs a start") {
  CorrectTimeEntry away = correct("e"), given = correct("e"), end = correct("e");
  away.clear = {EntryField::start_and_end};
  EntryFacts bare = an_hour();
  bare.span = lasted("2026-02-27", 3600);
  given.start = at(nine);
  end.end = at(ten);
  EntryFacts after = an_hour();
  with(an_hour())
      .when(away)
      .then({was_corrected("e", an_hour(), bare)})
      .when(end)
      .then_refused({refuse(RefusalCode::time_missing, "/start")})
      .when(given)
      .then({was_corrected("e", bare, [&] {
        after.span.zone = "UTC";
        return after;
      }())});
}

TEST_CASE("R3: a bare date on an entry with clock times must be the date of its start") {
  CorrectTimeEntry command = correct("e");
  command.date = day("2026-02-26");
  with(an_hour()).when(command).then_refused({refuse(RefusalCode::time_ambiguous, "/date")});
}

TEST_CASE("TM5: trimming by a correction is a review too; a change of text is not") {
  EntryFacts needed = an_hour(), done = an_hour();
  needed.review = Review::needed;
  done.review = Review::done;
  done.span = ran("2026-02-27", nine, "2026-02-27T09:30:00Z", 1800);
  CorrectTimeEntry trim = correct("e"), text = correct("e");
  trim.seconds = Seconds{1800};
  text.tags = std::vector<std::string>{"x"};
  with(needed).when(trim).then({was_corrected("e", needed, done)});
  with(needed).when(text).then({TimeEntryCorrected{entry("e"), needed, needed, {}, std::vector<std::string>{"x"}, "as it was"}});
}

TEST_CASE("F4: a new task fills in its own, fields can be cleared, and what contradicts the task is refused") {
  CorrectTimeEntry task = correct("e"), service = correct("e"), clear = correct("e");
  const EntryFacts before = priced(acme_advisory, an_hour().span, by_rule("base", "80"), by_rule("base", "80"));
  task.task = monthly;
  const Assignment at_monthly{acme, {}, {}, {}, monthly, payroll, Category::retainer};
  const Assignment off_task{acme, {}, {}, {}, {}, payroll, Category::retainer};
  const EntryFacts on_task = priced(at_monthly, before.span, by_rule("pay", "110"), by_rule("pay", "110"));
  const EntryFacts cleared = priced(off_task, before.span, by_rule("pay", "110"), by_rule("pay", "110"));
  service.service = advisory;
  clear.clear = {EntryField::task};
  with(before)
      .when(task)
      .then({was_corrected("e", before, on_task)})
      .when(service)
      .then_refused({refuse(RefusalCode::task_differs, "/service", fact("task_says", "payroll"))})
      .when(clear)
      .then({was_corrected("e", on_task, cleared)});
}

TEST_CASE("F20: an entry on something archived since can still be corrected") {
  CorrectTimeEntry command = correct("e");
  command.category = Category::retainer;
  EntryFacts after = an_hour();
  after.work.category = Category::retainer;
  with(an_hour(), {Archived{Noun::service, "payroll", day("2026-02-28")}})
      .when(command)
      .then({was_corrected("e", an_hour(), after)});
}

TEST_CASE("2.19: another client is a move, whichever field brings it in") {
  CorrectTimeEntry command = correct("e");
  command.project = shop;
  with(an_hour()).when(command).then_refused({refuse(RefusalCode::client_change_is_a_move, "/project")});
  const EntryFacts at_bolt = priced(ad_hoc(bolt), an_hour().span, by_rule("usd", "90", "USD"), by_rule("usd", "90", "USD"));
  CorrectTimeEntry task = correct("e"), campaign = correct("e");
  task.task = monthly;
  campaign.campaign = spring;
  with(at_bolt).when(task).then_refused({refuse(RefusalCode::client_change_is_a_move, "/task")});
  with(at_bolt).when(campaign).then_refused({refuse(RefusalCode::client_change_is_a_move, "/campaign")});
}

TEST_CASE("2.18: nothing is corrected in a locked period, nor into one") {
  const Event lock = PeriodLocked{day("2026-02-26")};
  CorrectTimeEntry into = correct("e"), in = correct("e");
  into.start = at("2026-02-26T22:00:00Z");
  in.seconds = Seconds{60};
  with(an_hour(), {lock})
      .when(into)
      .then_refused({refuse(RefusalCode::period_locked, "/start", fact("locked_until", "2026-02-26"))});
  const Refusals locked{refuse(RefusalCode::period_locked, "", fact("locked_until", "2026-02-27"))};
  with(an_hour(), {PeriodLocked{day("2026-02-27")}})
      .when(in)
      .then_refused(locked)
      .when(RemoveTimeEntry{entry("e"), "by mistake"})
      .then_refused(locked)
      .when(MoveTimeEntry{.entry = entry("e"), .as = entry("f"), .client = bolt, .reason = "Bolt's"})
      .then_refused(locked)
      .when(ReviewTimeEntry{entry("e"), {}, {}})
      .then_refused({refuse(RefusalCode::period_locked, "", fact("locked_until", "2026-02-27")),
                     refuse(RefusalCode::entry_not_in_review, "/entry")});
}

TEST_CASE("2.19: a correction needs a reason, an entry, and something to change") {
  CorrectTimeEntry no_reason = correct("e"), unknown = correct("x"), nothing = correct("e"), same = correct("e");
  no_reason.reason = "";
  no_reason.seconds = Seconds{60};
  same.seconds = Seconds{3600};
  with(an_hour())
      .when(no_reason)
      .then_refused({refuse(RefusalCode::reason_needed, "/reason")})
      .when(unknown)
      .then_refused({refuse(RefusalCode::unknown_entry, "/entry")})
      .when(nothing)
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(same)
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("2.19: removing says what was there; afterwards nothing can be done with it and its id stays taken") {
  const Refusals removed{refuse(RefusalCode::entry_removed, "/entry")};
  with(an_hour())
      .when(RemoveTimeEntry{entry("e"), ""})
      .then_refused({refuse(RefusalCode::reason_needed, "/reason")})
      .when(RemoveTimeEntry{entry("x"), "by mistake"})
      .then_refused({refuse(RefusalCode::unknown_entry, "/entry")})
      .when(RemoveTimeEntry{entry("e"), "by mistake"})
      .then({TimeEntryRemoved{entry("e"), an_hour(), "by mistake"}})
      .when(correct("e"))
      .then_refused(removed)
      .when(RemoveTimeEntry{entry("e"), "again"})
      .then_refused(removed)
      .when(ReviewTimeEntry{entry("e"), {}, {}})
      .then_refused(removed)
      .when(log_day("e", ana, "2026-02-27", 60))
      .then_refused({refuse(RefusalCode::id_in_use, "/entry", fact("entry", "e"))});
}

TEST_CASE("2.19: moving an entry to another client is remove and add; it is priced there") {
  EntryFacts before = an_hour();
  before.work = {acme, {}, site, spring, {}, advisory, Category::project};
  const Assignment at_bolt{bolt, {}, {}, {}, {}, advisory, Category::ad_hoc};
  TimeLogged added = logged("f", priced(at_bolt, before.span, by_rule("usd", "90", "USD"), by_rule("usd", "90", "USD")));
  added.moved_from = entry("e");
  MoveTimeEntry command{.entry = entry("e"), .as = entry("f"), .client = bolt, .reason = "Bolt's"};
  with(before).when(command).then({TimeEntryRemoved{entry("e"), before, "Bolt's"}, added});
}

TEST_CASE("R5: a typed rate moves along when the new client is billed in the same currency") {
  const ClientId core = id<ClientId>("core");
  const EntryFacts before = priced(acme_payroll, an_hour().span, typed("150"), by_rule("pay", "110"));
  const Assignment at_core{core, {}, {}, {}, {}, payroll, Category::ad_hoc};
  TimeLogged added = logged("f", priced(at_core, before.span, typed("150"), by_rule("pay", "110")));
  added.moved_from = entry("e");
  added.rate_reason = "Core's";
  MoveTimeEntry command{.entry = entry("e"), .as = entry("f"), .client = core, .reason = "Core's"};
  with(before, {ClientAdded{core, "Core", cur("EUR")}})
      .when(command)
      .then({TimeEntryRemoved{entry("e"), before, "Core's"}, added});
}

TEST_CASE("2.19: a move needs another client, a reason, a free id and a task that fits") {
  MoveTimeEntry same{.entry = entry("e"), .as = entry("f"), .client = acme, .reason = "Acme's"};
  MoveTimeEntry task{.entry = entry("e"), .as = entry("e"), .client = bolt, .task = monthly, .reason = ""};
  with(an_hour())
      .when(same)
      .then_refused({refuse(RefusalCode::nothing_to_change, "/client")})
      .when(task)
      .then_refused({refuse(RefusalCode::id_in_use, "/as", fact("entry", "e")),
                     refuse(RefusalCode::task_of_another_client, "/task", fact("client", "acme")),
                     refuse(RefusalCode::reason_needed, "/reason")});
}

}  // namespace billtrail::testing
