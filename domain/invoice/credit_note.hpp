// Credit notes (K1-K3): refer to an issued invoice and its lines; amounts are positive where they reduce it. Minor units of the
// invoice's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/invoice/document.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(CreditNoteKind, goodwill, cancellation, correction)  // K3
// K2: only a line credited as a whole can return its work.
BOOST_DEFINE_ENUM_CLASS(CreditedWork, written_off, returns)

struct CreditLineSaid {
  std::int32_t line = 0;
  std::optional<std::int64_t> net;    // what is left of the line unless given; same sign as the line's net
  std::optional<CreditedWork> work;   // written_off unless given
};
BOOST_DESCRIBE_STRUCT(CreditLineSaid, (), (line, net, work))

struct IssueCreditNote {
  std::optional<CreditNoteId> credit_note;
  InvoiceId invoice;
  std::optional<CreditNoteKind> kind;       // correction unless given
  std::vector<CreditLineSaid> lines;        // all, whole, unless given
  std::optional<CreditedWork> work;         // for all lines that do not say themselves
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(IssueCreditNote, (), (credit_note, invoice, kind, lines, work, on, reason))

struct CreditLine {
  std::int32_t line = 0;      // of the invoice
  std::string text;
  std::int64_t net = 0;       // credited; positive where the invoice's line is
  TaxCategory tax = TaxCategory::S;  // T4: the original's
  Decimal4 tax_percent;
  std::string tax_reason;
  bool returns = false;       // K2: the line's claims return to WIP
  friend bool operator==(const CreditLine&, const CreditLine&) = default;
};
BOOST_DESCRIBE_STRUCT(CreditLine, (), (line, text, net, tax, tax_percent, tax_reason, returns))

struct CreditNoteIssued {
  CreditNoteId credit_note;
  InvoiceId invoice;
  ClientId client;
  std::string number;
  std::int32_t series_year = 0;
  std::int64_t counter = 0;
  std::string invoice_number;
  Date invoice_on;
  CreditNoteKind kind = CreditNoteKind::correction;
  Date on;
  std::string reason;
  Currency currency;
  Party supplier;
  Party customer;
  std::vector<CreditLine> lines;
  std::vector<TaxGroup> taxes;
  std::int64_t net = 0, tax = 0, total = 0;
  std::int64_t applied = 0;   // to the invoice's own balance, at once (K1); the rest is the client's credit
  ActorId author;
};
BOOST_DESCRIBE_STRUCT(CreditNoteIssued, (),
                      (credit_note, invoice, client, number, series_year, counter, invoice_number, invoice_on, kind, on, reason,
                       currency, supplier, customer, lines, taxes, net, tax, total, applied, author))

}  // namespace billtrail
