// 2.5: agreeing on work with a client, and changing what was agreed. A name is held once within the client; fee and cap belong to
// the kinds that have them.
#include "domain/checks.hpp"
#include "domain/engagement/engagement_rules.hpp"
#include "domain/engagement/engagement_terms.hpp"

namespace billtrail {
namespace {

bool has_fee(EngagementKind kind) { return kind == EngagementKind::fixed_fee || kind == EngagementKind::milestone; }

void terms_fault(Faults& faults, std::string_view pointer, std::string_view must) {
  faults.add(RefusalCode::engagement_terms_invalid, std::string(pointer), {{"must", std::string(must)}});
}

// Kinds that have the amount need it, more than nothing; the others may not have it.
void check_amount(bool has, const std::optional<std::int64_t>& amount, std::string_view pointer, Faults& faults) {
  if (!has && amount) terms_fault(faults, pointer, "be left out for this kind");
  if (has && (!amount || *amount <= 0)) terms_fault(faults, pointer, "be more than 0");
  if (has && amount) check_not_too_large(*amount, pointer, faults);
}

}  // namespace

Decision<Event> decide(const Books& books, const AgreeEngagement& command, const Given&) {
  const EngagementId id = chosen(command.engagement);
  Faults faults;
  check_unused(books.engagements, id, "/engagement", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  const std::string name = check_name(books, kind_for_client("engagement", command.client), command.name, NameHolder{}, faults);
  if (has_cycles(command.kind)) {
    faults.add(RefusalCode::engagement_kind_differs, "/kind", {{"agreed_by", "AgreeRetainer"}});
  } else {
    check_amount(has_fee(command.kind), command.fee, "/fee", faults);
    check_amount(command.kind == EngagementKind::capped, command.cap, "/cap", faults);
  }
  check_dates(command.starts, command.ends, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{EngagementAgreed{id, command.client, name, command.kind, command.starts, command.ends,
                                             command.fee.value_or(0), command.cap.value_or(0), command.scope.value_or("")}};
}

Decision<Event> decide(const Books& books, const ChangeEngagement& command, const Given&) {
  Faults faults;
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement == nullptr) return faults.in_order();

  EngagementChanged change{command.engagement, {}, command.scope, {}, {}};
  if (command.name) {
    const std::string kind = kind_for_client("engagement", engagement->client);
    const std::string name = check_name(books, kind, *command.name, NameHolder{command.engagement.text()}, faults);
    if (name != engagement->name) change.name = name;
  }
  if (command.fee) {
    check_amount(has_fee(engagement->kind), command.fee, "/fee", faults);
    if (has_fee(engagement->kind) && *command.fee < engagement->fee_invoiced) {
      faults.add(RefusalCode::engagement_terms_invalid, "/fee", {{"invoiced", engagement->fee_invoiced}});
    }
    if (*command.fee != engagement->fee) change.fee = command.fee;
  }
  if (command.cap) {
    check_amount(engagement->kind == EngagementKind::capped, command.cap, "/cap", faults);
    if (*command.cap != engagement->cap) change.cap = command.cap;
  }
  if (!change.name && !change.scope && !change.fee && !change.cap) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{std::move(change)};
}

}  // namespace billtrail
