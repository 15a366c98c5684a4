// 2.13: discarding a draft releases what it held.
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const DiscardInvoice& command, const Given&) {
  Faults faults;
  if (editable_draft(books, command.invoice, faults) == nullptr) return faults.in_order();
  return std::vector<Event>{InvoiceDiscarded{command.invoice, command.reason.value_or("")}};
}

}  // namespace billtrail
