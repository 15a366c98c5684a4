// 2.14: a deposit asks for money in advance. Whether it is taxed when received is a setting; untaxed it is outside the scope of
// tax.
#include "domain/checks.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/line_nets.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const DraftDeposit& command, const Given& given) {
  const InvoiceId invoice = chosen(command.invoice);
  Faults faults;
  check_unused(books.invoices, invoice, "/invoice", faults);
  const ClientState* client = check_known(books.clients, command.client, RefusalCode::unknown_client, "/client", faults);
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement != nullptr && engagement->client != command.client) {
    faults.add(RefusalCode::engagement_of_another_client, "/engagement");
  }
  if (command.amount < 1 || command.amount > document_amount_max) {
    faults.add(RefusalCode::amount_too_large, "/amount", {{"amount_min", std::int64_t{1}}, {"amount_max", document_amount_max}});
  }
  std::string text = engagement == nullptr ? "Deposit" : "Deposit, " + engagement->name;
  if (command.text) text = check_said(*command.text, "/text", faults);
  if (client == nullptr || !faults.none()) return faults.in_order();

  Drafting draft(books, new_document(books, command.client));
  draft.document().kind = InvoiceKind::deposit;
  InvoiceLine line = one_piece(LineKind::deposit, text, command.amount, client->currency);
  line.engagement = command.engagement;
  if (books.billing->deposit_tax == DepositTax::taxed) {
    const LineTax tax = client_tax(books, command.client);
    line.tax = tax.category;
    line.tax_reason = tax.reason;
  } else {
    line.tax = TaxCategory::O;
    line.tax_reason = "Deposit, taxed when it is drawn";
  }
  draft.add(std::move(line));
  InvoiceDocument document = draft.document();
  finish(books, document, invoice, today(books, given), faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceDrafted{invoice, {}, given.actor, document}};
}

}  // namespace billtrail
