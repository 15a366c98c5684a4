// D1, D2, D4, W1, W1a, 2.5 the obvious way: everything is summed from the beginning, each time.
#include <algorithm>

#include "tests/simulation/plain_books.hpp"

namespace billtrail::simulation {
namespace {

bool billable(const EntryFacts& facts) { return facts.work.category != Category::non_billable && facts.review != Review::needed; }

// D1
std::int64_t rounded_seconds(std::int64_t raw, const RoundingTerms& terms) {
  if (raw <= 0) return raw;
  const std::int64_t increment = terms.increment.count, whole = raw / increment * increment, over = raw - whole;
  std::int64_t result = raw;
  if (terms.mode == RoundingMode::down) result = whole;
  if (terms.mode == RoundingMode::nearest) result = over * 2 >= increment ? whole + increment : whole;
  if (terms.mode == RoundingMode::up) result = over == 0 || over < terms.grace.count ? whole : whole + increment;
  return std::max(result, terms.minimum.count);
}

// D4: the difference spreads by length, the largest remainders first, ties to the earlier.
std::vector<std::int64_t> rounded_together(const std::vector<std::int64_t>& raw, const RoundingTerms& terms) {
  std::int64_t total = 0;
  for (const std::int64_t seconds : raw) total += seconds;
  std::vector<std::int64_t> parts = raw;
  if (total == 0) return parts;
  const std::int64_t difference = rounded_seconds(total, terms) - total, sign = difference < 0 ? -1 : 1;
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  std::int64_t left = difference * sign;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const Int128 share = static_cast<Int128>(difference * sign) * raw[i];
    parts[i] += sign * static_cast<std::int64_t>(share / total);
    left -= static_cast<std::int64_t>(share / total);
    remainders.push_back({-static_cast<std::int64_t>(share % total), i});
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; left > 0; ++i, --left) parts[remainders[i].second] += sign;
  return parts;
}

}  // namespace

std::int64_t plain_quotient(Int128 numerator, Int128 denominator) {
  if (denominator < 0) return plain_quotient(-numerator, -denominator);
  const Int128 half_added = (numerator < 0 ? -numerator : numerator) * 2 + denominator;
  const std::int64_t result = static_cast<std::int64_t>(half_added / (denominator * 2));
  return numerator < 0 ? -result : result;
}

