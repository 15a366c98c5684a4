// Agreements and where they stand.
#include "projections/engagements.hpp"

#include <algorithm>

#include "domain/retainer/periods.hpp"
#include "domain/wip/treatment.hpp"
#include "projections/balances.hpp"
#include "projections/live_draw.hpp"

namespace billtrail {
namespace {

// Of a one-off fee, or of milestones: issued, before tax, less what was given back.
std::int64_t fee_invoiced(const Views& views, const EngagementId& engagement, Date day) {
  std::int64_t sum = 0;
  for (const InvoicedAmount& fee : views.work.fees) {
    if (fee.on <= day && fee.engagement != no_row && views.work.engagements[fee.engagement] == engagement) sum += fee.minor;
  }
  return sum;
}

std::int64_t cap_used(const Views& views, LiveDraw& live, const EngagementId& engagement, Date day) {
  std::int64_t sum = 0;
  for (Row number = 0; number < views.work.engagements.size(); ++number) {
    if (views.work.engagements[number] != engagement) continue;
    for (const Row row : views.work.entries_of(number)) {
      const EntryRow& entry = views.work.rows[row];
      const bool capped = treatment_of(entry.category(), EngagementKind::capped) == Treatment::capped;
      if (capped && entry.billable() && entry.work_date <= day) sum += live.of(row).charge.minor;
    }
  }
  return sum;
}

void money(EngagementRow& row, const Views& views, const EngagementFacts& facts, LiveDraw& live, Date day) {
  const Currency currency = views.directory.clients.at(facts.client).currency;
  const bool whole_fee = facts.kind == EngagementKind::fixed_fee || facts.kind == EngagementKind::milestone;
  if (row.terms) row.fee = Money{row.terms->fee, currency};
  if (whole_fee) {
    row.fee = Money{facts.fee, currency};
    row.fee_invoiced = Money{fee_invoiced(views, row.engagement, day), currency};
  }
  if (facts.kind == EngagementKind::capped) {
    row.cap = Money{facts.cap, currency};
    row.cap_used = Money{cap_used(views, live, row.engagement, day), currency};
  }
}

void cycles(EngagementRow& row, const EngagementFacts& facts, Date day) {
  if (!facts.cycle) return;
  row.cycle = facts.cycle;
  if (const PeriodTerms* terms = facts.terms_on(day)) row.terms = *terms;
  row.paused = facts.paused_on(day);
  for (const CycleFacts& cycle : facts.cycles) {
    const bool open = !cycle.skipped && cycle.from <= day && cycle.closed_as_of(day) == nullptr;
    if (open && (!row.open_period || cycle.holds(day))) row.open_period = cycle.period;
  }
  row.next_opens = next_opening(facts);
}

std::optional<Date> by(const std::optional<Date>& on, Date day) { return on && *on <= day ? on : std::nullopt; }

}  // namespace

std::optional<Date> next_opening(const EngagementFacts& facts) {
  if (!facts.cycle) return std::nullopt;
  const Cadence cadence{*facts.cycle, facts.starts, facts.ends};
  const std::int32_t next = facts.cycles.empty() ? first_period(cadence) : facts.cycles.back().period + 1;
  const std::optional<Period> period = period_at(cadence, next);
  if (!period) return std::nullopt;
  return facts.cycle->timing == Timing::advance ? period->from - facts.cycle->lead_days : period->from;
}

std::optional<InvoiceId> milestone_invoice(const Views& views, const MilestoneId& milestone, Date day) {
  const auto mine = [&](const InvoiceLine& line) { return line.milestone == milestone; };
  const Holding holding = holding_of(views, holders_of(views.documents.of_milestone, milestone), day, mine);
  if (holding.invoice == no_row) return std::nullopt;
  return views.documents.invoices.key(holding.invoice);
}

EngagementsAnswer engagements(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  LiveDraw live(views, day);
  EngagementsAnswer answer;
  const auto& all = views.agreements.engagements;
  for (Row number = 0; number < all.size(); ++number) {
    const EngagementFacts& facts = all.at(number);
    if (!clients.lets_through(facts.client) || (question.engagement && all.key(number) != *question.engagement)) continue;
    EngagementRow& row = answer.rows.emplace_back();
    row.engagement = all.key(number);
    row.key = row.engagement.text();
    name_client(row, views, facts.client);
    row.name = facts.name;
    row.kind = facts.kind;
    row.starts = facts.starts;
    row.ends = facts.ends;
    row.scope = facts.scope;
    cycles(row, facts, day);
    money(row, views, facts, live, day);
    for (const MilestoneFacts& milestone : facts.milestones) {
      if (milestone.dropped) continue;
      row.milestones.push_back({milestone.milestone, milestone.name, milestone.amount, milestone.planned, by(milestone.reached, day),
                                by(milestone.approved, day), milestone_invoice(views, milestone.milestone, day)});
    }
  }
  std::ranges::stable_sort(answer.rows, {}, &EngagementRow::client_name);
  return answer;
}

}  // namespace billtrail
