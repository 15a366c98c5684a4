// The obvious way.
#include "tests/projections/plain_work.hpp"

#include <algorithm>

#include "domain/kernel/calendar.hpp"
#include "domain/rounding/round_time.hpp"

namespace billtrail::testing {
namespace {

bool billable(const EntryFacts& facts) { return facts.work.category != Category::non_billable && facts.review != Review::needed; }

std::vector<DayPart> days_of(const Span& span) {
  return span.days.empty() ? std::vector<DayPart>{{span.work_date, span.seconds}} : span.days;
}

std::string text(const std::optional<ClientId>& client) { return client ? std::string(client->text()) : std::string{}; }

}  // namespace

PlainWork::PlainWork(const std::vector<Recorded>& recorded, std::size_t count) {
  std::map<EntryId, EntryFacts> live;
  for (std::size_t i = 0; i < count; ++i) {
    const Event& event = recorded[i].event;
    if (const auto* e = std::get_if<TimeLogged>(&event)) live[e->entry] = e->facts;
    if (const auto* e = std::get_if<TimeEntryCorrected>(&event)) live[e->entry] = e->after;
    if (const auto* e = std::get_if<TimeEntryReviewed>(&event)) live[e->entry] = e->after;
    if (const auto* e = std::get_if<TimeEntryRemoved>(&event)) live.erase(e->entry);
    if (const auto* e = std::get_if<EntryRerounded>(&event)) live[e->entry].rounding = e->after;
    if (const auto* e = std::get_if<EntryRepriced>(&event)) {
      live[e->entry].agreed = e->new_agreed;
      live[e->entry].standard = e->new_standard;
    }
    if (const auto* e = std::get_if<ClientAdded>(&event)) clients_[e->client] = e->currency;
    if (const auto* e = std::get_if<PracticeChanged>(&event); e && e->ageing_edges) edges_ = *e->ageing_edges;
  }
  for (const auto& [entry, facts] : live) entries_.push_back({entry, facts, facts.span.seconds});
  round();
}

// D1, D4 over everything at once.
void PlainWork::round() {
  const auto earlier = [](const PlainEntry& a, const PlainEntry& b) {
    return std::tie(a.facts.span.work_date, a.facts.span.start, a.entry) < std::tie(b.facts.span.work_date, b.facts.span.start, b.entry);
  };
  std::ranges::sort(entries_, earlier);
  std::map<std::string, std::vector<PlainEntry*>> groups;
  for (PlainEntry& entry : entries_) {
    const EntryFacts& f = entry.facts;
    if (!billable(f)) continue;
    if (f.rounding.scope == RoundingScope::entry) {
      entry.billed = rounded(f.span.seconds, f.rounding);
      continue;
    }
    const std::string key = text_of(f.member) + f.span.work_date.text() + text_of(f.work.client) + text_of(f.work.engagement) +
                            text_of(f.work.service) + text_of(f.work.category) + text_of(f.rounding);
    groups[key].push_back(&entry);
  }
  for (auto& [key, group] : groups) {
    std::vector<Seconds> raw;
    for (const PlainEntry* entry : group) raw.push_back(entry->facts.span.seconds);
    const std::vector<Seconds> billed = rounded_group(raw, group.front()->facts.rounding);
    for (std::size_t i = 0; i < group.size(); ++i) group[i]->billed = billed[i];
  }
}

std::string PlainWork::currency_of(const PlainEntry& entry, const std::optional<AppliedRate>& rate) const {
  if (rate) return std::string(rate->price.currency.code());
  return std::string(clients_.at(*entry.facts.work.client).code());
}

std::map<std::pair<std::string, std::string>, PlainWork::Wip> PlainWork::wip(Date day) const {
  std::map<std::pair<std::string, std::string>, Wip> sums;
  const auto sum_of = [&](const PlainEntry& entry, const std::optional<AppliedRate>& rate) -> Wip& {
    Wip& sum = sums[{text(entry.facts.work.client), currency_of(entry, rate)}];
    sum.ageing.resize(edges_.size() + 1);
    return sum;
  };
  for (const PlainEntry& entry : entries_) {
    const EntryFacts& f = entry.facts;
    if (f.span.work_date > day || f.work.category == Category::non_billable) continue;
    if (f.review == Review::needed) {
      sum_of(entry, {}).review += f.span.seconds;
    } else if (f.work.category == Category::retainer) {
      Wip& sum = sum_of(entry, f.standard);
      if (f.standard) sum.retainer += value_of(entry.billed, f.standard->price).minor;
      else sum.unpriced += entry.billed;
    } else {
      Wip& sum = sum_of(entry, f.agreed);
      sum.seconds += entry.billed;
      sum.entries += 1;
      if (!f.agreed) {
        sum.unpriced += entry.billed;
        continue;
      }
      const std::int64_t value = value_of(entry.billed, f.agreed->price).minor;
      const auto bucket = std::ranges::count_if(edges_, [&](std::int32_t edge) { return day - f.span.work_date > edge; });
      sum.value += value;
      sum.ageing[static_cast<std::size_t>(bucket)] += value;
    }
  }
  return sums;
}

std::map<std::pair<std::string, std::string>, PlainWork::Times> PlainWork::client_months(Date first, Date last) const {
  std::map<std::pair<std::string, std::string>, Times> sums;
  const auto within = [&](Date date) { return first <= date && date <= last; };
  for (const PlainEntry& entry : entries_) {
    const EntryFacts& f = entry.facts;
    if (within(f.span.work_date)) {
      Times& times = sums[{text(f.work.client), month_key(f.span.work_date)}];
      times.seconds += f.span.seconds.count;
      times.billed += entry.billed.count;
      times.entries += 1;
    }
    for (const DayPart& part : days_of(f.span)) {
      if (within(part.date)) sums[{text(f.work.client), month_key(part.date)}].clock += part.seconds.count;
    }
  }
  return sums;
}

std::map<std::string, std::array<std::int64_t, 3>> PlainWork::logged(Date first, Date last) const {
  std::map<std::string, std::array<std::int64_t, 3>> sums;
  for (const PlainEntry& entry : entries_) {
    const EntryFacts& f = entry.facts;
    const std::size_t column = f.review == Review::needed ? 2 : f.work.category == Category::non_billable ? 1 : 0;
    for (const DayPart& part : days_of(f.span)) {
      if (first <= part.date && part.date <= last) sums[std::string(f.member.text())][column] += part.seconds.count;
    }
  }
  return sums;
}

std::vector<std::string> PlainWork::listed() const {
  std::vector<PlainEntry> sorted = entries_;
  std::ranges::sort(sorted, [](const PlainEntry& a, const PlainEntry& b) {
    return std::tie(a.facts.span.work_date, a.facts.span.start, a.entry) > std::tie(b.facts.span.work_date, b.facts.span.start, b.entry);
  });
  std::vector<std::string> ids;
  for (const PlainEntry& entry : sorted) ids.emplace_back(entry.entry.text());
  return ids;
}

}  // namespace billtrail::testing
