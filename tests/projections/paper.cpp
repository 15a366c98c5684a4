// Histories of documents for tests.
#include "tests/projections/paper.hpp"

#include "domain/decide.hpp"

namespace billtrail::testing {

Paper::Paper() : today_(on("2026-01-01")) {
  add(PracticeOpened{"Studio", in("EUR"), "UTC"});
  add(MemberAdded{an<MemberId>("ana"), {"ana", "sealed Ana"}, {}, {}, {}, {}});
  add(ClientAdded{an<ClientId>("acme"), "Acme", in("EUR")});
  add(ClientAdded{an<ClientId>("bolt"), "Bolt", in("EUR")});
  add(ClientAdded{an<ClientId>("cora"), "Cora", in("USD")});
}

Paper& Paper::today(std::string_view date) { return today_ = on(date), *this; }

Paper& Paper::add(Event event) {
  Recorded recorded;
  recorded.envelope.practice = an<PracticeId>("main");
  recorded.envelope.position = next(views_.position);
  recorded.envelope.recorded_at = views_.recorded_at + Seconds{1};
  recorded.envelope.business_date = business_date(event, today_);
  recorded.envelope.actor = an<ActorId>("ana");
  recorded.event = std::move(event);
  apply(views_, recorded);
  return *this;
}

Paper& Paper::draft(std::string_view invoice, std::string_view client, std::int64_t net, std::int64_t tax,
                    std::vector<DepositDraw> deposits) {
  InvoiceDocument document;
  document.client = an<ClientId>(client);
  document.currency = currency_of(client);
  InvoiceLine line;
  line.line = document.lines_made = 1;
  line.net = line.gross = net;
  document.lines = {line};
  document.net = net;
  document.tax = tax;
  document.total = document.due = net + tax;
  for (const DepositDraw& draw : deposits) document.due -= draw.amount;
  document.deposits = std::move(deposits);
  return drafted(invoice, std::move(document));
}

Paper& Paper::drafted(std::string_view invoice, InvoiceDocument document, std::optional<DraftKey> key) {
  return add(InvoiceDrafted{an<InvoiceId>(invoice), key, an<ActorId>("ana"), std::move(document)});
}

Paper& Paper::issue(std::string_view invoice, std::string_view date, std::string_view due, std::int64_t counter) {
  InvoiceIssued issued;
  issued.invoice = an<InvoiceId>(invoice);
  issued.counter = counter != 0 ? counter_ = counter : ++counter_;
  issued.number = "INV-" + std::to_string(issued.counter);
  issued.on = on(date);
  issued.due_on = on(due);
  issued.author = issued.approver = an<ActorId>("ana");
  issued.document = *views_.documents.invoices.at(views_.documents.invoices.row_of(issued.invoice)).document;
  return add(std::move(issued));
}

Paper& Paper::invoice(std::string_view invoice, std::string_view client, std::string_view date, std::string_view due,
                      std::int64_t total) {
  const Date before = today_;
  today(date).draft(invoice, client, total).issue(invoice, date, due);
  today_ = before;
  return *this;
}

Paper& Paper::credit(std::string_view note, std::string_view invoice, std::string_view date, std::int64_t total, std::int64_t applied,
                     bool returns) {
  const InvoiceFacts& facts = views_.documents.invoices.at(views_.documents.invoices.row_of(an<InvoiceId>(invoice)));
  CreditNoteIssued issued;
  issued.credit_note = an<CreditNoteId>(note);
  issued.invoice = an<InvoiceId>(invoice);
  issued.client = facts.document->client;
  issued.counter = static_cast<std::int64_t>(views_.documents.credit_notes.size()) + 1;
  issued.number = "CN-" + std::to_string(issued.counter);
  issued.invoice_number = facts.number;
  issued.invoice_on = *facts.on;
  issued.on = on(date);
  issued.reason = "agreed";
  issued.currency = facts.document->currency;
  CreditLine line;
  line.line = 1;
  line.net = total;
  line.returns = returns;
  issued.lines = {line};
  issued.net = issued.total = total;
  issued.applied = applied;
  return add(std::move(issued));
}

Paper& Paper::pay(std::string_view payment, std::string_view client, std::string_view date, std::int64_t amount) {
  return add(PaymentReceived{an<PaymentId>(payment), an<ClientId>(client), {amount, currency_of(client)}, on(date), PaymentMethod::eft,
                             "ref " + std::string(payment)});
}
Paper& Paper::allocate(std::string_view allocation, std::string_view payment, std::string_view invoice, std::int64_t amount,
                       std::string_view date) {
  return add(PaymentAllocated{an<AllocationId>(allocation), an<PaymentId>(payment), {}, an<InvoiceId>(invoice), amount, on(date)});
}
Paper& Paper::allocate_note(std::string_view allocation, std::string_view note, std::string_view invoice, std::int64_t amount,
                            std::string_view date) {
  return add(PaymentAllocated{an<AllocationId>(allocation), {}, an<CreditNoteId>(note), an<InvoiceId>(invoice), amount, on(date)});
}
Paper& Paper::refund(std::string_view refund, std::string_view payment, std::int64_t amount, std::string_view date) {
  return add(PaymentRefunded{an<RefundId>(refund), an<PaymentId>(payment), {}, amount, on(date), PaymentMethod::eft, ""});
}

Paper& Paper::work(std::string_view entry, std::string_view client, std::string_view date, Seconds seconds, std::string_view engagement) {
  TimeLogged logged;
  logged.entry = an<EntryId>(entry);
  logged.facts.member = an<MemberId>("ana");
  logged.facts.work.client = an<ClientId>(client);
  logged.facts.work.category = engagement.empty() ? Category::ad_hoc : Category::retainer;
  if (!engagement.empty()) logged.facts.work.engagement = an<EngagementId>(engagement);
  logged.facts.span.work_date = on(date);
  logged.facts.span.seconds = seconds;
  logged.facts.agreed = AppliedRate{{Decimal4{800000}, currency_of(client), h(1)}, RateOrigin::rule, an<RateRuleId>("default")};
  logged.facts.standard = logged.facts.agreed;
  return add(std::move(logged));
}

Question asked(std::string_view model, const Parameters& parameters) {
  QuestionRead read = read_question(model, parameters, {on("2026-06-30"), Instant::parse("2026-06-30T12:00:00Z").value()});
  for (const QuestionFault& fault : read.faults) FAIL_CHECK(fault.parameter << ": " << fault.code << ": " << fault.message);
  return std::move(read.question);
}

}  // namespace billtrail::testing
