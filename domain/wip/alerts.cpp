// W4: alerts on a client's WIP. It is raised at the threshold and cleared below it.
#include "domain/wip/alerts.hpp"

#include <set>

#include "domain/checks.hpp"
#include "domain/wip/wip_rules.hpp"
#include "domain/wip/work_of_client.hpp"

namespace billtrail {
namespace {

bool is_open(const Books& books, const ExpenseState& expense) {
  if (expense.removed || expense.written_off || !expense.facts.billable) return false;
  return expense.holder == no_row || books.invoices.at(expense.holder).stage != InvoiceStage::issued;
}

WipThresholds thresholds_of(const Books& books, const ClientId& client) {
  const ClientBillingState* billing = books.client_billing.find(client);
  return billing == nullptr ? WipThresholds{} : billing->alert;
}

WipAlertState raised_for(const Books& books, const ClientId& client) {
  const WipAlertState* state = books.wip_alerts.find(client);
  return state == nullptr ? WipAlertState{} : *state;
}

// A client whose alerts may have to be raised or cleared.
bool is_watched(const Books& books, const ClientId& client) {
  const WipThresholds set = thresholds_of(books, client);
  const WipAlertState raised = raised_for(books, client);
  return set.value || set.aged_value || raised.value || raised.age;
}

// One threshold: its level, whether it has been raised, and where the client stands.
struct Level {
  WipAlertKind kind = WipAlertKind::value;
  std::optional<std::int64_t> threshold;
  bool raised = false;
  std::int64_t value = 0;
};

// The latest of the new entries without which the threshold would not be crossed.
std::optional<EntryId> crossed_by(const Books& books, const Level& level, Row client, const std::vector<Row>& logged) {
  if (level.kind == WipAlertKind::age) return std::nullopt;
  WorkOfClient work(books, client);
  std::int64_t before = level.value;
  for (std::size_t i = logged.size(); i-- > 0;) {
    const std::optional<OpenWork> open = work.open(logged[i]);
    before -= open ? open->value : 0;
    if (before < *level.threshold) return books.entries.key(logged[i]);
  }
  return std::nullopt;
}

void look(const Books& books, Row client, Date on, const std::vector<Row>& logged, std::vector<Event>& events) {
  const ClientId& id = books.clients.key(client);
  const WipThresholds set = thresholds_of(books, id);
  const WipAlertState raised = raised_for(books, id);
  const WipOfClient wip = wip_of_client(books, client, on);
  for (const Level& level : {Level{WipAlertKind::value, set.value, raised.value, wip.value},
                             Level{WipAlertKind::age, set.aged_value, raised.age, wip.aged}}) {
    const bool over = level.threshold && level.value >= *level.threshold;
    if (over && !level.raised) {
      events.emplace_back(
          WipAlertRaised{id, level.kind, *level.threshold, level.value, crossed_by(books, level, client, logged)});
    } else if (!over && level.raised) {
      events.emplace_back(WipAlertCleared{id, level.kind, level.value});
    }
  }
}

template <class Key, class Value, class ClientOf>
void add_client(const Books& books, const Table<Key, Value>& table, const Key& key, ClientOf client_of, std::set<Row>& clients) {
  if (const Value* value = table.find(key)) clients.insert(books.clients.row_of(client_of(*value)));
}

// The client whose work an event is about, by whatever the event names; most name the client itself.
template <class SomeEvent>
void add_client_of(const Books& books, const SomeEvent& event, std::set<Row>& clients) {
  if constexpr (requires { ClientId{event.client}; }) {
    clients.insert(books.clients.row_of(event.client));
  } else if constexpr (requires { EntryId{event.entry}; }) {
    const Row row = books.entries.row_of(event.entry);
    if (row != no_row) clients.insert(books.entries.at(row).client);
  } else if constexpr (requires { InvoiceId{event.invoice}; }) {
    add_client(
        books, books.invoices, event.invoice, [](const InvoiceState& state) { return state.client; }, clients);
  } else if constexpr (requires { EngagementId{event.engagement}; }) {
    add_client(
        books, books.engagements, event.engagement, [](const EngagementState& state) { return state.client; }, clients);
  } else if constexpr (requires { WriteOffId{event.write_off}; }) {
    add_client(
        books, books.write_offs, event.write_off, [](const WriteOffState& state) { return state.client; }, clients);
  } else if constexpr (requires { ExpenseId{event.expense}; }) {
    add_client(
        books, books.expenses, event.expense, [](const ExpenseState& state) { return state.facts.client; }, clients);
  }
}

}  // namespace

WipOfClient wip_of_client(const Books& books, Row client, Date on) {
  const ClientId& id = books.clients.key(client);
  const int aged_days = thresholds_of(books, id).aged_days;
  WipOfClient wip;
  const auto add = [&](Date date, std::int64_t value) {
    if (date > on) return;
    wip.value += value;
    if (on - date > aged_days) wip.aged += value;
  };
  for (const OpenEntry& open : open_work_of_client(books, client)) add(books.entries.at(open.entry).work_date, open.work.value);
  for (Row row = 0; row < books.expenses.size(); ++row) {
    const ExpenseState& expense = books.expenses.at(row);
    if (expense.facts.client == id && is_open(books, expense)) add(expense.facts.on, expense.facts.price);
  }
  return wip;
}

std::vector<Event> wip_alerts(const Books& books, std::span<const Event> events, const Given& given) {
  if (books.client_billing.size() == 0) return {};
  std::set<Row> clients;
  std::map<Row, std::vector<Row>> logged;
  for (const Event& event : events) {
    if (std::holds_alternative<WipAlertRaised>(event) || std::holds_alternative<WipAlertCleared>(event)) continue;
    std::visit([&](const auto& happened) { add_client_of(books, happened, clients); }, event);
    const auto* time = std::get_if<TimeLogged>(&event);
    if (time == nullptr) continue;
    const Row row = books.entries.row_of(time->entry);
    logged[books.entries.at(row).client].push_back(row);
  }
  std::vector<Event> alerts;
  for (const Row client : clients) {
    if (client == no_row || !is_watched(books, books.clients.key(client))) continue;
    look(books, client, today(books, given), logged[client], alerts);
  }
  return alerts;
}

std::vector<Event> wip_alerts_by(const Books& books, Date on) {
  std::vector<Event> alerts;
  for (Row row = 0; row < books.client_billing.size(); ++row) {
    const ClientId& client = books.client_billing.key(row);
    if (is_watched(books, client)) look(books, books.clients.row_of(client), on, {}, alerts);
  }
  return alerts;
}

Decision<Event> decide(const Books& books, const CheckWipAlerts& command, const Given& given) {
  const Date on = command.on.value_or(today(books, given));
  if (on > today(books, given)) {
    return refuse(RefusalCode::occurred_in_the_future, "/on", {{"today", today(books, given).text()}});
  }
  std::vector<Event> alerts = wip_alerts_by(books, on);
  if (alerts.empty()) return refuse(RefusalCode::nothing_due);
  return alerts;
}

}  // namespace billtrail
