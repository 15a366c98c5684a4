// H1-H4, 2.5 for any day. The arithmetic is the domain's own (draw_down, within_cap, treatment_of); here is only which entries and which
// allowance it is given.
#include "projections/live_draw.hpp"

#include <algorithm>

#include "domain/engagement/cap_split.hpp"
#include "domain/engagement/engagement_state.hpp"
#include "domain/wip/treatment.hpp"

namespace billtrail {
namespace {

const EngagementFacts* facts_of(const Views& views, Row engagement) {
  const Row row = views.agreements.engagements.row_of(views.work.engagements[engagement]);
  return row == no_row ? nullptr : &views.agreements.engagements.at(row);
}

// H6: a period that was reopened is as if it had never been closed.
const RetainerCycleClosed* close_of(const CycleFacts& cycle) {
  return cycle.closings.empty() || cycle.closings.back().reopened_on ? nullptr : &cycle.closings.back().facts;
}

bool is_open(const CycleFacts& cycle, Date day) {
  const RetainerCycleClosed* close = close_of(cycle);
  return !cycle.skipped && (close == nullptr || close->on > day);
}

// What comes in from the period before comes with its close, which may be later than the opening of this one (advance), or taken back.
std::vector<Bucket> allowance_of(const EngagementFacts& engagement, const CycleFacts& cycle) {
  const CycleFacts* before = engagement.find_cycle(cycle.period - 1);
  if (before == nullptr || before->skipped) {
    return buckets_of(cycle.carried, cycle.period, cycle.allowance, cycle.deficit, cycle.terms.order);
  }
  const RetainerCycleClosed* close = close_of(*before);
  const std::vector<Bucket> carried = close == nullptr ? std::vector<Bucket>{} : close->carried;
  return buckets_of(carried, cycle.period, cycle.allowance, close == nullptr ? 0 : close->deficit, cycle.terms.order);
}

// H1: the work that draws and has not been drawn by the day, in the order of H3. Most work stands in closed periods, so it is left out
// before anything is sorted.
std::vector<Row> undrawn(const WorkView& work, Row engagement, Date day) {
  if (engagement >= work.engaged.size()) return {};
  std::vector<Row> found;
  for (const Row row : work.engaged[engagement]) {
    const EntryRow& entry = work.rows[row];
    if (entry.removed || entry.work_date > day || entry.category() != Category::retainer || !entry.billable()) continue;
    if (work.details[row].engagement == engagement && work.drawn_of(row, day) == nullptr) found.push_back(row);
  }
  std::ranges::sort(found, [&](Row a, Row b) { return work.earlier(a, b); });
  const auto twice = std::ranges::unique(found);
  found.erase(twice.begin(), twice.end());
  return found;
}

// H4: what the overage part of an entry is worth, and whether it has a rate at all.
Charge overage_of(const DrawnPart& part, const PeriodTerms& terms, const Currency& currency, bool& priced) {
  const bool own = terms.overage == OveragePolicy::overage_rate || terms.overage == OveragePolicy::needs_approval;
  if (!own || !terms.overage_rate) return {part.overage, part.value};
  priced = true;
  return {part.overage, value_of(part.overage, Price{*terms.overage_rate, currency, Seconds{3600}}).minor};
}

}  // namespace

std::int64_t standard_part(const EntryRow& entry, Seconds part) {
  const std::int64_t whole = entry.billed_seconds;
  if (part.count == whole) return entry.standard_value;
  if (part.count == 0) return 0;
  return whole > 0 ? divide_half_away(Int128{entry.standard_value} * part.count, whole)
                   : divide_half_away(Int128{entry.standard_value} * -Int128{part.count}, -Int128{whole});
}

LiveDraw::Agreement& LiveDraw::agreement_of(Row engagement) {
  if (engagement >= agreements_.size()) agreements_.resize(std::max<std::size_t>(engagement + 1, views_.work.engagements.size()));
  Agreement& agreement = agreements_[engagement];
  if (agreement.looked_up) return agreement;
  agreement.looked_up = true;
  const EngagementFacts* facts = facts_of(views_, engagement);
  if (facts == nullptr) return agreement;
  agreement.known = true;
  agreement.kind = facts->kind;
  agreement.cap = facts->cap;
  agreement.fee = facts->fee;
  agreement.ends = facts->ends;
  agreement.currency = views_.directory.clients.at(facts->client).currency;
  return agreement;
}

WorkToday LiveDraw::of(Row row) {
  const EntryRow& entry = views_.work.rows[row];
  const Row engagement = entry.engaged ? views_.work.details[row].engagement : no_row;
  std::optional<EngagementKind> kind;
  if (entry.engaged && agreement_of(engagement).known) kind = agreements_[engagement].kind;
  WorkToday today;
  today.charge = {Seconds{entry.billed_seconds}, entry.value};
  today.priced = entry.agreed != no_row;
  today.engagement = engagement;
  switch (treatment_of(entry.category(), kind)) {
    case Treatment::full: return today;
    case Treatment::capped:
      if (!agreements_[engagement].split) split(engagement, agreements_[engagement]);
      return parts_.at(row);
    case Treatment::drawn: return drawn_entry(row, entry, engagement);
    case Treatment::none: break;
  }
  today.charge = {};
  today.fee = kind != EngagementKind::non_billable && entry.billable_category();
  if (today.fee) today.covered = Seconds{entry.billed_seconds};
  if (today.fee && kind == EngagementKind::recurring_fee) today.period = period_holding(engagement, entry.work_date);
  return today;
}

WorkToday LiveDraw::drawn_entry(Row row, const EntryRow& entry, Row engagement) {
  WorkToday today;
  today.fee = true;
  today.covered = Seconds{entry.billed_seconds};
  today.engagement = engagement;
  if (const DrawnEntry* drawn = views_.work.drawn_of(row, day_)) {
    today.charge = {drawn->overage, drawn->value};
    today.priced = drawn->priced;
    today.covered = drawn->covered + drawn->deficit;
    today.engagement = drawn->engagement;
    today.period = drawn->period;
  } else if (engagement != no_row && has_cycles(agreements_[engagement].kind)) {
    if (!agreements_[engagement].drawn) draw(engagement, agreements_[engagement]);
    if (const auto found = parts_.find(row); found != parts_.end()) return found->second;
  }
  return today;
}

void LiveDraw::draw(Row engagement, Agreement& agreement) {
  agreement.drawn = true;
  const EngagementFacts* facts = facts_of(views_, engagement);
  for (const LivePeriod& live : periods(*facts, engagement)) {
    take(live, facts->find_cycle(live.period)->terms, engagement, agreement.currency);
  }
}

// H1, H3, 2.21: each entry in the earliest open period that has not ended before it; late time comes first there, by its own date.
std::vector<LivePeriod> LiveDraw::periods(const EngagementFacts& facts, Row engagement) const {
  std::vector<LivePeriod> periods;
  std::vector<const CycleFacts*> cycles;
  for (const CycleFacts& cycle : facts.cycles) {
    if (!is_open(cycle, day_)) continue;
    cycles.push_back(&cycle);
    LivePeriod& live = periods.emplace_back();
    live.period = cycle.period;
    live.buckets = allowance_of(facts, cycle);
  }
  for (const Row row : undrawn(views_.work, engagement, day_)) {
    const Date date = views_.work.rows[row].work_date;
    const auto cycle = std::ranges::find_if(cycles, [&](const CycleFacts* open) { return date < open->to; });
    if (cycle != cycles.end()) periods[static_cast<std::size_t>(cycle - cycles.begin())].entries.push_back(row);
  }
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    std::vector<DrawnWork> work;
    for (const Row row : periods[i].entries) work.push_back({Seconds{views_.work.rows[row].billed_seconds}, views_.work.rows[row].value});
    periods[i].draw = draw_down(cycles[i]->terms.basis, periods[i].buckets, work);
  }
  return periods;
}

