// Invoices from draft to credit note.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {

InvoiceId RandomCommands::some_invoice(InvoiceStage stage) {
  return some(practice_.books().invoices, [stage](const InvoiceState& held) { return held.stage == stage; });
}

const InvoiceDocument* RandomCommands::document_of(const InvoiceId& invoice) const {
  const InvoiceState* held = practice_.books().invoices.find(invoice);
  return held == nullptr ? nullptr : held->document.get();
}

Command RandomCommands::draft() {
  DraftInvoice draft;
  draft.invoice = fresh<InvoiceId>("i");
  draft.client = some_client();
  switch (dice_.below(10)) {
    case 0:
    case 1: {
      draft.entries.emplace();
      for (std::uint64_t i = 0; i <= dice_.below(5); ++i) draft.entries->push_back(some_entry_id(draft.client));
      break;
    }
    case 2: draft.empty = true; break;
    case 3: draft.engagement = some_engagement(draft.client); break;
    case 4: draft.projects = {id<ProjectId>("p" + std::string(draft.client.text().substr(1)))}; break;
    default: draft.until = maybe_day(15);
  }
  return draft;
}

Command RandomCommands::draft_recurring() {
  DraftRecurring draft;
  draft.invoice = fresh<InvoiceId>("i");
  draft.engagement = some_retainer();
  const DraftPurpose purposes[] = {DraftPurpose::adjustment, DraftPurpose::overage};
  if (dice_.chance(40)) draft.purpose = dice_.one_of(purposes);
  return draft;
}

Command RandomCommands::draft_deposit() {
  DraftDeposit draft;
  draft.invoice = fresh<InvoiceId>("i");
  draft.client = some_client();
  draft.amount = amount(draft.client, 50, 800);
  return draft;
}

