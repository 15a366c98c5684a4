// H1-H6, W1, W2: what the periods of retainers make of work, as of any day.
#include "tests/projections/bills.hpp"

namespace billtrail::testing {
namespace {

Event worked(std::string_view entry, std::string_view date, Seconds seconds) {
  return Time(entry, "ana", "acme", date, seconds).at_rate("100").as(Category::retainer).under("g1");
}

WipRow wip_on(const History& history, std::string_view date) {
  const WipAnswer answer = wip(history.views(), ask("wip", {{"as_of", std::string(date)}}));
  REQUIRE(answer.rows.size() <= 1);
  return answer.rows.empty() ? WipRow{} : answer.rows.front();
}

// "billed/covered/unbilled/written off" in minutes, which must sum to the entry's.
std::string account(const History& history, std::string_view entry, std::string_view date) {
  const Views views = history.views();
  const Row row = views.work.row_of(id<EntryId>(entry));
  const SecondsAccount account = LiveDraw(views, day(date)).account_of(row);
  CHECK(account.billed + account.covered + account.unbilled + account.written_off ==
        Seconds{views.work.rows[row].billed_seconds});
  const auto text = [](Seconds seconds) { return std::to_string(seconds.count / 60); };
  return text(account.billed) + "/" + text(account.covered) + "/" + text(account.unbilled) + "/" + text(account.written_off);
}

// An open March with ten hours, and work of eight and four hours.
History overdrawn(const Retainer& retainer) {
  History history;
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(worked("e2", "2026-03-20", hours(4)))
      .add(worked("e1", "2026-03-10", hours(8)));
  return history;
}

}  // namespace

TEST_CASE("H3: the entry that crosses the allowance is split, and its overage is WIP from its day on") {
  const History history = overdrawn(Retainer("g1"));
  CHECK(wip_on(history, "2026-03-19").value.minor == 0);
  CHECK(wip_on(history, "2026-03-19").retainer_fixed.minor == 80000);
  const WipRow row = wip_on(history, "2026-03-20");
  CHECK(row.value.minor == 20000);
  CHECK(row.seconds == hours(2));
  CHECK(row.entries == 1);
  CHECK(row.retainer_fixed.minor == 100000);
  CHECK(account(history, "e1", "2026-03-31") == "0/480/0/0");
  CHECK(account(history, "e2", "2026-03-31") == "0/120/120/0");
}

TEST_CASE("H4: at the overage rate, overage is worth that rate from the day the split shows it") {
  Retainer retainer("g1");
  retainer.terms.overage = OveragePolicy::overage_rate;
  retainer.terms.overage_rate = Decimal4::parse("150").value();
  CHECK(wip_on(overdrawn(retainer), "2026-03-20").value.minor == 30000);
  retainer.terms.overage = OveragePolicy::needs_approval;
  CHECK(wip_on(overdrawn(retainer), "2026-03-20").value.minor == 30000);
  retainer.terms.overage = OveragePolicy::rate_card;
  CHECK(wip_on(overdrawn(retainer), "2026-03-20").value.minor == 20000);
}

TEST_CASE("H4: deficit work is never WIP, before the close and after") {
  Retainer retainer("g1");
  retainer.terms.overage = OveragePolicy::deficit;
  History history = overdrawn(retainer);
  CHECK(wip_on(history, "2026-03-20").value.minor == 0);
  CHECK(account(history, "e2", "2026-03-31") == "0/240/0/0");
  history.add(retainer.closed(0, "2026-03-01", "2026-04-01", "2026-03-31",
                              {draw("e1", hours(8), {}), draw("e2", hours(2), {}, hours(2))}, {}, hours(2).count));
  CHECK(wip_on(history, "2026-03-31").value.minor == 0);
  CHECK(account(history, "e2", "2026-03-31") == "0/240/0/0");
  history.add(retainer.opened(1, "2026-04-01", "2026-05-01", {}, hours(2).count)).add(worked("e3", "2026-04-02", hours(9)));
  const auto periods = LiveDraw(history.views(), day("2026-04-02")).periods_of(id<EngagementId>("g1"));
  REQUIRE(periods.size() == 1);
  CHECK(periods[0].draw.available == hours(8).count);
  CHECK(periods[0].draw.overage == hours(1).count);
}

TEST_CASE("H4, W5: absorbed overage is WIP until the close writes it off on its date") {
  Retainer retainer("g1");
  retainer.terms.overage = OveragePolicy::absorb;
  History history = overdrawn(retainer);
  CHECK(wip_on(history, "2026-03-30").value.minor == 20000);
  Event absorbed = written_off("w1", "2026-03-31", {{id<EntryId>("e2"), hours(4), hours(2), 20000}});
  std::get<WipWrittenOff>(absorbed).engagement = id<EngagementId>("g1");
  std::get<WipWrittenOff>(absorbed).period = 0;
  history
      .add(retainer.closed(0, "2026-03-01", "2026-04-01", "2026-03-31",
                           {draw("e1", hours(8), {}), draw("e2", hours(2), hours(2))}))
      .add(absorbed);
  CHECK(wip_on(history, "2026-03-30").value.minor == 20000);
  CHECK(wip_on(history, "2026-03-31").value.minor == 0);
  CHECK(account(history, "e2", "2026-03-31") == "0/120/0/120");
  CHECK(write_offs(history.views(), ask("write-offs")).rows.at(0).period == 0);
  history.add(WriteOffReversed{id<WriteOffId>("w1"), day("2026-03-31"), "forgot one"}).add(retainer.reopened(0));
  CHECK(account(history, "e2", "2026-03-31") == "0/120/120/0");
  CHECK(write_offs(history.views(), ask("write-offs")).rows.empty());
}

TEST_CASE("H6: a close counts from its date on, freezes hours, and reopening takes it away") {
  Retainer retainer("g1");
  History history = overdrawn(retainer);
  history.add(
      retainer.closed(0, "2026-03-01", "2026-04-01", "2026-04-05", {draw("e1", hours(8), {}), draw("e2", hours(3), hours(1))}));
  CHECK(wip_on(history, "2026-04-04").value.minor == 20000);
  CHECK(wip_on(history, "2026-04-05").value.minor == 10000);
  CHECK(account(history, "e2", "2026-04-05") == "0/180/60/0");
  const EntryListRow row = entries(history.views(), ask("entries")).rows.at(0);
  CHECK(row.key == "e2");
  CHECK(row.state == "open");
  CHECK(row.locks == std::vector<std::string>{"cycle_closed"});
  CHECK(row.engagement_name == "Retainer");
  CHECK(entries(history.views(), ask("entries")).rows.at(1).state == "covered");
  history.add(retainer.reopened(0));
  CHECK(wip_on(history, "2026-04-05").value.minor == 20000);
  CHECK(entries(history.views(), ask("entries")).rows.at(0).locks.empty());
}

TEST_CASE("H6, golden case 13: late time draws first from the earliest period that is not closed") {
  Retainer retainer("g1");
  History history;
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(retainer.opened(1, "2026-04-01", "2026-05-01"))
      .add(retainer.closed(0, "2026-03-01", "2026-04-01", "2026-03-31", {}))
      .add(worked("april", "2026-04-02", hours(8)))
      .add(worked("late", "2026-03-20", hours(4)));
  CHECK(account(history, "late", "2026-04-02") == "0/240/0/0");
  CHECK(account(history, "april", "2026-04-02") == "0/360/120/0");
  CHECK(account(history, "late", "2026-03-30") == "0/240/0/0");
}

TEST_CASE("H2: carried hours are there from the close of the period before, though this one was opened earlier") {
  Retainer retainer("g1");
  History history;
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(retainer.opened(1, "2026-04-01", "2026-05-01"))
      .add(worked("e1", "2026-04-02", hours(12)));
  CHECK(account(history, "e1", "2026-04-02") == "0/600/120/0");
  history.add(retainer.closed(0, "2026-03-01", "2026-04-01", "2026-03-31", {}, {{0, hours(1).count, 1}}));
  CHECK(account(history, "e1", "2026-04-02") == "0/660/60/0");
  history.add(retainer.reopened(0));
  CHECK(account(history, "e1", "2026-04-02") == "0/600/120/0");
}

TEST_CASE("H1, TM5: work that awaits its review, other categories and other agreements draw nothing") {
  Retainer retainer("g1");
  History history;
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(Time("wait", "ana", "acme", "2026-03-01", hours(9))
               .at_rate("100")
               .as(Category::retainer)
               .under("g1")
               .reviewed(Review::needed))
      .add(Time("adhoc", "ana", "acme", "2026-03-02", hours(9)).at_rate("100").under("g1"))
      .add(Time("none", "ana", "acme", "2026-03-03", hours(9)).at_rate("100").as(Category::retainer))
      .add(worked("e1", "2026-03-04", hours(10)));
  CHECK(account(history, "e1", "2026-03-31") == "0/600/0/0");
  CHECK(account(history, "adhoc", "2026-03-31") == "0/0/540/0");
  CHECK(account(history, "none", "2026-03-31") == "0/540/0/0");
  CHECK(wip_on(history, "2026-03-31").value.minor == 90000);
}

TEST_CASE("2.6: a money allowance is drawn by value, and the crossing entry split by value") {
  Retainer retainer("g1");
  retainer.terms.basis = AllowanceBasis::money;
  retainer.terms.allowance = 90000;
  const History history = overdrawn(retainer);
  CHECK(wip_on(history, "2026-03-31").value.minor == 30000);
  CHECK(account(history, "e2", "2026-03-31") == "0/60/180/0");
}

TEST_CASE("W8: the movement foots over live periods, a close, its overage's invoice and the write-off of the rest") {
  Retainer retainer("g1");
  retainer.terms.overage = OveragePolicy::overage_rate;
  retainer.terms.overage_rate = Decimal4::parse("150").value();
  History history = overdrawn(retainer);
  Draw crossing = draw("e2", hours(2), hours(2));
  crossing.rate = rate("150");
  crossing.value = 30000;
  Bill bill("i1", "acme");
  bill.line(LineKind::overage, {{id<EntryId>("e2"), hours(4), hours(1), 15000, 15000, 15000}});
  history.add(retainer.closed(0, "2026-03-01", "2026-04-01", "2026-04-02", {draw("e1", hours(8), {}), crossing}))
      .add(bill.drafted())
      .add(bill.issued("2026-04-10"))
      .add(written_off("w1", "2026-04-12", {{id<EntryId>("e2"), hours(4), hours(1), 15000}}));
  const Views views = history.views();
  for (const auto& [from, to] : {std::pair{"2026-02-28", "2026-03-31"}, std::pair{"2026-03-15", "2026-04-05"},
                                 std::pair{"2026-03-31", "2026-04-30"}, std::pair{"2026-04-10", "2026-04-11"}}) {
    const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", {{"from", from}, {"to", to}}));
    REQUIRE(answer.rows.size() == 1);
    const MovementRow& row = answer.rows.front();
    CHECK(row.opening.minor == wip_on(history, from).value.minor);
    CHECK(row.closing.minor == wip_on(history, to).value.minor);
    CHECK(row.opening.minor + row.new_work.minor + row.corrections.minor - row.billed.minor - row.written_off.minor ==
          row.closing.minor);
  }
  CHECK(wip_on(history, "2026-04-11").value.minor == 15000);
  CHECK(wip_on(history, "2026-04-12").value.minor == 0);
  CHECK(account(history, "e2", "2026-04-12") == "60/120/0/60");
}

TEST_CASE("the clients' answer says what is left of the retainer, the last invoice and the balance") {
  Retainer retainer("g1");
  History history;
  Bill bill("i1", "acme");
  bill.fee("g1", 0, 100000).taxed("20");
  history.add(retainer.agreed())
      .add(retainer.opened(0, "2026-03-01", "2026-04-01"))
      .add(worked("e1", "2026-03-10", hours(4)))
      .add(bill.drafted())
      .add(bill.issued("2026-03-05", "2026-0007"));
  const auto acme = [&](std::string_view date) {
    return client_status(history.views(), ask("client-status", {{"client", "acme"}, {"as_of", std::string(date)}})).rows.at(0);
  };
  CHECK(acme("2026-03-10").retainer_left == hours(6));
  CHECK(acme("2026-03-09").retainer_left == hours(10));
  CHECK(acme("2026-02-28").retainer_left == std::nullopt);
  CHECK(acme("2026-03-04").last_invoice == std::nullopt);
  REQUIRE(acme("2026-03-05").last_invoice);
  CHECK(acme("2026-03-05").last_invoice->number == "2026-0007");
  CHECK(acme("2026-03-05").last_invoice->total.minor == 120000);
  CHECK(acme("2026-03-05").balance.minor == 120000);
  CHECK(acme("2026-03-04").balance.minor == 0);
}

}  // namespace billtrail::testing
