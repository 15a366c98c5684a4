// Collects for each client what the month-end run would take up.
#include "projections/month_end.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/kernel/calendar.hpp"
#include "domain/retainer/periods.hpp"
#include "projections/balances.hpp"
#include "projections/currency_tag.hpp"
#include "projections/engagements.hpp"
#include "projections/expenses.hpp"
#include "projections/live_draw.hpp"
#include "projections/retainer_cycles.hpp"

namespace billtrail {
namespace {

bool drafted(const Views& views, const EngagementId& engagement, std::int32_t period, Date day) {
  const auto drafts = views.documents.scheduled.find(DraftKey{engagement, period, DraftPurpose::regular});
  if (drafts == views.documents.scheduled.end()) return false;
  return std::ranges::any_of(drafts->second, [&](Row number) {
    const InvoiceFacts& invoice = views.documents.invoices.at(number);
    return invoice.stands(day) || is_draft_as_of(invoice, day);
  });
}

// C5: in advance when a period may be opened, in arrears when it may be closed.
bool draft_due(const CycleTerms& terms, Date from, Date to, Date day) {
  return (terms.timing == Timing::advance ? from - terms.lead_days : to + terms.close_after_days) <= day;
}

std::int64_t recurring_due(const Views& views, const EngagementId& engagement, const EngagementFacts& facts, Date day) {
  std::int64_t due = 0;
  for (const CycleFacts& cycle : facts.cycles) {
    if (cycle.skipped || cycle.fee() == 0 || !draft_due(*facts.cycle, cycle.from, cycle.to, day)) continue;
    if (!drafted(views, engagement, cycle.period, day)) ++due;
  }
  // Periods that the schedule has not opened yet.
  const Cadence cadence{*facts.cycle, facts.starts, facts.ends};
  std::int32_t next = facts.cycles.empty() ? first_period(cadence) : facts.cycles.back().period + 1;
  for (;; ++next) {
    const std::optional<Period> period = period_at(cadence, next);
    if (!period || !draft_due(*facts.cycle, period->from, period->to, day)) return due;
    const PeriodTerms* terms = facts.terms_on(period->from);
    if (!facts.paused_on(period->from) && terms != nullptr && terms->fee != 0) ++due;
  }
}

class MonthEnd {
 public:
  MonthEnd(const Views& views, const Question& question)
      : views_(views), question_(question), day_(question.day()), live_(views, day_), tags_(views) {}

  MonthEndAnswer answer() {
    agreements();
    for (Row row = 0; row < views_.work.rows.size(); ++row) work(row);
    for (const InvoicedAmount& amount : views_.work.progress) {
      if (amount.on <= day_) row_of(amount.client, amount.currency).unbilled.minor -= amount.minor;
    }
    other();
    documents();
    MonthEndAnswer answer;
    for (auto& [which, row] : rows_) finish(which.first, which.second, row, answer);
    std::ranges::sort(answer.rows, [](const MonthEndRow& a, const MonthEndRow& b) {
      return a.client_name != b.client_name ? a.client_name < b.client_name : a.key < b.key;
    });
    return answer;
  }

 private:
  MonthEndRow& row_of(Row client, Currency currency) {
    MonthEndRow& row = rows_[{client, currency}];
    for (Money* money : {&row.unbilled, &row.overage, &row.expenses, &row.milestones, &row.deferred}) money->currency = currency;
    return row;
  }
  MonthEndRow& row_of(Row client) { return row_of(client, views_.directory.clients.at(client).currency); }

  void agreements() {
    const auto& engagements = views_.agreements.engagements;
    for (Row number = 0; number < engagements.size(); ++number) {
      const EngagementFacts& facts = engagements.at(number);
      const EngagementId& engagement = engagements.key(number);
      if (facts.cycle) {
        if (const std::int64_t due = recurring_due(views_, engagement, facts, day_); due != 0) row_of(facts.client).recurring_due += due;
        overage(number, facts);
      }
      for (const MilestoneFacts& milestone : facts.milestones) {
        const bool approved = !milestone.dropped && milestone.approved && *milestone.approved <= day_;
        if (approved && !milestone_invoice(views_, milestone.milestone, day_)) row_of(facts.client).milestones.minor += milestone.amount;
      }
    }
  }

