// A small practice for the tests of time, and short ways to say what entries hold.
#pragma once

#include "tests/support/given_when_then.hpp"
#include "tests/support/test_zones.hpp"

namespace billtrail::testing {

inline const MemberId ana = id<MemberId>("ana"), ben = id<MemberId>("ben");
inline const ClientId acme = id<ClientId>("acme"), bolt = id<ClientId>("bolt");
inline const ProjectId site = id<ProjectId>("site"), shop = id<ProjectId>("shop"), house = id<ProjectId>("house");
inline const CampaignId spring = id<CampaignId>("spring");
inline const ServiceId payroll = id<ServiceId>("payroll"), advisory = id<ServiceId>("advisory");
inline const TaskId monthly = id<TaskId>("monthly");

inline EntryId entry(std::string_view text) { return id<EntryId>(text); }

// Ana and Ben work for Acme (EUR; project site with campaign spring; the task monthly, which is payroll under a retainer) and for
// Bolt (USD; project shop). House is internal.
inline std::vector<Event> agency(const std::string& zone = "UTC") {
  return {PracticeOpened{"Practice", cur("EUR"), zone},
          MemberAdded{ana, {}, {}, {}, {}, {}},
          MemberAdded{ben, {}, {}, {}, {}, {}},
          ClientAdded{acme, "Acme", cur("EUR")},
          ClientAdded{bolt, "Bolt", cur("USD")},
          ServiceAdded{payroll, "Payroll"},
          ServiceAdded{advisory, "Advisory"},
          ProjectOpened{site, acme, "Site"},
          ProjectOpened{shop, bolt, "Shop"},
          ProjectOpened{house, {}, "House"},
          CampaignOpened{spring, acme, site, "Spring"},
          TaskAdded{monthly, "Monthly payroll", TaskKind::task, acme, {}, {}, payroll, Category::retainer}};
}

inline Assignment ad_hoc(const ClientId& client) { return {client, {}, {}, {}, {}, {}, Category::ad_hoc}; }

// A rule that prices everything, or only one service, in one currency.
inline RateSet rate(std::string_view name, std::string_view amount, std::optional<ServiceId> service = {},
                    std::string_view currency = "EUR") {
  return {id<RateRuleId>(name),
          RateKind::bill,
          {{}, {}, {}, service, {}, {}},
          {dec(amount), cur(currency), Seconds{3600}},
          day("2020-01-01"),
          {},
          {}};
}
inline AppliedRate by_rule(std::string_view name, std::string_view amount, std::string_view currency = "EUR") {
  return {{dec(amount), cur(currency), Seconds{3600}}, RateOrigin::rule, id<RateRuleId>(name)};
}
inline AppliedRate typed(std::string_view amount, RateOrigin origin = RateOrigin::typed) {
  return {{dec(amount), cur("EUR"), Seconds{3600}}, origin, std::nullopt};
}

// Work without clock times, and work on the clock of a zone.
inline Span lasted(std::string_view date, std::int64_t seconds) { return {day(date), {seconds}, {}, {}, {}, {}}; }
inline Span ran(std::string_view date, std::string_view start, std::string_view end, std::int64_t seconds,
                const std::string& zone = "UTC", std::vector<DayPart> days = {}) {
  return {day(date), {seconds}, at(start), at(end), zone, std::move(days)};
}
inline DayPart on(std::string_view date, std::int64_t seconds) { return {day(date), {seconds}}; }

inline EntryFacts facts(const MemberId& member, Assignment work, Span span, Review review = Review::not_needed) {
  return {member, std::move(work), std::move(span), {}, {}, {}, review};
}
inline TimeLogged logged(std::string_view name, EntryFacts what, std::vector<EntryId> overlaps = {}) {
  return {entry(name), std::move(what), {}, {}, {}, {}, std::move(overlaps), {}};
}
inline TimerStarted started(std::string_view name, const MemberId& member, std::string_view when, Assignment work = {},
                            const std::string& zone = "UTC") {
  return {entry(name), member, std::move(work), {}, {}, at(when), zone};
}

// A scenario in that agency, in UTC, with more history.
struct Begun : Scenario {
  explicit Begun(const std::vector<Event>& more) : Scenario(test_zones()) { given(agency()).given(more); }
};

// Commands with only what most tests say.
inline StartTimer start(std::string_view name, const MemberId& member, std::optional<Instant> when = {}) {
  StartTimer command;
  command.entry = entry(name);
  command.member = member;
  command.at = when;
  return command;
}
inline StopTimer stop(const MemberId& member, std::optional<Instant> when = {}, std::optional<EntryId> which = {}) {
  return {member, which, when};
}
inline LogTime log_for(std::string_view name, const MemberId& member) {
  LogTime command;
  command.entry = entry(name);
  command.member = member;
  return command;
}
inline LogTime log_day(std::string_view name, const MemberId& member, std::string_view date, std::int64_t seconds) {
  LogTime command = log_for(name, member);
  command.date = day(date);
  command.seconds = Seconds{seconds};
  return command;
}
inline LogTime log_clock(std::string_view name, const MemberId& member, std::string_view from, std::string_view to) {
  LogTime command = log_for(name, member);
  command.start = at(from);
  command.end = at(to);
  return command;
}
inline CorrectTimeEntry correct(std::string_view name) {
  CorrectTimeEntry command;
  command.entry = entry(name);
  command.reason = "as it was";
  return command;
}
inline TimeEntryCorrected was_corrected(std::string_view name, EntryFacts before, EntryFacts after) {
  return {entry(name), std::move(before), std::move(after), {}, {}, "as it was"};
}

inline PracticeChanged setting(SecondTimer second, Overlaps overlaps = Overlaps::warned) {
  PracticeChanged event;
  event.second_timer = second;
  event.overlaps = overlaps;
  return event;
}
inline PracticeChanged setting(Overlaps overlaps) { return setting(SecondTimer::stops_the_first, overlaps); }

}  // namespace billtrail::testing
