// A day of the sample agency's billing.
#include "gateway/demo/billing_days.hpp"

#include <fmt/format.h>

#include "domain/retainer/schedule.hpp"

namespace billtrail::demo {

namespace {

constexpr std::string_view accounts = "ingrid";
constexpr std::string_view owner = "owner";

// The first day from `from` on of the month of `day` that is no weekend.
bool is_working_day_from(Date day, int from) {
  Date date = first_of_month(day) + (from - 1);
  while (date.weekday() >= Weekday::saturday) date = date + 1;
  return date == day;
}

// How many days after the due date a client pays; negative before.
int habit_of(const ClientId& client) {
  static const std::map<std::string_view, int> habits{{"aurora", -3},   {"bergbahn", 4},   {"lindenhof", 12}, {"delta", 0},
                                                      {"elbe", 21},     {"fjord", -1},     {"gruenwerk", 7},  {"hansa", 35},
                                                      {"isar", 2},      {"jupiter", 9},    {"kestrel", 16},   {"lakeside", 28},
                                                      {"morgenrot", 5}, {"nordlicht", 44}, {"ostsee", 1}};
  return habits.at(client.text());
}

}  // namespace

void BillingDays::write(Date day) {
  follow_schedules(day);
  spend(day);
  reach_milestones(day);
  if (is_working_day_from(day, 2)) draft_unbilled(day);
  if (is_working_day_from(day, 4)) review_and_issue(day);
  mishaps(day);
  take_payments(day);
}

InvoiceId BillingDays::next_invoice() { return id_of<InvoiceId>(fmt::format("demo-invoice-{:04}", ++invoices_)); }

bool BillingDays::leaves_for_a_person(Date day, int nth) const {
  return first_of_month(day) >= first_of_month(script_.today() - 3) && nth % 2 == 0;
}

// C5: what the clerk's clock would do on that day.
void BillingDays::follow_schedules(Date day) {
  const Books& books = script_.books();
  for (Row row = 0; row < books.retainers.size(); ++row) {
    const EngagementId engagement = books.retainers.key(row);
    while (std::optional<Command> step = next_step(books, engagement, day, true)) {
      if (auto* draft = std::get_if<DraftRecurring>(&*step)) draft->invoice = next_invoice();
      if (!script_.try_add(day, "system", std::move(*step))) break;
      approve_overage(day, engagement);
    }
  }
}

// H4: the client agrees, mostly.
void BillingDays::approve_overage(Date day, const EngagementId& engagement) {
  for (const CycleState& cycle : script_.books().retainers.find(engagement)->cycles) {
    const bool waits =
        cycle.closed && cycle.policy == OveragePolicy::needs_approval && cycle.overage.count > 0 && !cycle.overage_approved;
    if (!waits) continue;
    const bool yes = dice_.chance(75);
    script_.try_add(day, owner,
                    ApproveOverage{engagement, cycle.period, yes, yes ? "Agreed on the phone" : "Not ordered, says the client", day});
    return;
  }
}

// 2.14: photo shoots for Aurora, couriers for Kestrel, and Aurora's media in the winter.
void BillingDays::spend(Date day) {
  if (day.day() == 18) {
    RecordExpense shoot;
    shoot.expense = id_of<ExpenseId>(fmt::format("demo-shoot-{}", month_key(day)));
    shoot.client = id_of<ClientId>("aurora");
    shoot.text = "Photo shoot, studio and model";
    shoot.on = day;
    shoot.cost = 60'000 + dice_.below(40) * 1'000;
    shoot.markup_percent = Decimal4{150'000};
    script_.try_add(day, owner, std::move(shoot));
  }
  if (day.day() == 9 && day.month() % 2 == 0) {
    RecordExpense courier;
    courier.expense = id_of<ExpenseId>(fmt::format("demo-courier-{}", month_key(day)));
    courier.client = id_of<ClientId>("kestrel");
    courier.kind = ExpenseKind::on_behalf;
    courier.text = "Courier to Bristol";
    courier.on = day;
    courier.cost = 4'150;
    script_.try_add(day, accounts, std::move(courier));
  }
  if (day == script_.month(15)) {
    PlanMedia media;
    media.media = id_of<MediaId>("demo-aurora-winter");
    media.client = id_of<ClientId>("aurora");
    media.campaign = id_of<CampaignId>("aurora-winter");
    media.text = "Search and social, winter sale";
    media.from = day;
    media.to = day + 120;
    media.budget = 2'400'000;
    media.commission_percent = Decimal4{80'000};
    script_.try_add(day, owner, std::move(media));
  }
  if (day > script_.month(15) && day.day() == 28) {
    const std::int64_t so_far = std::int64_t{day - script_.month(15)} * 14'900;
    script_.try_add(day, "tomasz", RecordMediaSpend{id_of<MediaId>("demo-aurora-winter"), so_far, day, {}});
  }
}

void BillingDays::reach_milestones(Date day) {
  for (int i = 1; i <= 4; ++i) {
    const auto milestone = id_of<MilestoneId>("elbe-" + std::to_string(i));
    const Date reached = script_.month(9 + 2 * (i - 1)) + 12;
    if (day == reached) script_.try_add(day, "amir", ReachMilestone{milestone, day});
    if (day == reached + 6) script_.try_add(day, owner, ApproveMilestone{milestone, day, "Signed off by Elbe"});
  }
  if (day == script_.month(1) + 3) {
    script_.try_add(day, accounts,
                    DraftDeposit{next_invoice(), id_of<ClientId>("nordlicht"), id_of<EngagementId>("nordlicht-deposit"),
                                 1'000'000, "Deposit for the festival season"});
  }
  // Half of the fixed fee at the start, half at the end.
  for (const int month : {10, 16}) {
    if (day != script_.month(month) + 1) continue;
    const InvoiceId invoice = next_invoice();
    DraftInvoice draft;
    draft.invoice = invoice;
    draft.client = id_of<ClientId>("lindenhof");
    draft.empty = true;
    AddInvoiceLine line;
    line.invoice = invoice;
    line.kind = LineKind::fee;
    line.text = month == 10 ? "Brand refresh, first half" : "Brand refresh, second half";
    line.price = Decimal4{82'500'000};
    line.engagement = id_of<EngagementId>("lindenhof-brand");
    if (script_.try_add(day, accounts, std::move(draft))) script_.try_add(day, accounts, std::move(line));
  }
}

void BillingDays::draft_unbilled(Date day) {
  const Books& books = script_.books();
  for (Row row = 0; row < books.clients.size(); ++row) {
    if (leaves_for_a_person(day, static_cast<int>(row))) continue;
    DraftInvoice draft;
    draft.invoice = next_invoice();
    draft.client = books.clients.key(row);
    draft.until = first_of_month(day) - 1;
    if (!script_.try_add(day, accounts, std::move(draft))) --invoices_;
  }
}

void BillingDays::review_and_issue(Date day) {
  const Books& books = script_.books();
  std::vector<InvoiceId> drafts;
  for (Row row = 0; row < books.invoices.size(); ++row) {
    const InvoiceStage stage = books.invoices.at(row).stage;
    if (stage == InvoiceStage::draft || stage == InvoiceStage::approved) drafts.push_back(books.invoices.key(row));
  }
  int nth = 0;
  for (const InvoiceId& invoice : drafts) {
    if (leaves_for_a_person(day, ++nth)) continue;
    if (nth % 5 == 0) write_down(day, invoice);
    if (!script_.try_add(day, owner, ApproveInvoice{invoice})) continue;
    if (leaves_for_a_person(day, nth / 2)) continue;
    issue(day, invoice);
  }
}

// W6: a time line that came out too long.
bool BillingDays::write_down(Date day, const InvoiceId& invoice) {
  for (const InvoiceLine& line : script_.books().invoices.find(invoice)->document->lines) {
    if (line.kind != LineKind::time || line.net < 50'000) continue;
    ChangeInvoiceLine change;
    change.invoice = invoice;
    change.line = line.line;
    change.net = line.net - line.net / 20;
    change.reason = "Took longer than it should have";
    return script_.try_add(day, accounts, std::move(change));
  }
  return false;
}

void BillingDays::issue(Date day, const InvoiceId& invoice) {
  if (!script_.try_add(day, owner, IssueInvoice{invoice, day})) return;
  script_.try_add(day, owner, RecordInvoiceSent{invoice, Channel::email, {}});
  expect_payment(day, invoice);
}

void BillingDays::expect_payment(Date day, const InvoiceId& invoice) {
  const InvoiceState& state = *script_.books().invoices.find(invoice);
  if (state.document->due <= 0) return;
  const Date month = first_of_month(day);
  Payment payment{invoice};
  if (state.client == id_of<ClientId>("nordlicht") && month == script_.month(9) && !unpaid_) {
    unpaid_ = invoice;
    return;
  }
  const Date on = std::max(day, state.due_on + habit_of(state.client) + dice_.below(4));
  if (state.client == id_of<ClientId>("delta") && month == script_.month(10)) payment.too_much = 10'000;
  if (state.client == id_of<ClientId>("bergbahn") && month == script_.month(11)) payment.bounces = true;
  if (state.client == id_of<ClientId>("isar") && month == script_.month(12)) {
    payment.part_percent = 60;
    expected_.emplace(on + 20, Payment{invoice});
  }
  expected_.emplace(on, payment);
}

void BillingDays::take_payments(Date day) {
  while (!expected_.empty() && expected_.begin()->first <= day) {
    const Payment payment = expected_.begin()->second;
    expected_.erase(expected_.begin());
    const InvoiceState& invoice = *script_.books().invoices.find(payment.invoice);
    const std::int64_t amount = balance_of(invoice) * payment.part_percent / 100 + payment.too_much;
    if (amount <= 0) continue;
    RecordPayment record;
    record.payment = id_of<PaymentId>(fmt::format("demo-payment-{:04}", ++payments_));
    record.client = invoice.client;
    record.amount = amount;
    record.on = day;
    record.reference = invoice.number;
    record.method = dice_.chance(90) ? PaymentMethod::eft : PaymentMethod::card;
    record.to.push_back({payment.invoice, {}, id_of<AllocationId>(fmt::format("demo-allocation-{:04}", payments_))});
    const PaymentId id = *record.payment;
    script_.add(day, accounts, std::move(record));
    if (!payment.bounces) continue;
    script_.add(day, accounts, ReversePayment{id, day, "Returned by the bank"});
    expected_.emplace(day + 6, Payment{payment.invoice});
  }
}

}  // namespace billtrail::demo
