// The laws of time and work: seconds, WIP, its movement, retainers; and that a rebuild is the live state.
#include "tests/simulation/laws.hpp"

#include "domain/wip/treatment.hpp"
#include "projections/live_draw.hpp"
#include "projections/retainer_cycles.hpp"
#include "projections/wip.hpp"
#include "projections/wip_movement.hpp"
#include "tests/simulation/open_seconds.hpp"

namespace billtrail::simulation {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

void same(const std::string& what, std::int64_t is, std::int64_t should) {
  if (is != should) throw Broken(what + " is " + number(is) + " instead of " + number(should));
}

}  // namespace

Date Laws::some_day() { return practice_.today() - static_cast<int>(dice_.between(-5, 60)); }

void Laws::check_all() {
  const Date a = some_day(), b = some_day();
  const auto billed = plain_.billed();
  check_movement(practice_.views(), std::min(a, b), std::max(a, b));
  check_wip(practice_.today(), billed);
  check_wip(a, billed);
  check_seconds(billed);
  check_retainers(billed);
  check_invoices(practice_.today());
  check_debtors(practice_.today());
  check_debtors(b);
  check_register();
  plain_.check_numbers();
}

// W8, for each row and each total; and its ends are what WIP says.
void Laws::check_movement(const Views& opening, Date from, Date to) const {
  const Asked asked{practice_.today(), practice_.now()};
  const auto answer =
      wip_movement(practice_.views(), opening,
                   read_question("wip-movement", {{"from", from.text()}, {"to", to.text()}, {"by", "client"}}, asked).question);
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> ends;
  for (const WipRow& row : wip(opening, read_question("wip", {{"as_of", from.text()}}, asked).question).rows) {
    ends[row.key].first = row.value.minor;
  }
  for (const WipRow& row : wip(practice_.views(), read_question("wip", {{"as_of", to.text()}}, asked).question).rows) {
    ends[row.key].second = row.value.minor;
  }
  const std::string name = "W8 " + from.text() + " to " + to.text() + ": ";
  std::map<Currency, std::int64_t> closing;
  for (const MovementRow& row : answer.rows) {
    same(name + row.key + " closing", row.closing.minor,
         row.opening.minor + row.new_work.minor + row.corrections.minor + row.write_ups.minor - row.billed.minor -
             row.written_off.minor);
    same(name + row.key + " opening and WIP: it", row.opening.minor, ends[row.key].first);
    same(name + row.key + " closing and WIP: it", row.closing.minor, ends[row.key].second);
    ends.erase(row.key);
    closing[row.closing.currency] += row.closing.minor;
  }
  for (const auto& [key, end] : ends) {
    if (end.first != 0 || end.second != 0) throw Broken(name + key + " is missing");
  }
  for (const MovementTotal& total : answer.totals) {
    same(name + "closing of all", total.closing.minor, closing[total.currency]);
    same(name + "sum of all", total.closing.minor,
         total.opening.minor + total.new_work.minor + total.corrections.minor + total.write_ups.minor - total.billed.minor -
             total.written_off.minor);
  }
}

void Laws::check_wip(Date day, const std::map<EntryId, Seconds>& billed) const {
  const Asked asked{practice_.today(), practice_.now()};
  std::map<ClientId, std::int64_t> told;
  const WipAnswer answer = wip(practice_.views(), read_question("wip", {{"as_of", day.text()}}, asked).question);
  for (const WipRow& row : answer.rows) {
    told[*row.client] += row.value.minor;
    std::int64_t aged = row.negative;
    for (const std::int64_t minor : row.ageing) aged += minor;
    same("W3: the ageing of " + row.key, aged, row.value.minor);
  }
  for (const auto& [client, value] : plain_.wip(day, billed)) {
    if (value) same("W1: WIP of " + std::string(client.text()) + " on " + day.text(), told[client], *value);
  }
}

