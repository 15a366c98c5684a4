// H1-H6 the obvious way.
#include "tests/simulation/plain_books.hpp"

namespace billtrail::simulation {

// H4: a deficit reduces the period's own hours, never carried ones.
std::int64_t PlainCycle::available() const {
  std::int64_t sum = std::max<std::int64_t>(0, own - deficit);
  for (const Bucket& bucket : carried) sum += bucket.amount;
  return sum;
}

// H1, H6: the period whose close drew it, else the earliest open one that has not ended before the work; null when there is none.
const PlainCycle* PlainBooks::drawn_in(const EntryId& id, const PlainEntry& entry) const {
  const EntryFacts& facts = entry.facts;
  if (entry.removed || facts.work.category != Category::retainer || !facts.work.engagement || facts.review == Review::needed)
    return nullptr;
  const std::vector<PlainCycle>& cycles = engagements_.at(*facts.work.engagement).cycles;
  for (const PlainCycle& cycle : cycles) {
    if (!cycle.closed) continue;
    for (const Draw& draw : cycle.closed->draws) {
      if (draw.entry == id) return &cycle;
    }
  }
  for (const PlainCycle& cycle : cycles) {
    if (!cycle.closed && !cycle.skipped && facts.span.work_date < cycle.to) return &cycle;
  }
  return nullptr;
}

PlainUse PlainBooks::use_of(const EngagementId& engagement, const PlainCycle& cycle, Date day,
                            const std::map<EntryId, Seconds>& billed) const {
  std::vector<EntryId> work;
  for (const auto& [id, seconds] : billed) {
    const PlainEntry& entry = entries_.at(id);
    if (entry.facts.work.engagement == engagement && entry.facts.span.work_date <= day && drawn_in(id, entry) == &cycle)
      work.push_back(id);
  }
  std::sort(work.begin(), work.end(), [&](const EntryId& a, const EntryId& b) { return earlier(a, b); });
  PlainUse use;
  use.available = cycle.available();
  const bool hours = cycle.terms.basis == AllowanceBasis::hours;
  if (!hours && cycle.terms.basis != AllowanceBasis::money) return use;
  for (const EntryId& id : work) {
    const Seconds seconds = billed.at(id);
    const std::int64_t value = agreed_value(entries_.at(id), seconds), beyond = use.beyond();
    use.used += hours ? seconds.count : value;
    const std::int64_t over = use.beyond() - beyond;
    if (over == 0) continue;
    Seconds part{over};
    std::int64_t worth = over;
    if (hours) {
      worth =
          value - (seconds.count == 0 ? 0 : plain_quotient(static_cast<Int128>(value) * (seconds.count - over), seconds.count));
    } else {
      part = seconds - Seconds{value == 0 ? 0 : plain_quotient(static_cast<Int128>(seconds.count) * (value - over), value)};
    }
    if (cycle.terms.overage == OveragePolicy::deficit) worth = 0;
    if (cycle.terms.overage == OveragePolicy::overage_rate && cycle.terms.overage_rate) {
      worth = plain_value(part, {*cycle.terms.overage_rate, clients_.at(engagements_.at(engagement).client), Seconds{3600}});
    }
    use.overage[id] = {part, worth};
  }
  return use;
}

// Whether what is known now about the periods was so on that day: no close is dated after it.
bool PlainBooks::told_by_now(const PlainEngagement& engagement, Date day) const {
  for (const PlainCycle& cycle : engagement.cycles) {
    if (cycle.closed && cycle.closed->on > day) return false;
  }
  return true;
}

// The next period that is not skipped gets what a close hands on, through skipped ones; nothing while the one before is open.
void PlainBooks::hand_on(PlainEngagement& engagement, std::size_t from) {
  const std::optional<RetainerCycleClosed> closed = engagement.cycles[from].closed;
  for (std::size_t i = from + 1; i < engagement.cycles.size(); ++i) {
    engagement.cycles[i].carried = closed ? closed->carried : std::vector<Bucket>{};
    engagement.cycles[i].deficit = closed ? closed->deficit : 0;
    if (!engagement.cycles[i].skipped) return;
  }
}

// H3-H5 at a close: what it says follows from the work, and nothing of the allowance gets lost.
void PlainBooks::check_close(const RetainerCycleClosed& closed) {
  const PlainEngagement& engagement = engagements_.at(closed.engagement);
  const PlainCycle* cycle = nullptr;
  for (const PlainCycle& opened : engagement.cycles) {
    if (opened.period == closed.period)
      cycle = &opened;
    else if (opened.period < closed.period && !opened.closed && !opened.skipped)
      throw Broken("H6: an earlier period is open");
  }
  if (cycle == nullptr) throw Broken("H6: a period is closed that was not opened");
  const std::string name = std::string(closed.engagement.text()) + "/" + std::to_string(closed.period) + ": ";
  const auto before = billed();
  const bool by_time = cycle->terms.basis == AllowanceBasis::hours || cycle->terms.basis == AllowanceBasis::money;
  const PlainUse use = use_of(closed.engagement, *cycle, cycle->to - 1, before);
  const bool deficit = closed.policy == OveragePolicy::deficit;
  const std::int64_t beyond = deficit ? 0 : use.beyond();
  if (by_time && (use.used != closed.used || use.left() != closed.unused || beyond != closed.overage)) {
    throw Broken("H3: " + name + "used " + std::to_string(closed.used) + ", left " + std::to_string(closed.unused) + ", beyond " +
                 std::to_string(closed.overage) + " instead of " + std::to_string(use.used) + ", " + std::to_string(use.left()) +
                 ", " + std::to_string(beyond));
  }
  for (const Draw& draw : closed.draws) {
    const auto over = use.overage.find(draw.entry);
    const auto expected = over == use.overage.end() ? std::pair<Seconds, std::int64_t>{} : over->second;
    if (draw.billed != draw.covered + draw.overage + draw.deficit || draw.billed != before.at(draw.entry)) {
      throw Broken("H3: the draw of " + std::string(draw.entry.text()) + " does not sum to its seconds");
    }
    if (by_time && ((deficit ? draw.deficit : draw.overage) != expected.first || draw.value != expected.second)) {
      throw Broken("H3: " + name + "the draw of " + std::string(draw.entry.text()) + " is " + std::to_string(draw.overage.count) +
                   " s worth " + std::to_string(draw.value) + " instead of " + std::to_string(expected.first.count) +
                   " s worth " + std::to_string(expected.second));
    }
    freeze(draw.entry, draw.billed, before);
  }
  std::int64_t carried = 0;
  for (const Bucket& bucket : closed.carried) carried += bucket.amount;
  if (by_time && carried + closed.expired != closed.unused)
    throw Broken("H5: " + name + "carried and expired are not what was unused");
  if (cycle->terms.roll_over_cap && carried > *cycle->terms.roll_over_cap)
    throw Broken("H5: " + name + "more is carried than the cap");
  const std::int64_t rest = std::max<std::int64_t>(0, cycle->deficit - cycle->own);
  if (by_time && closed.deficit != rest + (deficit ? use.beyond() : 0))
    throw Broken("H4: " + name + "the deficit handed on is wrong");
}

}  // namespace billtrail::simulation
