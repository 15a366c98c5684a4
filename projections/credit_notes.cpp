// The register of credit notes.
#include "projections/credit_notes.hpp"

#include <algorithm>

#include "projections/balances.hpp"

namespace billtrail {

CreditNotesAnswer credit_notes(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  CreditNotesAnswer answer;
  for (std::size_t i = views.documents.credit_notes.size(); i-- > 0;) {
    const Row number = static_cast<Row>(i);
    const CreditNoteFacts& facts = views.documents.credit_notes.at(number);
    const CreditNoteIssued& note = *facts.document;
    if (note.on > day || !clients.lets_through(facts.client)) continue;
    CreditNoteRow& row = answer.rows.emplace_back();
    row.key = note.credit_note.text();
    row.credit_note = note.credit_note;
    row.number = note.number;
    row.invoice = note.invoice;
    row.invoice_number = note.invoice_number;
    name_client(row, views, facts.client);
    row.kind = note.kind;
    row.on = note.on;
    row.net = {note.net, note.currency};
    row.tax = {note.tax, note.currency};
    row.total = {note.total, note.currency};
    row.applied = {note.applied, note.currency};
    row.unallocated = {note_unallocated_as_of(views, number, day), note.currency};
    row.reason = note.reason;
  }
  std::ranges::stable_sort(answer.rows, std::ranges::greater{}, &CreditNoteRow::on);
  return answer;
}

}  // namespace billtrail
