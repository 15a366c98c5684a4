// Retainer periods, closed and live.
#include "projections/retainer_cycles.hpp"

#include <algorithm>

#include "projections/balances.hpp"
#include "projections/live_draw.hpp"

namespace billtrail {
namespace {

std::int64_t sum_of(const std::vector<Bucket>& buckets) {
  std::int64_t sum = 0;
  for (const Bucket& bucket : buckets) sum += bucket.amount;
  return sum;
}

// H4: overage on a draft or invoice; what a void or a credit note returned may be billed again.
OverageState billed_state(const Views& views, const EngagementId& engagement, std::int32_t period, Date day) {
  const auto mine = [&](const InvoiceLine& line) {
    return line.kind == LineKind::overage && line.engagement == engagement && line.period == period;
  };
  const Holding holding = holding_of(views, holders_of(views.documents.of_engagement, engagement), day, mine);
  if (holding.invoice == no_row) return OverageState::to_bill;
  return holding.issued ? OverageState::invoiced : OverageState::on_draft;
}

// One period on its way into a row.
class Cycle {
 public:
  Cycle(const Views& views, LiveDraw& live, Row engagement, const CycleFacts& cycle, Date day)
      : views_(views), live_(live), facts_(views.agreements.engagements.at(engagement)), cycle_(cycle), day_(day) {
    row_.engagement = views.agreements.engagements.key(engagement);
    currency_ = views.directory.clients.at(facts_.client).currency;
  }

  CycleRow row() {
    agreed();
    const CycleClosing* closing = cycle_.closed_as_of(day_);
    if (cycle_.skipped) {
      row_.state = CycleStanding::skipped;
    } else if (closing != nullptr) {
      closed(closing->facts);
    } else {
      open();
    }
    if (!cycle_.skipped && row_.basis != AllowanceBasis::none) measure();
    around();
    return std::move(row_);
  }

 private:
  void agreed() {
    row_.key = std::string(row_.engagement.text()) + "/" + std::to_string(cycle_.period);
    row_.engagement_name = facts_.name;
    name_client(row_, views_, facts_.client);
    row_.period = cycle_.period;
    row_.from = cycle_.from;
    row_.to = cycle_.to;
    row_.timing = facts_.cycle->timing;
    row_.fee = {cycle_.fee(), currency_};
    row_.basis = cycle_.terms.basis;
    row_.unit = cycle_.terms.unit;
    row_.overage_value.currency = currency_;
    row_.policy = cycle_.terms.overage;
    row_.scope = facts_.scope;
    if (cycle_.skipped) return;
    row_.own = cycle_.allowance;
    row_.deficit_in = cycle_.deficit;
    row_.carried_in = sum_of(cycle_.carried);
    buckets_ = buckets_of(cycle_.carried, cycle_.period, cycle_.allowance, cycle_.deficit, cycle_.terms.order);
  }

  // What an entry uses of the allowance.
  std::int64_t use_of(const EntryRow& entry, Seconds billed) const {
    return row_.basis == AllowanceBasis::money ? entry.value : billed.count;
  }

  void closed(const RetainerCycleClosed& close) {
    row_.state = CycleStanding::closed;
    row_.basis = close.basis;
    row_.allowance = close.allowance;
    row_.used = close.used;
    row_.deficit_out = close.deficit;
    row_.expired = close.expired;
    row_.carried_out = sum_of(close.carried);
    row_.overage_value.minor = close.overage_value;
    row_.policy = close.policy;
    for (const Draw& draw : close.draws) {
      const Row number = views_.work.row_of(draw.entry);
      if (number != no_row) drew(views_.work.rows[number], draw.billed);
    }
    row_.overage_state = closed_overage(close);
  }

  // In the order of H3, so that the day is found on which the allowance was used up.
  void drew(const EntryRow& entry, Seconds billed) {
    const std::int64_t use = use_of(entry, billed);
    if (entry.work_date < cycle_.from) row_.late += use;
    running_ += use;
    reached(entry.work_date);
  }
  void reached(Date on) {
    if (!row_.run_out && row_.allowance > 0 && running_ >= row_.allowance) row_.run_out = std::max(on, cycle_.from);
  }

  OverageState closed_overage(const RetainerCycleClosed& close) const {
    if (close.policy == OveragePolicy::deficit) {
      return close.used > close.allowance ? OverageState::carried : OverageState::none;
    }
    if (close.overage == 0) return OverageState::none;
    if (close.policy == OveragePolicy::absorb) return OverageState::absorbed;
    if (close.policy == OveragePolicy::needs_approval) {
      const auto answer = std::find_if(cycle_.answers.rbegin(), cycle_.answers.rend(),
                                       [&](const OverageAnswer& given) { return given.on <= day_; });
      if (answer == cycle_.answers.rend()) return OverageState::waiting;
      if (!answer->approved) return OverageState::declined;
    }
    return billed_state(views_, row_.engagement, cycle_.period, day_);
  }

  void open() {
    for (const Bucket& bucket : buckets_) row_.allowance += bucket.amount;
    if (row_.basis == AllowanceBasis::deliverables) {
      pieces();
    } else if (row_.basis != AllowanceBasis::none) {
      work();
    }
    if (row_.used > row_.allowance) row_.overage_state = OverageState::running;
  }

  void work() {
    const std::optional<LivePeriod> live = find_live();
    if (!live) return;
    row_.used = live->draw.used;
    const bool billed = row_.policy != OveragePolicy::deficit && row_.policy != OveragePolicy::absorb;
    for (const Row number : live->entries) {
      const EntryRow& entry = views_.work.rows[number];
      drew(entry, Seconds{entry.billed_seconds});
      if (billed) row_.overage_value.minor += live_.of(number).charge.minor;
    }
  }
  std::optional<LivePeriod> find_live() {
    for (LivePeriod& live : live_.periods_of(row_.engagement)) {
      if (live.period == cycle_.period) return std::move(live);
    }
    return std::nullopt;
  }

