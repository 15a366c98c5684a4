// What the clock makes due.
#include "gateway/ledger/due.hpp"

#include "domain/retainer/schedule.hpp"
#include "gateway/ledger/new_ids.hpp"

namespace billtrail {
namespace {

ClerkRequest request_of(const std::shared_ptr<Ledger>& ledger, Command command, std::string reason) {
  ClerkRequest request{.ledger = ledger, .asker = {.actor = *ActorId::parse("system"), .reason = std::move(reason)}};
  request.orders.push_back({.commands = {std::move(command)}, .id = new_id<CommandId>()});
  request.done = [](std::vector<Answer>) {};
  return request;
}

void forgotten_timers(const std::shared_ptr<Ledger>& ledger, Instant now, std::vector<ClerkRequest>& requests) {
  const Books& books = *ledger->books;
  for (Row row = 0; row < books.members.size(); ++row) {
    const auto& running = books.members.at(row).running;
    if (!running || books.timers.find(*running)->at + books.settings->timer_stops_after > now) continue;
    requests.push_back(request_of(ledger, StopForgottenTimer{*running}, "forgotten timer"));
  }
}

bool cycles_due(const Books& books, Date today) {
  for (Row row = 0; row < books.retainers.size(); ++row) {
    if (next_step(books, books.retainers.key(row), today, true)) return true;
  }
  return false;
}

}  // namespace

std::vector<ClerkRequest> due_requests(const std::shared_ptr<Ledger>& ledger, Instant now, Date today) {
  std::vector<ClerkRequest> requests;
  forgotten_timers(ledger, now, requests);

  // Once a day, and again when something has been recorded since: a step that is refused is not tried over and over.
  LastSchedule& last = ledger->scheduled;
  const bool new_day = last.day != today;
  if (new_day || last.position != ledger->decided) {
    if (cycles_due(*ledger->books, today)) requests.push_back(request_of(ledger, DraftAllRecurring{}, "schedule"));
    if (new_day && ledger->books->client_billing.size() > 0) requests.push_back(request_of(ledger, CheckWipAlerts{}, "schedule"));
  }
  last = {today, ledger->decided};
  return requests;
}

}  // namespace billtrail
