// Fold of what bills work, writes it off or draws it down.
#include "projections/billing_fold.hpp"

#include <algorithm>

namespace billtrail {
namespace {

// T3: what each line comes to without tax. Where prices are net, that is its net.
std::vector<std::int64_t> before_tax(const InvoiceDocument& document) {
  std::vector<std::int64_t> nets;
  for (const InvoiceLine& line : document.lines) nets.push_back(line.net);
  if (document.prices == Prices::net) return nets;
  for (const TaxGroup& group : document.taxes) {
    std::vector<std::size_t> places;
    std::vector<std::int64_t> weights;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
      const InvoiceLine& line = document.lines[i];
      if (line.tax != group.category || line.tax_percent != group.percent) continue;
      places.push_back(i);
      weights.push_back(line.net);
    }
    const bool plain = std::ranges::none_of(weights, [](std::int64_t weight) { return weight < 0; }) &&
                       std::ranges::any_of(weights, [](std::int64_t weight) { return weight > 0; });
    const std::vector<std::int64_t> parts = plain ? largest_remainder(group.net, weights) : std::vector<std::int64_t>{};
    constexpr std::int64_t whole = 1'000'000;  // a percentage with four decimals
    for (std::size_t i = 0; i < places.size(); ++i) {
      nets[places[i]] = plain ? parts[i] : divide_half_away(Int128{weights[i]} * whole, whole + group.percent.ten_thousandths);
    }
  }
  return nets;
}

bool is_fee(const WorkLine& line) {
  return line.engagement != no_row &&
         (line.kind == LineKind::fee || line.kind == LineKind::milestone || line.kind == LineKind::adjustment);
}

}  // namespace

WorkInvoice& BillingFold::invoice_of(const InvoiceId& invoice, WorkInvoiceStage expected) {
  const auto found = view_.invoice_rows.find(invoice);
  if (found == view_.invoice_rows.end()) throw CannotTake("unknown invoice " + std::string(invoice.text()));
  WorkInvoice& known = view_.invoices[found->second];
  if (known.stage != expected) throw CannotTake("invoice is in another stage: " + std::string(invoice.text()));
  return known;
}

WorkExpense& BillingFold::expense_of(const ExpenseId& expense) {
  const auto found = view_.expense_rows.find(expense);
  if (found == view_.expense_rows.end()) throw CannotTake("unknown expense " + std::string(expense.text()));
  return view_.expenses[found->second];
}

// ---- invoices

std::vector<WorkLine> BillingFold::lines_of(const InvoiceDocument& document) {
  const std::vector<std::int64_t> nets = before_tax(document);
  std::vector<WorkLine> lines;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const InvoiceLine& said = document.lines[i];
    WorkLine& line = lines.emplace_back();
    line.line = said.line;
    line.kind = said.kind;
    line.net = said.net;
    line.before_tax = nets[i];
    line.project = directory_.projects.required(said.project);
    if (said.engagement && !said.media) line.engagement = view_.engagements.number_of(*said.engagement);
    line.period = said.period;
    if (said.expense) {
      expense_of(*said.expense);
      line.expense = view_.expense_rows.at(*said.expense);
    }
    // H7: covered lines only show what the fee bought.
    if (said.kind == LineKind::covered) continue;
    for (const Claim& claim : said.claims) {
      line.claims.push_back({entries_.existing(claim.entry), claim.billed, claim.seconds, claim.value, claim.proposed, claim.amount});
    }
  }
  return lines;
}

void BillingFold::hold(Row invoice, const std::vector<WorkLine>& lines) {
  for (const WorkLine& line : lines) {
    if (line.expense != no_row) view_.expenses[line.expense].holder = invoice;
    for (const WorkClaim& claim : line.claims) {
      entries_.hold(claim.entry, claim.billed);
      view_.holders[claim.entry] = invoice;
    }
  }
}

void BillingFold::let_go(const WorkInvoice& invoice) {
  for (const WorkLine& line : invoice.lines) {
    if (line.expense != no_row) view_.expenses[line.expense].holder = no_row;
    for (const WorkClaim& claim : line.claims) {
      view_.holders.erase(claim.entry);
      entries_.let_go(claim.entry);
    }
  }
}

