// What changes in agreements and settings, and the runs that carry out what is due.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {

Command RandomCommands::change_retainer() {
  ChangeRetainer change;
  change.engagement = some_retainer();
  const EngagementState* engagement = practice_.books().engagements.find(change.engagement);
  const ClientId client = engagement == nullptr ? id<ClientId>("c0") : engagement->client;
  const RetainerState* retainer = practice_.books().retainers.find(change.engagement);
  const bool hours = retainer == nullptr || retainer->terms.basis == AllowanceBasis::hours;
  if (dice_.chance(50)) change.from = some_day(15);
  if (dice_.chance(60)) change.fee = amount(client, 300, 3000);
  if (dice_.chance(50)) change.allowance = hours ? dice_.between(60, 900) * 60 : amount(client, 200, 1500);
  if (dice_.chance(25)) {
    const OveragePolicy policies[] = {OveragePolicy::rate_card, OveragePolicy::needs_approval, OveragePolicy::absorb,
                                      OveragePolicy::deficit};
    change.overage = dice_.one_of(policies);
  }
  if (dice_.chance(25)) change.roll_over = dice_.chance(50) ? RollOver::forever : RollOver::none;
  if (dice_.chance(20)) change.order = DrawOrder::own_first;
  return change;
}

Command RandomCommands::pause_retainer() {
  const EngagementId engagement = some_retainer();
  const Date from = practice_.today() + static_cast<int>(dice_.between(-5, 25));
  if (dice_.chance(40)) return ResumeRetainer{engagement, from};
  PauseRetainer pause{engagement, from, {}, "summer"};
  if (dice_.chance(60)) pause.until = from + static_cast<int>(dice_.between(5, 40));
  return pause;
}

Command RandomCommands::end_engagement() {
  const EngagementId engagement = some(practice_.books().engagements, [](const EngagementState& held) { return !held.ends; });
  return EndEngagement{engagement, practice_.today() + static_cast<int>(dice_.between(-10, 20)), "over"};
}

Command RandomCommands::change_engagement() {
  ChangeEngagement change;
  change.engagement =
      some(practice_.books().engagements, [](const EngagementState& held) { return held.cap > 0 || held.fee > 0; });
  const EngagementState* engagement = practice_.books().engagements.find(change.engagement);
  const ClientId client = engagement == nullptr ? id<ClientId>("c0") : engagement->client;
  if (engagement != nullptr && engagement->kind == EngagementKind::capped)
    change.cap = amount(client, 100, 3000);
  else
    change.fee = amount(client, 100, 5000);
  if (dice_.chance(20)) change.scope = "wider";
  return change;
}

Command RandomCommands::open_or_close_cycle() {
  if (dice_.chance(50)) return OpenRetainerCycle{some_retainer(), {}};
  return CloseRetainerCycle{some_retainer(), {}, dice_.chance(20) ? std::optional(some_day(10)) : std::nullopt};
}

Command RandomCommands::reopen_cycle() {
  const EngagementId engagement = some_retainer();
  const RetainerState* retainer = practice_.books().retainers.find(engagement);
  std::int32_t period = 0;
  if (retainer != nullptr) {
    for (const CycleState& cycle : retainer->cycles) {
      if (cycle.closed) period = cycle.period;
    }
  }
  return ReopenRetainerCycle{engagement, period, reason()};
}

Command RandomCommands::approve_overage() {
  const EngagementId engagement = some(practice_.books().retainers, [](const RetainerState& held) {
    for (const CycleState& cycle : held.cycles) {
      if (cycle.closed && cycle.policy == OveragePolicy::needs_approval && cycle.overage.count > 0 && !cycle.overage_approved)
        return true;
    }
    return false;
  });
  std::int32_t period = static_cast<std::int32_t>(dice_.between(-1, 2));
  if (const RetainerState* retainer = practice_.books().retainers.find(engagement)) {
    for (const CycleState& cycle : retainer->cycles) {
      if (cycle.closed && cycle.overage.count > 0 && !cycle.overage_approved) period = cycle.period;
    }
  }
  return ApproveOverage{engagement, period, dice_.chance(70) ? std::nullopt : std::optional(false), {}};
}

