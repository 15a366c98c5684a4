// K1-K3, T4: a credit note takes back whole lines or parts of them, at the original's category and rate, never more than is left.
// It pays off the invoice's own balance first; the rest is the client's credit. Work returns only with a line that is credited as
// a whole.
#include <algorithm>

#include "domain/billing/money_dates.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/line_nets.hpp"
#include "domain/invoice/next_number.hpp"

namespace billtrail {
namespace {

std::string place(std::size_t index, std::string_view field) {
  return "/lines/" + std::to_string(index) + "/" + std::string(field);
}

std::int64_t magnitude(std::int64_t amount) { return amount < 0 ? -amount : amount; }

// What has been credited of each line, this note included.
class Crediting {
 public:
  explicit Crediting(const InvoiceState& invoice) : invoice_(invoice), credited_(invoice.credited_lines) {}

  std::int64_t left(const InvoiceLine& line) const {
    const auto found = credited_.find(line.line);
    return found == credited_.end() ? line.net : line.net - found->second;
  }
  // Whether its work could still return.
  bool holds(const InvoiceLine& line) const {
    const std::vector<std::int32_t>& returned = invoice_.returned_lines;
    const bool has_returned = std::ranges::find(returned, line.line) != returned.end();
    return !has_returned && line.kind != LineKind::covered;
  }
  // `pointer` names the line's place in the command, or nothing when all lines are meant.
  void credit(const InvoiceLine& line, std::int64_t net, CreditedWork work, const std::optional<std::size_t>& index,
              Faults& faults) {
    const std::int64_t rest = left(line);
    const bool other_way = (net < 0) != (line.net < 0) && net != 0;
    if (other_way || magnitude(net) > magnitude(rest) || (net == 0 && line.net != 0)) {
      faults.add(RefusalCode::credit_too_large, index ? place(*index, "net") : "",
                 {{"line", std::int64_t{line.line}}, {"left", rest}});
      return;
    }
    const bool returns = work == CreditedWork::returns && holds(line);
    if (returns && net != rest) {
      faults.add(RefusalCode::credit_work_needs_whole_line, index ? place(*index, "work") : "/work",
                 {{"line", std::int64_t{line.line}}, {"left", rest}});
    }
    credited_[line.line] += net;
    lines_.push_back({line.line, line.text, net, line.tax, line.tax_percent, line.tax_reason, returns});
  }
  std::vector<CreditLine>& lines() { return lines_; }

