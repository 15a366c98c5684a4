// Media budgets and what was invoiced of them.
#include "projections/media.hpp"

#include "projections/balances.hpp"

namespace billtrail {
namespace {

void billed(MediaRow& row, const Views& views, Date day) {
  for (const Row number : holders_of(views.documents.of_media, row.media)) {
    const InvoiceFacts& invoice = views.documents.invoices.at(number);
    for (const InvoiceLine& line : invoice.document->lines) {
      if (line.media != row.media) continue;
      if (is_draft_as_of(invoice, day)) row.invoice = views.documents.invoices.key(number);
      if (!invoice.stands(day)) continue;
      const std::int64_t net = line.net - credited_as_of(views, invoice, line.line, day);
      (line.kind == LineKind::commission ? row.commission_invoiced : row.invoiced).minor += net;
    }
  }
}

}  // namespace

MediaAnswer media(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  MediaAnswer answer;
  for (Row number = 0; number < views.billing.media.size(); ++number) {
    const MediaFacts& facts = views.billing.media.at(number);
    const Row client = views.directory.clients.required(facts.plan.client);
    if (!clients.lets_through(client)) continue;
    const Currency currency = views.directory.clients.at(client).currency;
    MediaRow& row = answer.rows.emplace_back();
    row.media = facts.plan.media;
    row.key = row.media.text();
    name_client(row, views, client);
    row.text = facts.plan.text;
    row.from = facts.plan.from;
    row.to = facts.plan.to;
    row.budget = {facts.plan.budget, currency};
    row.actual.currency = row.invoiced.currency = row.commission_invoiced.currency = currency;
    const MediaSpendRecorded* spent = facts.spent_by(day);
    if (spent != nullptr) row.actual.minor = spent->actual;
    row.settled = spent != nullptr && spent->settled;
    billed(row, views, day);
    row.state = row.invoice ? "on_draft" : row.settled ? "settled" : spent != nullptr ? "running" : "planned";
  }
  return answer;
}

}  // namespace billtrail
