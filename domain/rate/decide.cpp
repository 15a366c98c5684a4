// R1, R4: a rate is set from a date on and ends its predecessor, the rule with the same selectors, kind and currency, in the same
// append. A past date is allowed down to the lock date; unbilled and unlocked work is repriced.
#include "domain/checks.hpp"
#include "domain/rate/rate_rules.hpp"
#include "domain/rate/reprice.hpp"
#include "domain/rate/resolve.hpp"

namespace billtrail {
namespace {

void check_selectors(const Books& books, const SetRate& command, Faults& faults) {
  const ProjectState* project = check_usable(books.projects, command.project, RefusalCode::unknown_project, "project", faults);
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  const ClientState* client = check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  check_usable(books.services, command.service, RefusalCode::unknown_service, "service", faults);
  check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  if (project != nullptr && client != nullptr && project->client != command.client) {
    std::vector<Fact> facts;
    if (project->client) facts.push_back({"client", std::string(project->client->text())});
    faults.add(RefusalCode::project_of_another_client, "/project", facts);
  }
  const std::optional<ClientId> client_named = command.client       ? command.client
                                               : project == nullptr ? std::nullopt
                                                                    : project->client;
  if (engagement != nullptr && client_named && engagement->client != *client_named) {
    faults.add(RefusalCode::engagement_of_another_client, "/engagement", {{"client", std::string(engagement->client.text())}});
  }
  if (command.kind != RateKind::cost) return;
  if (command.project) faults.add(RefusalCode::cost_rate_selector, "/project");
  if (command.engagement) faults.add(RefusalCode::cost_rate_selector, "/engagement");
  if (command.client) faults.add(RefusalCode::cost_rate_selector, "/client");
}

// The currency that a rule's selectors settle; nothing when any will do, as for a rule that several clients may share.
std::optional<Currency> settled_currency(const Books& books, const SetRate& command) {
  if (command.kind == RateKind::cost) return books.settings->currency;
  std::optional<ClientId> client = command.client;
  if (!client && command.engagement) {
    if (const EngagementState* engagement = books.engagements.find(*command.engagement)) client = engagement->client;
  }
  if (!client && command.project) {
    if (const ProjectState* project = books.projects.find(*command.project)) client = project->client;
  }
  const ClientState* state = client ? books.clients.find(*client) : nullptr;
  return state == nullptr ? std::nullopt : std::optional(state->currency);
}

Currency check_currency(const Books& books, const SetRate& command, Faults& faults) {
  const std::optional<Currency> settled = settled_currency(books, command);
  if (settled && command.currency && command.currency != settled) {
    faults.add(RefusalCode::currency_differs, "/currency", {{"currency", std::string(settled->code())}});
  }
  return command.currency.value_or(settled.value_or(books.settings->currency));
}

void check_amount(Decimal4 amount, Faults& faults) {
  if (amount < Decimal4{}) faults.add(RefusalCode::rate_must_not_be_negative, "/amount");
  if (amount > rate_amount_max) faults.add(RefusalCode::amount_too_large, "/amount", {{"most", rate_amount_max.text()}});
}

Seconds paid_for(const Books& books, RateBasis basis) {
  switch (basis) {
    case RateBasis::hour: return {3600};
    case RateBasis::day: return books.settings->day_length;
    case RateBasis::fixed: return {0};
  }
  throw std::logic_error("a basis that nobody knows");
}

// Rules with the same selectors, kind and currency never overlap, so at most one is in force on a date.
struct SameSelectors {
  Row in_force = no_row;  // on the date asked for
  Row later = no_row;     // the first that starts on or after that date; a rule that ended where it began counts for nothing
};

SameSelectors same_selectors(const Books& books, const RateRuleState& rule, Date from, Without without) {
  SameSelectors found;
  const std::optional<RateKey> key = rate_key(books, rule.kind, rule.price.currency, rule.selectors);
  const std::vector<Row>* rows = key ? books.rate_index.rules(*key) : nullptr;
  if (rows == nullptr) return found;
  for (const Row row : *rows) {
    const RateRuleState& other = books.rate_rules.at(row);
    if (row == without.rule || (other.valid_to && *other.valid_to <= other.valid_from)) continue;
    if (in_force(other, from)) found.in_force = row;
    const bool sooner = found.later == no_row || other.valid_from < books.rate_rules.at(found.later).valid_from;
    if (other.valid_from >= from && sooner) found.later = row;
  }
  return found;
}

void check_nothing_later(const Books& books, Row later, const std::optional<Date>& valid_to, std::string_view pointer,
                         Faults& faults) {
  if (later == no_row) return;
  const Date starts = books.rate_rules.at(later).valid_from;
  if (valid_to && starts >= *valid_to) return;
  faults.add(RefusalCode::rate_rule_later_exists, std::string(pointer),
             {{"rule", std::string(books.rate_rules.key(later).text())}, {"valid_from", starts.text()}});
}

}  // namespace

Decision<Event> decide(const Books& books, const SetRate& command, const Given&) {
  const RateRuleId id = chosen(command.rule);
  Faults faults;
  check_unused(books.rate_rules, id, "/rule", faults);
  check_selectors(books, command, faults);
  RateSelectors selectors{command.project, command.engagement, command.client, command.service, command.member, command.role};
  if (selectors.role) selectors.role = check_said(*selectors.role, "/role", faults);
  const bool selectors_known = faults.none();  // an unknown one would read as none
  check_unlocked(books, command.valid_from, "/valid_from", faults);
  if (command.valid_to && *command.valid_to <= command.valid_from) {
    faults.add(RefusalCode::rate_end_before_start, "/valid_to", {{"valid_from", command.valid_from.text()}});
  }
  check_amount(command.amount, faults);
  const Currency currency = check_currency(books, command, faults);
  const Price price{command.amount, currency, paid_for(books, command.basis.value_or(RateBasis::hour))};
  const RateRuleState rule{command.kind.value_or(RateKind::bill), selectors, price, command.valid_from, command.valid_to};

  const SameSelectors same = selectors_known ? same_selectors(books, rule, command.valid_from, Without{}) : SameSelectors{};
  check_nothing_later(books, same.later, command.valid_to, "/valid_from", faults);
  if (!faults.none()) return faults.in_order();

  std::optional<RateRuleId> ends;
  if (same.in_force != no_row) ends = books.rate_rules.key(same.in_force);
  std::vector<Event> events{RateSet{id, rule.kind, selectors, price, rule.valid_from, rule.valid_to, ends}};
  reprice(books, RateChange{id, rule, same.in_force, rule.valid_from}, events);
  return events;
}

Decision<Event> decide(const Books& books, const EndRate& command, const Given&) {
  Faults faults;
  const RateRuleState* rule = check_known(books.rate_rules, command.rule, RefusalCode::unknown_rate_rule, "/rule", faults);
  if (rule == nullptr) return faults.in_order();

  // An end may move either way; what lies between the old and the new one is what differs.
  const Date from = rule->valid_to ? std::min(*rule->valid_to, command.valid_to) : command.valid_to;
  if (rule->valid_to == command.valid_to) faults.add(RefusalCode::nothing_to_change, "/valid_to");
  check_unlocked(books, from, "/valid_to", faults);
  if (command.valid_to < rule->valid_from) {
    faults.add(RefusalCode::rate_end_before_start, "/valid_to", {{"valid_from", rule->valid_from.text()}});
  }
  const Row row = books.rate_rules.row_of(command.rule);
  const Row later = same_selectors(books, *rule, rule->valid_from, Without{row}).later;
  check_nothing_later(books, later, command.valid_to, "/valid_to", faults);
  if (!faults.none()) return faults.in_order();

  RateRuleState ended = *rule;
  ended.valid_to = command.valid_to;
  std::vector<Event> events{RateEnded{command.rule, command.valid_to}};
  reprice(books, RateChange{command.rule, ended, row, from}, events);
  return events;
}

}  // namespace billtrail
