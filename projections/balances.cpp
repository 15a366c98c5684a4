// States and balances for any day.
#include "projections/balances.hpp"

namespace billtrail {

std::int64_t allocated_as_of(const PaymentsView& payments, const std::vector<Row>& allocations, Date day) {
  std::int64_t sum = 0;
  for (const Row row : allocations) {
    const AllocationFacts& allocation = payments.allocations.at(row);
    if (allocation.stands(day)) sum += allocation.amount;
  }
  return sum;
}

std::int64_t refunded_as_of(const PaymentsView& payments, const std::vector<Row>& refunds, Date day) {
  std::int64_t sum = 0;
  for (const Row row : refunds) {
    const RefundFacts& refund = payments.refunds.at(row);
    if (refund.stands(day)) sum += refund.amount;
  }
  return sum;
}

std::int64_t unallocated_as_of(const PaymentsView& payments, const PaymentFacts& payment, Date day) {
  if (!payment.stands(day)) return 0;
  return payment.amount.minor - allocated_as_of(payments, payment.allocations, day) - refunded_as_of(payments, payment.refunds, day);
}

std::int64_t note_unallocated_as_of(const Views& views, Row note, Date day) {
  const CreditNoteIssued& document = *views.documents.credit_notes.at(note).document;
  if (document.on > day) return 0;
  return document.total - document.applied - allocated_as_of(views.payments, rows_of(views.payments.allocations_of_note, note), day) -
         refunded_as_of(views.payments, rows_of(views.payments.refunds_of_note, note), day);
}

InvoiceBalance balance_as_of(const Views& views, Row row, Date day) {
  const InvoiceFacts& invoice = views.documents.invoices.at(row);
  InvoiceBalance balance;
  balance.total = invoice.document->total;
  balance.due = invoice.document->due;
  balance.stands = invoice.stands(day);
  if (!invoice.on || *invoice.on > day) return balance;
  balance.paid = allocated_as_of(views.payments, rows_of(views.payments.allocations_of_invoice, row), day);
  for (const Row note : invoice.credit_notes) {
    const CreditNoteIssued& document = *views.documents.credit_notes.at(note).document;
    if (document.on > day) continue;
    balance.credited += document.applied;
    balance.credit_total += document.total;
  }
  for (const DatedAmount& debt : invoice.bad_debt) {
    if (debt.on <= day) balance.bad_debt += debt.amount;
  }
  for (const Row difference : rows_of(views.payments.differences_of_invoice, row)) {
    const DifferenceFacts& facts = views.payments.differences[difference];
    if (facts.on <= day) balance.differences += facts.amount;
  }
  return balance;
}

bool is_draft_as_of(const InvoiceFacts& invoice, Date day) {
  const bool issued = invoice.on && *invoice.on <= day;
  return !issued && invoice.drafted_on <= day && !(invoice.discarded_on && *invoice.discarded_on <= day);
}

std::string_view state_as_of(const InvoiceFacts& invoice, const InvoiceBalance& balance, Date day) {
  if (invoice.voided_on && *invoice.voided_on <= day) return "void";
  if (balance.stands) {
    if (balance.credit_total != 0 && balance.credit_total == balance.total) return "credited";
    if (balance.balance() == 0) return balance.bad_debt != 0 ? "written_off" : "paid";
    return balance.paid != 0 ? "part_paid" : "issued";
  }
  if (invoice.discarded_on && *invoice.discarded_on <= day) return "discarded";
  if (invoice.drafted_on > day) return {};
  bool approved = false;
  for (const DocumentHistory& step : invoice.history) {
    if (step.on > day) continue;
    if (step.what == DocumentStep::InvoiceApproved) approved = true;
    if (step.what == DocumentStep::InvoiceRevised) approved = false;
  }
  return approved ? "approved" : "draft";
}

std::string_view state_as_of(const Views& views, Row invoice, Date day) {
  return state_as_of(views.documents.invoices.at(invoice), balance_as_of(views, invoice, day), day);
}

bool returned_as_of(const Views& views, const InvoiceFacts& invoice, std::int32_t line, Date day) {
  for (const Row note : invoice.credit_notes) {
    const CreditNoteIssued& document = *views.documents.credit_notes.at(note).document;
    if (document.on > day) continue;
    for (const CreditLine& credited : document.lines) {
      if (credited.line == line && credited.returns) return true;
    }
  }
  return false;
}

std::int64_t credited_as_of(const Views& views, const InvoiceFacts& invoice, std::int32_t line, Date day) {
  std::int64_t sum = 0;
  for (const Row note : invoice.credit_notes) {
    const CreditNoteIssued& document = *views.documents.credit_notes.at(note).document;
    if (document.on > day) continue;
    for (const CreditLine& credited : document.lines) {
      if (credited.line == line) sum += credited.net;
    }
  }
  return sum;
}

}  // namespace billtrail