void BillingFold::take(const InvoiceDrafted& e) {
  const Row row = static_cast<Row>(view_.invoices.size());
  WorkInvoice draft;
  draft.invoice = e.invoice;
  draft.client = directory_.clients.required(e.document.client);
  draft.currency = e.document.currency;
  draft.total = e.document.total;
  draft.due = e.document.due;
  draft.lines = lines_of(e.document);
  if (!view_.invoice_rows.emplace(e.invoice, row).second) throw CannotTake("invoice in use: " + std::string(e.invoice.text()));
  view_.invoices.push_back(std::move(draft));
  hold(row, view_.invoices[row].lines);
}

void BillingFold::take(const InvoiceRevised& e) {
  WorkInvoice& draft = invoice_of(e.invoice, WorkInvoiceStage::draft);
  std::vector<WorkLine> lines = lines_of(e.document);
  let_go(draft);
  draft.lines = std::move(lines);
  draft.total = e.document.total;
  draft.due = e.document.due;
  hold(view_.invoice_rows.at(e.invoice), draft.lines);
}

void BillingFold::take(const InvoiceDiscarded& e) {
  WorkInvoice& draft = invoice_of(e.invoice, WorkInvoiceStage::draft);
  let_go(draft);
  draft.stage = WorkInvoiceStage::discarded;
  draft.lines.clear();
}

void BillingFold::take(const InvoiceIssued& e) {
  WorkInvoice& invoice = invoice_of(e.invoice, WorkInvoiceStage::draft);
  std::vector<WorkLine> lines = lines_of(e.document);
  let_go(invoice);
  invoice.lines = std::move(lines);
  invoice.stage = WorkInvoiceStage::issued;
  invoice.number = e.number;
  invoice.on = e.on;
  invoice.total = e.document.total;
  invoice.due = e.document.due;
  const Row row = view_.invoice_rows.at(e.invoice);
  for (const WorkLine& line : invoice.lines) {
    for (const WorkClaim& claim : line.claims) entries_.freeze(claim.entry, claim.billed);
    bill(row, line, e.on, 1);
    charge(invoice, line, e.on, line.before_tax);
  }
}

// W1a: the value relieved splits into what is billed, what the line was changed by (W6) and a correction of cents.
void BillingFold::bill(Row invoice, const WorkLine& line, Date on, int sign) {
  const auto act = [&](SettlementKind kind, Seconds seconds, std::int64_t minor) {
    return Settlement{kind, on, Seconds{sign * seconds.count}, sign * minor, invoice};
  };
  for (const WorkClaim& claim : line.claims) {
    settle(claim.entry, act(SettlementKind::billed, claim.seconds, claim.amount));
    const std::int64_t off = claim.proposed - claim.amount;
    if (off > 0) settle(claim.entry, act(SettlementKind::written_off, {}, off));
    if (off < 0) settle(claim.entry, act(SettlementKind::written_up, {}, -off));
    if (claim.proposed != claim.value) settle(claim.entry, act(SettlementKind::corrected, {}, claim.proposed - claim.value));
  }
  if (line.expense == no_row) return;
  WorkExpense& expense = view_.expenses[line.expense];
  insert(expense.settled, act(SettlementKind::billed, {}, line.before_tax));
  if (line.before_tax != expense.price) {
    insert(expense.settled, act(SettlementKind::corrected, {}, line.before_tax - expense.price));
  }
}

// Fees, and what is invoiced on account. Negative `before_tax` gives back.
void BillingFold::charge(const WorkInvoice& invoice, const WorkLine& line, Date on, std::int64_t minor) {
  const bool progress = line.kind == LineKind::progress;
  if ((!progress && !is_fee(line)) || minor == 0) return;
  (progress ? view_.progress : view_.fees)
      .push_back({invoice.client, line.project, line.engagement, line.period, invoice.currency, on, minor});
}

