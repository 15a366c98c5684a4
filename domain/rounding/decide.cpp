// D2: a policy holds from its date on; work already there is rounded anew only on request, entry by entry.
#include "domain/checks.hpp"
#include "domain/rounding/rounding_rules.hpp"
#include "domain/wip/entry_lock.hpp"

namespace billtrail {
namespace {

void check_terms(const RoundingTerms& terms, Faults& faults) {
  const auto wrong = [&faults](const char* pointer) { faults.add(RefusalCode::rounding_terms_invalid, pointer); };
  if (terms.increment < increment_min || terms.increment > increment_max) wrong("/terms/increment");
  if (terms.minimum < Seconds{0} || terms.minimum > increment_max) wrong("/terms/minimum");
  if (terms.grace < Seconds{0} || terms.grace > increment_max) wrong("/terms/grace");
}

// Whether another policy already there is stronger than the new one for work of that client on that date.
bool beaten(const Books& books, const RoundingSet& policy, Row client, Date date) {
  for (Row row = 0; row < books.rounding_policies.size(); ++row) {
    const RoundingPolicyState& other = books.rounding_policies.at(row);
    if (other.valid_from > date) continue;
    if (other.client == policy.client && other.valid_from > policy.valid_from) return true;
    const bool for_this_client = other.client && client != no_row && *other.client == books.clients.key(client);
    if (!policy.client && for_this_client) return true;
  }
  return false;
}

void reround(const Books& books, const RoundingSet& policy, std::vector<Event>& events) {
  const Row client = policy.client ? books.clients.row_of(*policy.client) : no_row;
  std::vector<Row> touched;
  for (Row row = 0; row < books.entries.size(); ++row) {
    const EntryState& entry = books.entries.at(row);
    if (entry.removed || entry.category == Category::non_billable || entry.work_date < policy.valid_from) continue;
    if (policy.client && entry.client != client) continue;
    if (books.rounding_terms[entry.rounding] == policy.terms) continue;
    if (!beaten(books, policy, entry.client, entry.work_date) && !rounding_is_settled(books, row)) touched.push_back(row);
  }
  // Events are large and there may be very many: one allocation.
  events.reserve(events.size() + touched.size());
  for (const Row row : touched) {
    const RoundingTerms& before = books.rounding_terms[books.entries.at(row).rounding];
    events.emplace_back(EntryRerounded{books.entries.key(row), before, policy.terms, policy.policy});
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const SetRounding& command, const Given&) {
  const RoundingPolicyId id = chosen(command.policy);
  Faults faults;
  check_unused(books.rounding_policies, id, "/policy", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  check_unlocked(books, command.valid_from, "/valid_from", faults);
  check_terms(command.terms, faults);
  if (!faults.none()) return faults.in_order();

  const RoundingSet policy{id, command.client, command.terms, command.valid_from};
  std::vector<Event> events{policy};
  if (command.unbilled_too.value_or(false)) reround(books, policy, events);
  return events;
}

}  // namespace billtrail