 private:
  const InvoiceState& invoice_;
  std::map<std::int32_t, std::int64_t> credited_;
  std::vector<CreditLine> lines_;
};

const InvoiceLine* line_of(const InvoiceDocument& document, std::int32_t number) {
  const auto found = std::ranges::find(document.lines, number, &InvoiceLine::line);
  return found == document.lines.end() ? nullptr : &*found;
}

void credit_named(const InvoiceState& invoice, const IssueCreditNote& command, Crediting& crediting, Faults& faults) {
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const CreditLineSaid& said = command.lines[i];
    const InvoiceLine* line = line_of(*invoice.document, said.line);
    if (line == nullptr) {
      faults.add(RefusalCode::unknown_line, place(i, "line"), {{"line", std::int64_t{said.line}}});
      continue;
    }
    const CreditedWork work = said.work.value_or(command.work.value_or(CreditedWork::written_off));
    crediting.credit(*line, said.net.value_or(crediting.left(*line)), work, i, faults);
  }
}

// All that is left, line by line; a line at zero only when its work is to return.
void credit_all(const InvoiceState& invoice, const IssueCreditNote& command, Crediting& crediting, Faults& faults) {
  const CreditedWork work = command.work.value_or(CreditedWork::written_off);
  for (const InvoiceLine& line : invoice.document->lines) {
    const std::int64_t left = crediting.left(line);
    const bool returns_for_nothing = line.net == 0 && work == CreditedWork::returns && crediting.holds(line);
    if (left != 0 || returns_for_nothing) crediting.credit(line, left, work, {}, faults);
  }
}

TaxGroup group_like(const std::vector<TaxGroup>& groups, const TaxGroup& like) {
  for (const TaxGroup& group : groups) {
    if (group.category == like.category && group.percent == like.percent) return group;
  }
  return TaxGroup{like.category, like.percent, 0, 0, {}};
}

// The sum of a group's lines as printed: with tax where prices are gross.
std::int64_t lines_sum(const TaxGroup& group, Prices prices) {
  return prices == Prices::gross ? group.net + group.tax : group.net;
}

// The tax on what is credited of a group; what completes the group takes all that is left, and no part takes more.
std::int64_t credited_tax(const TaxGroup& original, const TaxGroup& before, std::int64_t lines, Prices prices) {
  const std::int64_t left = original.tax - before.tax;
  if (lines_sum(before, prices) + lines == lines_sum(original, prices)) return left;
  const std::int64_t tax = group_tax(lines, prices, original.percent);
  const bool same_way = (tax < 0) == (original.tax < 0);
  return same_way && magnitude(tax) > magnitude(left) ? left : tax;
}

std::vector<TaxGroup> credited_taxes(const InvoiceState& invoice, const std::vector<CreditLine>& lines) {
  const InvoiceDocument& document = *invoice.document;
  std::vector<TaxGroup> groups;
  for (const TaxGroup& original : document.taxes) {
    std::int64_t sum = 0;
    bool any = false;
    for (const CreditLine& line : lines) {
      if (line.tax != original.category || line.tax_percent != original.percent) continue;
      sum += line.net;
      any = true;
    }
    if (!any) continue;
    const std::int64_t tax = credited_tax(original, group_like(invoice.credited_taxes, original), sum, document.prices);
    const std::int64_t net = document.prices == Prices::gross ? sum - tax : sum;
    groups.push_back({original.category, original.percent, net, tax, original.reason});
  }
  return groups;
}

// K1: never more than the invoice; what a deposit's drawings have used, and what was written off as bad debt, cannot be credited
// either.
void check_total(const InvoiceState& invoice, const CreditNoteIssued& note, Faults& faults) {
  const std::int64_t left = invoice.document->total - invoice.credit_total - invoice.bad_debt - invoice.drawn;
  if (note.total > left) {
    std::vector<Fact> facts{{"left", left}};
    if (invoice.bad_debt != 0) facts.push_back({"bad_debt", invoice.bad_debt});
    if (invoice.drawn != 0) facts.push_back({"drawn", invoice.drawn});
    faults.add(RefusalCode::credit_too_large, "/lines", facts);
  }
  if (note.total < 0) faults.add(RefusalCode::total_negative, "/lines", {{"total", note.total}});
  const bool does_nothing =
      std::ranges::all_of(note.lines, [](const CreditLine& line) { return line.net == 0 && !line.returns; });
  if (does_nothing) faults.add(RefusalCode::nothing_to_change, "/lines");
}

void check_dates(const Books& books, const Given& given, const InvoiceState& invoice, Date on, Faults& faults) {
  check_money_date(books, given, on, faults);
  check_series_date(books, DocumentKind::credit_note, on, faults);
  check_not_before(on, invoice.on, "/on", faults);
}

void put_totals(const InvoiceState& invoice, CreditNoteIssued& note) {
  note.taxes = credited_taxes(invoice, note.lines);
  for (const TaxGroup& group : note.taxes) {
    note.net += group.net;
    note.tax += group.tax;
  }
  note.total = note.net + note.tax;
  note.applied = std::max(std::int64_t{0}, std::min(note.total, balance_of(invoice)));
}

}  // namespace

Decision<Event> decide(const Books& books, const IssueCreditNote& command, const Given& given) {
  const CreditNoteId id = chosen(command.credit_note);
  Faults faults;
  check_unused(books.credit_notes, id, "/credit_note", faults);
  const std::string reason = check_reason(command.reason, faults);
  const InvoiceState* invoice = check_known(books.invoices, command.invoice, RefusalCode::unknown_invoice, "/invoice", faults);
  if (invoice == nullptr) return faults.in_order();
  if (invoice->stage != InvoiceStage::issued) {
    faults.add(RefusalCode::invoice_not_issued, "/invoice");
    return faults.in_order();
  }

  const Date on = dated(books, given, command.on);
  check_dates(books, given, *invoice, on, faults);
  Crediting crediting(*invoice);
  if (command.lines.empty()) {
    credit_all(*invoice, command, crediting, faults);
  } else {
    credit_named(*invoice, command, crediting, faults);
  }
  CreditNoteIssued note;
  note.credit_note = id;
  note.invoice = command.invoice;
  note.client = invoice->client;
  note.invoice_number = invoice->number;
  note.invoice_on = invoice->on;
  note.kind = command.kind.value_or(CreditNoteKind::correction);
  note.on = on;
  note.reason = reason;
  note.currency = invoice->document->currency;
  note.supplier = invoice->supplier;
  note.customer = invoice->customer;
  note.lines = crediting.lines();
  note.author = given.actor;
  put_totals(*invoice, note);
  if (faults.none()) check_total(*invoice, note, faults);
  if (!faults.none()) return faults.in_order();

  const DocumentNumber number = next_number(books, DocumentKind::credit_note, on);
  note.number = number.text;
  note.series_year = number.year;
  note.counter = number.counter;
  return std::vector<Event>{note};
}

}  // namespace billtrail
