// W1, W1a, 2.5, H3: what of an entry could still be billed. Its value is that of all its seconds, priced once, less what has been
// taken from it; so that the parts of an entry always sum to the whole, to the cent.
#include "domain/wip/open_work.hpp"

#include "domain/rate/held_rate.hpp"
#include "domain/wip/billed_seconds.hpp"
#include "domain/wip/groups.hpp"
#include "domain/wip/treatment.hpp"
#include "domain/wip/work_of_client.hpp"

namespace billtrail {
namespace {

const EntrySettlement untouched;

std::int64_t agreed_value(const Books& books, const EntryState& entry, Seconds billed) {
  const std::optional<AppliedRate> rate = applied_rate(books, entry.agreed);
  return rate ? value_of(billed, rate->price).minor : 0;
}

Treatment treatment(const Books& books, const EntryState& entry) {
  if (entry.client == no_row || entry.removed || entry.review == Review::needed) return Treatment::none;
  std::optional<EngagementKind> kind;
  if (entry.engagement != no_row) kind = books.engagements.at(entry.engagement).kind;
  return treatment_of(entry.category, kind);
}

// What is left of a part of an entry after what became of it.
std::optional<OpenWork> left_of(OpenWork part, const EntrySettlement& settlement) {
  part.seconds -= settlement.invoiced + settlement.written_off;
  part.value += settlement.written_up_value - settlement.invoiced_value - settlement.written_off_value;
  if (part.seconds.count == 0 && part.value == 0) return std::nullopt;
  return part;
}

std::optional<OpenWork> open_overage(const EntrySettlement& settlement) {
  if (!settlement.closed || settlement.overage.count == 0 || settlement.overage_waits) return std::nullopt;
  return left_of({settlement.billed, settlement.overage, settlement.overage_value, settlement.overage_rate, true}, settlement);
}

}  // namespace

std::optional<OpenWork> open_work(const Books& books, Row entry) {
  return WorkOfClient(books, books.entries.at(entry).client).open(entry);
}

EntrySettlement& edit_settlement(Books& books, Row entry) {
  const EntryId& id = books.entries.key(entry);
  const Row row = books.settlements.row_of(id);
  if (row != no_row) return books.settlements.edit(row);
  return books.settlements.edit(books.settlements.insert(id, {}));
}

const EntrySettlement* settlement_of(const Books& books, Row entry) {
  return books.settlements.size() == 0 ? nullptr : books.settlements.find(books.entries.key(entry));
}

std::optional<OpenWork> WorkOfClient::open(Row entry) {
  const EntryState& held = books_.entries.at(entry);
  const Treatment how = treatment(books_, held);
  if (how == Treatment::none) return std::nullopt;
  const EntrySettlement* found = settlement_of(books_, entry);
  const EntrySettlement& settlement = found == nullptr ? untouched : *found;
  if (how == Treatment::drawn) return open_overage(settlement);

  const Seconds all = billed(entry);
  OpenWork work{all, all, 0, applied_rate(books_, held.agreed)};
  if (how == Treatment::full) {
    work.value = agreed_value(books_, held, all);
    return left_of(work, settlement);
  }
  split_cap(held.engagement);
  const WithinCap& within = within_.at(entry);
  if (within.seconds.count == 0 && within.value == 0) return std::nullopt;
  work.seconds = within.seconds;
  work.value = within.value;
  return work;
}

Seconds WorkOfClient::billed(Row entry) {
  if (!rounds_in_group(books_, entry)) return billed_alone(books_, entry);
  round_groups();
  return in_groups_.at(entry);
}

void WorkOfClient::round_groups() {
  if (grouped_) return;
  grouped_ = true;
  std::vector<Row> rows;
  for (const Row row : books_.client_work.of(client_)) {
    if (rounds_in_group(books_, row)) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [&](Row a, Row b) {
    const GroupKey left = group_of(books_.entries.at(a)), right = group_of(books_.entries.at(b));
    return left == right ? comes_before(books_, a, b) : left < right;
  });
  for (auto from = rows.begin(); from != rows.end();) {
    const GroupKey key = group_of(books_.entries.at(*from));
    const auto to = std::find_if(from, rows.end(), [&](Row row) { return group_of(books_.entries.at(row)) != key; });
    const std::vector<Row> group(from, to);
    const std::vector<Seconds> parts = rounded_together(books_, group);
    for (std::size_t i = 0; i < group.size(); ++i) in_groups_.emplace(group[i], parts[i]);
    from = to;
  }
}

// The cap is of the whole engagement since its start. What was invoiced counts first: should later work push an invoiced entry
// beyond the cap, there is that much less left for the others, and never a bill beyond the cap.
void WorkOfClient::split_cap(Row engagement) {
  if (std::find(split_.begin(), split_.end(), engagement) != split_.end()) return;
  split_.push_back(engagement);
  std::vector<Row> rows;
  for (const Row row : books_.client_work.of(client_)) {
    const EntryState& entry = books_.entries.at(row);
    if (entry.engagement == engagement && treatment(books_, entry) == Treatment::capped) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [&](Row a, Row b) { return comes_before(books_, a, b); });
  std::vector<CappedWork> work;
  work.reserve(rows.size());
  for (const Row row : rows) {
    const Seconds all = billed(row);
    work.push_back({all, agreed_value(books_, books_.entries.at(row), all)});
  }
  const std::vector<WithinCap> within = within_cap(books_.engagements.at(engagement).cap, work);

  std::vector<WithinCap> open(rows.size());
  std::int64_t beyond = 0;  // invoiced or written off, and by now beyond the cap
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const EntrySettlement* found = settlement_of(books_, rows[i]);
    const std::optional<OpenWork> left =
        left_of({work[i].billed, within[i].seconds, within[i].value, {}}, found == nullptr ? untouched : *found);
    if (left) open[i] = {left->seconds, left->value};
    if (work[i].billed.count > 0 && open[i].seconds.count <= 0) {
      beyond += std::max<std::int64_t>(0, -open[i].value);
      open[i] = {};
    }
  }
  // Taken from the last of the work, as it would be beyond the cap.
  for (std::size_t i = rows.size(); i-- > 0 && beyond > 0;) {
    if (open[i].value <= 0) continue;
    const std::int64_t taken = std::min(beyond, open[i].value);
    const std::int64_t kept = open[i].value - taken;
    open[i] = {{divide_half_away(Int128{open[i].seconds.count} * kept, open[i].value)}, kept};
    beyond -= taken;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) within_.emplace(rows[i], open[i]);
}

std::vector<OpenEntry> open_work_of_client(const Books& books, Row client) {
  WorkOfClient work(books, client);
  std::vector<OpenEntry> open;
  for (const Row row : books.client_work.of(client)) {
    if (std::optional<OpenWork> found = work.open(row)) open.push_back({row, *std::move(found)});
  }
  const auto earlier = [&](const OpenEntry& a, const OpenEntry& b) { return comes_before(books, a.entry, b.entry); };
  std::sort(open.begin(), open.end(), earlier);
  return open;
}

}  // namespace billtrail
