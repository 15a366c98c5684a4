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

std::int64_t value_at(const std::optional<AppliedRate>& rate, Seconds seconds) { return rate ? value_of(seconds, rate->price).minor : 0; }

// `whole` x part / of, of > 0.
std::int64_t portion(std::int64_t whole, std::int64_t part, std::int64_t of) {
  return part == of ? whole : divide_half_away(Int128{whole} * part, of);
}

}  // namespace

PlainWork::PlainWork(const std::vector<Recorded>& recorded, std::size_t count) : billing_(recorded, count) {
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
    if (const std::optional<Seconds> fixed = billing_.fixed(entry.entry)) {
      entry.billed = *fixed;
      continue;
    }
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

std::int64_t PlainWork::allowance_of(std::int32_t number) const {
  const auto before = billing_.periods.find(number - 1);
  std::int64_t sum = 0, deficit = 0;
  if (before != billing_.periods.end() && before->second.close) {
    for (const Bucket& bucket : before->second.close->carried) sum += bucket.amount;
    deficit = before->second.close->deficit;
  }
  return sum + std::max<std::int64_t>(0, billing_.periods.at(number).own - deficit);
}

// Retainer work that no close has drawn by the day goes to the first period that is open then and ends after it.
bool PlainWork::draws_from(std::int32_t number, const PlainEntry& entry, Date day) const {
  const EntryFacts& f = entry.facts;
  if (f.work.engagement != billing_.retainer || f.work.category != Category::retainer || !billable(f)) return false;
  if (f.span.work_date > day || billing_.drawn(entry.entry, day) != nullptr) return false;
  for (const auto& [candidate, period] : billing_.periods) {
    const bool open = !period.close || period.close->on > day;
    if (open && f.span.work_date < period.to) return candidate == number;
  }
  return false;
}

PlainWork::Charged PlainWork::within_allowance(const PlainEntry& entry, Date day) const {
  const EntryFacts& f = entry.facts;
  if (const Draw* draw = billing_.drawn(entry.entry, day)) {
    return {draw->overage, draw->covered + draw->deficit, draw->value, draw->rate.has_value()};
  }
  for (const auto& [number, period] : billing_.periods) {
    if (!draws_from(number, entry, day)) continue;
    std::int64_t left = allowance_of(number);
    for (const PlainEntry& earlier : entries_) {
      if (&earlier == &entry) break;
      if (draws_from(number, earlier, day)) left -= earlier.billed.count;
    }
    const std::int64_t covered = std::clamp<std::int64_t>(left, 0, entry.billed.count);
    const std::int64_t beyond = entry.billed.count - covered;
    const std::int64_t minor = portion(value_at(f.agreed, entry.billed), beyond, entry.billed.count);
    return {Seconds{beyond}, Seconds{covered}, minor, f.agreed.has_value()};
  }
  return {{}, entry.billed, 0, true};
}

PlainWork::Charged PlainWork::within_cap(const PlainEntry& entry, Date day) const {
  std::int64_t left = billing_.cap;
  const auto counts = [&](const PlainEntry& one) {
    const EntryFacts& f = one.facts;
    return f.work.engagement == billing_.capped && f.work.category == Category::project && billable(f) && f.span.work_date <= day;
  };
  for (const PlainEntry& earlier : entries_) {
    if (&earlier == &entry) break;
    if (counts(earlier)) left -= std::min(left, value_at(earlier.facts.agreed, earlier.billed));
  }
  const std::int64_t value = value_at(entry.facts.agreed, entry.billed);
  const std::int64_t within = std::min(left, value);
  const std::int64_t seconds = within == value ? entry.billed.count : portion(entry.billed.count, within, value);
  return {Seconds{seconds}, {}, within, entry.facts.agreed.has_value()};
}

PlainWork::Charged PlainWork::charged(const PlainEntry& entry, Date day) const {
  const EntryFacts& f = entry.facts;
  if (f.work.category == Category::retainer) return within_allowance(entry, day);
  if (f.work.category == Category::project && f.work.engagement && f.work.engagement == billing_.capped) return within_cap(entry, day);
  return {entry.billed, {}, value_at(f.agreed, entry.billed), f.agreed.has_value()};
}

std::array<std::int64_t, 4> PlainWork::account(const PlainEntry& entry, Date day) const {
  Seconds billed, written_off;
  for (const auto& [id, document] : billing_.documents) {
    if (document.draft || document.on > day) continue;
    for (const InvoiceLine& line : document.document.lines) {
      const std::optional<Date> back = document.back(line.line);
      for (const Claim& claim : line.claims) {
        if (claim.entry == entry.entry && !(back && *back <= day)) billed += claim.seconds;
      }
    }
  }
  written_off = billing_.taken(entry.entry, day).seconds - billed;
  const Seconds covered = charged(entry, day).covered;
  return {billed.count, covered.count, (entry.billed - billed - covered - written_off).count, written_off.count};
}

void PlainWork::age(Wip& sum, Date day, Date since, std::int64_t minor) const {
  sum.value += minor;
  if (minor < 0) {
    sum.negative += minor;
    return;
  }
  const auto bucket = std::ranges::count_if(edges_, [&](std::int32_t edge) { return day - since > edge; });
  sum.ageing[static_cast<std::size_t>(bucket)] += minor;
}

void PlainWork::sum_entry(const PlainEntry& entry, Date day, Wip& chargeable, Wip& standard) const {
  const EntryFacts& f = entry.facts;
  const Charged charge = charged(entry, day);
  if (charge.covered.count != 0) {
    if (f.standard) standard.retainer += portion(value_at(f.standard, entry.billed), charge.covered.count, entry.billed.count);
    else standard.unpriced += charge.covered;
  }
  const PlainBilling::Taken taken = billing_.taken(entry.entry, day);
  const Seconds seconds = charge.seconds - taken.seconds;
  const std::int64_t minor = charge.minor - taken.minor;
  if (seconds.count == 0 && minor == 0) return;
  chargeable.seconds += seconds;
  chargeable.entries += 1;
  if (!charge.priced) chargeable.unpriced += seconds;
  if (billing_.deferred(entry.entry, day)) chargeable.deferred += minor;
  if (billing_.on_draft(entry.entry)) chargeable.on_draft += minor;
  age(chargeable, day, f.span.work_date, minor);
}

std::map<std::pair<std::string, std::string>, PlainWork::Wip> PlainWork::wip(Date day) const {
  std::map<std::pair<std::string, std::string>, Wip> sums;
  const auto sum_of = [&](const std::string& client, const std::string& currency) -> Wip& {
    Wip& sum = sums[{client, currency}];
    sum.ageing.resize(edges_.size() + 1);
    return sum;
  };
  for (const PlainEntry& entry : entries_) {
    const EntryFacts& f = entry.facts;
    if (f.span.work_date > day || f.work.category == Category::non_billable) continue;
    if (f.review == Review::needed) {
      sum_of(text(f.work.client), currency_of(entry, {})).review += f.span.seconds;
      continue;
    }
    const std::string client = text(f.work.client);
    sum_entry(entry, day, sum_of(client, currency_of(entry, f.agreed)), sum_of(client, currency_of(entry, f.standard)));
  }
  for (const auto& [id, expense] : billing_.expenses) {
    const std::int64_t left = billing_.left_of(expense, day);
    if (left == 0) continue;
    Wip& sum = sum_of(std::string(expense.client.text()), std::string(clients_.at(expense.client).code()));
    sum.expenses += left;
    for (const auto& [invoice, document] : billing_.documents) {
      for (const InvoiceLine& line : document.document.lines) {
        if (document.draft && line.expense == id) sum.on_draft += left;
      }
    }
    age(sum, day, expense.on, left);
  }
  for (const auto& [client, minor] : billing_.on_account(day)) {
    Wip& sum = sum_of(std::string(client.text()), std::string(clients_.at(client).code()));
    sum.value -= minor;
    sum.negative -= minor;
  }
  std::erase_if(sums, [](const auto& sum) { return sum.second == Wip{0, std::vector<std::int64_t>(sum.second.ageing.size())}; });
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
