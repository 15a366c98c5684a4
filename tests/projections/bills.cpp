// Invoices, agreements and closed periods for tests.
#include "tests/projections/bills.hpp"

namespace billtrail::testing {

Bill::Bill(std::string_view invoice, std::string_view client, std::string_view currency) : invoice_(id<InvoiceId>(invoice)) {
  document.client = id<ClientId>(client);
  document.currency = cur(currency);
}

InvoiceLine& Bill::add(LineKind kind, std::int64_t net) {
  InvoiceLine& line = document.lines.emplace_back();
  line.line = ++document.lines_made;
  line.kind = kind;
  line.gross = line.net = net;
  document.net += net;
  document.total = document.due = document.net;
  return line;
}

Bill& Bill::claim(std::string_view entry, Seconds seconds, std::int64_t value, std::optional<std::int64_t> amount,
                  std::optional<std::int64_t> proposed, std::optional<Seconds> billed) {
  const std::int64_t said = proposed.value_or(value);
  return line(LineKind::time, {{id<EntryId>(entry), billed.value_or(seconds), seconds, value, said, amount.value_or(said)}});
}

Bill& Bill::line(LineKind kind, std::vector<Claim> claims) {
  std::int64_t net = 0;
  for (const Claim& claim : claims) net += claim.amount;
  add(kind, net).claims = std::move(claims);
  return *this;
}

Bill& Bill::fee(std::string_view engagement, std::optional<std::int32_t> period, std::int64_t net) {
  InvoiceLine& line = add(LineKind::fee, net);
  line.engagement = id<EngagementId>(engagement);
  line.period = period;
  return *this;
}

Bill& Bill::progress(std::int64_t net) { return add(LineKind::progress, net), *this; }

Bill& Bill::expense(std::string_view expense, std::int64_t net) {
  add(LineKind::recharge, net).expense = id<ExpenseId>(expense);
  return *this;
}

Bill& Bill::taxed(std::string_view percent) {
  const Decimal4 rate = Decimal4::parse(percent).value();
  for (InvoiceLine& line : document.lines) line.tax_percent = rate;
  document.tax = divide_half_away(Int128{document.net} * rate.ten_thousandths, 1'000'000);
  document.taxes = {{TaxCategory::S, rate, document.net, document.tax, ""}};
  document.total = document.due = document.net + document.tax;
  return *this;
}

Bill& Bill::without_lines() {
  document.lines.clear();
  document.net = document.total = document.due = 0;
  return *this;
}

Event Bill::drafted() const { return InvoiceDrafted{invoice_, std::nullopt, id<ActorId>("ana"), document}; }
Event Bill::revised(RevisionCause cause) const { return InvoiceRevised{invoice_, cause, id<ActorId>("ana"), "", document}; }
Event Bill::discarded() const { return InvoiceDiscarded{invoice_, ""}; }

Event Bill::issued(std::string_view on, std::string_view number) const {
  InvoiceIssued issued;
  issued.invoice = invoice_;
  issued.number = number.empty() ? std::string(invoice_.text()) : std::string(number);
  issued.on = day(on);
  issued.due_on = day(on) + 30;
  issued.author = issued.approver = id<ActorId>("ana");
  issued.document = document;
  return issued;
}

Event Bill::voided(std::string_view on) const { return InvoiceVoided{invoice_, day(on), "wrong"}; }

Event Bill::credited(std::string_view on, std::vector<std::int32_t> lines, bool returns, std::optional<std::int64_t> net) const {
  CreditNoteIssued note;
  note.credit_note = CreditNoteId::parse("credit-" + std::string(invoice_.text()) + "-" + std::string(on)).value();
  note.invoice = invoice_;
  note.client = document.client;
  note.on = day(on);
  note.currency = document.currency;
  for (const InvoiceLine& line : document.lines) {
    if (std::find(lines.begin(), lines.end(), line.line) == lines.end()) continue;
    CreditLine& credit = note.lines.emplace_back();
    credit.line = line.line;
    credit.net = net.value_or(line.net);
    credit.returns = returns;
    note.net += credit.net;
    note.tax += divide_half_away(Int128{credit.net} * line.tax_percent.ten_thousandths, 1'000'000);
  }
  note.total = note.applied = note.net + note.tax;
  return note;
}

Event agreed(std::string_view engagement, std::string_view client, EngagementKind kind, std::int64_t fee_or_cap,
             std::string_view starts, std::optional<std::string_view> ends) {
  EngagementAgreed event;
  event.engagement = id<EngagementId>(engagement);
  event.client = id<ClientId>(client);
  event.name = "Agreement " + std::string(engagement);
  event.kind = kind;
  event.starts = day(starts);
  if (ends) event.ends = day(*ends);
  (kind == EngagementKind::capped ? event.cap : event.fee) = fee_or_cap;
  return event;
}

Retainer::Retainer(std::string_view engagement_) : engagement(id<EngagementId>(engagement_)) {
  terms.fee = 100000;
  terms.basis = AllowanceBasis::hours;
  terms.allowance = hours(10).count;
}

Event Retainer::agreed() const {
  RetainerAgreed event;
  event.engagement = engagement;
  event.client = id<ClientId>("acme");
  event.name = "Retainer";
  event.kind = terms.basis == AllowanceBasis::none ? EngagementKind::recurring_fee : EngagementKind::retainer;
  event.starts = day("2026-01-01");
  event.terms = terms;
  return event;
}

Event Retainer::opened(std::int32_t period, std::string_view from, std::string_view to, std::vector<Bucket> carried,
                       std::int64_t deficit) const {
  RetainerCycleOpened event;
  event.engagement = engagement;
  event.client = id<ClientId>("acme");
  event.period = period;
  event.from = day(from);
  event.to = day(to);
  event.fees = {{event.from, event.to, terms.fee, terms.fee}};
  event.allowance = terms.allowance;
  event.deficit = deficit;
  event.carried = std::move(carried);
  event.terms = terms;
  return event;
}

Event Retainer::closed(std::int32_t period, std::string_view from, std::string_view to, std::string_view on,
                       std::vector<Draw> draws, std::vector<Bucket> carried, std::int64_t deficit) const {
  RetainerCycleClosed event;
  event.engagement = engagement;
  event.client = id<ClientId>("acme");
  event.period = period;
  event.from = day(from);
  event.to = day(to);
  event.on = day(on);
  event.basis = terms.basis;
  event.allowance = terms.allowance;
  event.policy = terms.overage;
  event.deficit = deficit;
  for (const Draw& draw : draws) {
    event.used += draw.billed.count;
    event.overage += draw.overage.count;
    event.overage_value += draw.value;
  }
  event.draws = std::move(draws);
  event.carried = std::move(carried);
  return event;
}

Event Retainer::reopened(std::int32_t period) const { return RetainerCycleReopened{engagement, period, "forgot one"}; }

Draw draw(std::string_view entry, Seconds covered, Seconds overage, Seconds deficit) {
  Draw draw;
  draw.entry = id<EntryId>(entry);
  draw.billed = covered + overage + deficit;
  draw.covered = covered;
  draw.overage = overage;
  draw.deficit = deficit;
  if (overage.count == 0) return draw;
  draw.rate = rate("100");
  draw.value = value_of(overage, draw.rate->price).minor;
  return draw;
}

Event written_off(std::string_view write_off, std::string_view on, std::vector<WriteOffShare> shares, std::string_view client) {
  WipWrittenOff event;
  event.write_off = id<WriteOffId>(write_off);
  event.client = id<ClientId>(client);
  event.on = day(on);
  event.reason = "goodwill";
  event.shares = std::move(shares);
  return event;
}

Event written_up(std::string_view write_off, std::string_view on, std::vector<WriteOffShare> shares, std::string_view client) {
  return WipWrittenUp{id<WriteOffId>(write_off), id<ClientId>(client), day(on), "rush", std::move(shares)};
}

Event expense(std::string_view expense, std::string_view on, std::int64_t price, std::string_view client) {
  ExpenseRecorded event;
  event.expense = id<ExpenseId>(expense);
  event.client = id<ClientId>(client);
  event.text = "Stock photos";
  event.on = day(on);
  event.cost = event.price = price;
  return event;
}

}  // namespace billtrail::testing
