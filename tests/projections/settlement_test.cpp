// W1, W1a, W5-W7, K2, 2.13: what drafts, invoices, voids, credit notes, write-offs and deferral make of work in progress.
#include "tests/projections/bills.hpp"

namespace billtrail::testing {
namespace {

// The one row there is; an empty one when there is none.
WipRow wip_on(const History& history, std::string_view date) {
  const WipAnswer answer = wip(history.views(), ask("wip", {{"as_of", std::string(date)}}));
  REQUIRE(answer.rows.size() <= 1);
  return answer.rows.empty() ? WipRow{} : answer.rows.front();
}

MovementRow march(const History& history) {
  const Views views = history.views();
  const MovementAnswer answer = wip_movement(views, views, ask("wip-movement", {{"from", "2026-02-28"}, {"to", "2026-03-31"}}));
  REQUIRE(answer.rows.size() == 1);
  const MovementRow& row = answer.rows.front();
  CHECK(row.opening.minor + row.new_work.minor + row.corrections.minor + row.write_ups.minor - row.billed.minor -
            row.written_off.minor ==
        row.closing.minor);
  return row;
}

// "state locks invoice" of one entry.
std::string standing(const History& history, std::string_view entry) {
  for (const EntryListRow& row : entries(history.views(), ask("entries")).rows) {
    if (row.key != entry) continue;
    std::string text = row.state;
    for (const std::string& lock : row.locks) text += " " + lock;
    return text + (row.invoice ? " = " + std::string(row.invoice->text()) : "");
  }
  return "gone";
}

History one_hour() {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", hours(1)).at_rate("100"));
  return history;
}
Bill bill_of_one_hour() { return std::move(Bill("i1", "acme").claim("e1", hours(1), 10000)); }

}  // namespace

TEST_CASE("golden case 15: WIP on a day is the same number before and after a later invoice") {
  History history;
  history.add(Time("e1", "ana", "acme", "2026-02-10", hours(1)).at_rate("100"));
  const std::string before = lines_of(wip(history.views(), ask("wip", {{"as_of", "2026-02-28"}})).rows);
  const Bill bill = bill_of_one_hour();
  history.add(bill.drafted()).add(bill.issued("2026-03-05"));
  CHECK(lines_of(wip(history.views(), ask("wip", {{"as_of", "2026-02-28"}})).rows) == before);
  CHECK(wip_on(history, "2026-03-04").value.minor == 10000);
  CHECK(wip(history.views(), ask("wip", {{"as_of", "2026-03-05"}})).rows.empty());
}

TEST_CASE("W1: a draft does not reduce WIP but shows what it holds, until it is discarded or issued") {
  History history = one_hour();
  const Bill bill = bill_of_one_hour();
  history.add(bill.drafted());
  CHECK(wip_on(history, "2026-03-31").value.minor == 10000);
  CHECK(wip_on(history, "2026-03-31").on_draft.minor == 10000);
  CHECK(standing(history, "e1") == "on_draft on_draft:i1 = i1");
  History discarded = history;
  discarded.add(bill.discarded());
  CHECK(wip_on(discarded, "2026-03-31").on_draft.minor == 0);
  CHECK(standing(discarded, "e1") == "open");
  Bill emptied = bill;
  History revised = history;
  revised.add(emptied.without_lines().revised());
  CHECK(standing(revised, "e1") == "open");
  history.add(bill.issued("2026-03-31", "2026-0001"));
  CHECK(wip(history.views(), ask("wip")).rows.empty());
  CHECK(standing(history, "e1") == "invoiced invoiced:2026-0001 = i1");
}

TEST_CASE("W1a, M1: the line's cent over the sum of its entries is a correction on the issue date") {
  History history;
  const std::int64_t lengths[] = {15, 50, 225, 75, 35}, values[] = {2500, 8333, 37500, 12500, 5833},
                     proposed[] = {2500, 8334, 37500, 12500, 5833};
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string entry = "e" + std::to_string(i);
    history.add(Time(entry, "ana", "acme", "2026-03-02", minutes(lengths[i])).at_rate("100"));
    claims.push_back({id<EntryId>(entry), minutes(lengths[i]), minutes(lengths[i]), values[i], proposed[i], proposed[i]});
  }
  CHECK(wip_on(history, "2026-03-30").value.minor == 66666);
  Bill bill("i1", "acme");
  bill.line(LineKind::time, claims);
  CHECK(bill.document.net == 66667);
  history.add(bill.drafted()).add(bill.issued("2026-03-31"));
  const MovementRow row = march(history);
  CHECK(row.new_work.minor == 66666);
  CHECK(row.corrections.minor == 1);
  CHECK(row.billed.minor == 66667);
  CHECK(row.closing.minor == 0);
}

