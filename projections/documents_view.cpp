// Fold of invoices and credit notes.
#include "projections/documents_view.hpp"

#include <algorithm>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

template <class Key>
void hold(Holders<Key>& holders, const std::optional<Key>& key, Row row) {
  if (!key) return;
  std::vector<Row>& rows = holders[*key];
  if (rows.empty() || rows.back() != row) {
    if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
  }
}

void add_of(std::vector<std::vector<Row>>& of, Row client, Row row) {
  if (of.size() <= client) of.resize(std::size_t{client} + 1);
  of[client].push_back(row);
}

struct DocumentArms : IgnoresTime, IgnoresAgreements, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using IgnoresTime::operator();
  using IgnoresAgreements::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();

  DocumentsView& view;
  const Envelope& envelope;
  const DirectoryView& directory;
  DocumentArms(DocumentsView& view_, const Envelope& envelope_, const DirectoryView& directory_)
      : view(view_), envelope(envelope_), directory(directory_) {}

  void note(InvoiceFacts& invoice, DocumentStep what, std::string reason = {}) const {
    invoice.history.push_back({envelope.position, envelope.business_date, what, envelope.actor, std::move(reason)});
  }
  void note_on(InvoiceFacts& invoice, DocumentStep what, Date on, const std::string& reason = {}) const {
    invoice.history.push_back({envelope.position, on, what, envelope.actor, reason});
  }

  void index(Row row, const InvoiceDocument& document) const {
    for (const InvoiceLine& line : document.lines) {
      hold(view.of_engagement, line.engagement, row);
      hold(view.of_milestone, line.milestone, row);
      hold(view.of_expense, line.expense, row);
      hold(view.of_media, line.media, row);
    }
  }
  void take(const InvoiceId& id, InvoiceFacts& invoice, const InvoiceDocument& document) const {
    if (*invoice.document != document) {
      invoice.document = std::make_shared<const InvoiceDocument>(document);
      index(view.invoices.row_of(id), document);
    }
  }

  void operator()(const InvoiceDrafted& e) const {
    InvoiceFacts invoice;
    invoice.client = directory.clients.required(e.document.client);
    invoice.document = std::make_shared<const InvoiceDocument>(e.document);
    invoice.key = e.key;
    invoice.author = e.author;
    invoice.drafted_on = envelope.business_date;
    invoice.created = envelope.position;
    note(invoice, DocumentStep::InvoiceDrafted);
    const Row row = static_cast<Row>(view.invoices.size());
    const Row client = invoice.client;
    view.invoices.add(e.invoice, std::move(invoice));
    add_of(view.of_client, client, row);
    if (e.key) view.scheduled[*e.key].push_back(row);
    index(row, e.document);
  }
  void operator()(const InvoiceRevised& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    take(e.invoice, invoice, e.document);
    invoice.author = e.author;
    invoice.approver.reset();
    invoice.flagged = e.cause != RevisionCause::edited;
    std::string reason = e.cause == RevisionCause::edited ? std::string() : boost::describe::enum_to_string(e.cause, "");
    if (!e.reason.empty()) reason += (reason.empty() ? "" : ": ") + e.reason;
    note(invoice, DocumentStep::InvoiceRevised, std::move(reason));
  }
  void operator()(const InvoiceDiscarded& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.discarded_on = envelope.business_date;
    note(invoice, DocumentStep::InvoiceDiscarded, e.reason);
  }
  void operator()(const InvoiceApproved& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.approver = e.approver;
    invoice.flagged = false;
    note(invoice, DocumentStep::InvoiceApproved);
  }
  void operator()(const InvoiceIssued& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    take(e.invoice, invoice, e.document);
    invoice.author = e.author;
    invoice.approver = e.approver;
    invoice.flagged = false;
    invoice.number = e.number;
    invoice.series_year = e.series_year;
    invoice.counter = e.counter;
    invoice.on = e.on;
    invoice.due_on = e.due_on;
    invoice.issued_at = envelope.position;
    invoice.supplier = e.supplier;
    invoice.customer = e.customer;
    note_on(invoice, DocumentStep::InvoiceIssued, e.on);
  }
  void operator()(const InvoiceSent& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.sent.push_back(envelope.business_date);
    note(invoice, DocumentStep::InvoiceSent, boost::describe::enum_to_string(e.channel, ""));
  }
  void operator()(const InvoiceVoided& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.voided_on = e.on;
    invoice.voided_at = envelope.position;
    invoice.void_reason = e.reason;
    note_on(invoice, DocumentStep::InvoiceVoided, e.on, e.reason);
  }
  void operator()(const InvoiceWrittenOff& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.bad_debt.push_back({e.on, e.amount, envelope.position});
    note_on(invoice, DocumentStep::InvoiceWrittenOff, e.on, e.reason);
  }
  void operator()(const InvoiceWriteOffReversed& e) const {
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.bad_debt.push_back({e.on, -e.amount, envelope.position});
    note_on(invoice, DocumentStep::InvoiceWriteOffReversed, e.on, e.reason);
  }
  void operator()(const NumberSeriesSet& e) const { view.settings.push_back({e, envelope.business_date, envelope.position}); }
  void operator()(const NumbersReserved& e) const { view.reserved.push_back(e); }
  void operator()(const CreditNoteIssued& e) const {
    CreditNoteFacts facts;
    facts.client = directory.clients.required(e.client);
    facts.invoice = view.invoices.required(e.invoice);
    facts.position = envelope.position;
    facts.document = std::make_shared<const CreditNoteIssued>(e);
    const Row row = static_cast<Row>(view.credit_notes.size());
    const Row client = facts.client;
    view.credit_notes.add(e.credit_note, std::move(facts));
    add_of(view.notes_of_client, client, row);
    InvoiceFacts& invoice = view.invoices.edit(e.invoice);
    invoice.credit_notes.push_back(row);
    note_on(invoice, DocumentStep::CreditNoteIssued, e.on, e.reason);
  }
};