  bool is_open(const CycleFacts& other) const { return !other.skipped && other.closed_as_of(day_) == nullptr; }

  // H6: pieces recorded late, for a period that is closed, count in the earliest open one.
  void pieces() {
    const auto earliest = std::ranges::find_if(facts_.cycles, [&](const CycleFacts& other) { return is_open(other); });
    const bool takes_late = earliest != facts_.cycles.end() && earliest->period == cycle_.period;
    if (takes_late) {
      for (const CycleFacts& other : facts_.cycles) {
        if (const CycleClosing* closing = other.closed_as_of(day_)) row_.late -= closing->facts.used;
      }
      for (const DeliverableRecorded& piece : facts_.deliverables) {
        if (piece.on < cycle_.from && piece.on <= day_) row_.late += piece.count;
      }
    }
    running_ = row_.late;
    reached(cycle_.from);
    std::vector<DeliverableRecorded> counted;
    for (const DeliverableRecorded& piece : facts_.deliverables) {
      if (cycle_.holds(piece.on) && piece.on <= day_) counted.push_back(piece);
    }
    std::ranges::stable_sort(counted, {}, &DeliverableRecorded::on);
    for (const DeliverableRecorded& piece : counted) {
      running_ += piece.count;
      reached(piece.on);
    }
    row_.used = running_;
    const std::int64_t beyond = std::max<std::int64_t>(0, row_.used - row_.allowance);
    const bool billed = row_.policy != OveragePolicy::deficit && row_.policy != OveragePolicy::absorb;
    if (billed && beyond > 0 && cycle_.terms.overage_rate) {
      row_.overage_value.minor = value_of(Seconds{beyond}, Price{*cycle_.terms.overage_rate, currency_, Seconds{1}}).minor;
    }
  }

  void measure() {
    row_.left = std::max<std::int64_t>(0, row_.allowance - std::max<std::int64_t>(0, row_.used));
    row_.overage = std::max<std::int64_t>(0, row_.used - row_.allowance);
    if (row_.allowance > 0) row_.percent_used = percent_hundredths(row_.used, row_.allowance);
    std::int64_t rest = std::max<std::int64_t>(0, row_.used);
    for (const Bucket& bucket : buckets_) {
      const std::int64_t drawn = std::min(rest, bucket.amount);
      row_.buckets.push_back({bucket.origin, bucket.amount, bucket.expires, drawn});
      rest -= drawn;
    }
    // Taken back since: not used up after all.
    if (row_.used < row_.allowance) row_.run_out.reset();
    if (row_.state == CycleStanding::open && !row_.run_out && day_ >= cycle_.from) {
      row_.run_out = runs_out(row_.allowance, row_.used, cycle_.from, cycle_.to, std::min(day_ + 1, cycle_.to) - cycle_.from);
    }
  }

  void around() {
    const auto drafts = views_.documents.scheduled.find(DraftKey{row_.engagement, cycle_.period, DraftPurpose::regular});
    if (drafts != views_.documents.scheduled.end()) {
      for (const Row number : drafts->second) {
        const InvoiceFacts& invoice = views_.documents.invoices.at(number);
        if (invoice.stands(day_) || is_draft_as_of(invoice, day_)) row_.invoice = views_.documents.invoices.key(number);
      }
    }
    for (const RaisedAlert& alert : cycle_.alerts) {
      if (alert.on <= day_ && !(alert.cleared_on && *alert.cleared_on <= day_)) row_.alerts.push_back(alert.percent);
    }
    std::ranges::sort(row_.alerts);
  }

  const Views& views_;
  LiveDraw& live_;
  const EngagementFacts& facts_;
  const CycleFacts& cycle_;
  Date day_;
  Currency currency_;
  std::vector<Bucket> buckets_;
  std::int64_t running_ = 0;
  CycleRow row_;
};

}  // namespace

std::optional<Date> runs_out(std::int64_t allowance, std::int64_t used, Date from, Date to, int elapsed) {
  if (allowance <= 0 || used <= 0 || elapsed <= 0) return std::nullopt;
  const Int128 needed = Int128{allowance} * elapsed;
  const Int128 days = (needed + used - 1) / used;
  if (days > to - from) return std::nullopt;
  return from + static_cast<int>(days) - 1;
}

CycleRow cycle_row(const Views& views, LiveDraw& live, Row engagement, const CycleFacts& cycle, Date day) {
  return Cycle(views, live, engagement, cycle, day).row();
}

RetainerCyclesAnswer retainer_cycles(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  LiveDraw live(views, day);
  RetainerCyclesAnswer answer;
  const auto& engagements = views.agreements.engagements;
  for (Row number = 0; number < engagements.size(); ++number) {
    const EngagementFacts& facts = engagements.at(number);
    if (!clients.lets_through(facts.client) || (question.engagement && engagements.key(number) != *question.engagement)) continue;
    for (const CycleFacts& cycle : facts.cycles) {
      if (!question.as_of || cycle.from <= day) answer.rows.push_back(cycle_row(views, live, number, cycle, day));
    }
  }
  std::ranges::stable_sort(answer.rows, [](const CycleRow& a, const CycleRow& b) {
    if (a.from != b.from) return a.from > b.from;
    return a.client_name != b.client_name ? a.client_name < b.client_name : a.engagement_name < b.engagement_name;
  });
  return answer;
}

}  // namespace billtrail