TEST_CASE("W6, M4, golden case 10: a line written down by 100.01 is billed in full seconds, the rest is written off") {
  History history;
  const std::int64_t worth[] = {80000, 15000, 5000}, billed[] = {71999, 13500, 4500};
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string entry = "e" + std::to_string(i);
    const Seconds time = minutes(worth[i] * 60 / 10000);
    history.add(Time(entry, "ana", "acme", "2026-03-02", time).at_rate("100"));
    claims.push_back({id<EntryId>(entry), time, time, worth[i], worth[i], billed[i]});
  }
  Bill bill("i1", "acme");
  bill.line(LineKind::time, claims);
  history.add(bill.drafted()).add(bill.issued("2026-03-31"));
  const MovementRow row = march(history);
  CHECK(row.billed.minor == 89999);
  CHECK(row.written_off.minor == 10001);
  CHECK(row.closing.minor == 0);
  Views views = history.views();
  const SecondsAccount account = LiveDraw(views, day("2026-03-31")).account_of(0);
  CHECK(account.billed == hours(8));
  CHECK(account.written_off == hours(0));
}

TEST_CASE("W6: a line written up is a write-up on the issue date") {
  History history = one_hour();
  Bill bill("i1", "acme");
  bill.claim("e1", hours(1), 10000, 11000, 10000);
  history.add(bill.drafted()).add(bill.issued("2026-03-31"));
  const MovementRow row = march(history);
  CHECK(row.write_ups.minor == 1000);
  CHECK(row.billed.minor == 11000);
  CHECK(row.closing.minor == 0);
}

TEST_CASE("2.13, W8: a void returns the work from its date on, worth what it was before") {
  History history = one_hour();
  Bill bill("i1", "acme");
  bill.claim("e1", hours(1), 10000, 9000);
  history.add(bill.drafted()).add(bill.issued("2026-03-05")).add(bill.voided("2026-03-20"));
  CHECK(wip_on(history, "2026-03-04").value.minor == 10000);
  CHECK(wip_on(history, "2026-03-19").value.minor == 0);
  CHECK(wip_on(history, "2026-03-20").value.minor == 10000);
  CHECK(wip_on(history, "2026-03-20").seconds == hours(1));
  const MovementRow row = march(history);
  CHECK(row.billed.minor == 0);
  CHECK(row.written_off.minor == 0);
  CHECK(row.closing.minor == 10000);
  CHECK(standing(history, "e1") == "open");
}

TEST_CASE("K2: only the lines that a credit note returns are open again, a partial credit is goodwill") {
  History history = one_hour();
  history.add(Time("e2", "ana", "acme", "2026-03-02", hours(2)).at_rate("100"));
  Bill bill("i1", "acme");
  bill.claim("e1", hours(1), 10000).claim("e2", hours(2), 20000);
  history.add(bill.drafted()).add(bill.issued("2026-03-05")).add(bill.credited("2026-03-20", {1}, false, 400));
  CHECK(wip(history.views(), ask("wip")).rows.empty());
  history.add(bill.credited("2026-03-25", {2}, true));
  CHECK(wip_on(history, "2026-03-24").value.minor == 0);
  CHECK(wip_on(history, "2026-03-25").value.minor == 20000);
  CHECK(standing(history, "e1") == "invoiced invoiced:i1 = i1");
  CHECK(standing(history, "e2") == "open");
  CHECK(march(history).billed.minor == 10000);
}

TEST_CASE(
    "W5: a write-off counts from its date, moves seconds only with the last of the value, and is taken back from a date on") {
  History history = one_hour();
  history.add(written_off("w1", "2026-03-10", {{id<EntryId>("e1"), hours(1), {}, 3000}}))
      .add(written_off("w2", "2026-03-12", {{id<EntryId>("e1"), hours(1), hours(1), 7000}}));
  CHECK(wip_on(history, "2026-03-09").value.minor == 10000);
  CHECK(wip_on(history, "2026-03-10").value.minor == 7000);
  CHECK(wip_on(history, "2026-03-10").seconds == hours(1));
  CHECK(wip_on(history, "2026-03-12").entries == 0);
  CHECK(standing(history, "e1") == "written_off");
  history.add(WriteOffReversed{id<WriteOffId>("w2"), day("2026-03-20"), "wrong"});
  CHECK(wip_on(history, "2026-03-19").entries == 0);
  CHECK(wip_on(history, "2026-03-20").value.minor == 7000);
  CHECK(march(history).written_off.minor == 3000);
  const WriteOffsAnswer list = write_offs(history.views(), ask("write-offs", {{"client", "acme"}}));
  REQUIRE(list.rows.size() == 2);
  CHECK(
      lines_of(std::vector{list.rows[0]}) ==
      "WriteOffRow{key: \"w2\", write_off: \"w2\", client: \"acme\", client_name: \"Acme\", on: 2026-03-12, code: other, up: no, "
      "amount: 70.00 EUR, seconds: 3600s, reason: \"goodwill\", reversed_on: 2026-03-20, engagement: none, period: none}\n");
  CHECK(write_offs(history.views(), ask("write-offs", {{"as_of", "2026-03-19"}})).rows[0].reversed_on == std::nullopt);
  CHECK(write_offs(history.views(), ask("write-offs", {{"to", "2026-03-11"}})).rows.size() == 1);
}

