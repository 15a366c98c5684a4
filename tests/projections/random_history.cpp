// Random histories.
#include "tests/projections/random_history.hpp"

namespace billtrail::testing {
namespace {

constexpr std::uint64_t members = 3, clients = 4, services = 2, projects = 3, tasks = 3;

}  // namespace

std::string RandomHistory::name(const char* prefix) { return prefix + std::to_string(++made_); }

History RandomHistory::make(std::size_t steps) {
  History history = History::empty();
  set_up(history);
  for (std::size_t i = 0; i < steps; ++i) step(history);
  return history;
}

void RandomHistory::set_up(History& history) {
  history.add(PracticeOpened{"Random", cur("EUR"), "Europe/Berlin"});
  for (std::uint64_t i = 0; i < members; ++i) {
    const std::string text = "m" + std::to_string(i);
    history.add(MemberAdded{id<MemberId>(text), {text, "sealed " + text}, {}, {}, {}, {}});
  }
  for (std::uint64_t i = 0; i < clients; ++i) {
    history.add(ClientAdded{id<ClientId>("c" + std::to_string(i)), "Client " + std::to_string(9 - i), cur(i == 3 ? "JPY" : "EUR")});
  }
  for (std::uint64_t i = 0; i < services; ++i) history.add(ServiceAdded{id<ServiceId>("s" + std::to_string(i)), "Service"});
  for (std::uint64_t i = 0; i < projects; ++i) history.add(ProjectOpened{id<ProjectId>("p" + std::to_string(i)), {}, "Project"});
  for (std::uint64_t i = 0; i < tasks; ++i) {
    history.add(TaskAdded{id<TaskId>("t" + std::to_string(i)), "Task", TaskKind::task, {}, {}, {}, {}, Category::project});
  }
  agree(history);
}

void RandomHistory::step(History& history) {
  const std::uint64_t dice = below(14);
  if (dice < 7) return entry_event(history);
  if (dice == 7) return timer_event(history);
  if (dice == 8) return capacity_event(history);
  if (dice > 9) return billing_event(history);
  around_event(history);
}

std::optional<AppliedRate> RandomHistory::some_rate() {
  if (below(6) == 0) return std::nullopt;
  const char* currencies[] = {"EUR", "EUR", "EUR", "JPY", "KWD"};
  const std::int64_t per[] = {3600, 3600, 28800, 0};
  AppliedRate rate{{{static_cast<std::int64_t>(below(2'000'000))}, cur(currencies[below(5)]), Seconds{per[below(4)]}},
                   static_cast<RateOrigin>(below(3)), {}};
  if (rate.origin == RateOrigin::rule) rate.rule = one_of<RateRuleId>("r", 5);
  return rate;
}

void RandomHistory::span_of(EntryFacts& facts) {
  facts.span = {};
  facts.span.work_date = date();
  facts.span.seconds = Seconds{static_cast<std::int64_t>(1 + below(6 * 3600))};
  if (below(2) == 0) return;
  facts.span.start = Instant{(std::int64_t{facts.span.work_date.days} * 86400 + static_cast<std::int64_t>(below(5)) * 7200) * 1'000'000};
  facts.span.end = *facts.span.start + facts.span.seconds;
  facts.span.zone = below(2) == 0 ? "Europe/Berlin" : "Africa/Cairo";
  if (below(3) != 0 || facts.span.seconds.count < 2) return;
  const Seconds first{1 + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(facts.span.seconds.count - 1)))};
  facts.span.days = {{facts.span.work_date, first}, {facts.span.work_date + 1, facts.span.seconds - first}};
}

EntryFacts RandomHistory::facts() {
  const RoundingTerms terms[] = {{},
                                 {RoundingMode::up, Seconds{900}, Seconds{0}, Seconds{60}, RoundingScope::entry},
                                 {RoundingMode::up, Seconds{900}, Seconds{0}, Seconds{0}, RoundingScope::group},
                                 {RoundingMode::nearest, Seconds{3600}, Seconds{600}, Seconds{0}, RoundingScope::group}};
  EntryFacts facts;
  facts.member = one_of<MemberId>("m", members);
  if (below(8) != 0) {
    facts.work.client = one_of<ClientId>("c", clients);
    facts.work.category = static_cast<Category>(below(4));
  }
  if (below(2) == 0) facts.work.service = one_of<ServiceId>("s", services);
  if (below(2) == 0) facts.work.project = one_of<ProjectId>("p", projects);
  if (below(3) == 0) facts.work.task = one_of<TaskId>("t", tasks);
  if (below(4) == 0) facts.work.engagement = one_of<EngagementId>("g", 2);
  span_of(facts);
  facts.rounding = terms[below(4)];
  if (facts.work.category != Category::non_billable) {
    facts.agreed = some_rate();
    facts.standard = some_rate();
  }
  if (below(8) == 0) facts.review = Review::needed;
  return facts;
}