void invoice_line(const InvoiceId& id, const InvoiceFacts& invoice, std::string& out) {
  append_all(out, std::string_view("invoice"), id, invoice.client, invoice.key, invoice.author, invoice.approver, invoice.flagged,
             invoice.drafted_on, invoice.created.value, invoice.discarded_on, invoice.number, invoice.series_year, invoice.counter,
             invoice.on, invoice.due_on, invoice.issued_at.value, invoice.supplier, invoice.customer, invoice.sent, invoice.voided_on,
             invoice.voided_at.value, invoice.void_reason, invoice.credit_notes, *invoice.document);
  for (const DatedAmount& debt : invoice.bad_debt) append_all(out, debt.on, debt.amount, debt.position.value);
  for (const DocumentHistory& step : invoice.history) append_all(out, step.position.value, step.on, step.what, step.actor, step.reason);
}

}  // namespace

void DocumentsView::apply(const Recorded& recorded, const DirectoryView& directory) {
  std::visit(DocumentArms(*this, recorded.envelope, directory), recorded.event);
}

void DocumentsView::line(std::size_t i, std::string& out) const {
  if (i < invoices.size()) return invoice_line(invoices.key(static_cast<Row>(i)), invoices.at(static_cast<Row>(i)), out);
  i -= invoices.size();
  if (i < credit_notes.size()) {
    const CreditNoteFacts& note = credit_notes.at(static_cast<Row>(i));
    return append_all(out, std::string_view("credit_note"), note.client, note.invoice, note.position.value, *note.document);
  }
  i -= credit_notes.size();
  if (i < settings.size()) {
    return append_all(out, std::string_view("series"), settings[i].facts, settings[i].on, settings[i].position.value);
  }
  append_all(out, std::string_view("reserved"), reserved[i - settings.size()]);
}

}  // namespace billtrail
