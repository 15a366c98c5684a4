// Invoices and credit notes: whole documents, drafts as they are now and issued ones as they were issued, with the date of every step.
// What becomes of an invoice's balance stands in payments_view.hpp; balances.hpp puts both together for a day.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "projections/directory_view.hpp"

namespace billtrail {

// Named as the events are.
BOOST_DEFINE_ENUM_CLASS(DocumentStep, InvoiceDrafted, InvoiceRevised, InvoiceDiscarded, InvoiceApproved, InvoiceIssued, InvoiceSent,
                        InvoiceVoided, InvoiceWrittenOff, InvoiceWriteOffReversed, CreditNoteIssued)

struct DocumentHistory {
  Position position;
  Date on;  // business date
  DocumentStep what = DocumentStep::InvoiceDrafted;
  ActorId actor;
  std::string reason;
};

struct DatedAmount {
  Date on;
  std::int64_t amount = 0;
  Position position;
};

struct InvoiceFacts {
  Row client = no_row;
  std::shared_ptr<const InvoiceDocument> document;  // never null; the draft as revised last, or as issued
  std::optional<DraftKey> key;
  ActorId author;
  std::optional<ActorId> approver;
  bool flagged = false;  // recomputed since a person last looked (2.19)
  Date drafted_on;
  Position created;
  std::optional<Date> discarded_on;
  // From the issue on:
  std::string number;
  std::int32_t series_year = 0;
  std::int64_t counter = 0;
  std::optional<Date> on, due_on;
  Position issued_at;
  Party supplier, customer;
  std::vector<Date> sent;
  std::optional<Date> voided_on;
  Position voided_at;
  std::string void_reason;
  std::vector<DatedAmount> bad_debt;  // a reversal is negative
  std::vector<Row> credit_notes;      // rows of DocumentsView::credit_notes
  std::vector<DocumentHistory> history;

  // Issued by the end of a day and not void by then.
  bool stands(Date day) const { return on && *on <= day && !(voided_on && *voided_on <= day); }
};

struct CreditNoteFacts {
  Row client = no_row;
  Row invoice = no_row;
  Position position;
  std::shared_ptr<const CreditNoteIssued> document;  // never null
};

struct SeriesSetting {
  NumberSeriesSet facts;
  Date on;
  Position position;
};

// Which documents ever had a line for something, in order of arrival; whether they still have it stands in the document.
template <class Key>
using Holders = boost::unordered_flat_map<Key, std::vector<Row>>;

struct DocumentsView {
  static constexpr std::string_view name = "documents";
  static constexpr int version = 1;

  Register<InvoiceId, InvoiceFacts> invoices;
  Register<CreditNoteId, CreditNoteFacts> credit_notes;
  std::vector<SeriesSetting> settings;
  std::vector<NumbersReserved> reserved;
  // Derived:
  std::vector<std::vector<Row>> of_client;        // invoices by row of the client
  std::vector<std::vector<Row>> notes_of_client;  // credit notes likewise
  std::map<DraftKey, std::vector<Row>> scheduled; // C5: the drafts made under a key, discarded ones too
  Holders<EngagementId> of_engagement;
  Holders<MilestoneId> of_milestone;
  Holders<ExpenseId> of_expense;
  Holders<MediaId> of_media;

  // `directory` has already taken the event.
  void apply(const Recorded& recorded, const DirectoryView& directory);
  std::size_t lines() const { return invoices.size() + credit_notes.size() + settings.size() + reserved.size(); }
  void line(std::size_t i, std::string& out) const;
};

template <class Key>
const std::vector<Row>& holders_of(const Holders<Key>& holders, const Key& key) {
  static const std::vector<Row> none;
  const auto found = holders.find(key);
  return found == holders.end() ? none : found->second;
}

}  // namespace billtrail
