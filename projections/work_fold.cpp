// Fold of the entries.
#include "projections/work_fold.hpp"

#include <algorithm>
#include <limits>

#include "domain/rounding/round_time.hpp"

namespace billtrail {
namespace {

std::int32_t narrow(std::int64_t seconds) {
  using Limits = std::numeric_limits<std::int32_t>;
  if (seconds > Limits::max() || seconds < Limits::min()) throw CannotTake("seconds out of range: " + std::to_string(seconds));
  return static_cast<std::int32_t>(seconds);
}

template <class Value>
std::uint16_t small_number(Interned<Value>& values, const Value& value) {
  const Row number = values.number_of(value);
  if (number >= std::numeric_limits<std::uint16_t>::max()) throw CannotTake("too many different zones or currencies");
  return static_cast<std::uint16_t>(number);
}

}  // namespace

void WorkFold::log(const TimeLogged& e) {
  if (view_.row_of(e.entry) != no_row) throw CannotTake("entry in use: " + std::string(e.entry.text()));
  const Row moved = e.moved_from ? existing(*e.moved_from) : no_row;
  EntryRow entry;
  EntryDetail detail;
  detail.entry = e.entry;
  entry.adjusts = e.adjusts.has_value();
  fill(entry, detail, e.facts);
  const Row row = static_cast<Row>(view_.rows.size());
  view_.index.insert(std::hash<EntryId>{}(e.entry), row);
  view_.rows.push_back(entry);
  view_.details.push_back(detail);
  engage(row, no_row);
  if (moved != no_row) copy_text(moved, row);
  if (e.description) describe(row, *e.description);
  if (moved == no_row || !e.tags.empty()) view_.details[row].tags = view_.tags.number_of(e.tags);
  joined(row);
}

void WorkFold::change(const EntryId& id, const EntryFacts& after) {
  const Row row = live(id);
  left(row);
  const Row engagement = view_.details[row].engagement;
  fill(view_.rows[row], view_.details[row], after);
  engage(row, engagement);
  // 2.19: only what nothing stands on any more is corrected, so returned work is rounded anew; a draft says itself what it makes of it.
  if (!view_.rows[row].drawn) view_.rows[row].frozen = false;
  joined(row);
}

void WorkFold::text(const EntryId& id, const std::optional<Personal>& description,
                    const std::optional<std::vector<std::string>>& tags) {
  const Row row = live(id);
  if (description) describe(row, *description);
  if (tags) view_.details[row].tags = view_.tags.number_of(*tags);
}

void WorkFold::reprice(const EntryRepriced& e) {
  const Row row = live(e.entry);
  set_rates(view_.rows[row], view_.details[row], e.new_agreed, e.new_standard);
  value(row);
  touch(row);
}

void WorkFold::reround(const EntryRerounded& e) {
  const Row row = live(e.entry);
  left(row);
  view_.details[row].rounding = view_.roundings.number_of(e.after);
  joined(row);
}

void WorkFold::remove(const EntryId& id) {
  const Row row = live(id);
  left(row);
  view_.rows[row].removed = true;
  touch(row);
}

Row WorkFold::existing(const EntryId& id) const {
  const Row row = view_.row_of(id);
  if (row == no_row) throw CannotTake("unknown entry " + std::string(id.text()));
  return row;
}

Row WorkFold::live(const EntryId& id) const {
  const Row row = existing(id);
  if (view_.rows[row].removed) throw CannotTake("entry was removed: " + std::string(id.text()));
  return row;
}

void WorkFold::hold(Row row, Seconds billed) {
  fix(row, billed);
  view_.rows[row].on_draft = true;
}

void WorkFold::let_go(Row row) {
  EntryRow& entry = view_.rows[row];
  if (!entry.on_draft) return;
  entry.on_draft = false;
  if (entry.removed) return;
  joined(row);
}

void WorkFold::freeze(Row row, Seconds billed) {
  fix(row, billed);
  view_.rows[row].frozen = true;
}

void WorkFold::thaw(Row row) {
  view_.rows[row].frozen = false;
  joined(row);
}

// Everything but texts and what is computed. Checks before it writes.
void WorkFold::fill(EntryRow& entry, EntryDetail& detail, const EntryFacts& facts) {
  const Assignment& work = facts.work;
  const Span& span = facts.span;
  const std::int32_t seconds = narrow(span.seconds.count);
  const Row member = directory_.members.required(facts.member);
  const Row client = directory_.clients.required(work.client);
  const Row project = directory_.projects.required(work.project);
  const Row campaign = directory_.campaigns.required(work.campaign);
  const Row task = directory_.tasks.required(work.task);
  const Row service = directory_.services.required(work.service);
  entry.member = member;
  entry.client = client;
  entry.project = project;
  entry.campaign = campaign;
  entry.task = task;
  entry.service = service;
  entry.work_date = span.work_date;
  entry.seconds = seconds;
  entry.category_number = static_cast<std::uint8_t>(work.category);
  entry.review_number = static_cast<std::uint8_t>(facts.review);
  detail.engagement = work.engagement ? view_.engagements.number_of(*work.engagement) : no_row;
  entry.engaged = work.engagement.has_value();
  detail.rounding = view_.roundings.number_of(facts.rounding);
  set_rates(entry, detail, facts.agreed, facts.standard);
  set_clock(entry, detail, span);
}

void WorkFold::engage(Row row, Row before) {
  const Row engagement = view_.details[row].engagement;
  if (engagement == no_row || engagement == before) return;
  if (engagement >= view_.engaged.size()) view_.engaged.resize(engagement + 1);
  view_.engaged[engagement].push_back(row);
}

void WorkFold::set_rates(EntryRow& entry, EntryDetail& detail, const std::optional<AppliedRate>& agreed,
                         const std::optional<AppliedRate>& standard) {
  entry.agreed = agreed ? view_.rates.number_of(*agreed) : no_row;
  entry.currency = agreed ? small_number(view_.currencies, agreed->price.currency) : std::uint16_t{0};
  detail.standard = standard ? view_.rates.number_of(*standard) : no_row;
  entry.standard_currency = standard ? small_number(view_.currencies, standard->price.currency) : std::uint16_t{0};
  entry.has_standard = standard.has_value();
}

void WorkFold::set_clock(EntryRow& entry, EntryDetail& detail, const Span& span) {
  detail.has_start = span.start.has_value();
  detail.start = span.start.value_or(Instant{});
  detail.has_end = span.end.has_value();
  detail.end = span.end.value_or(Instant{});
  detail.zone = span.zone ? static_cast<std::uint16_t>(small_number(view_.zones, *span.zone) + 1) : std::uint16_t{0};
  entry.has_days = !span.days.empty();
  detail.days_first = static_cast<std::uint32_t>(view_.day_parts.size());
  detail.days_count = static_cast<std::uint32_t>(span.days.size());
  view_.day_parts.insert(view_.day_parts.end(), span.days.begin(), span.days.end());
}

void WorkFold::describe(Row row, const Personal& description) {
  EntryDetail& detail = view_.details[row];
  detail.subject = view_.subjects.number_of(description.subject);
  detail.description = view_.texts.keep(description.bytes);
}

// 2.19: a move takes the text along.
void WorkFold::copy_text(Row from, Row to) {
  view_.details[to].subject = view_.details[from].subject;
  view_.details[to].description = view_.details[from].description;
  view_.details[to].tags = view_.details[from].tags;
}

// D1: non-billable work is never rounded, nor is work that awaits its review, nor an adjustment.
bool WorkFold::rounds(Row row) const {
  const EntryRow& entry = view_.rows[row];
  return entry.billable() && !entry.removed && !entry.adjusts && entry.seconds > 0;
}

// D4: a held or frozen entry leaves its group.
bool WorkFold::in_group(Row row) const {
  const EntryRow& entry = view_.rows[row];
  if (entry.on_draft || entry.frozen) return false;
  return view_.roundings[view_.details[row].rounding].scope == RoundingScope::group && rounds(row);
}

RoundingGroup WorkFold::group_of(Row row) const {
  const EntryRow& entry = view_.rows[row];
  const EntryDetail& detail = view_.details[row];
  return {entry.member, entry.client, detail.engagement, entry.service, detail.rounding, entry.work_date, entry.category_number};
}

// Takes the entry out of its group, whose others are spread anew.
void WorkFold::left(Row row) {
  if (!in_group(row)) return;
  const auto found = view_.groups.find(group_of(row));
  std::vector<Row>& members = found->second;
  std::erase(members, row);
  if (members.empty()) {
    view_.groups.erase(found);
  } else {
    spread(members);
  }
}

// The entry has new facts or nobody holds it any more: its billed seconds and value follow, and those of its group.
void WorkFold::joined(Row row) {
  touch(row);
  EntryRow& entry = view_.rows[row];
  if (entry.on_draft || entry.frozen) return value(row);
  if (in_group(row)) {
    std::vector<Row>& members = view_.groups[group_of(row)];
    const auto earlier = [this](Row a, Row b) { return view_.earlier(a, b); };
    members.insert(std::ranges::upper_bound(members, row, earlier), row);
    spread(members);
    return;
  }
  const RoundingTerms& terms = view_.roundings[view_.details[row].rounding];
  entry.billed_seconds = rounds(row) ? narrow(rounded(Seconds{entry.seconds}, terms).count) : entry.seconds;
  value(row);
}

void WorkFold::fix(Row row, Seconds billed) {
  left(row);
  touch(row);
  view_.rows[row].billed_seconds = narrow(billed.count);
  value(row);
}

void WorkFold::spread(const std::vector<Row>& members) {
  std::vector<Seconds> raw;
  raw.reserve(members.size());
  for (const Row row : members) raw.push_back(Seconds{view_.rows[row].seconds});
  const std::vector<Seconds> billed = rounded_group(raw, view_.roundings[view_.details[members.front()].rounding]);
  for (std::size_t i = 0; i < members.size(); ++i) {
    view_.rows[members[i]].billed_seconds = narrow(billed[i].count);
    value(members[i]);
  }
}

// W1a, W2.
void WorkFold::value(Row row) {
  EntryRow& entry = view_.rows[row];
  const EntryDetail& detail = view_.details[row];
  const Seconds billed{entry.billed_seconds};
  const bool billable = entry.billable_category();
  entry.value = billable && entry.agreed != no_row ? value_of(billed, view_.rates[entry.agreed].price).minor : 0;
  entry.standard_value = billable && entry.has_standard ? value_of(billed, view_.rates[detail.standard].price).minor : 0;
}

}  // namespace billtrail
