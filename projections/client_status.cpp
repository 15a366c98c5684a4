// The clients' answer: unbilled work by client, laid over every client there is.
#include "projections/client_status.hpp"

#include <algorithm>

#include "domain/kernel/calendar.hpp"
#include "projections/balances.hpp"
#include "projections/live_draw.hpp"
#include "projections/unbilled_work.hpp"

namespace billtrail {
namespace {

struct Activity {
  Seconds month_seconds;
  std::optional<Date> last_work_date;
};

std::vector<Activity> activity_by_client(const Views& views, const EntryFilter& filter, Date day) {
  std::vector<Activity> activity(views.directory.clients.size());
  const Date month = first_of_month(day);
  for (const EntryRow& entry : views.work.rows) {
    if (entry.client == no_row || entry.work_date > day || !filter.lets_through(entry)) continue;
    Activity& client = activity[entry.client];
    if (entry.work_date >= month) client.month_seconds += Seconds{entry.seconds};
    if (!client.last_work_date || *client.last_work_date < entry.work_date) client.last_work_date = entry.work_date;
  }
  return activity;
}

std::vector<Row> clients_by_name(const DirectoryView& directory, const EntryFilter& filter) {
  std::vector<Row> clients;
  for (Row row = 0; row < directory.clients.size(); ++row) {
    if (filter.lets_client_through(row)) clients.push_back(row);
  }
  std::ranges::sort(clients, [&](Row a, Row b) {
    const std::string& left = directory.clients.at(a).name;
    const std::string& right = directory.clients.at(b).name;
    return left != right ? left < right : directory.clients.key(a) < directory.clients.key(b);
  });
  return clients;
}

void unbilled_into(ClientStatusRow& row, const UnbilledSum& sum, Date day) {
  row.unbilled.minor = sum.value;
  row.unbilled_seconds = sum.seconds;
  if (sum.oldest) row.oldest_age_days = day - *sum.oldest;
  row.unpriced_entries = sum.unpriced_entries;
}

// H2: what the periods running on that day have left; one that is overdrawn has nothing left.
std::vector<std::optional<Seconds>> retainers_left(const Views& views, const EntryFilter& filter, Date day) {
  std::vector<std::optional<Seconds>> left(views.directory.clients.size());
  LiveDraw live(views, day);
  for (Row row = 0; row < views.agreements.engagements.size(); ++row) {
    const EngagementFacts& facts = views.agreements.engagements.at(row);
    if (facts.kind != EngagementKind::retainer || !filter.lets_client_through(facts.client)) continue;
    for (const LivePeriod& period : live.periods_of(views.agreements.engagements.key(row))) {
      const CycleFacts* cycle = facts.find_cycle(period.period);
      if (cycle->from > day || cycle->terms.basis != AllowanceBasis::hours) continue;
      std::optional<Seconds>& sum = left[facts.client];
      sum = sum.value_or(Seconds{}) + Seconds{std::max<std::int64_t>(0, period.draw.available - period.draw.used)};
    }
  }
  return left;
}

struct Billed {
  std::optional<LastInvoice> last;
  std::int64_t balance = 0;
};

std::vector<Billed> billed_by_client(const Views& views, const EntryFilter& filter, Date day) {
  std::vector<Billed> billed(views.directory.clients.size());
  for (Row row = 0; row < views.documents.invoices.size(); ++row) {
    const InvoiceFacts& invoice = views.documents.invoices.at(row);
    if (!filter.lets_client_through(invoice.client) || !invoice.stands(day)) continue;
    Billed& client = billed[invoice.client];
    client.balance += balance_as_of(views, row, day).balance();
    if (client.last && *invoice.on < client.last->on) continue;
    client.last = LastInvoice{invoice.number, *invoice.on, {invoice.document->total, invoice.document->currency}};
  }
  return billed;
}

}  // namespace

ClientStatusAnswer client_status(const Views& views, const Question& question) {
  const Date day = question.day();
  const EntryFilter filter(views.directory, question);
  const Dimension by_client = Dimension::client;
  const UnbilledWork work = unbilled_work(views, filter, std::span(&by_client, 1), day);
  const std::vector<Activity> activity = activity_by_client(views, filter, day);
  const std::vector<std::optional<Seconds>> left = retainers_left(views, filter, day);
  const std::vector<Billed> billed = billed_by_client(views, filter, day);

  std::vector<std::vector<std::size_t>> groups_of(views.directory.clients.size());
  for (std::size_t group = 0; group < work.groups.size(); ++group) {
    const Row client = work.groups.values(group).front();
    if (client != no_row) groups_of[client].push_back(group);
  }

  ClientStatusAnswer answer;
  for (const Row client : clients_by_name(views.directory, filter)) {
    const ClientFacts& facts = views.directory.clients.at(client);
    ClientStatusRow row;
    row.client = views.directory.clients.key(client);
    row.key = row.client.text();
    row.client_name = facts.name;
    row.unbilled.currency = facts.currency;
    row.month_seconds = activity[client].month_seconds;
    row.last_work_date = activity[client].last_work_date;
    row.running = std::ranges::count(views.timers.running, row.client, [](const RunningClock& timer) { return timer.work.client; });
    row.archived = facts.archived_on && *facts.archived_on <= day;
    row.retainer_left = left[client];
    row.last_invoice = billed[client].last;
    row.balance = {billed[client].balance, facts.currency};
    std::vector<ClientStatusRow> foreign;
    for (const std::size_t group : groups_of[client]) {
      const Currency currency = CurrencyTags::currency(work.groups.values(group).back());
      if (currency == facts.currency) {
        unbilled_into(row, work.sums[group], day);
      } else {
        ClientStatusRow& other = foreign.emplace_back();
        other.client = row.client;
        other.key = row.key + "|" + std::string(currency.code());
        other.client_name = row.client_name;
        other.unbilled.currency = other.balance.currency = currency;
        other.archived = row.archived;
        unbilled_into(other, work.sums[group], day);
      }
    }
    answer.rows.push_back(std::move(row));
    std::ranges::move(foreign, std::back_inserter(answer.rows));
  }
  return answer;
}

}  // namespace billtrail
