// Invoices from draft to issue (2.13): commands and events. A draft holds exclusive claims; issuing gives the number in the same append and
// freezes the whole document. Nothing issued ever changes.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/invoice/document.hpp"
#include "domain/kernel/personal.hpp"

namespace billtrail {

// ---- drafting

// Which scheduled draft it is (C5): one for each agreement, period and purpose.
BOOST_DEFINE_ENUM_CLASS(DraftPurpose, regular, adjustment, overage)
struct DraftKey {
  EngagementId engagement;
  std::int32_t period = 0;
  DraftPurpose purpose = DraftPurpose::regular;
  friend auto operator<=>(const DraftKey&, const DraftKey&) = default;
};
BOOST_DESCRIBE_STRUCT(DraftKey, (), (engagement, period, purpose))

// F32: from what a client has open, in one command: work, overage, approved milestones, expenses. Lines by project + service + rate + tax
// (M1). Deferred work, and work on another draft, is left out. With `entries` exactly those; one held elsewhere is refused with its holder.
struct DraftInvoice {
  std::optional<InvoiceId> invoice;
  ClientId client;
  std::optional<Date> until;           // work and expenses dated on or before; today unless given
  std::optional<std::vector<EntryId>> entries;
  std::vector<ProjectId> projects;     // only these; all unless given
  std::optional<EngagementId> engagement;
  std::optional<bool> empty;           // a draft without lines, to add to by hand
  std::optional<std::string> reference;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DraftInvoice, (), (invoice, client, until, entries, projects, engagement, empty, reference, note))

// C5: the next scheduled draft of a retainer or recurring fee that is due.
struct DraftRecurring {
  std::optional<InvoiceId> invoice;
  EngagementId engagement;
  std::optional<std::int32_t> period;      // the next one due unless given
  std::optional<DraftPurpose> purpose;     // regular unless given
};
BOOST_DESCRIBE_STRUCT(DraftRecurring, (), (invoice, engagement, period, purpose))

// 2.14: asks for money in advance. Once paid it is a balance that later invoices draw.
struct DraftDeposit {
  std::optional<InvoiceId> invoice;
  ClientId client;
  std::optional<EngagementId> engagement;
  std::int64_t amount = 0;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(DraftDeposit, (), (invoice, client, engagement, amount, text))

struct InvoiceDrafted {
  InvoiceId invoice;
  std::optional<DraftKey> key;
  ActorId author;
  InvoiceDocument document;
};
BOOST_DESCRIBE_STRUCT(InvoiceDrafted, (), (invoice, key, author, document))

// edited: by a person. The others are recomputed because the work under it changed, and flagged for review (2.19, R4).
BOOST_DEFINE_ENUM_CLASS(RevisionCause, edited, entry_corrected, entry_removed, entry_repriced, entry_rerounded, overage_added,
                        terms_changed)

// The whole document as it is now. An approved draft becomes a draft again.
struct InvoiceRevised {
  InvoiceId invoice;
  RevisionCause cause;
  ActorId author;
  std::string reason;
  InvoiceDocument document;
};
BOOST_DESCRIBE_STRUCT(InvoiceRevised, (), (invoice, cause, author, reason, document))

// ---- editing a draft. All leave InvoiceRevised.

struct AddInvoiceLine {
  InvoiceId invoice;
  LineKind kind = LineKind::fixed;  // fixed, fee (of a one-off fee; names its engagement) or progress
  std::string text;
  std::optional<Decimal4> quantity;  // 1 unless given; negative for a reduction (T6)
  std::optional<std::string> unit;
  Decimal4 price;                    // never negative
  std::optional<TaxCategory> tax;    // the client's unless given
  std::optional<std::string> tax_reason;
  std::optional<EngagementId> engagement;
  std::optional<ProjectId> project;
  std::optional<Date> from, to;
};
BOOST_DESCRIBE_STRUCT(AddInvoiceLine, (),
                      (invoice, kind, text, quantity, unit, price, tax, tax_reason, engagement, project, from, to))

// W6: setting `net` of a time line writes the difference off, or up, at issue. M4 spreads it.
struct ChangeInvoiceLine {
  InvoiceId invoice;
  std::int32_t line = 0;
  std::optional<std::string> text;
  std::optional<std::int64_t> net;       // lines with claims; needs a reason
  std::optional<Decimal4> quantity;      // lines without claims
  std::optional<Decimal4> price;         // lines without claims
  std::optional<TaxCategory> tax;
  std::optional<std::string> tax_reason;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeInvoiceLine, (), (invoice, line, text, net, quantity, price, tax, tax_reason, reason))

// Releases what the line holds.
struct RemoveInvoiceLine {
  InvoiceId invoice;
  std::int32_t line = 0;
};
BOOST_DESCRIBE_STRUCT(RemoveInvoiceLine, (), (invoice, line))

struct MergeInvoiceLines {
  InvoiceId invoice;
  std::vector<std::int32_t> lines;  // same kind, price, unit, tax and decimals; the first stays
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(MergeInvoiceLines, (), (invoice, lines, text))

// Takes entries of one line into a new line.
struct SplitInvoiceLine {
  InvoiceId invoice;
  std::int32_t line = 0;
  std::vector<EntryId> entries;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(SplitInvoiceLine, (), (invoice, line, entries, text))

struct AddInvoiceEntries {
  InvoiceId invoice;
  std::vector<EntryId> entries;
};
BOOST_DESCRIBE_STRUCT(AddInvoiceEntries, (), (invoice, entries))

// Releases them; with `defer` they are also deferred (W7), until a date or until released.
struct RemoveInvoiceEntries {
  InvoiceId invoice;
  std::vector<EntryId> entries;
  std::optional<bool> defer;
  std::optional<Date> until;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(RemoveInvoiceEntries, (), (invoice, entries, defer, until, reason))

// The head of the document. `draw_deposits` takes what paid deposits of the client still hold, up to the total.
struct ChangeInvoice {
  InvoiceId invoice;
  std::optional<Date> from, to;
  std::optional<bool> no_period;  // T7: takes the header period away
  std::optional<std::string> reference;
  std::optional<std::string> note;
  std::optional<PaymentTerms> terms;
  std::optional<bool> draw_deposits;
  std::optional<Currency> converted_to;  // M5
  std::optional<Decimal4> conversion_rate;
  std::optional<Date> conversion_date;
};
BOOST_DESCRIBE_STRUCT(ChangeInvoice, (),
                      (invoice, from, to, no_period, reference, note, terms, draw_deposits, converted_to, conversion_rate,
                       conversion_date))

struct DiscardInvoice {
  InvoiceId invoice;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DiscardInvoice, (), (invoice, reason))

struct InvoiceDiscarded {
  InvoiceId invoice;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(InvoiceDiscarded, (), (invoice, reason))

// ---- approval and issue

struct ApproveInvoice {
  InvoiceId invoice;
};
BOOST_DESCRIBE_STRUCT(ApproveInvoice, (), (invoice))

struct InvoiceApproved {
  InvoiceId invoice;
  ActorId approver;
};
BOOST_DESCRIBE_STRUCT(InvoiceApproved, (), (invoice, approver))

// Needs an approved draft. N1: the number comes with the event.
struct IssueInvoice {
  InvoiceId invoice;
  std::optional<Date> on;  // today unless given; not before the work it claims, nor the series' last (N3)
};
BOOST_DESCRIBE_STRUCT(IssueInvoice, (), (invoice, on))

struct InvoiceIssued {
  InvoiceId invoice;
  std::string number;
  std::int32_t series_year = 0;  // 0 where the series does not begin anew each year
  std::int64_t counter = 0;
  Date on;
  Date due_on;
  Party supplier;
  Party customer;
  ActorId author;
  ActorId approver;
  InvoiceDocument document;
};
BOOST_DESCRIBE_STRUCT(InvoiceIssued, (),
                      (invoice, number, series_year, counter, on, due_on, supplier, customer, author, approver, document))

BOOST_DEFINE_ENUM_CLASS(Channel, email, portal, post, peppol, other)

// A delivery that has been made. A fact beside the state; there may be many.
struct RecordInvoiceSent {
  InvoiceId invoice;
  Channel channel = Channel::email;
  std::optional<Personal> to;  // sealed as the client's
};
BOOST_DESCRIBE_STRUCT(RecordInvoiceSent, (), (invoice, channel, to))

struct InvoiceSent {
  InvoiceId invoice;
  Channel channel = Channel::email;
  std::optional<Personal> to;
};
BOOST_DESCRIBE_STRUCT(InvoiceSent, (), (invoice, channel, to))

// Only while nothing is paid, credited or sent, and within the same tax period. The number stays used (N2); the work returns.
struct VoidInvoice {
  InvoiceId invoice;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(VoidInvoice, (), (invoice, on, reason))

struct InvoiceVoided {
  InvoiceId invoice;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(InvoiceVoided, (), (invoice, on, reason))

// Bad debt: what is left of the balance, or less. Dated, reversible.
struct WriteOffInvoice {
  InvoiceId invoice;
  std::optional<std::int64_t> amount;  // the balance unless given
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffInvoice, (), (invoice, amount, on, reason))

struct InvoiceWrittenOff {
  InvoiceId invoice;
  std::int64_t amount = 0;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(InvoiceWrittenOff, (), (invoice, amount, on, reason))

// Takes back all bad debt of the invoice.
struct ReverseInvoiceWriteOff {
  InvoiceId invoice;
  std::optional<Date> on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseInvoiceWriteOff, (), (invoice, on, reason))

struct InvoiceWriteOffReversed {
  InvoiceId invoice;
  std::int64_t amount = 0;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(InvoiceWriteOffReversed, (), (invoice, amount, on, reason))

}  // namespace billtrail
