// Adding, changing and taking away lines of a draft. W6: another amount for work is a write-down or write-up at issue, and needs
// a reason. M2: a reduction is an allowance of the line, a raise a line of its own. T6: no price is negative. Costs are written
// off only explicitly.
#include "domain/checks.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/line_nets.hpp"
#include "domain/time/small.hpp"

namespace billtrail {
namespace {

constexpr Decimal4 one{10'000};

void refuse_size(std::string_view pointer, Faults& faults) {
  faults.add(RefusalCode::amount_too_large, std::string(pointer), {{"most", document_amount_max}});
}

// Quantity and price may be anything that can be recorded; the amount is theirs.
void set_amount(InvoiceLine& line, Decimal4 quantity, Decimal4 price, Currency currency, Faults& faults) {
  if (price < Decimal4{}) return faults.add(RefusalCode::price_negative, "/price");
  const Int128 size = Int128{quantity.ten_thousandths} * price.ten_thousandths;
  const Int128 most = Int128{document_amount_max} * 10'000;  // before the currency's exponent, which is at most 3
  if (size > most || size < -most) return refuse_size("/price", faults);
  line.quantity = quantity.ten_thousandths;
  line.decimals = QuantityDecimals::four;
  line.price = price;
  line.gross = printed_amount(line.quantity, line.decimals, price, currency);
  line.allowance = 0;
  line.net = line.gross;
}

// What of a one-off fee may still be billed.
void check_fee(const Books& books, const InvoiceLine& line, std::int64_t before, std::string_view pointer, Faults& faults) {
  if (line.kind != LineKind::fee || !line.engagement || line.period) return;
  const EngagementState* engagement = books.engagements.find(*line.engagement);
  if (engagement == nullptr || engagement->kind != EngagementKind::fixed_fee) return;
  const std::int64_t left = engagement->fee - engagement->fee_invoiced - engagement->fee_drafted + before;
  if (line.net > left) faults.add(RefusalCode::amount_too_large, std::string(pointer), {{"left", left}});
}

void check_place(const Books& books, const AddInvoiceLine& command, const ClientId& client, Faults& faults) {
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement != nullptr && engagement->client != client) {
    faults.add(RefusalCode::engagement_of_another_client, "/engagement");
  }
  if (command.kind == LineKind::fee && !command.engagement) faults.add(RefusalCode::unknown_engagement, "/engagement");
  if (command.kind == LineKind::fee && engagement != nullptr && engagement->kind != EngagementKind::fixed_fee) {
    faults.add(RefusalCode::engagement_kind_differs, "/engagement");
  }
  const ProjectState* project = check_known(books.projects, command.project, RefusalCode::unknown_project, "/project", faults);
  if (project != nullptr && project->client != client) faults.add(RefusalCode::project_of_another_client, "/project");
  const bool can_be_added =
      command.kind == LineKind::fixed || command.kind == LineKind::fee || command.kind == LineKind::progress;
  if (!can_be_added) faults.add(RefusalCode::line_kind_differs, "/kind");
  if (command.from && command.to && *command.to < *command.from) faults.add(RefusalCode::date_out_of_range, "/to");
}

// Changes of lines whose amount is quantity x price, and nothing else.
bool is_priced_by_hand(const InvoiceLine& line) {
  switch (line.kind) {
    case LineKind::fixed:
    case LineKind::fee:
    case LineKind::progress:
    case LineKind::commission: return true;
    case LineKind::deposit: return !line.deposit;
    case LineKind::time:
    case LineKind::overage:
    case LineKind::milestone:
    case LineKind::disbursement:
    case LineKind::recharge:
    case LineKind::pass_through:
    case LineKind::write_up:
    case LineKind::covered:
    case LineKind::adjustment: return false;
  }
  return false;
}

void change_price(const Books& books, const ChangeInvoiceLine& command, Drafting& draft, Faults& faults) {
  if (!command.quantity && !command.price) return;
  InvoiceLine& line = *draft.find(command.line);
  if (!is_priced_by_hand(line)) return faults.add(RefusalCode::line_kind_differs, command.quantity ? "/quantity" : "/price");
  if (line.decimals != QuantityDecimals::four) return faults.add(RefusalCode::line_kind_differs, "/quantity");
  const std::int64_t before = line.net;
  set_amount(line, command.quantity.value_or(Decimal4{line.quantity}), command.price.value_or(line.price),
             draft.document().currency, faults);
  check_fee(books, line, before, "/price", faults);
}

// W6. What the work proposes stays; the difference is a person's.
void change_net(const ChangeInvoiceLine& command, Drafting& draft, Faults& faults) {
  if (!command.net) return;
  if (!is_work(*draft.find(command.line)) || draft.find(command.line)->claims.empty()) {
    return faults.add(RefusalCode::line_kind_differs, "/net");
  }
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  if (*command.net > document_amount_max || *command.net < -document_amount_max) return refuse_size("/net", faults);
  draft.price(command.line, draft.work_of(*draft.find(command.line)), 0);
  InvoiceLine* line = draft.find(command.line);
  if (line == nullptr) return faults.add(RefusalCode::entries_not_open, "/line");
  const std::int64_t proposed = line->net;
  if (*command.net < 0 && proposed >= 0) {
    return faults.add(RefusalCode::write_off_too_large, "/net", {{"most", proposed}});
  }
  const std::int64_t down = std::max<std::int64_t>(0, proposed - *command.net);
  const std::int64_t up = std::max<std::int64_t>(0, *command.net - proposed);
  line->changed = down != 0;
  if (down != 0) line->allowance_reason = command.reason.value_or("");
  draft.price(command.line, draft.work_of(*line), down);
  draft.write_up(command.line, up, command.reason.value_or(""));
}

// An act on the work (W5) stands as long as the work does.
bool is_bound(const InvoiceDocument& document, const InvoiceLine& line) {
  if (line.kind != LineKind::write_up || line.changed) return false;
  for (const InvoiceLine& other : document.lines) {
    if (!is_work(other)) continue;
    for (const Claim& claim : other.claims) {
      const auto same = [&](const Claim& own) { return own.entry == claim.entry; };
      if (std::any_of(line.claims.begin(), line.claims.end(), same)) return true;
    }
  }
  return false;
}

}  // namespace

Decision<Event> decide(const Books& books, const AddInvoiceLine& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();

  check_place(books, command, state->client, faults);
  Drafting draft(books, *state->document);
  InvoiceLine line;
  line.kind = command.kind;
  line.text = check_said(command.text, "/text", faults);
  line.unit = command.unit.value_or("unit");
  set_amount(line, command.quantity.value_or(one), command.price, state->document->currency, faults);
  const LineTax tax = client_tax(books, state->client);
  line.tax = command.tax.value_or(tax.category);
  line.tax_reason = command.tax_reason.value_or(line.tax == tax.category ? tax.reason : "");
  line.engagement = command.engagement;
  line.project = command.project;
  line.from = command.from ? command.from : command.to;
  line.to = command.to ? command.to : command.from;
  check_fee(books, line, 0, "/price", faults);
  const bool first = state->document->lines.empty();
  draft.add(std::move(line));
  InvoiceDocument after = draft.document();
  if (first && !after.from && !after.to) span_lines(after);
  return revised(books, given, {command.invoice, "", {}}, std::move(after), faults);
}

Decision<Event> decide(const Books& books, const ChangeInvoiceLine& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();
  Drafting draft(books, *state->document);
  if (draft.find(command.line) == nullptr) return refuse(RefusalCode::unknown_line, "/line");

  InvoiceLine& line = *draft.find(command.line);
  if (command.text) line.text = check_said(*command.text, "/text", faults);
  if (command.tax) {
    const LineTax usual = client_tax(books, state->client);
    line.tax = *command.tax;
    line.tax_reason = *command.tax == usual.category ? usual.reason : "";
  }
  if (command.tax_reason) line.tax_reason = *command.tax_reason;
  change_price(books, command, draft, faults);
  change_net(command, draft, faults);
  return revised(books, given, {command.invoice, command.reason.value_or(""), {}}, draft.document(), faults);
}

Decision<Event> decide(const Books& books, const RemoveInvoiceLine& command, const Given& given) {
  Faults faults;
  const InvoiceState* state = editable_draft(books, command.invoice, faults);
  if (state == nullptr) return faults.in_order();
  Drafting draft(books, *state->document);
  const InvoiceLine* line = draft.find(command.line);
  if (line == nullptr) return refuse(RefusalCode::unknown_line, "/line");

  if (is_bound(draft.document(), *line)) return refuse(RefusalCode::line_kind_differs, "/line");
  if (line->kind == LineKind::deposit && line->deposit) {
    draw_nothing(draft.document());
  } else if (is_work(*line)) {
    std::vector<EntryId> entries;
    for (const Claim& claim : line->claims) entries.push_back(claim.entry);
    draft.erase(command.line);
    draft.remove_entries(entries);
  } else {
    draft.erase(command.line);
  }
  return revised(books, given, {command.invoice, "", {}}, draft.document(), faults);
}

}  // namespace billtrail