void BillingFold::give_back(Row invoice, WorkLine& line, Date on) {
  if (line.returned) return;
  line.returned = on;
  bill(invoice, line, on, -1);
  for (const WorkClaim& claim : line.claims) settle_down(claim.entry);
}

void BillingFold::take(const InvoiceVoided& e) {
  WorkInvoice& invoice = invoice_of(e.invoice, WorkInvoiceStage::issued);
  invoice.voided = e.on;
  for (WorkLine& line : invoice.lines) {
    give_back(view_.invoice_rows.at(e.invoice), line, e.on);
    charge(invoice, line, e.on, -line.before_tax);
  }
}

void BillingFold::take(const CreditNoteIssued& e) {
  WorkInvoice& invoice = invoice_of(e.invoice, WorkInvoiceStage::issued);
  WorkCredit& credit = invoice.credits.emplace_back();
  credit.on = e.on;
  credit.total = e.total;
  for (const CreditLine& said : e.lines) {
    const auto line = std::ranges::find(invoice.lines, said.line, &WorkLine::line);
    if (line == invoice.lines.end()) throw CannotTake("credits a line that is not on " + std::string(e.invoice.text()));
    const std::int64_t minor =
        line->net == line->before_tax || line->net == 0
            ? said.net
            : (line->net > 0 ? 1 : -1) * divide_half_away(Int128{said.net} * line->before_tax, line->net > 0 ? line->net : -line->net);
    credit.lines.push_back({static_cast<std::size_t>(line - invoice.lines.begin()), minor});
    charge(invoice, *line, e.on, -minor);
    if (said.returns) give_back(view_.invoice_rows.at(e.invoice), *line, e.on);
  }
}

// ---- what happens to entries

void BillingFold::settle(Row entry, const Settlement& settlement) {
  insert(view_.settled[entry], settlement);
  view_.rows[entry].has_settled = true;
  entries_.touch(entry);
}

// D2: work that nothing stands on any more is rounded with the others again.
void BillingFold::settle_down(Row row) {
  const EntryRow& entry = view_.rows[row];
  if (!entry.frozen || entry.drawn) return;
  Seconds billed, off;
  std::int64_t value_off = 0, value_up = 0;
  for (const Settlement& act : view_.settled_of(row)) {
    if (act.kind == SettlementKind::billed) billed += act.seconds;
    if (!act.by_hand) continue;
    if (act.kind == SettlementKind::written_off) off += act.seconds, value_off += act.minor;
    if (act.kind == SettlementKind::written_up) value_up += act.minor;
  }
  if (billed.count == 0 && off.count == 0 && value_off == 0 && value_up == 0) entries_.thaw(row);
}

void BillingFold::write_off(WorkWriteOff write_off, const std::vector<WriteOffShare>& shares) {
  const Row row = static_cast<Row>(view_.write_offs.size());
  for (const WriteOffShare& share : shares) write_off.shares.push_back({entries_.live(share.entry), share.seconds, share.minor});
  if (!view_.write_off_rows.emplace(write_off.write_off, row).second) {
    throw CannotTake("write-off in use: " + std::string(write_off.write_off.text()));
  }
  const SettlementKind kind = write_off.up ? SettlementKind::written_up : SettlementKind::written_off;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const WrittenOffShare& share = write_off.shares[i];
    entries_.freeze(share.entry, shares[i].billed);
    settle(share.entry, {kind, write_off.on, share.seconds, share.minor, row, true});
  }
  view_.write_offs.push_back(std::move(write_off));
}

void BillingFold::take(const WipWrittenOff& e) {
  WorkWriteOff write_off;
  write_off.write_off = e.write_off;
  write_off.client = directory_.clients.required(e.client);
  write_off.on = e.on;
  write_off.code = e.code;
  if (e.engagement) write_off.engagement = view_.engagements.number_of(*e.engagement);
  write_off.period = e.period;
  write_off.reason = e.reason;
  this->write_off(std::move(write_off), e.shares);
}

