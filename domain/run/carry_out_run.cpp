// F36, C5, H6: one command for the whole practice. Every step is a command of its own, decided on the books as the one before
// left them; what is refused is told in the run's last event and keeps nothing else from being done.
#include "domain/run/carry_out_run.hpp"

#include "domain/carry_out.hpp"
#include "domain/checks.hpp"
#include "domain/retainer/schedule.hpp"
#include "domain/run/run_rules.hpp"
#include "domain/wip/alerts.hpp"

namespace billtrail {
namespace {

// A preview looks at most this far ahead.
constexpr int days_previewed_max = 400;
// Opening, closing and drafting of weekly cycles for 25 years; more is a circle.
constexpr int steps_per_agreement_max = 4000;
constexpr std::size_t documents_per_run_max = 2000;

// What a step was about, for the list of refusals.
struct About {
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<InvoiceId> invoice;
};

class Run {
 public:
  Run(Books& books, const Given& given, RunKind kind, Date until) : books_(books), given_(as_of(books, given, until)) {
    done_.kind = kind;
    done_.until = until;
  }

  // Whether the command was accepted. A refusal is noted unless it is `nothing`.
  bool step(const Command& command, const About& about, std::optional<RefusalCode> nothing = {}) {
    Decision<Event> decision = carry_out(books_, command, given_);
    if (decision.accepted()) {
      take(std::move(decision.events()));
      return true;
    }
    const Refusal& first = decision.refusals().front();
    if (first.code != nothing) {
      refused_.push_back(first);
      done_.refused.push_back(
          {about.client, about.engagement, about.invoice, std::string(meaning_of(first.code).name), detail_of(first)});
    }
    return false;
  }

  void take(std::vector<Event> events) {
    for (Event& event : events) {
      const bool cycle = std::holds_alternative<RetainerCycleOpened>(event) || std::holds_alternative<RetainerCycleClosed>(event);
      if (cycle) ++done_.cycles;
      events_.push_back(std::move(event));
    }
  }
  void made(const InvoiceId& invoice) { done_.invoices.push_back(invoice); }

  InvoiceId new_invoice() { return given_.new_ids.make<InvoiceId>(); }
  CreditNoteId new_credit_note() { return given_.new_ids.make<CreditNoteId>(); }
  Books& books() { return books_; }
  Date until() const { return done_.until; }

  Decision<Event> decision() {
    if (events_.empty() && refused_.empty()) return refuse(RefusalCode::nothing_due);
    // The clock tries again and again: what could not be done must leave no event each time.
    const bool by_the_clock = done_.kind == RunKind::schedule || done_.kind == RunKind::draft_recurring;
    if (events_.empty() && by_the_clock) return std::move(refused_);
    evolve(books_, done_);
    events_.emplace_back(std::move(done_));
    return std::move(events_);
  }

 private:
  // A run for a later day is decided as if that day had come.
  static Given as_of(const Books& books, const Given& given, Date until) {
    if (until <= today(books, given)) return given;
    return {given.zones.start_of_day(until, books.settings->zone), given.zones, given.occurred_at, given.actor, given.new_ids};
  }

  static std::string detail_of(const Refusal& refusal) {
    std::string detail(meaning_of(refusal.code).sentence);
    for (const Fact& fact : refusal.facts) {
      detail += " " + fact.name + ": ";
      if (const auto* text = std::get_if<std::string>(&fact.value)) detail += *text;
      if (const auto* number = std::get_if<std::int64_t>(&fact.value)) detail += std::to_string(*number);
      detail += ".";
    }
    return detail;
  }

