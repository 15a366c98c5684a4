// One draft or invoice with everything under it: the document, the entries that its lines claim, payments, credit notes and its history.
// Answers the question "invoice". Nothing but the id when there is no such document.
#pragma once

#include "projections/invoices.hpp"

namespace billtrail {

struct InvoicePageRow {
  std::string key;  // "<line>/<entry>"
  std::int32_t line = 0;
  EntryId entry;
  MemberId member;
  Personal member_name;
  Date work_date;
  std::optional<Personal> description;
  std::optional<ServiceId> service;
  std::optional<std::string> service_name;
  std::optional<ProjectId> project;
  std::optional<std::string> project_name;
  Seconds seconds;   // claimed here
  Seconds billed;    // of the whole entry
  std::int64_t value = 0;     // relieved at issue
  std::int64_t proposed = 0;
  std::int64_t amount = 0;    // of the line's net
};
BOOST_DESCRIBE_STRUCT(InvoicePageRow, (),
                      (key, line, entry, member, member_name, work_date, description, service, service_name, project, project_name,
                       seconds, billed, value, proposed, amount))

struct PageCreditNote {
  CreditNoteId credit_note;
  std::string number;
  Date on;
  CreditNoteKind kind = CreditNoteKind::correction;
  std::int64_t total = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PageCreditNote, (), (credit_note, number, on, kind, total, reason))

struct PagePayment {
  AllocationId allocation;
  std::optional<PaymentId> payment;
  std::optional<CreditNoteId> credit_note;
  std::int64_t amount = 0;
  Date on;
  std::optional<Date> undone_on;
};
BOOST_DESCRIBE_STRUCT(PagePayment, (), (allocation, payment, credit_note, amount, on, undone_on))

struct PageHistory {
  std::int64_t position = 0;
  Date on;
  DocumentStep what = DocumentStep::InvoiceDrafted;
  std::optional<ActorId> actor;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PageHistory, (), (position, on, what, actor, reason))

struct InvoicePageAnswer {
  InvoiceId invoice;
  std::optional<InvoiceListRow> row;
  std::optional<std::string> number;
  std::optional<Date> on;
  std::optional<Date> due_on;
  std::optional<Party> supplier;
  std::optional<Party> customer;
  std::optional<InvoiceDocument> document;
  std::vector<PageCreditNote> credit_notes;
  std::vector<PagePayment> payments;
  std::vector<PageHistory> history;
  std::vector<InvoicePageRow> rows;
};
BOOST_DESCRIBE_STRUCT(InvoicePageAnswer, (),
                      (invoice, row, number, on, due_on, supplier, customer, document, credit_notes, payments, history, rows))

InvoicePageAnswer invoice_page(const Views& views, const Question& question);

}  // namespace billtrail
