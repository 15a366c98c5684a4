// N1, 2.13: issuing gives an approved draft its number in the same append and freezes all that is printed: parties, lines, rates,
// totals. Rates and deposits are taken anew, as they are on the issue date; nothing is dated before the work it bills.
#include "domain/billing/money_dates.hpp"
#include "domain/invoice/deposit.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/next_number.hpp"
#include "domain/invoice/totals.hpp"

namespace billtrail {
namespace {

// A year ahead is a slip of the pen, and would stop the series until then (N3).
constexpr int days_ahead_max = 366;

void check_issue_date(const Books& books, const Given& given, Date on, Faults& faults) {
  const Date now = today(books, given);
  if (on > now + days_ahead_max) faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  check_unlocked(books, on, "/on", faults);
  check_series_date(books, DocumentKind::invoice, on, faults);
}

// 2.21: names the latest work and the latest expense that lie after the date.
void check_after_work(const Books& books, const InvoiceDocument& document, Date on, Faults& faults) {
  const Claim* latest = nullptr;
  Date worked = on;
  for (const InvoiceLine& line : document.lines) {
    for (const Claim& claim : line.claims) {
      const EntryState* entry = books.entries.find(claim.entry);
      if (entry == nullptr || entry->work_date <= worked) continue;
      worked = entry->work_date;
      latest = &claim;
    }
    const ExpenseState* expense = line.expense ? books.expenses.find(*line.expense) : nullptr;
    if (expense == nullptr || expense->facts.on <= on) continue;
    faults.add(RefusalCode::date_before_work, "/on",
               {{"expense", std::string(line.expense->text())}, {"date", expense->facts.on.text()}});
  }
  if (latest == nullptr) return;
  faults.add(RefusalCode::date_before_work, "/on", {{"entry", std::string(latest->entry.text())}, {"work_date", worked.text()}});
}

// What is drawn must have been paid by then.
void check_after_deposits(const Books& books, const InvoiceDocument& document, Date on, Faults& faults) {
  std::vector<InvoiceId> drawn;
  for (const DepositDraw& draw : document.deposits) drawn.push_back(draw.deposit);
  for (const InvoiceLine& line : document.lines) {
    if (line.deposit) drawn.push_back(*line.deposit);
  }
  for (const InvoiceId& id : drawn) {
    const InvoiceState* deposit = books.invoices.find(id);
    if (deposit != nullptr) check_not_before(on, std::max(deposit->on, deposit->last_allocation), "/on", faults);
  }
}

Party supplier_of(const Books& books) {
  Party supplier = books.billing->supplier;
  if (supplier.name.empty()) supplier.name = books.settings->name;
  return supplier;
}

Party customer_of(const Books& books, const ClientId& client) {
  const ClientBillingState* billing = books.client_billing.find(client);
  Party customer = billing != nullptr ? billing->party : Party{};
  if (customer.name.empty()) customer.name = books.clients.find(client)->name;
  return customer;
}

}  // namespace

Decision<Event> decide(const Books& books, const IssueInvoice& command, const Given& given) {
  Faults faults;
  const InvoiceState* draft = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  if (draft == nullptr) return faults.in_order();
  if (draft->stage != InvoiceStage::draft && draft->stage != InvoiceStage::approved) {
    return refuse(RefusalCode::invoice_not_draft, "/invoice", {{"number", draft->number}});
  }

  if (draft->stage == InvoiceStage::draft) faults.add(RefusalCode::invoice_not_approved, "/invoice");
  const Date on = dated(books, given, command.on);
  check_issue_date(books, given, on, faults);
  InvoiceDocument document = *draft->document;
  check_after_work(books, document, on, faults);
  const Currency currency = books.clients.find(draft->client)->currency;
  if (document.currency != currency) faults.add(RefusalCode::currency_differs, "", {{"currency", std::string(currency.code())}});
  redraw_lines(books, document);
  rate_lines(books, document, on, faults);
  redraw_money(books, document);
  check_after_deposits(books, document, on, faults);
  if (!faults.none()) return faults.in_order();

  const DocumentNumber number = next_number(books, DocumentKind::invoice, on);
  return std::vector<Event>{InvoiceIssued{command.invoice, number.text, number.year, number.counter, on,
                                          due_date(on, document.terms), supplier_of(books), customer_of(books, draft->client),
                                          draft->author, draft->approver.value(), document}};
}

Decision<Event> decide(const Books& books, const RecordInvoiceSent& command, const Given&) {
  Faults faults;
  const InvoiceState* invoice = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  if (invoice != nullptr && invoice->stage != InvoiceStage::issued) faults.add(RefusalCode::invoice_not_issued, "/invoice");
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceSent{command.invoice, command.channel, command.to}};
}

}  // namespace billtrail
