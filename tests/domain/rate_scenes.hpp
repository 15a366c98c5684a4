// What tests of rates have in common: Ana works for Acme, in euros.
#pragma once

#include "tests/support/given_when_then.hpp"

namespace billtrail::testing {

inline const auto ana = id<MemberId>("ana");
inline const auto acme = id<ClientId>("acme");
inline const auto payroll = id<ServiceId>("payroll");
inline const auto site = id<ProjectId>("site");
inline const auto old_rule = id<RateRuleId>("old");
inline const auto new_rule = id<RateRuleId>("new");

inline const std::vector<Event> agency{opened(),
                                       MemberAdded{ana, {}, {}, "senior", {}, {}},
                                       ClientAdded{acme, "Acme", cur("EUR")},
                                       ClientAdded{id<ClientId>("dora"), "Dora", cur("USD")},
                                       ServiceAdded{payroll, "Payroll"},
                                       ProjectOpened{site, acme, "Site"}};

inline RateSelectors for_acme() { return {{}, {}, acme, {}, {}, {}}; }
inline Price euros(std::string_view amount) { return {dec(amount), cur("EUR"), {3600}}; }
inline AppliedRate by(RateRuleId rule, std::string_view amount) { return {euros(amount), RateOrigin::rule, rule}; }

inline RateSet bill(RateRuleId rule, RateSelectors selectors, std::string_view amount, std::string_view from) {
  return {rule, RateKind::bill, std::move(selectors), euros(amount), day(from), {}, {}};
}

inline SetRate set_rate(std::string_view amount, std::string_view from) {
  SetRate set;
  set.rule = new_rule;
  set.amount = dec(amount);
  set.valid_from = day(from);
  return set;
}

inline SetRate set_acme_rate(std::string_view amount, std::string_view from) {
  SetRate set = set_rate(amount, from);
  set.client = acme;
  return set;
}

// An hour of Ana's work for Acme.
inline TimeLogged logged(std::string_view entry, std::string_view date, std::optional<AppliedRate> agreed,
                         std::optional<AppliedRate> standard) {
  TimeLogged time;
  time.entry = id<EntryId>(entry);
  time.facts.member = ana;
  time.facts.work.client = acme;
  time.facts.work.category = Category::ad_hoc;
  time.facts.span.work_date = day(date);
  time.facts.span.seconds = {3600};
  time.facts.agreed = std::move(agreed);
  time.facts.standard = std::move(standard);
  return time;
}

}  // namespace billtrail::testing
