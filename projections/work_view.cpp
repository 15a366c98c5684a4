// Reading single entries out of the work view, and its dump.
#include "projections/work_view.hpp"

#include <algorithm>

#include "projections/canonical.hpp"

namespace billtrail {
namespace {

template <class... Values>
std::size_t mixed(const Values&... values) {
  std::size_t seed = 0;
  ((seed = (seed ^ static_cast<std::size_t>(values)) * 0x9E3779B97F4A7C15U, seed ^= seed >> 29), ...);
  return seed;
}

}  // namespace

std::size_t hash_value(const Currency& currency) { return std::hash<std::string_view>{}(currency.code()); }

std::size_t hash_value(const AppliedRate& rate) {
  return mixed(rate.price.amount.ten_thousandths, hash_value(rate.price.currency), rate.price.per.count, rate.origin,
               rate.rule ? hash_value(*rate.rule) : 0);
}

std::size_t hash_value(const RoundingTerms& terms) {
  return mixed(terms.mode, terms.increment.count, terms.minimum.count, terms.grace.count, terms.scope);
}

std::size_t hash_value(const RoundingGroup& group) {
  return mixed(group.member, group.client, group.engagement, group.service, group.rounding, group.day.days, group.category);
}

Row WorkView::row_of(const EntryId& entry) const {
  return index.find(std::hash<EntryId>{}(entry), [&](Row row) { return details[row].entry == entry; });
}

std::vector<DayPart> WorkView::days_of(Row row) const {
  if (!rows[row].has_days) return {};
  const auto first = day_parts.begin() + details[row].days_first;
  return {first, first + details[row].days_count};
}

std::optional<Personal> WorkView::description_of(Row row) const {
  const EntryDetail& detail = details[row];
  if (detail.subject == no_row) return std::nullopt;
  return Personal{subjects[detail.subject], std::string(texts.at(detail.description))};
}

const std::vector<Settlement>& WorkView::settled_of(Row row) const {
  static const std::vector<Settlement> none;
  if (!rows[row].has_settled) return none;
  const auto found = settled.find(row);
  return found == settled.end() ? none : found->second;
}

const DrawnEntry* WorkView::drawn_of(Row row, Date day) const {
  if (!rows[row].drawn) return nullptr;
  const auto found = drawn.find(row);
  return found == drawn.end() || found->second.on > day ? nullptr : &found->second;
}

Row WorkView::invoice_of(Row row) const {
  if (const auto held = holders.find(row); held != holders.end()) return held->second;
  const std::vector<Settlement>& acts = settled_of(row);
  for (std::size_t i = acts.size(); i-- > 0;) {
    if (acts[i].kind != SettlementKind::billed) continue;
    Seconds seconds;
    std::int64_t minor = 0;
    for (const Settlement& act : acts) {
      if (act.kind != SettlementKind::billed || act.source != acts[i].source) continue;
      seconds += act.seconds;
      minor += act.minor;
    }
    if (seconds.count != 0 || minor != 0) return acts[i].source;
  }
  return no_row;
}

bool WorkView::earlier(Row a, Row b) const {
  if (rows[a].work_date != rows[b].work_date) return rows[a].work_date < rows[b].work_date;
  const EntryDetail& left = details[a];
  const EntryDetail& right = details[b];
  if (left.has_start != right.has_start) return !left.has_start;
  if (left.start != right.start) return left.start < right.start;
  return left.entry < right.entry;
}

std::vector<Row> WorkView::entries_of(Row engagement) const {
  if (engagement >= engaged.size()) return {};
  std::vector<Row> found = engaged[engagement];
  std::erase_if(found, [&](Row row) { return rows[row].removed || details[row].engagement != engagement; });
  std::ranges::sort(found, [this](Row a, Row b) { return earlier(a, b); });
  const auto twice = std::ranges::unique(found);
  found.erase(twice.begin(), twice.end());
  return found;
}

}  // namespace billtrail