  Books& books_;
  Given given_;
  RunCarriedOut done_;
  Refusals refused_;  // the first of each step
  std::vector<Event> events_;
};

// The clients to look at, by name.
std::vector<ClientId> clients_by_name(const Books& books, const std::vector<ClientId>& only) {
  std::vector<Row> rows;
  for (Row row = 0; row < books.clients.size(); ++row) {
    const ClientId& client = books.clients.key(row);
    if (only.empty() || std::find(only.begin(), only.end(), client) != only.end()) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](Row a, Row b) { return books.clients.at(a).name < books.clients.at(b).name; });
  std::vector<ClientId> clients;
  for (const Row row : rows) clients.push_back(books.clients.key(row));
  return clients;
}

void check_clients(const Books& books, const std::vector<ClientId>& clients, Faults& faults) {
  for (std::size_t i = 0; i < clients.size(); ++i) {
    check_known(books.clients, clients[i], RefusalCode::unknown_client, "/clients/" + std::to_string(i), faults);
  }
}

Date until_of(const Books& books, const std::optional<Date>& said, const Given& given, Faults& faults) {
  const Date now = today(books, given);
  const Date until = said.value_or(now);
  if (until > now + days_previewed_max) faults.add(RefusalCode::occurred_in_the_future, "/until", {{"today", now.text()}});
  return until;
}

void check_invoices(const std::vector<InvoiceId>& invoices, Faults& faults) {
  if (invoices.empty()) faults.add(RefusalCode::nothing_due, "/invoices");
  if (invoices.size() > documents_per_run_max) {
    faults.add(RefusalCode::amount_too_large, "/invoices", {{"invoices_max", std::int64_t{documents_per_run_max}}});
  }
}

About about(const Books& books, const InvoiceId& invoice) {
  const InvoiceState* state = books.invoices.find(invoice);
  return {state == nullptr ? std::nullopt : std::optional(state->client), {}, invoice};
}

// Every step of one agreement that is due, until none is or one is refused.
void carry_out_schedule(Run& run, const EngagementId& engagement, const About& about, bool drafts) {
  for (int steps = 0; steps < steps_per_agreement_max; ++steps) {
    std::optional<Command> next = next_step(run.books(), engagement, run.until(), drafts);
    if (!next) return;
    auto* draft = std::get_if<DraftRecurring>(&*next);
    if (draft != nullptr && !draft->invoice) draft->invoice = run.new_invoice();
    if (auto* note = std::get_if<IssueCreditNote>(&*next)) note->credit_note = run.new_credit_note();
    if (!run.step(*next, about)) return;
    if (draft != nullptr) run.made(*draft->invoice);
  }
  throw std::logic_error("an agreement's schedule never comes to its end: " + std::string(engagement.text()));
}

void carry_out_schedules(Run& run, const std::vector<ClientId>& only, bool drafts) {
  for (const ClientId& client : clients_by_name(run.books(), only)) {
    for (Row row = 0; row < run.books().retainers.size(); ++row) {
      const EngagementId engagement = run.books().retainers.key(row);
      if (run.books().engagements.find(engagement)->client != client) continue;
      carry_out_schedule(run, engagement, {client, engagement, {}}, drafts);
    }
  }
}

Decision<Event> carry_out(Books& books, const RunSchedule& command, const Given& given) {
  Faults faults;
  const Date until = until_of(books, command.until, given, faults);
  if (!faults.none()) return faults.in_order();
  Run run(books, given, RunKind::schedule, until);
  carry_out_schedules(run, {}, false);
  std::vector<Event> alerts = wip_alerts_by(books, until);
  for (const Event& alert : alerts) evolve(books, alert);
  run.take(std::move(alerts));
  return run.decision();
}

Decision<Event> carry_out(Books& books, const DraftAllRecurring& command, const Given& given) {
  Faults faults;
  const Date until = until_of(books, command.until, given, faults);
  check_clients(books, command.clients, faults);
  if (!faults.none()) return faults.in_order();
  Run run(books, given, RunKind::draft_recurring, until);
  carry_out_schedules(run, command.clients, true);
  return run.decision();
}

Decision<Event> carry_out(Books& books, const DraftAllUnbilled& command, const Given& given) {
  Faults faults;
  const Date until = until_of(books, command.until, given, faults);
  check_clients(books, command.clients, faults);
  if (!faults.none()) return faults.in_order();
  Run run(books, given, RunKind::draft_unbilled, until);
  for (const ClientId& client : clients_by_name(books, command.clients)) {
    DraftInvoice draft;
    draft.invoice = run.new_invoice();
    draft.client = client;
    draft.until = until;
    if (run.step(draft, {client, {}, {}}, RefusalCode::nothing_to_bill)) run.made(*draft.invoice);
  }
  return run.decision();
}

Decision<Event> carry_out(Books& books, const ApproveInvoices& command, const Given& given) {
  Faults faults;
  check_invoices(command.invoices, faults);
  if (!faults.none()) return faults.in_order();
  Run run(books, given, RunKind::approve, today(books, given));
  for (const InvoiceId& invoice : command.invoices) {
    if (run.step(ApproveInvoice{invoice}, about(books, invoice))) run.made(invoice);
  }
  return run.decision();
}

Decision<Event> carry_out(Books& books, const IssueInvoices& command, const Given& given) {
  Faults faults;
  check_invoices(command.invoices, faults);
  const Date now = today(books, given);
  if (command.on && *command.on > now) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  if (!faults.none()) return faults.in_order();
  Run run(books, given, RunKind::issue, command.on.value_or(now));
  for (const InvoiceId& invoice : command.invoices) {
    if (!run.step(IssueInvoice{invoice, command.on}, about(books, invoice))) continue;
    run.made(invoice);
    if (command.send) run.step(RecordInvoiceSent{invoice, *command.send, {}}, about(books, invoice));
  }
  return run.decision();
}

template <class SomeCommand>
constexpr bool runs = std::is_same_v<SomeCommand, RunSchedule> || std::is_same_v<SomeCommand, DraftAllRecurring> ||
                      std::is_same_v<SomeCommand, DraftAllUnbilled> || std::is_same_v<SomeCommand, ApproveInvoices> ||
                      std::is_same_v<SomeCommand, IssueInvoices>;

}  // namespace

