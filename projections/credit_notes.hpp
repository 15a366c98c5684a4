// Which credit notes are there, and what of them is still the client's credit (K1, 2.16)? Newest first.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct CreditNoteRow {
  std::string key;
  CreditNoteId credit_note;
  std::string number;
  InvoiceId invoice;
  std::string invoice_number;
  ClientId client;
  std::string client_name;
  CreditNoteKind kind = CreditNoteKind::correction;
  Date on;
  Money net, tax, total;
  Money applied;      // to its own invoice
  Money unallocated;  // on the day
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CreditNoteRow, (),
                      (key, credit_note, number, invoice, invoice_number, client, client_name, kind, on, net, tax, total, applied,
                       unallocated, reason))

struct CreditNotesAnswer {
  std::vector<CreditNoteRow> rows;
};
BOOST_DESCRIBE_STRUCT(CreditNotesAnswer, (), (rows))

CreditNotesAnswer credit_notes(const Views& views, const Question& question);

}  // namespace billtrail