void LiveDraw::take(const LivePeriod& live, const PeriodTerms& terms, Row engagement, const Currency& currency) {
  for (std::size_t i = 0; i < live.entries.size(); ++i) {
    const DrawnPart& part = live.draw.parts[i];
    WorkToday today;
    today.fee = true;
    today.priced = views_.work.rows[live.entries[i]].agreed != no_row;
    today.engagement = engagement;
    today.period = live.period;
    today.covered = part.covered;
    if (terms.overage == OveragePolicy::deficit) {
      today.covered += part.overage;
    } else if (part.overage.count != 0 || part.value != 0) {
      today.charge = overage_of(part, terms, currency, today.priced);
    }
    parts_[live.entries[i]] = today;
  }
}

// 2.5, 2.21: in draw order since the start; the rest is over-service and never charged.
void LiveDraw::split(Row engagement, const Agreement& agreement) {
  agreements_[engagement].split = true;
  std::vector<Row> rows;
  std::vector<CappedWork> work;
  for (const Row row : views_.work.entries_of(engagement)) {
    const EntryRow& entry = views_.work.rows[row];
    if (entry.work_date > day_) break;
    if (!entry.billable() || treatment_of(entry.category(), agreement.kind) != Treatment::capped) continue;
    rows.push_back(row);
    work.push_back({Seconds{entry.billed_seconds}, entry.value});
  }
  const std::vector<WithinCap> within = within_cap(agreement.cap, work);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    WorkToday today;
    today.charge = {within[i].seconds, within[i].value};
    today.priced = views_.work.rows[rows[i]].agreed != no_row;
    today.engagement = engagement;
    parts_[rows[i]] = today;
  }
}