bool is_run(const Command& command) {
  return std::visit([]<class SomeCommand>(const SomeCommand&) { return runs<SomeCommand>; }, command);
}

Decision<Event> carry_out_run(Books& books, const Command& command, const Given& given) {
  return std::visit(
      [&]<class SomeCommand>(const SomeCommand& run) -> Decision<Event> {
        if constexpr (runs<SomeCommand>) {
          return carry_out(books, run, given);
        } else {
          throw std::logic_error("a command that is no run came to be carried out as one");
        }
      },
      command);
}

// Runs are never decided as a whole: by themselves they find nothing to do.
Decision<Event> decide(const Books&, const RunSchedule&, const Given&) { return refuse(RefusalCode::nothing_due); }
Decision<Event> decide(const Books&, const DraftAllRecurring&, const Given&) { return refuse(RefusalCode::nothing_due); }
Decision<Event> decide(const Books&, const DraftAllUnbilled&, const Given&) { return refuse(RefusalCode::nothing_due); }
Decision<Event> decide(const Books&, const ApproveInvoices&, const Given&) { return refuse(RefusalCode::nothing_due); }
Decision<Event> decide(const Books&, const IssueInvoices&, const Given&) { return refuse(RefusalCode::nothing_due); }

// The steps have been folded by their own events.
void evolve(Books&, const RunCarriedOut&) {}

Refusals check_not_ahead(const Books& books, const Command& command, const Given& given) {
  std::optional<Date> until;
  if (const auto* run = std::get_if<RunSchedule>(&command)) until = run->until;
  if (const auto* run = std::get_if<DraftAllRecurring>(&command)) until = run->until;
  if (const auto* run = std::get_if<DraftAllUnbilled>(&command)) until = run->until;
  const Date now = today(books, given);
  if (!until || *until <= now) return {};
  return {refuse(RefusalCode::occurred_in_the_future, "/until", {{"today", now.text()}})};
}

}  // namespace billtrail
