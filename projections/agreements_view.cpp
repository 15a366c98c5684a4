// Fold of agreements.
#include "projections/agreements_view.hpp"

#include <algorithm>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct AgreementArms : IgnoresTime, IgnoresBilling, IgnoresInvoices, IgnoresPayments, IgnoresSettlements, IgnoresWipAlerts, IgnoresExpenses,
                       IgnoresRuns {
  using IgnoresTime::operator();
  using IgnoresBilling::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresSettlements::operator();
  using IgnoresWipAlerts::operator();
  using IgnoresExpenses::operator();
  using IgnoresRuns::operator();

  AgreementsView& view;
  const Envelope& envelope;
  const DirectoryView& directory;
  AgreementArms(AgreementsView& view_, const Envelope& envelope_, const DirectoryView& directory_)
      : view(view_), envelope(envelope_), directory(directory_) {}

  CycleFacts& cycle(const EngagementId& engagement, std::int32_t period) const {
    std::vector<CycleFacts>& cycles = view.engagements.edit(engagement).cycles;
    const auto found = std::ranges::find(cycles, period, &CycleFacts::period);
    if (found == cycles.end()) throw CannotTake("period " + std::to_string(period) + " was not opened");
    return *found;
  }

  void operator()(const EngagementAgreed& e) const {
    EngagementFacts facts;
    facts.client = directory.clients.required(e.client);
    facts.name = e.name;
    facts.kind = e.kind;
    facts.starts = e.starts;
    facts.ends = e.ends;
    facts.fee = e.fee;
    facts.cap = e.cap;
    facts.scope = e.scope;
    view.engagements.add(e.engagement, std::move(facts));
  }
  void operator()(const EngagementChanged& e) const {
    EngagementFacts& facts = view.engagements.edit(e.engagement);
    if (e.name) facts.name = *e.name;
    if (e.scope) facts.scope = *e.scope;
    if (e.fee) facts.fee = *e.fee;
    if (e.cap) facts.cap = *e.cap;
  }
  void operator()(const EngagementEnded& e) const { view.engagements.edit(e.engagement).ends = e.on; }

  void operator()(const RetainerAgreed& e) const {
    EngagementFacts facts;
    facts.client = directory.clients.required(e.client);
    facts.name = e.name;
    facts.kind = e.kind;
    facts.starts = e.starts;
    facts.ends = e.ends;
    facts.fee = e.terms.fee;
    facts.scope = e.scope;
    facts.cycle = e.cycle;
    facts.terms = {{e.starts, e.terms, false}};
    view.engagements.add(e.engagement, std::move(facts));
  }
  void operator()(const RetainerChanged& e) const {
    EngagementFacts& facts = view.engagements.edit(e.engagement);
    facts.fee = e.terms.fee;
    facts.terms.push_back({e.from, e.terms, e.within_period});
  }
  void operator()(const RetainerPaused& e) const { view.engagements.edit(e.engagement).pauses.push_back({e.from, e.until}); }
  void operator()(const RetainerResumed& e) const {
    for (AgreedPause& pause : view.engagements.edit(e.engagement).pauses) {
      if (!pause.until || *pause.until > e.from) pause.until = std::max(pause.from, e.from);
    }
  }

  void operator()(const RetainerCycleOpened& e) const {
    CycleFacts facts;
    facts.period = e.period;
    facts.from = e.from;
    facts.to = e.to;
    facts.skipped = e.skipped;
    facts.opened_on = envelope.business_date;
    facts.fees = e.fees;
    facts.allowance = e.allowance;
    facts.deficit = e.deficit;
    facts.carried = e.carried;
    facts.terms = e.terms;
    view.engagements.edit(e.engagement).cycles.push_back(std::move(facts));
  }
  void operator()(const RetainerCycleRestated& e) const {
    CycleFacts& facts = cycle(e.engagement, e.period);
    facts.from = e.from;
    facts.to = e.to;
    facts.fees = e.fees;
    facts.allowance = e.allowance;
    facts.terms = e.terms;
    facts.restated = true;
  }
  void operator()(const RetainerCycleClosed& e) const {
    cycle(e.engagement, e.period).closings.push_back({e, std::nullopt, envelope.position});
    hand_on(view.engagements.edit(e.engagement).cycles, e.period, e.carried, e.deficit);
  }
  // The next period may be open before this one closes (advance): what it gets comes with the close, through skipped ones, where
  // nothing expires (C6).
  static void hand_on(std::vector<CycleFacts>& cycles, std::int32_t from, std::vector<Bucket> carried, std::int64_t deficit) {
    for (CycleFacts& cycle : cycles) {
      if (cycle.period <= from) continue;
      cycle.carried = carried;
      cycle.deficit = deficit;
      if (!cycle.skipped) return;
      for (Bucket& bucket : carried) {
        if (!bucket.expires) continue;
        if (cycle.terms.roll_over == RollOver::periods) ++*bucket.expires;
        bucket.expires = std::max(*bucket.expires, cycle.period + 1);
      }
    }
  }
  void operator()(const RetainerCycleReopened& e) const {
    CycleFacts& facts = cycle(e.engagement, e.period);
    if (facts.closings.empty()) throw CannotTake("period " + std::to_string(e.period) + " was not closed");
    facts.closings.back().reopened_on = envelope.business_date;
    facts.answers.clear();
    hand_on(view.engagements.edit(e.engagement).cycles, e.period, {}, 0);
  }
  void operator()(const OverageApproved& e) const {
    cycle(e.engagement, e.period).answers.push_back({envelope.business_date, e.approved, e.note});
  }
  void operator()(const OverageCharged& e) const {
    cycle(e.engagement, e.period).charges.push_back({e.invoice, e.seconds, e.value, envelope.business_date});
  }
  void operator()(const DeliverableRecorded& e) const { view.engagements.edit(e.engagement).deliverables.push_back(e); }
  void operator()(const RetainerAlertRaised& e) const {
    cycle(e.engagement, e.period).alerts.push_back({e.percent, envelope.business_date, std::nullopt, e.entry, envelope.position});
  }
  void operator()(const RetainerAlertCleared& e) const {
    for (RaisedAlert& alert : cycle(e.engagement, e.period).alerts) {
      if (alert.percent == e.percent && !alert.cleared_on) alert.cleared_on = envelope.business_date;
    }
  }

  // Replaces those not reached yet; one planned again under its id is changed.
  void operator()(const MilestonesPlanned& e) const {
    EngagementFacts& facts = view.engagements.edit(e.engagement);
    for (MilestoneFacts& milestone : facts.milestones) milestone.dropped = milestone.dropped || !milestone.reached;
    for (const PlannedMilestone& planned : e.milestones) {
      const auto found = std::ranges::find(facts.milestones, planned.milestone, &MilestoneFacts::milestone);
      if (found == facts.milestones.end()) {
        facts.milestones.push_back({planned.milestone, planned.name, planned.amount, planned.planned, {}, {}, false});
        view.milestone_of.add(planned.milestone, e.engagement);
      } else {
        found->name = planned.name;
        found->amount = planned.amount;
        found->planned = planned.planned;
        found->dropped = false;
      }
    }
  }
  MilestoneFacts& milestone(const MilestoneId& id) const {
    EngagementFacts& facts = view.engagements.edit(view.milestone_of.at(view.milestone_of.required(id)));
    return *std::ranges::find(facts.milestones, id, &MilestoneFacts::milestone);
  }
  void operator()(const MilestoneReached& e) const { milestone(e.milestone).reached = e.on; }
  void operator()(const MilestoneApproved& e) const { milestone(e.milestone).approved = e.on; }
};