  // Which closed periods' overage may be billed. Pieces have no entries: their value comes from the close.
  void overage(Row number, const EngagementFacts& facts) {
    const EngagementId& engagement = views_.agreements.engagements.key(number);
    for (const CycleFacts& cycle : facts.cycles) {
      const CycleClosing* closing = cycle.closed_as_of(day_);
      if (closing == nullptr || closing->facts.overage_value == 0) continue;
      const CycleRow row = cycle_row(views_, live_, number, cycle, day_);
      if (row.overage_state != OverageState::to_bill) continue;
      if (row.basis == AllowanceBasis::deliverables) {
        row_of(facts.client).overage.minor += row.overage_value.minor;
      } else {
        billable_.insert({engagement, cycle.period});
      }
    }
  }

  void work(Row number) {
    const EntryRow& entry = views_.work.rows[number];
    if (entry.removed || entry.work_date > day_ || entry.client == no_row || !entry.billable_category()) return;
    if (entry.awaits_review()) {
      row_of(entry.client).review_seconds += Seconds{entry.seconds};
      return;
    }
    const WorkToday today = live_.of(number);
    const OpenCharge open = open_work(today.charge, views_.work.settled_of(number), day_);
    if (entry.on_draft || (open.seconds.count == 0 && open.minor == 0)) return;
    MonthEndRow& row = row_of(entry.client, CurrencyTags::currency(tags_.of_value(entry)));
    if (!today.priced) row.unpriced_entries += 1;
    if (open.deferred) {
      row.deferred.minor += open.minor;
    } else if (entry.category() != Category::retainer) {
      row.unbilled.minor += open.minor;
      row.unbilled_seconds += open.seconds;
    } else if (drawn_billable(number)) {
      row.overage.minor += open.minor;
    }
  }
  bool drawn_billable(Row number) const {
    const DrawnEntry* drawn = views_.work.drawn_of(number, day_);
    return drawn != nullptr && drawn->engagement != no_row &&
           billable_.contains({views_.work.engagements[drawn->engagement], drawn->period});
  }

  void other() {
    Question all;
    all.asked = question_.asked;
    all.as_of = day_;
    for (const ExpenseRow& expense : expenses(views_, all).rows) {
      if (expense.state != "open" || !expense.billable) continue;
      row_of(views_.directory.clients.required(expense.client), expense.price.currency).expenses.minor += expense.price.minor;
    }
  }

  void documents() {
    const Date month = first_of_month(day_);
    for (Row number = 0; number < views_.documents.invoices.size(); ++number) {
      const InvoiceFacts& invoice = views_.documents.invoices.at(number);
      const Money total{invoice.document->total, invoice.document->currency};
      const InvoiceId& id = views_.documents.invoices.key(number);
      if (is_draft_as_of(invoice, day_)) {
        const std::string state(state_as_of(views_, number, day_));
        row_of(invoice.client, total.currency).drafts.push_back({id, total, state, invoice.flagged});
      } else if (invoice.stands(day_) && *invoice.on >= month) {
        row_of(invoice.client, total.currency).issued.push_back({id, invoice.number, total});
      }
    }
  }

  void finish(Row client, Currency currency, MonthEndRow& row, MonthEndAnswer& answer) const {
    const bool open = row.recurring_due != 0 || row.unbilled.minor != 0 || row.overage.minor != 0 || row.expenses.minor != 0 ||
                      row.milestones.minor != 0 || !row.drafts.empty();
    const bool noted = row.deferred.minor != 0 || row.unpriced_entries != 0 || row.review_seconds.count != 0 || !row.issued.empty();
    if (!open && !noted) return;
    row.done = !open;
    name_client(row, views_, client);
    row.key = row.client.text();
    if (views_.directory.clients.at(client).currency != currency) row.key += "|" + std::string(currency.code());
    answer.rows.push_back(std::move(row));
  }

  const Views& views_;
  const Question& question_;
  Date day_;
  LiveDraw live_;
  CurrencyTags tags_;
  std::set<std::pair<EngagementId, std::int32_t>> billable_;
  std::map<std::pair<Row, Currency>, MonthEndRow> rows_;
};

}  // namespace

MonthEndAnswer month_end(const Views& views, const Question& question) { return MonthEnd(views, question).answer(); }

}  // namespace billtrail
