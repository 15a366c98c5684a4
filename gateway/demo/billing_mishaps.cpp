// What goes wrong with money in the sample agency: credits, a void, a bad debt, a refund, work written off, terms that change.
#include <fmt/format.h>

#include "gateway/demo/billing_days.hpp"

namespace billtrail::demo {

namespace {

constexpr std::string_view owner = "owner";
constexpr std::string_view accounts = "ingrid";

}  // namespace

void BillingDays::mishaps(Date day) {
  write_offs(day);
  if (day == script_.month(3) + 9) credit(day, "fjord", CreditNoteKind::goodwill, 10);
  if (day == script_.month(6) + 8) credit(day, "hansa", CreditNoteKind::cancellation, 100);
  if (day == script_.month(13) + 11) credit(day, "jupiter", CreditNoteKind::correction, 5);
  if (day == script_.month(7) + 7) void_one(day, "delta");
  if (day == script_.month(14)) bad_debt(day);
  if (day == script_.month(12) + 4) refund(day);
  change_terms(day);
}

// W5: at the end of each quarter, what Elbe and Morgenrot will not be asked to pay.
void BillingDays::write_offs(Date day) {
  if (day.day() != 27 || day.month() % 3 != 0) return;
  for (const std::string_view client : {"elbe", "morgenrot"}) {
    WriteOffWip write_off;
    write_off.write_off = id_of<WriteOffId>(fmt::format("demo-write-off-{:02}", ++others_));
    write_off.client = id_of<ClientId>(client);
    write_off.amount = 20'000 + dice_.below(30) * 1'000;
    write_off.on = day;
    write_off.code = WriteOffReason::over_servicing;
    write_off.reason = "More rounds than planned; ours to carry";
    script_.try_add(day, owner, std::move(write_off));
  }
}

const InvoiceState* BillingDays::last_issued(std::string_view client, InvoiceId& id) const {
  const Books& books = script_.books();
  for (Row row = static_cast<Row>(books.invoices.size()); row-- > 0;) {
    const InvoiceState& invoice = books.invoices.at(row);
    if (invoice.stage != InvoiceStage::issued || invoice.client.text() != client ||
        invoice.document->kind != InvoiceKind::invoice)
      continue;
    id = books.invoices.key(row);
    return &invoice;
  }
  return nullptr;
}

// K1-K3: part of a line as goodwill, or the whole invoice with its work back.
void BillingDays::credit(Date day, std::string_view client, CreditNoteKind kind, std::int64_t percent) {
  InvoiceId id;
  const InvoiceState* invoice = last_issued(client, id);
  if (invoice == nullptr) return;
  IssueCreditNote note;
  note.credit_note = id_of<CreditNoteId>(fmt::format("demo-credit-{:02}", ++others_));
  note.invoice = id;
  note.kind = kind;
  note.on = day;
  if (percent == 100) {
    note.work = CreditedWork::returns;
    note.reason = "Sent to the wrong cost centre; billed again";
  } else {
    const InvoiceLine& line = invoice->document->lines.front();
    note.lines.push_back({line.line, line.net * percent / 100, {}});
    note.reason = kind == CreditNoteKind::goodwill ? "For the late start" : "One hour too many";
  }
  script_.try_add(day, owner, std::move(note));
}

// Issued and seen to be wrong before it was sent.
void BillingDays::void_one(Date day, std::string_view client) {
  const InvoiceId invoice = next_invoice();
  DraftInvoice draft;
  draft.invoice = invoice;
  draft.client = id_of<ClientId>(client);
  draft.until = day;
  if (!script_.try_add(day, accounts, std::move(draft))) return;
  const bool issued =
      script_.try_add(day, owner, ApproveInvoice{invoice}) && script_.try_add(day, owner, IssueInvoice{invoice, day});
  if (issued) script_.try_add(day, owner, VoidInvoice{invoice, day, "Work of the running month was on it"});
}

void BillingDays::bad_debt(Date day) {
  if (unpaid_) script_.try_add(day, owner, WriteOffInvoice{*unpaid_, {}, day, "The festival's promoter is insolvent"});
}

// Delta paid too much two months before.
void BillingDays::refund(Date day) {
  const Books& books = script_.books();
  for (Row row = 0; row < books.payments.size(); ++row) {
    if (unallocated(books.payments.at(row)) <= 0) continue;
    RefundPayment refund;
    refund.refund = id_of<RefundId>(fmt::format("demo-refund-{:02}", ++others_));
    refund.payment = books.payments.key(row);
    refund.on = day;
    refund.reference = "Paid too much";
    script_.try_add(day, accounts, std::move(refund));
    return;
  }
}

// C4, C6: Ostsee takes more hours, Isar pauses a month, Hansa's fee rises within a period.
void BillingDays::change_terms(Date day) {
  if (day == script_.month(8) + 10) {
    ChangeRetainer change;
    change.engagement = id_of<EngagementId>("ostsee-retainer");
    change.fee = 285'000;
    change.allowance = 28 * 3600;
    script_.try_add(day, owner, std::move(change));
  }
  if (day == script_.month(5) + 14) {
    ChangeRetainer change;
    change.engagement = id_of<EngagementId>("hansa-retainer");
    change.from = day;
    change.fee = 105'000;
    script_.try_add(day, owner, std::move(change));
  }
  if (day == script_.month(4)) {
    script_.try_add(day, owner,
                    PauseRetainer{id_of<EngagementId>("isar-retainer"), script_.month(6), script_.month(7), "Works holidays"});
  }
}

}  // namespace billtrail::demo