void cycle_line(const CycleFacts& cycle, std::string& out) {
  append_all(out, cycle.period, cycle.from, cycle.to, cycle.skipped, cycle.opened_on, cycle.fees, cycle.allowance, cycle.deficit,
             cycle.carried, cycle.terms, cycle.restated);
  for (const CycleClosing& closing : cycle.closings) append_all(out, closing.facts, closing.reopened_on, closing.position.value);
  for (const OverageAnswer& answer : cycle.answers) append_all(out, answer.on, answer.approved, answer.note);
  for (const OverageOnDraft& charge : cycle.charges) append_all(out, charge.invoice, charge.seconds, charge.value, charge.on);
  for (const RaisedAlert& alert : cycle.alerts) {
    append_all(out, alert.percent, alert.on, alert.cleared_on, alert.entry, alert.position.value);
  }
}

}  // namespace

void AgreementsView::apply(const Recorded& recorded, const DirectoryView& directory) {
  std::visit(AgreementArms(*this, recorded.envelope, directory), recorded.event);
}

void AgreementsView::line(std::size_t i, std::string& out) const {
  const EngagementFacts& facts = engagements.at(static_cast<Row>(i));
  append_all(out, engagements.key(static_cast<Row>(i)), facts.client, facts.name, facts.kind, facts.starts, facts.ends, facts.fee,
             facts.cap, facts.scope, facts.cycle);
  for (const DatedTerms& terms : facts.terms) append_all(out, terms.from, terms.terms, terms.within_period);
  for (const AgreedPause& pause : facts.pauses) append_all(out, pause.from, pause.until);
  for (const CycleFacts& cycle : facts.cycles) cycle_line(cycle, out);
  append(out, facts.deliverables);
  for (const MilestoneFacts& milestone : facts.milestones) {
    append_all(out, milestone.milestone, milestone.name, milestone.amount, milestone.planned, milestone.reached, milestone.approved,
               milestone.dropped);
  }
}

}  // namespace billtrail