Command RandomCommands::plan_milestones() {
  const EngagementId engagement =
      some(practice_.books().engagements, [](const EngagementState& held) { return held.kind == EngagementKind::milestone; });
  PlanMilestones plan{engagement, {}};
  const std::int64_t percents[] = {333'333, 333'333, 333'334};
  for (const std::int64_t percent : percents) {
    plan.milestones.push_back({fresh<MilestoneId>("m"), "Step " + std::to_string(made_), {}, Decimal4{percent}, {}});
  }
  return plan;
}

Command RandomCommands::milestone_step() {
  const auto& milestones = practice_.books().milestones;
  if (milestones.size() == 0) return plan_milestones();
  if (dice_.chance(50)) {
    const MilestoneId next = some(milestones, [](const MilestoneState& held) { return !held.reached && !held.dropped; });
    return ReachMilestone{next, maybe_day(5)};
  }
  const MilestoneId reached = some(milestones, [](const MilestoneState& held) { return held.reached && !held.approved; });
  return ApproveMilestone{reached, maybe_day(3), {}};
}

Command RandomCommands::media() {
  const auto& media = practice_.books().media;
  if (media.size() == 0 || dice_.chance(30)) {
    PlanMedia plan;
    plan.media = fresh<MediaId>("d");
    plan.client = some_client();
    plan.text = "Campaign";
    plan.from = some_day(20);
    plan.to = plan.from + 20;
    plan.budget = amount(plan.client, 100, 1000);
    if (dice_.chance(50)) plan.commission_percent = Decimal4{150'000};
    if (dice_.chance(50)) plan.billing = MediaBilling::advance;
    return plan;
  }
  const MediaId spent = some(media, [](const MediaState& held) { return !held.settled; });
  const MediaState* held = media.find(spent);
  const ClientId client = held == nullptr ? id<ClientId>("c0") : held->plan.client;
  return RecordMediaSpend{spent, amount(client, 50, 1100), some_day(10), dice_.chance(30) ? std::optional(true) : std::nullopt};
}

Command RandomCommands::run() {
  const auto of_stage = [&](InvoiceStage stage) {
    std::vector<InvoiceId> found;
    const auto& invoices = practice_.books().invoices;
    for (Row row = 0; row < invoices.size(); ++row) {
      if (invoices.at(row).stage == stage || dice_.chance(5)) found.push_back(invoices.key(row));
    }
    return found;
  };
  switch (dice_.below(5)) {
    case 0: return RunSchedule{};
    case 1: return DraftAllRecurring{};
    case 2: return DraftAllUnbilled{maybe_day(20), {}};
    case 3: return ApproveInvoices{of_stage(InvoiceStage::draft)};
    default:
      return IssueInvoices{of_stage(InvoiceStage::approved), {}, dice_.chance(50) ? std::optional(Channel::email) : std::nullopt};
  }
}

Command RandomCommands::set_tax() {
  return SetTaxRate{dice_.chance(90) ? "DE" : "FR", {dice_.between(15, 25) * 10'000}, some_day(40), "VAT"};
}

Command RandomCommands::number_series() {
  const DocumentKind kind = dice_.chance(60) ? DocumentKind::invoice : DocumentKind::credit_note;
  const std::int64_t next = practice_.books().series[static_cast<std::size_t>(kind)]->next.empty()
                                ? 1
                                : practice_.books().series[static_cast<std::size_t>(kind)]->next.begin()->second;
  if (dice_.chance(60)) return ReserveNumbers{kind, {}, next, next + dice_.between(0, 3), "imported"};
  SetNumberSeries series;
  series.kind = kind;
  if (dice_.chance(60)) series.format = dice_.chance(50) ? "{year}-{counter:4}" : "{counter}";
  if (dice_.chance(20)) series.yearly = true;
  return series;
}

}  // namespace billtrail::simulation
