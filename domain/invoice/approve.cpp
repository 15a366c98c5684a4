// 2.13: approving says that a person has looked at the draft as it is now, which also answers a flag. Where the practice asks for
// it that person is another than the author.
#include "domain/checks.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const ApproveInvoice& command, const Given& given) {
  Faults faults;
  const InvoiceState* draft = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  if (draft == nullptr) return faults.in_order();

  if (draft->stage != InvoiceStage::draft) faults.add(RefusalCode::invoice_not_draft, "/invoice");
  if (books.billing->approver_differs && draft->author == given.actor) {
    faults.add(RefusalCode::approver_is_author, "", {{"author", std::string(draft->author.text())}});
  }
  if (draft->document->lines.empty()) faults.add(RefusalCode::invoice_empty, "/invoice");
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{InvoiceApproved{command.invoice, given.actor}};
}

}  // namespace billtrail