std::int64_t plain_value(Seconds seconds, const Price& price) {
  Int128 amount = price.amount.ten_thousandths;
  for (int i = 0; i < price.currency.exponent(); ++i) amount *= 10;
  if (price.per.count == 0) return plain_quotient(amount, 10'000);
  return plain_quotient(amount * seconds.count, Int128{10'000} * price.per.count);
}

bool PlainBooks::earlier(const EntryId& a, const EntryId& b) const {
  const Span& left = entries_.at(a).facts.span;
  const Span& right = entries_.at(b).facts.span;
  return std::tie(left.work_date, left.start, a) < std::tie(right.work_date, right.start, b);
}

Seconds PlainBooks::billed_alone(const EntryId& id, const PlainEntry& entry) const {
  if (const auto held = frozen_.find(id); held != frozen_.end()) return held->second;
  if (!billable(entry.facts) || entry.adjusts) return entry.facts.span.seconds;
  return {rounded_seconds(entry.facts.span.seconds.count, entry.facts.rounding)};
}

std::map<EntryId, Seconds> PlainBooks::billed() const {
  std::map<EntryId, Seconds> result;
  std::vector<EntryId> waiting;  // for others of their group
  for (const auto& [id, entry] : entries_) {
    if (entry.removed) continue;
    const bool alone =
        entry.facts.rounding.scope == RoundingScope::entry || frozen_.count(id) > 0 || entry.adjusts || !billable(entry.facts);
    if (alone)
      result[id] = billed_alone(id, entry);
    else
      waiting.push_back(id);
  }
  std::sort(waiting.begin(), waiting.end(), [&](const EntryId& a, const EntryId& b) { return earlier(a, b); });
  const auto same_group = [&](const EntryId& a, const EntryId& b) {
    const EntryFacts &left = entries_.at(a).facts, &right = entries_.at(b).facts;
    return left.member == right.member && left.span.work_date == right.span.work_date && left.work.client == right.work.client &&
           left.work.engagement == right.work.engagement && left.work.service == right.work.service &&
           left.work.category == right.work.category && left.rounding == right.rounding;
  };
  while (!waiting.empty()) {
    std::vector<EntryId> group, rest;
    for (const EntryId& id : waiting) (same_group(id, waiting.front()) ? group : rest).push_back(id);
    std::vector<std::int64_t> raw;
    for (const EntryId& id : group) raw.push_back(entries_.at(id).facts.span.seconds.count);
    const auto parts = rounded_together(raw, entries_.at(group.front()).facts.rounding);
    for (std::size_t i = 0; i < group.size(); ++i) result[group[i]] = Seconds{parts[i]};
    waiting = rest;
  }
  return result;
}

// D2: what is held, billed, drawn or written off keeps the seconds that it had.
void PlainBooks::freeze(const EntryId& entry, Seconds billed, const std::map<EntryId, Seconds>& before) {
  const auto known = before.find(entry);
  if (known == before.end()) throw Broken("D2: work that is not there is frozen");
  if (known->second != billed && !entries_.at(entry).touched) {
    throw Broken("D2: " + std::string(entry.text()) + " is frozen at " + std::to_string(billed.count) + " s instead of " +
                 std::to_string(known->second.count) + " s");
  }
  frozen_[entry] = billed;
}

void PlainBooks::thaw(const EntryId& entry) {
  if (!held_by_something(entry)) frozen_.erase(entry);
}

bool PlainBooks::held_by_something(const EntryId& entry) const {
  if (holders_.count(entry) > 0) return true;
  if (relieved(entry, Date{INT32_MAX}) != 0) return true;
  std::int64_t seconds = 0;
  for (const auto& [id, invoice] : invoices_) {
    if (!invoice.on || invoice.voided_on) continue;
    for (const InvoiceLine& line : invoice.document.lines) {
      if (line.kind == LineKind::covered) continue;
      bool returned = false;
      for (const CreditNoteIssued& note : invoice.notes) {
        for (const CreditLine& credited : note.lines) returned = returned || (credited.line == line.line && credited.returns);
      }
      for (const Claim& claim : line.claims) seconds += claim.entry == entry && !returned ? claim.seconds.count : 0;
    }
  }
  for (const auto& [id, act] : acts_) {
    for (const WriteOffShare& share : act.shares) seconds += share.entry == entry && !act.reversed_on ? share.seconds.count : 0;
  }
  for (const auto& [id, engagement] : engagements_) {
    for (const PlainCycle& cycle : engagement.cycles) {
      if (!cycle.closed) continue;
      for (const Draw& draw : cycle.closed->draws) {
        if (draw.entry == entry) return true;
      }
    }
  }
  return seconds != 0;
}

std::int64_t PlainBooks::agreed_value(const PlainEntry& entry, Seconds seconds) const {
  return entry.facts.agreed ? plain_value(seconds, entry.facts.agreed->price) : 0;
}

// What invoices and acts took from the value of an entry by the end of a day.
std::int64_t PlainBooks::relieved(const EntryId& entry, Date day) const {
  std::int64_t sum = 0;
  for (const auto& [id, invoice] : invoices_) {
    if (!invoice.on || *invoice.on > day || (invoice.voided_on && *invoice.voided_on <= day)) continue;
    for (const InvoiceLine& line : invoice.document.lines) {
      if (line.kind == LineKind::covered) continue;
      bool returned = false;
      for (const CreditNoteIssued& note : invoice.notes) {
        for (const CreditLine& credited : note.lines) {
          returned = returned || (credited.line == line.line && credited.returns && note.on <= day);
        }
      }
      for (const Claim& claim : line.claims) sum += claim.entry == entry && !returned ? claim.value : 0;
    }
  }
  for (const auto& [id, act] : acts_) {
    if (act.on > day || (act.reversed_on && *act.reversed_on <= day)) continue;
    for (const WriteOffShare& share : act.shares) {
      if (share.entry == entry) sum += act.up ? -share.minor : share.minor;
    }
  }
  return sum;
}

// 2.5 capped: agreed value since the start in draw order, as far as the cap goes.
std::map<EntryId, std::int64_t> PlainBooks::within_caps(Date day, const std::map<EntryId, Seconds>& billed) const {
  std::map<EngagementId, std::vector<EntryId>> work;
  for (const auto& [id, seconds] : billed) {
    const EntryFacts& facts = entries_.at(id).facts;
    if (facts.work.category == Category::project && facts.work.engagement && facts.span.work_date <= day && billable(facts) &&
        engagements_.at(*facts.work.engagement).kind == EngagementKind::capped) {
      work[*facts.work.engagement].push_back(id);
    }
  }
  std::map<EntryId, std::int64_t> result;
  for (auto& [engagement, ids] : work) {
    std::sort(ids.begin(), ids.end(), [&](const EntryId& a, const EntryId& b) { return earlier(a, b); });
    const std::int64_t cap = engagements_.at(engagement).cap;
    std::int64_t sum = 0;
    for (const EntryId& id : ids) {
      const std::int64_t before = std::min(sum, cap);
      sum += agreed_value(entries_.at(id), billed.at(id));
      result[id] = std::min(sum, cap) - before;
    }
  }
  return result;
}

// Expenses, and what was invoiced on account of work that is not matched yet.
std::int64_t PlainBooks::fixed_items(const ClientId& client, Date day) const {
  std::int64_t sum = 0;
  for (const auto& [id, expense] : expenses_) {
    const ExpenseRecorded& facts = expense.facts;
    if (expense.removed || !facts.billable || facts.client != client || facts.on > day) continue;
    if (!expense.written_off_on || *expense.written_off_on > day) sum += facts.price;
  }
  for (const auto& [id, invoice] : invoices_) {
    if (!invoice.on || *invoice.on > day || (invoice.voided_on && *invoice.voided_on <= day) || invoice.document.client != client)
      continue;
    const std::vector<std::int64_t> nets = plain_line_nets(invoice.document);
    for (std::size_t i = 0; i < nets.size(); ++i) {
      const InvoiceLine& line = invoice.document.lines[i];
      bool returned = false;
      std::int64_t credited_net = 0;
      for (const CreditNoteIssued& note : invoice.notes) {
        if (note.on > day) continue;
        const std::vector<std::int64_t> credits = plain_line_nets(note, invoice.document.prices);
        for (std::size_t k = 0; k < credits.size(); ++k) {
          if (note.lines[k].line != line.line) continue;
          returned = returned || note.lines[k].returns;
          credited_net += credits[k];
        }
      }
      if (line.expense && !returned) sum -= expenses_.at(*line.expense).facts.price;
      if (line.kind == LineKind::progress) sum -= nets[i] - credited_net;
    }
  }
  return sum;
}

std::map<ClientId, std::optional<std::int64_t>> PlainBooks::wip(Date day, const std::map<EntryId, Seconds>& billed) const {
  std::map<ClientId, std::optional<std::int64_t>> sums;
  for (const auto& [client, currency] : clients_) sums[client] = fixed_items(client, day);
  for (const auto& [id, engagement] : engagements_) {
    if (!told_by_now(engagement, day)) sums[engagement.client] = std::nullopt;
  }
  const auto add = [&](const ClientId& client, std::int64_t value) {
    if (std::optional<std::int64_t>& sum = sums[client]) *sum += value;
  };
  const auto capped = within_caps(day, billed);
  for (const auto& [id, seconds] : billed) {
    const PlainEntry& entry = entries_.at(id);
    const Assignment& work = entry.facts.work;
    if (!work.client || entry.facts.span.work_date > day) continue;
    std::int64_t value = 0;
    const auto kind = work.engagement ? engagements_.at(*work.engagement).kind : EngagementKind::hourly;
    const bool by_time = kind == EngagementKind::hourly || kind == EngagementKind::deposit || kind == EngagementKind::retainer;
    if (billable(entry.facts) && (work.category == Category::ad_hoc || (work.category == Category::project && by_time))) {
      value = agreed_value(entry, seconds);
    }
    if (const auto within = capped.find(id); within != capped.end()) value = within->second;
    add(*work.client, value - relieved(id, day));
  }
  for (const auto& [id, engagement] : engagements_) {
    for (const PlainCycle& cycle : engagement.cycles) {
      if (cycle.closed) {
        for (const Draw& draw : cycle.closed->draws) add(engagement.client, draw.value);
      } else if (!cycle.skipped) {
        for (const auto& [entry, overage] : use_of(id, cycle, day, billed).overage) add(engagement.client, overage.second);
      }
    }
  }
  return sums;
}

}  // namespace billtrail::simulation
