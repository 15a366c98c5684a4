// One document and what is under it.
#include "projections/invoice_page.hpp"

#include "projections/balances.hpp"
#include "projections/naming.hpp"

namespace billtrail {
namespace {

InvoicePageRow claim_row(const Views& views, const InvoiceLine& line, const Claim& claim) {
  InvoicePageRow row;
  row.key = std::to_string(line.line) + "/" + std::string(claim.entry.text());
  row.line = line.line;
  row.entry = claim.entry;
  row.seconds = claim.seconds;
  row.billed = claim.billed;
  row.value = claim.value;
  row.proposed = claim.proposed;
  row.amount = claim.amount;
  const Row number = views.work.row_of(claim.entry);
  if (number == no_row) return row;
  const EntryRow& entry = views.work.rows[number];
  row.member = views.directory.members.key(entry.member);
  row.member_name = views.directory.members.at(entry.member).name;
  row.work_date = entry.work_date;
  row.description = views.work.description_of(number);
  name_dimension(row, Dimension::service, entry.service, views.directory);
  name_dimension(row, Dimension::project, entry.project, views.directory);
  return row;
}

PagePayment payment_of(const Views& views, Row number, Date day) {
  const AllocationFacts& facts = views.payments.allocations.at(number);
  PagePayment payment;
  payment.allocation = views.payments.allocations.key(number);
  if (facts.payment != no_row) payment.payment = views.payments.payments.key(facts.payment);
  if (facts.credit_note != no_row) payment.credit_note = views.documents.credit_notes.key(facts.credit_note);
  payment.amount = facts.amount;
  payment.on = facts.on;
  if (facts.undone_on && *facts.undone_on <= day) payment.undone_on = facts.undone_on;
  return payment;
}

void around(InvoicePageAnswer& answer, const Views& views, Row number, Date day) {
  const InvoiceFacts& invoice = views.documents.invoices.at(number);
  for (const Row note : invoice.credit_notes) {
    const CreditNoteIssued& document = *views.documents.credit_notes.at(note).document;
    if (document.on > day) continue;
    answer.credit_notes.push_back({document.credit_note, document.number, document.on, document.kind, document.total, document.reason});
  }
  for (const Row allocation : rows_of(views.payments.allocations_of_invoice, number)) {
    if (views.payments.allocations.at(allocation).on <= day) answer.payments.push_back(payment_of(views, allocation, day));
  }
  for (const DocumentHistory& step : invoice.history) {
    if (step.on > day) continue;
    PageHistory& told = answer.history.emplace_back();
    told.position = static_cast<std::int64_t>(step.position.value);
    told.on = step.on;
    told.what = step.what;
    if (!step.actor.empty()) told.actor = step.actor;
    told.reason = step.reason;
  }
}

}  // namespace

InvoicePageAnswer invoice_page(const Views& views, const Question& question) {
  InvoicePageAnswer answer;
  answer.invoice = question.invoice.value_or(InvoiceId{});
  const Date day = question.day();
  const Row number = views.documents.invoices.row_of(answer.invoice);
  if (number == no_row || state_as_of(views, number, day).empty()) return answer;
  const InvoiceFacts& invoice = views.documents.invoices.at(number);
  answer.row = invoice_row(views, number, day);
  answer.number = answer.row->number;
  answer.on = answer.row->on;
  answer.due_on = answer.row->due_on;
  if (answer.on) {
    answer.supplier = invoice.supplier;
    answer.customer = invoice.customer;
  }
  answer.document = *invoice.document;
  around(answer, views, number, day);
  for (const InvoiceLine& line : invoice.document->lines) {
    for (const Claim& claim : line.claims) answer.rows.push_back(claim_row(views, line, claim));
  }
  return answer;
}

}  // namespace billtrail
