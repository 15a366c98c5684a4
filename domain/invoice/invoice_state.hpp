// Invoices, credit notes and number series as the books hold them.
#pragma once

#include <map>
#include <memory>

#include "domain/invoice/credit_note.hpp"
#include "domain/invoice/invoice.hpp"
#include "domain/invoice/numbering.hpp"
#include "domain/kernel/table.hpp"

namespace billtrail {

enum class InvoiceStage { draft, approved, issued, discarded, voided };

struct InvoiceState {
  InvoiceStage stage = InvoiceStage::draft;
  ClientId client;
  std::optional<DraftKey> key;
  ActorId author;                 // who drafted or last edited it
  std::optional<ActorId> approver;
  bool flagged = false;           // recomputed since a person last looked (2.19)
  std::shared_ptr<const InvoiceDocument> document;  // shared, so that rolling back is cheap; never null
  // From the issue on. Amounts in minor units of the document's currency.
  std::string number;
  Date on, due_on;
  bool sent = false;
  Party supplier, customer;
  std::int64_t paid = 0;          // allocations in force, from payments and from other notes' credit
  std::int64_t credited = 0;      // applied from its own credit notes
  std::int64_t credit_total = 0;  // sum of its credit notes' totals
  std::int64_t bad_debt = 0;
  std::int64_t differences = 0;   // small ones written off
  std::int64_t drawn = 0;         // kind deposit: what later issued invoices have drawn
  std::map<std::int32_t, std::int64_t> credited_lines;  // net credited so far, by line
  std::vector<TaxGroup> credited_taxes;                 // the same by category and rate
  std::vector<std::int32_t> returned_lines;             // whose work has returned (K2)
  Date last_allocation;           // for the order of dates
};

// What is still to be paid. Voided invoices owe nothing.
inline std::int64_t balance_of(const InvoiceState& invoice) {
  if (invoice.stage != InvoiceStage::issued) return 0;
  return invoice.document->due - invoice.paid - invoice.credited - invoice.bad_debt - invoice.differences;
}

struct CreditNoteState {
  ClientId client;
  InvoiceId invoice;
  Date on;
  std::int64_t total = 0;
  std::int64_t applied = 0;    // to its own invoice
  std::int64_t allocated = 0;  // to others
  std::int64_t refunded = 0;
};
inline std::int64_t unallocated(const CreditNoteState& note) { return note.total - note.applied - note.allocated - note.refunded; }

struct SeriesState {
  std::string format;
  bool yearly = false;
  std::map<std::int32_t, std::int64_t> next;  // by year; year 0 for a series that is not yearly
  std::optional<Date> last_on;                // N3
};

}  // namespace billtrail
