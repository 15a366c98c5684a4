// 2.13: an edit says the whole document anew, so that nobody has to work out what it did.
#include "domain/invoice/finish_draft.hpp"

#include <map>

#include "domain/checks.hpp"
#include "domain/invoice/deposit.hpp"

namespace billtrail {
namespace {

bool is_draft(const InvoiceState& invoice) {
  return invoice.stage == InvoiceStage::draft || invoice.stage == InvoiceStage::approved;
}

bool is_draw(const InvoiceLine& line) { return line.kind == LineKind::deposit && line.deposit; }

// In the terms of the deposit's balance (deposit.hpp): money, or amounts of lines.
std::int64_t drawn_by(const InvoiceDocument& document, const InvoiceId& deposit) {
  std::int64_t drawn = 0;
  for (const DepositDraw& draw : document.deposits) {
    if (draw.deposit == deposit) drawn += draw.amount;
  }
  for (const InvoiceLine& line : document.lines) {
    if (is_draw(line) && line.deposit == deposit) drawn -= line.net;
  }
  return drawn;
}

bool is_drawn_by_line(const Books& books, const DepositDraw& balance) {
  return drawing_of(*books.invoices.find(balance.deposit)) == DepositDrawing::by_line;
}

// A taxed deposit was taxed when it came in, so a negative line of its category takes it out of this document's base. A line that
// drew it before keeps its number.
void add_draw_lines(const Books& books, InvoiceDocument& document, const std::vector<DepositDraw>& open,
                    const std::map<InvoiceId, std::int32_t>& numbers) {
  std::int64_t left = 0;
  for (const InvoiceLine& line : document.lines) left += line.net;
  for (const DepositDraw& balance : open) {
    const InvoiceState& held = *books.invoices.find(balance.deposit);
    const std::int64_t amount = std::min(left, balance.amount);
    if (amount <= 0 || held.document->lines.empty() || !is_drawn_by_line(books, balance)) continue;
    const auto number = numbers.find(balance.deposit);
    InvoiceLine line = one_piece(LineKind::deposit, "Deposit " + held.number, -amount, document.currency);
    line.tax = held.document->lines.front().tax;
    line.tax_reason = held.document->lines.front().tax_reason;
    line.deposit = balance.deposit;
    line.line = number == numbers.end() ? ++document.lines_made : number->second;
    document.lines.push_back(std::move(line));
    left -= amount;
  }
}

void add_money_draws(const Books& books, InvoiceDocument& document, const std::vector<DepositDraw>& open) {
  std::int64_t left = document.total;
  for (const DepositDraw& balance : open) {
    const std::int64_t amount = std::min(left, balance.amount);
    if (amount <= 0 || is_drawn_by_line(books, balance)) continue;
    document.deposits.push_back({balance.deposit, amount});
    left -= amount;
  }
}

}  // namespace

std::vector<DepositDraw> open_deposits(const Books& books, const ClientId& client, const InvoiceId& document) {
  std::vector<DepositDraw> open;
  for (Row row = 0; row < books.invoices.size(); ++row) {
    const InvoiceState& invoice = books.invoices.at(row);
    if (invoice.stage != InvoiceStage::issued || invoice.document->kind != InvoiceKind::deposit || invoice.client != client)
      continue;
    open.push_back({books.invoices.key(row), deposit_left(invoice)});
  }
  if (open.empty()) return open;
  for (Row row = 0; row < books.invoices.size(); ++row) {
    const InvoiceState& other = books.invoices.at(row);
    if (!is_draft(other) || other.client != client || books.invoices.key(row) == document) continue;
    for (DepositDraw& balance : open) balance.amount -= drawn_by(*other.document, balance.deposit);
  }
  open.erase(std::remove_if(open.begin(), open.end(), [](const DepositDraw& balance) { return balance.amount <= 0; }),
             open.end());
  return open;
}

bool draws_deposits(const InvoiceDocument& document) {
  return !document.deposits.empty() || std::any_of(document.lines.begin(), document.lines.end(), is_draw);
}

void draw_nothing(InvoiceDocument& document) {
  document.deposits.clear();
  document.lines.erase(std::remove_if(document.lines.begin(), document.lines.end(), is_draw), document.lines.end());
}

void span_lines(InvoiceDocument& document) {
  document.from.reset();
  document.to.reset();
  for (const InvoiceLine& line : document.lines) {
    if (line.from && (!document.from || *line.from < *document.from)) document.from = line.from;
    if (line.to && (!document.to || *line.to > *document.to)) document.to = line.to;
  }
}

void widen_to_lines(InvoiceDocument& document) {
  if (!document.from || !document.to) return;
  for (const InvoiceLine& line : document.lines) {
    if (line.from) document.from = std::min(*document.from, *line.from);
    if (line.to) document.to = std::max(*document.to, *line.to);
  }
}

void finish(const Books& books, InvoiceDocument& document, const InvoiceId& id, Date on, Faults& faults) {
  if (draws_deposits(document)) return draw_new(books, document, id, on, faults);
  if (document.lines.empty()) return total_up(document);
  rate_lines(books, document, on, faults);
}

void draw_new(const Books& books, InvoiceDocument& document, const InvoiceId& id, Date on, Faults& faults) {
  std::map<InvoiceId, std::int32_t> numbers;
  for (const InvoiceLine& line : document.lines) {
    if (is_draw(line)) numbers.emplace(*line.deposit, line.line);
  }
  draw_nothing(document);
  if (document.lines.empty()) return total_up(document);
  const std::vector<DepositDraw> open =
      document.kind == InvoiceKind::deposit ? std::vector<DepositDraw>{} : open_deposits(books, document.client, id);
  add_draw_lines(books, document, open, numbers);
  rate_lines(books, document, on, faults);
  add_money_draws(books, document, open);
  total_up(document);
}

InvoiceDocument new_document(const Books& books, const ClientId& client) {
  InvoiceDocument document;
  document.client = client;
  document.currency = books.clients.find(client)->currency;
  document.prices = books.billing->prices;
  document.terms = books.billing->terms;
  const ClientBillingState* billing = books.client_billing.find(client);
  if (billing == nullptr) return document;
  document.terms = billing->terms.value_or(document.terms);
  document.reference = billing->reference;
  return document;
}

const InvoiceState* editable_draft(const Books& books, const InvoiceId& invoice, Faults& faults) {
  const InvoiceState* state = check_known(books.invoices, invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  if (state == nullptr || is_draft(*state)) return state;
  faults.add(RefusalCode::invoice_not_draft, "/invoice");
  return nullptr;
}

std::vector<Event> overage_charged(const InvoiceDocument* before, const InvoiceDocument& after, const InvoiceId& invoice) {
  using Period = std::pair<EngagementId, std::int32_t>;
  const auto periods = [](const InvoiceDocument& document) {
    std::map<Period, std::pair<Seconds, std::int64_t>> found;
    for (const InvoiceLine& line : document.lines) {
      if (line.kind != LineKind::overage || !line.engagement || !line.period) continue;
      auto& [seconds, value] = found[{*line.engagement, *line.period}];
      for (const Claim& claim : line.claims) {
        seconds += claim.seconds;
        value += claim.value;
      }
      if (line.claims.empty()) value += line.net;
    }
    return found;
  };
  const auto had = before == nullptr ? decltype(periods(after)){} : periods(*before);
  std::vector<Event> events;
  for (const auto& [period, charged] : periods(after)) {
    if (had.contains(period)) continue;
    events.push_back(OverageCharged{period.first, after.client, period.second, invoice, charged.first, charged.second});
  }
  return events;
}

Decision<Event> revised(const Books& books, const Given& given, Edit edit, InvoiceDocument after, Faults& faults) {
  const InvoiceDocument& before = *books.invoices.find(edit.invoice)->document;
  if (faults.none()) finish(books, after, edit.invoice, today(books, given), faults);
  if (faults.none() && after == before && edit.beside.empty()) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events{InvoiceRevised{edit.invoice, RevisionCause::edited, given.actor, std::move(edit.reason), after}};
  for (Event& event : overage_charged(&before, after, edit.invoice)) events.push_back(std::move(event));
  for (Event& event : edit.beside) events.push_back(std::move(event));
  return events;
}

}  // namespace billtrail