SecondsAccount LiveDraw::account_of(Row row) {
  const EntryRow& entry = views_.work.rows[row];
  const Settled settled = settled_between(views_.work.settled_of(row), std::nullopt, day_);
  SecondsAccount account{settled.billed_seconds, of(row).covered, {}, settled.written_off_seconds};
  account.unbilled = Seconds{entry.billed_seconds} - account.billed - account.covered - account.written_off;
  return account;
}

std::vector<LivePeriod> LiveDraw::periods_of(const EngagementId& engagement) {
  const Row agreed = views_.agreements.engagements.row_of(engagement);
  if (agreed == no_row) return {};
  return periods(views_.agreements.engagements.at(agreed), views_.work.engagements.find(engagement));
}

std::optional<std::int32_t> LiveDraw::period_holding(Row engagement, Date date) const {
  const EngagementFacts* facts = facts_of(views_, engagement);
  if (facts == nullptr) return std::nullopt;
  for (const CycleFacts& cycle : facts->cycles) {
    if (cycle.holds(date)) return cycle.period;
  }
  return std::nullopt;
}

std::int64_t LiveDraw::fees_of(Row engagement, std::optional<std::int32_t> period) {
  if (!fees_) {
    fees_.emplace();
    for (const InvoicedAmount& fee : views_.work.fees) {
      if (fee.on <= day_) (*fees_)[{fee.engagement, fee.period}] += fee.minor;
    }
  }
  const auto found = fees_->find({engagement, period});
  return found == fees_->end() ? 0 : found->second;
}

// A period that costs nothing only has to end. A fee without periods is of the whole agreement.
bool LiveDraw::has_left(Row engagement, std::optional<std::int32_t> period) {
  if (engagement == no_row || !agreement_of(engagement).known) return false;
  const Date tomorrow = day_ + 1;
  if (!period) {
    const Agreement& agreement = agreements_[engagement];
    if (has_cycles(agreement.kind) || !agreement.ends || *agreement.ends > tomorrow) return false;
    return fees_of(engagement, period) >= agreement.fee;
  }
  const EngagementFacts* facts = facts_of(views_, engagement);
  const CycleFacts* cycle = facts->find_cycle(*period);
  if (cycle == nullptr || cycle->to > tomorrow) return false;
  return cycle->fee() <= 0 || fees_of(engagement, period) > 0;
}

}  // namespace billtrail