void BillingFold::take(const WipWrittenUp& e) {
  WorkWriteOff write_off;
  write_off.write_off = e.write_off;
  write_off.client = directory_.clients.required(e.client);
  write_off.on = e.on;
  write_off.up = true;
  write_off.reason = e.reason;
  this->write_off(std::move(write_off), e.shares);
}

void BillingFold::take(const WriteOffReversed& e) {
  const auto found = view_.write_off_rows.find(e.write_off);
  if (found == view_.write_off_rows.end()) throw CannotTake("unknown write-off " + std::string(e.write_off.text()));
  WorkWriteOff& write_off = view_.write_offs[found->second];
  if (write_off.reversed_on || write_off.taken_back) return;
  write_off.reversed_on = e.on;
  const SettlementKind kind = write_off.up ? SettlementKind::written_up : SettlementKind::written_off;
  for (const WrittenOffShare& share : write_off.shares) {
    settle(share.entry, {kind, e.on, Seconds{} - share.seconds, -share.minor, found->second, true});
    settle_down(share.entry);
  }
}

void BillingFold::take(const EntryDeferred& e) {
  const Row row = entries_.live(e.entry);
  defer(view_.settled[row], e.on, e.until);
  view_.rows[row].has_settled = true;
  entries_.touch(row);
}

void BillingFold::take(const EntryReleased& e) {
  const Row row = entries_.live(e.entry);
  release(view_.settled[row], e.on);
  view_.rows[row].has_settled = true;
  entries_.touch(row);
}

// ---- closed periods

void BillingFold::take(const RetainerCycleClosed& e) {
  const Row engagement = view_.engagements.number_of(e.engagement);
  std::vector<Row>& rows = view_.draws[{engagement, e.period}];
  for (const Draw& draw : e.draws) {
    const Row row = entries_.live(draw.entry);
    entries_.freeze(row, draw.billed);
    view_.rows[row].drawn = true;
    view_.drawn[row] = {e.on, engagement, e.period, draw.covered, draw.overage, draw.deficit, draw.value, draw.rate.has_value()};
    rows.push_back(row);
  }
}

// H6: as if the period had never been closed, nor its overage absorbed.
void BillingFold::take(const RetainerCycleReopened& e) {
  const Row engagement = view_.engagements.number_of(e.engagement);
  const auto found = view_.draws.find({engagement, e.period});
  if (found == view_.draws.end()) throw CannotTake("a period that was not closed cannot be opened again");
  const std::vector<Row> rows = std::move(found->second);
  view_.draws.erase(found);
  for (Row i = 0; i < view_.write_offs.size(); ++i) {
    WorkWriteOff& write_off = view_.write_offs[i];
    if (write_off.engagement != engagement || write_off.period != e.period || write_off.taken_back) continue;
    write_off.taken_back = true;
    for (const WrittenOffShare& share : write_off.shares) {
      std::erase_if(view_.settled[share.entry], [&](const Settlement& act) { return act.by_hand && act.source == i; });
    }
  }
  for (const Row row : rows) {
    view_.rows[row].drawn = false;
    view_.drawn.erase(row);
    settle_down(row);
    entries_.touch(row);
  }
}

// ---- expenses

void BillingFold::take(const ExpenseRecorded& e) {
  WorkExpense expense;
  expense.expense = e.expense;
  expense.client = directory_.clients.required(e.client);
  expense.project = directory_.projects.required(e.project);
  expense.campaign = directory_.campaigns.required(e.campaign);
  expense.on = e.on;
  expense.price = e.price;
  expense.billable = e.billable;
  const Row row = static_cast<Row>(view_.expenses.size());
  if (!view_.expense_rows.emplace(e.expense, row).second) throw CannotTake("expense in use: " + std::string(e.expense.text()));
  view_.expenses.push_back(std::move(expense));
}

void BillingFold::take(const ExpenseRemoved& e) { expense_of(e.expense).removed = true; }

void BillingFold::take(const ExpenseWrittenOff& e) {
  insert(expense_of(e.expense).settled, {SettlementKind::written_off, e.on, {}, e.amount, no_row, true});
}

}  // namespace billtrail
