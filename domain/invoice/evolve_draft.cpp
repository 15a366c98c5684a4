// Drafts as the events left them.
#include "domain/invoice/claims.hpp"
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {
namespace {

CycleState& keyed_cycle(Books& books, const DraftKey& key) {
  for (CycleState& cycle : books.retainers.edit(key.engagement).cycles) {
    if (cycle.period == key.period) return cycle;
  }
  throw std::logic_error("a scheduled draft is of a period that was never opened");
}

// C5: the draft of this agreement, period and purpose is there now.
void note_scheduled(Books& books, const DraftKey& key, const InvoiceId& invoice) {
  CycleState& cycle = keyed_cycle(books, key);
  if (key.purpose == DraftPurpose::overage) {
    cycle.overage_draft = invoice;
    return;
  }
  cycle.restated = false;
  if (key.purpose == DraftPurpose::adjustment) {
    cycle.adjustment = invoice;
    return;
  }
  cycle.regular = invoice;
  cycle.drafted_fees = cycle.fees;
}

// It may be drafted again.
void forget_scheduled(Books& books, const DraftKey& key, const InvoiceId& invoice) {
  CycleState& cycle = keyed_cycle(books, key);
  if (key.purpose == DraftPurpose::regular && cycle.regular == invoice) {
    cycle.regular.reset();
    cycle.drafted_fees.clear();
  }
  if (key.purpose == DraftPurpose::adjustment && cycle.adjustment == invoice) {
    cycle.adjustment.reset();
    cycle.restated = true;
  }
  if (key.purpose == DraftPurpose::overage && cycle.overage_draft == invoice) cycle.overage_draft.reset();
}

}  // namespace

void evolve(Books& books, const InvoiceDrafted& event) {
  InvoiceState draft;
  draft.client = event.document.client;
  draft.key = event.key;
  draft.author = event.author;
  draft.document = std::make_shared<const InvoiceDocument>(event.document);
  const Row row = books.invoices.insert(event.invoice, std::move(draft));
  if (event.key) note_scheduled(books, *event.key, event.invoice);
  take_hold(books, row, event.document);
}

void evolve(Books& books, const InvoiceRevised& event) {
  InvoiceState& draft = books.invoices.edit(event.invoice);
  const Row row = books.invoices.row_of(event.invoice);
  let_go(books, row, *draft.document);
  draft.stage = InvoiceStage::draft;
  draft.author = event.author;
  draft.approver.reset();
  draft.flagged = event.cause != RevisionCause::edited;
  draft.document = std::make_shared<const InvoiceDocument>(event.document);
  if (draft.key && event.cause == RevisionCause::terms_changed) note_scheduled(books, *draft.key, event.invoice);
  take_hold(books, row, event.document);
}

void evolve(Books& books, const InvoiceDiscarded& event) {
  InvoiceState& draft = books.invoices.edit(event.invoice);
  let_go(books, books.invoices.row_of(event.invoice), *draft.document);
  draft.stage = InvoiceStage::discarded;
  if (draft.key) forget_scheduled(books, *draft.key, event.invoice);
}

void evolve(Books& books, const InvoiceApproved& event) {
  InvoiceState& draft = books.invoices.edit(event.invoice);
  draft.stage = InvoiceStage::approved;
  draft.approver = event.approver;
  draft.flagged = false;  // a person has looked at it
}

}  // namespace billtrail