TEST_CASE("W5: a write-up adds value without seconds") {
  History history = one_hour();
  history.add(written_up("u1", "2026-03-10", {{id<EntryId>("e1"), hours(1), {}, 500}}));
  CHECK(wip_on(history, "2026-03-10").value.minor == 10500);
  CHECK(wip_on(history, "2026-03-10").seconds == hours(1));
  CHECK(march(history).write_ups.minor == 500);
}

TEST_CASE("W7: deferred work is still WIP, until its date, its release, or a new word about it") {
  History history = one_hour();
  const auto deferred = [&](std::string_view date) { return wip_on(history, date).deferred.minor; };
  history.add(EntryDeferred{id<EntryId>("e1"), day("2026-03-10"), day("2026-03-20"), "later"});
  CHECK(deferred("2026-03-09") == 0);
  CHECK(deferred("2026-03-10") == 10000);
  CHECK(deferred("2026-03-19") == 10000);
  CHECK(deferred("2026-03-20") == 0);
  CHECK(wip_on(history, "2026-03-15").value.minor == 10000);
  history.add(EntryDeferred{id<EntryId>("e1"), day("2026-03-15"), {}, "much later"});
  CHECK(deferred("2026-03-20") == 10000);
  history.add(EntryReleased{id<EntryId>("e1"), day("2026-03-25")});
  CHECK(deferred("2026-03-24") == 10000);
  CHECK(deferred("2026-03-25") == 0);
}

TEST_CASE("D2, D4: a held or billed entry leaves its group, whose others are spread anew; let go, it comes back") {
  const RoundingTerms terms{RoundingMode::up, minutes(30), {}, {}, RoundingScope::group};
  History history;
  history.add(Time("e1", "ana", "acme", "2026-03-01", minutes(20)).rounding(terms).at_rate("60"))
      .add(Time("e2", "ana", "acme", "2026-03-01", minutes(20)).rounding(terms).at_rate("60"))
      .add(Time("e3", "ana", "acme", "2026-03-01", minutes(20)).rounding(terms).at_rate("60"));
  const auto billed = [&] {
    std::string text;
    const Views views = history.views();
    for (const EntryRow& entry : views.work.rows) text += std::to_string(entry.billed_seconds / 60) + " ";
    return text;
  };
  CHECK(billed() == "20 20 20 ");
  Bill bill("i1", "acme");
  bill.claim("e1", minutes(20), 2000);
  history.add(bill.drafted());
  CHECK(billed() == "20 30 30 ");
  history.add(bill.discarded());
  CHECK(billed() == "20 20 20 ");
  Bill again("i2", "acme");
  again.claim("e1", minutes(20), 2000);
  history.add(again.drafted()).add(again.issued("2026-03-05"));
  CHECK(billed() == "20 30 30 ");
  history.add(again.voided("2026-03-06"));
  CHECK(billed() == "20 20 20 ");
}

TEST_CASE("2.19: an adjustment is never rounded and brings its own value") {
  History history = one_hour();
  Time less("e2", "ana", "acme", "2026-03-02", Seconds{-600});
  less.rounding({RoundingMode::up, minutes(15), {}, {}, RoundingScope::entry}).at_rate("60");
  less.logged.adjusts = id<EntryId>("e1");
  Time more = less;
  more.logged.entry = id<EntryId>("e3");
  more.logged.facts.span.seconds = Seconds{600};
  history.add(less);
  CHECK(wip_on(history, "2026-03-31").value.minor == 9000);
  CHECK(wip_on(history, "2026-03-31").negative == -1000);
  history.add(more);
  CHECK(wip_on(history, "2026-03-31").value.minor == 10000);
}

}  // namespace billtrail::testing
