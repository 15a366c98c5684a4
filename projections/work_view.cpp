// Reading single entries out of the work view, and its dump.
#include "projections/work_view.hpp"

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

void WorkView::line(std::size_t i, std::string& out) const {
  const Row row = static_cast<Row>(i);
  const EntryRow& entry = rows[row];
  const EntryDetail& detail = details[row];
  append_all(out, detail.entry, entry.member, entry.client, entry.project, entry.campaign, entry.task, entry.service, entry.work_date,
             entry.seconds, entry.billed_seconds, entry.value, entry.standard_value, entry.category(), entry.review(),
             bool{entry.removed}, detail.position);
  append_all(out, entry.agreed == no_row ? std::optional<AppliedRate>{} : std::optional(rates[entry.agreed]),
             detail.standard == no_row ? std::optional<AppliedRate>{} : std::optional(rates[detail.standard]),
             roundings[detail.rounding], tags[detail.tags],
             detail.engagement == no_row ? std::optional<EngagementId>{} : std::optional(engagements[detail.engagement]),
             detail.has_start ? std::optional(detail.start) : std::nullopt, detail.has_end ? std::optional(detail.end) : std::nullopt,
             detail.zone == 0 ? std::optional<std::string>{} : std::optional(zones[detail.zone - 1U]), days_of(row), description_of(row));
  for (const Settlement& settlement : settled_of(row)) {
    append_all(out, settlement.kind, settlement.date, settlement.seconds, settlement.minor);
  }
}

}  // namespace billtrail