Command RandomCommands::edit_line() {
  const InvoiceId invoice = some_invoice(dice_.chance(85) ? InvoiceStage::draft : InvoiceStage::approved);
  const InvoiceDocument* document = document_of(invoice);
  if (document == nullptr || document->lines.empty()) return RemoveInvoiceLine{invoice, 1};
  const InvoiceLine& line = document->lines[dice_.below(document->lines.size())];
  switch (dice_.below(6)) {
    case 0: return RemoveInvoiceLine{invoice, line.line};
    case 1: {
      MergeInvoiceLines merge{invoice, {line.line}, {}};
      for (const InvoiceLine& other : document->lines) {
        if (other.line != line.line && (other.price == line.price || dice_.chance(20))) merge.lines.push_back(other.line);
      }
      return merge;
    }
    case 2: {
      SplitInvoiceLine split{invoice, line.line, {}, {}};
      for (const Claim& claim : line.claims) {
        if (dice_.chance(50)) split.entries.push_back(claim.entry);
      }
      return split;
    }
    default: {
      ChangeInvoiceLine change;
      change.invoice = invoice;
      change.line = line.line;
      if (line.claims.empty()) {
        if (dice_.chance(70))
          change.price = rate_in(document->currency);
        else
          change.quantity = Decimal4{dice_.between(-3, 5) * 10'000};
      } else {
        const std::int64_t tenth = line.net / 10;
        change.net =
            line.net + (dice_.chance(75) ? -dice_.between(0, std::max<std::int64_t>(1, tenth * 4)) : dice_.between(0, 5'000));
      }
      if (dice_.chance(8)) change.tax = TaxCategory::Z;
      change.reason = reason();
      return change;
    }
  }
}

Command RandomCommands::add_line() {
  AddInvoiceLine line;
  line.invoice = some_invoice(InvoiceStage::draft);
  line.text = "Something";
  const InvoiceDocument* document = document_of(line.invoice);
  line.price = rate_in(document == nullptr ? euro_ : document->currency);
  if (dice_.chance(30)) line.quantity = Decimal4{dice_.between(-2, 4) * 10'000 + 3'333};
  if (dice_.chance(15)) {
    line.kind = LineKind::fee;
    line.engagement =
        some(practice_.books().engagements, [](const EngagementState& held) { return held.kind == EngagementKind::fixed_fee; });
  }
  if (dice_.chance(12)) line.kind = LineKind::progress;
  if (dice_.chance(10)) line.tax = TaxCategory::Z;
  return line;
}

Command RandomCommands::edit_entries() {
  const InvoiceId invoice = some_invoice(InvoiceStage::draft);
  const InvoiceDocument* document = document_of(invoice);
  std::vector<EntryId> held;
  if (document != nullptr) {
    for (const InvoiceLine& line : document->lines) {
      for (const Claim& claim : line.claims) held.push_back(claim.entry);
    }
  }
  if (dice_.chance(45) || held.empty()) {
    AddInvoiceEntries add{invoice, {}};
    for (std::uint64_t i = 0; i <= dice_.below(3); ++i) {
      add.entries.push_back(some_entry_id(document == nullptr ? std::nullopt : std::optional(document->client)));
    }
    return add;
  }
  RemoveInvoiceEntries remove;
  remove.invoice = invoice;
  remove.entries = {held[dice_.below(held.size())]};
  if (dice_.chance(50)) {
    remove.defer = true;
    if (dice_.chance(50)) remove.until = practice_.today() + static_cast<int>(dice_.between(0, 20));
    remove.reason = reason();
  }
  return remove;
}

Command RandomCommands::edit_head() {
  ChangeInvoice change;
  change.invoice = some_invoice(InvoiceStage::draft);
  switch (dice_.below(5)) {
    case 0: change.note = "Thank you"; break;
    case 1: change.no_period = true; break;
    case 2:
      change.converted_to = Currency::parse("CHF").value();
      change.conversion_rate = Decimal4{9'533};
      change.conversion_date = practice_.today();
      break;
    default: change.draw_deposits = dice_.chance(85);
  }
  return change;
}

Command RandomCommands::discard() { return DiscardInvoice{some_invoice(InvoiceStage::draft), {}}; }
Command RandomCommands::approve() { return ApproveInvoice{some_invoice(InvoiceStage::draft)}; }

Command RandomCommands::issue() {
  return IssueInvoice{some_invoice(InvoiceStage::approved), dice_.chance(25) ? std::optional(some_day(6)) : std::nullopt};
}

Command RandomCommands::sent() { return RecordInvoiceSent{some_invoice(InvoiceStage::issued), Channel::email, {}}; }

Command RandomCommands::void_invoice() { return VoidInvoice{some_invoice(InvoiceStage::issued), maybe_day(4), reason()}; }

Command RandomCommands::credit() {
  IssueCreditNote note;
  note.credit_note = fresh<CreditNoteId>("n");
  note.invoice = some_invoice(InvoiceStage::issued);
  const CreditNoteKind kinds[] = {CreditNoteKind::correction, CreditNoteKind::goodwill, CreditNoteKind::cancellation};
  note.kind = dice_.one_of(kinds);
  note.reason = reason();
  if (dice_.chance(20)) note.on = some_day(5);
  const InvoiceDocument* document = document_of(note.invoice);
  if (document == nullptr || dice_.chance(30)) {
    if (dice_.chance(60)) note.work = CreditedWork::returns;
    return note;
  }
  for (const InvoiceLine& line : document->lines) {
    if (!dice_.chance(50)) continue;
    CreditLineSaid said{line.line, {}, {}};
    if (dice_.chance(50) && line.net > 0) said.net = dice_.between(1, line.net);
    if (dice_.chance(40)) said.work = dice_.chance(70) ? CreditedWork::returns : CreditedWork::written_off;
    note.lines.push_back(said);
  }
  return note;
}

Command RandomCommands::bad_debt() {
  if (dice_.chance(30)) {
    const InvoiceId bad = some(practice_.books().invoices, [](const InvoiceState& held) { return held.bad_debt > 0; });
    return ReverseInvoiceWriteOff{bad, maybe_day(4), reason()};
  }
  WriteOffInvoice off;
  off.invoice = some(practice_.books().invoices, [](const InvoiceState& held) { return balance_of(held) > 0; });
  const InvoiceState* held = practice_.books().invoices.find(off.invoice);
  if (dice_.chance(50) && held != nullptr && balance_of(*held) > 0) off.amount = dice_.between(1, balance_of(*held));
  off.on = maybe_day(5);
  off.reason = reason();
  return off;
}

}  // namespace billtrail::simulation
