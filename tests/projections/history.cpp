// Histories for tests.
#include "tests/projections/history.hpp"

namespace billtrail::testing {

AppliedRate rate(std::string_view amount, std::string_view currency, std::string_view rule) {
  return {{Decimal4::parse(amount).value(), cur(currency), Seconds{3600}}, RateOrigin::rule, id<RateRuleId>(rule)};
}

Time::Time(std::string_view entry, std::string_view member, std::string_view client, std::string_view date, Seconds seconds) {
  logged.entry = id<EntryId>(entry);
  logged.facts.member = id<MemberId>(member);
  if (!client.empty()) logged.facts.work.client = id<ClientId>(client);
  logged.facts.work.category = client.empty() ? Category::non_billable : Category::ad_hoc;
  logged.facts.span.work_date = day(date);
  logged.facts.span.seconds = seconds;
}
Time& Time::as(Category category) { return logged.facts.work.category = category, *this; }
Time& Time::at_rate(std::string_view amount, std::string_view currency) {
  logged.facts.agreed = rate(amount, currency);
  logged.facts.standard = rate(amount, currency);
  return *this;
}
Time& Time::standard(std::string_view amount, std::string_view currency) { return logged.facts.standard = rate(amount, currency), *this; }
Time& Time::on(std::string_view service) { return logged.facts.work.service = id<ServiceId>(service), *this; }
Time& Time::within(std::string_view project) { return logged.facts.work.project = id<ProjectId>(project), *this; }
Time& Time::under(std::string_view engagement) { return logged.facts.work.engagement = id<EngagementId>(engagement), *this; }
Time& Time::rounding(RoundingTerms terms) { return logged.facts.rounding = terms, *this; }
Time& Time::reviewed(Review review) { return logged.facts.review = review, *this; }
Time& Time::from(std::string_view start) {
  logged.facts.span.start = at(start);
  logged.facts.span.end = *logged.facts.span.start + logged.facts.span.seconds;
  logged.facts.span.zone = "Europe/Berlin";
  return *this;
}
Time& Time::split(std::vector<DayPart> days) { return logged.facts.span.days = std::move(days), *this; }

History History::empty() {
  History history;
  history.recorded_.clear();
  return history;
}

History::History() {
  add(PracticeOpened{"Studio", cur("EUR"), "Europe/Berlin"});
  add(MemberAdded{id<MemberId>("ana"), {"ana", "sealed Ana"}, {}, {}, {}, {}});
  add(MemberAdded{id<MemberId>("ben"), {"ben", "sealed Ben"}, {}, {}, {}, {}});
  add(ClientAdded{id<ClientId>("acme"), "Acme", cur("EUR")});
  add(ClientAdded{id<ClientId>("bolt"), "Bolt", cur("EUR")});
  add(ClientAdded{id<ClientId>("cora"), "Cora", cur("USD")});
  add(ServiceAdded{id<ServiceId>("seo"), "SEO"});
  add(ServiceAdded{id<ServiceId>("ads"), "Ads"});
  add(ProjectOpened{id<ProjectId>("site"), id<ClientId>("acme"), "Site"});
}

History& History::add(Event event) {
  Recorded recorded;
  recorded.envelope.practice = id<PracticeId>("main");
  recorded.envelope.position = next(position());
  recorded.envelope.recorded_at = at("2026-01-01T00:00:00Z") + Seconds{static_cast<std::int64_t>(recorded_.size())};
  recorded.event = std::move(event);
  recorded_.push_back(std::move(recorded));
  return *this;
}

History& History::add(std::vector<Event> events) {
  for (Event& event : events) add(std::move(event));
  return *this;
}

Views History::views_at(Position position) const {
  Views views;
  for (std::size_t i = 0; i < position.value; ++i) apply(views, recorded_[i]);
  return views;
}

Question ask(std::string_view model, const Parameters& parameters, std::string_view today) {
  QuestionRead read = read_question(model, parameters, {day(today), at("2026-03-31T12:00:00Z")});
  for (const QuestionFault& fault : read.faults) FAIL_CHECK(fault.parameter << ": " << fault.code << ": " << fault.message);
  return std::move(read.question);
}

}  // namespace billtrail::testing