// Law of seconds (2.21), in the read model, in the books and in the plain books.
void Laws::check_seconds(const std::map<EntryId, Seconds>& billed) const {
  const WorkView& work = practice_.views().work;
  const Books& books = practice_.books();
  LiveDraw draw(practice_.views(), practice_.today() + 1000);
  for (Row row = 0; row < books.entries.size(); ++row) {
    const EntryId& id = books.entries.key(row);
    const std::string name = "law of seconds, " + std::string(id.text()) + ": ";
    const EntryState& entry = books.entries.at(row);
    if (entry.removed) continue;
    const Row shown = work.row_of(id);
    if (shown == no_row) throw Broken(name + "the read model has no such entry");
    const EntryRow& held = work.rows[shown];
    const Seconds should = billed.at(id);
    same(name + "billed seconds of the read model", held.billed_seconds, should.count);
    if (!held.billable()) continue;
    const SecondsAccount account = draw.account_of(shown);
    same(name + "the sum", (account.billed + account.covered + account.unbilled + account.written_off).count, should.count);
    const EntrySettlement* found = books.settlements.find(id);
    const EntrySettlement settled = found == nullptr ? EntrySettlement{} : *found;
    same(name + "invoiced", account.billed.count, settled.invoiced.count);
    same(name + "written off", account.written_off.count, settled.written_off.count);
    if (settled.closed) same(name + "covered", account.covered.count, settled.covered.count);
    if (should.count >= 0 &&
        (account.billed.count < 0 || account.covered.count < 0 || account.unbilled.count < 0 || account.written_off.count < 0)) {
      throw Broken(name + "a part is negative");
    }
    check_open_seconds(row, account.unbilled);
  }
}

// What could be billed now is what is unbilled; of capped work and of a period that is open it may be less.
void Laws::check_open_seconds(Row row, Seconds unbilled) const {
  const Books& books = practice_.books();
  const EntryState& entry = books.entries.at(row);
  std::optional<EngagementKind> kind;
  if (entry.engagement != no_row) kind = books.engagements.at(entry.engagement).kind;
  const EntrySettlement* found = books.settlements.find(books.entries.key(row));
  const std::int64_t seconds = open_seconds(books, row);
  const std::string name = "law of seconds, open of " + std::string(books.entries.key(row).text());
  const Treatment how = treatment_of(entry.category, kind);
  if (how == Treatment::full) same(name, seconds, unbilled.count);
  if (how == Treatment::drawn && found != nullptr && found->closed && !found->overage_waits) same(name, seconds, unbilled.count);
  if (how == Treatment::none) same(name, seconds, 0);
  if (how == Treatment::capped && std::abs(seconds) > std::abs(unbilled.count)) throw Broken(name + " is more than unbilled");
}

// H1-H5: used and left of every period, as the read model tells it.
void Laws::check_retainers(const std::map<EntryId, Seconds>& billed) const {
  const Date today = practice_.today();
  const Asked asked{today, practice_.now()};
  std::map<std::string, CycleRow> rows;
  for (CycleRow& row : retainer_cycles(practice_.views(), read_question("retainer-cycles", {}, asked).question).rows) {
    rows[row.key] = row;
  }
  for (const auto& [id, engagement] : plain_.engagements()) {
    for (const PlainCycle& cycle : engagement.cycles) {
      const std::string key = std::string(id.text()) + "/" + number(cycle.period), name = "H3: " + key + ": ";
      if (rows.count(key) == 0) throw Broken(name + "it is missing");
      const CycleRow& row = rows[key];
      same(name + "its state", static_cast<int>(row.state == CycleStanding::closed),
           static_cast<int>(cycle.closed && cycle.closed->on <= today));
      if (cycle.skipped || (cycle.closed && cycle.closed->on > today)) continue;
      if (row.basis != AllowanceBasis::hours && row.basis != AllowanceBasis::money) continue;
      const PlainUse use = cycle.closed ? PlainUse{} : plain_.use_of(id, cycle, today, billed);
      same(name + "available", row.allowance, cycle.available());
      same(name + "used", row.used, cycle.closed ? cycle.closed->used : use.used);
      same(name + "left", row.left, cycle.closed ? cycle.closed->unused : use.left());
    }
  }
}

void Laws::check_rebuild() const {
  const Views fresh = practice_.folded(practice_.recorded().size());
  if (const auto difference = first_difference(practice_.views(), fresh)) {
    throw Broken("rebuild: " + difference->projection + ": live " + difference->left + ", rebuilt " + difference->right);
  }
}

void Laws::check_movement_from_then() {
  const Views then = practice_.folded(dice_.below(practice_.recorded().size() + 1));
  const Date a = some_day(), b = some_day();
  check_movement(then, std::min(a, b), std::max(a, b));
}

}  // namespace billtrail::simulation