EntryFacts RandomHistory::varied(EntryFacts facts) {
  const EntryFacts other = this->facts();
  if (below(2) == 0) facts.span = other.span;
  if (below(3) == 0) facts.work = other.work;
  if (below(3) == 0) facts.agreed = other.agreed;
  if (below(5) == 0) facts.rounding = other.rounding;
  return facts;
}

void RandomHistory::entry_event(History& history) {
  const std::uint64_t dice = below(10);
  if (live_.empty() || dice < 5) {
    TimeLogged logged;
    logged.entry = id<EntryId>(name("e"));
    logged.facts = facts();
    if (below(2) == 0) logged.description = Personal{std::string(logged.facts.member.text()), name("sealed ")};
    if (below(4) == 0) logged.tags = {"rush", "tag" + std::to_string(below(3))};
    live_[logged.entry] = logged.facts;
    history.add(logged);
    return;
  }
  const auto found = std::next(live_.begin(), static_cast<std::ptrdiff_t>(below(live_.size())));
  const EntryId entry = found->first;
  // 2.19: what something stands on is not changed; it may be repriced.
  if (dice != 6 && PlainBilling(history.recorded(), history.recorded().size()).fixed(entry)) return;
  EntryFacts& now = found->second;
  const EntryFacts before = now;
  if (dice == 5) {
    history.add(TimeEntryRemoved{entry, before, "twice"});
    live_.erase(found);
  } else if (dice == 6) {
    now.agreed = some_rate();
    now.standard = some_rate();
    history.add(EntryRepriced{entry, before.agreed, now.agreed, before.standard, now.standard, id<RateRuleId>("r0")});
  } else if (dice == 7) {
    now.rounding = facts().rounding;
    history.add(EntryRerounded{entry, before.rounding, now.rounding, id<RoundingPolicyId>("p0")});
  } else if (before.review == Review::needed) {
    now.review = Review::done;
    now.span = facts().span;
    history.add(TimeEntryReviewed{entry, before, now});
  } else {
    now = varied(before);
    history.add(TimeEntryCorrected{entry, before, now, {}, {}, "as it was"});
  }
}

void RandomHistory::timer_event(History& history) {
  const auto member = one_of<MemberId>("m", members);
  const auto running = timers_.find(member);
  if (running == timers_.end()) {
    const auto entry = id<EntryId>(name("timer"));
    timers_[member] = entry;
    history.add(TimerStarted{entry, member, facts().work, {}, {}, at("2026-03-01T09:00:00Z"), "Europe/Berlin"});
  } else if (below(3) == 0) {
    history.add(TimerChanged{running->second, facts().work, Personal{"m0", name("sealed ")}, {}, at("2026-03-01T08:00:00Z")});
  } else {
    if (below(2) == 0) history.add(TimerDiscarded{running->second, member});
    else history.add(TimerStopped{running->second, member, at("2026-03-01T12:00:00Z"), StopCause::by_member});
    timers_.erase(running);
  }
}

void RandomHistory::capacity_event(History& history) {
  const auto member = one_of<MemberId>("m", members);
  const Seconds full = hours(8);
  switch (below(4)) {
    case 0: history.add(ContractedHoursSet{member, date(), {full, full, hours(6), full, hours(4), {}, {}}, "de"}); return;
    case 1: history.add(HolidayAdded{below(2) == 0 ? "de" : "fr", date(), "Holiday"}); return;
    case 2: {
      leaves_.push_back(id<LeaveId>(name("l")));
      const Date first = date();
      history.add(LeaveRecorded{leaves_.back(), member, first, first + static_cast<int>(below(5)), {}});
      return;
    }
    default:
      if (!leaves_.empty()) history.add(LeaveCancelled{leaves_[below(leaves_.size())]});
  }
}

void RandomHistory::around_event(History& history) {
  const auto client = one_of<ClientId>("c", clients);
  switch (below(6)) {
    case 0: history.add(ClientChanged{client, name("Client "), {}}); return;
    case 1: history.add(Archived{Noun::client, std::string(client.text()), date()}); return;
    case 2: history.add(Restored{Noun::client, std::string(client.text())}); return;
    case 3: history.add(MemberRoleSet{one_of<MemberId>("m", members), "senior", date()}); return;
    case 4: history.add(PeriodLocked{date()}); return;
    default: {
      PracticeChanged changed;
      changed.ageing_edges = {static_cast<std::int32_t>(5 + below(20)), 40, static_cast<std::int32_t>(50 + below(20))};
      history.add(changed);
    }
  }
}

}  // namespace billtrail::testing
