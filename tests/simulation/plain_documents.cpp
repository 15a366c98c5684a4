// T2-T4, M1, M2 and 2.16 the obvious way: what is printed adds up, and balances follow from what happened.
#include <algorithm>

#include "tests/simulation/plain_books.hpp"

namespace billtrail::simulation {
namespace {

std::int64_t tenth_powers(int power) {
  std::int64_t result = 1;
  while (power-- > 0) result *= 10;
  return result;
}

int printed_digits(QuantityDecimals decimals) {
  switch (decimals) {
    case QuantityDecimals::two: return 2;
    case QuantityDecimals::three: return 3;
    case QuantityDecimals::four: return 4;
    case QuantityDecimals::six: return 6;
  }
  return 4;
}

std::string at(const InvoiceLine& line) { return "line " + std::to_string(line.line) + ": "; }

void check_line(const InvoiceLine& line, Currency currency) {
  const std::int64_t unit = tenth_powers(printed_digits(line.decimals));
  const Int128 product = static_cast<Int128>(line.quantity) * line.price.ten_thousandths * tenth_powers(currency.exponent());
  if (plain_quotient(product, Int128{unit} * 10'000) != line.gross)
    throw Broken("M2: " + at(line) + "what is printed does not multiply");
  if (line.net != line.gross - line.allowance) throw Broken("M2: " + at(line) + "net is not gross less allowance");
  if (line.price.ten_thousandths < 0) throw Broken("T6: " + at(line) + "the price is negative");
  if (line.allowance < 0) throw Broken("T6: " + at(line) + "the allowance is negative");
  std::int64_t seconds = 0, amounts = 0;
  for (const Claim& claim : line.claims) {
    seconds += claim.seconds.count;
    amounts += claim.amount;
  }
  if (line.claims.empty() || (line.kind != LineKind::time && line.kind != LineKind::overage)) return;
  if (line.unit == "hour" && plain_quotient(static_cast<Int128>(seconds) * unit, 3600) != line.quantity) {
    throw Broken("M1: " + at(line) + "the quantity is not that of its entries");
  }
  if (amounts != line.net) throw Broken("M3: " + at(line) + "the shares of its entries are not its net");
}

// Of lines with the same category and rate.
template <class Line>
std::int64_t sum_of_group(const std::vector<Line>& lines, const TaxGroup& group) {
  std::int64_t sum = 0;
  for (const Line& line : lines) {
    if (line.tax == group.category && line.tax_percent == group.percent) sum += line.net;
  }
  return sum;
}

std::int64_t tax_on(std::int64_t sum, Prices prices, Decimal4 percent) {
  const Int128 hundred = 1'000'000;
  const Int128 whole = prices == Prices::net ? hundred : hundred + percent.ten_thousandths;
  return plain_quotient(static_cast<Int128>(sum) * percent.ten_thousandths, whole);
}

// T3: the net of each group, spread over its lines.
template <class Line>
std::vector<std::int64_t> nets_of(const std::vector<Line>& lines, const std::vector<TaxGroup>& taxes, Prices prices) {
  std::vector<std::int64_t> nets;
  for (const Line& line : lines) nets.push_back(line.net);
  if (prices == Prices::net) return nets;
  for (const TaxGroup& group : taxes) {
    std::vector<std::size_t> of_group;
    std::vector<std::pair<std::int64_t, std::size_t>> remainders;
    const std::int64_t gross = sum_of_group(lines, group);
    std::int64_t left = group.net;
    for (std::size_t i = 0; i < nets.size(); ++i) {
      const Line& line = lines[i];
      if (line.tax != group.category || line.tax_percent != group.percent || gross == 0) continue;
      const Int128 share = static_cast<Int128>(line.net) * group.net;
      nets[i] = static_cast<std::int64_t>(share / gross);
      left -= nets[i];
      const std::int64_t remainder = static_cast<std::int64_t>(share % gross);
      remainders.push_back({-std::abs(remainder), i});
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t i = 0; left != 0 && i < remainders.size(); ++i) {
      nets[remainders[i].second] += left > 0 ? 1 : -1;
      left += left > 0 ? -1 : 1;
    }
  }
  return nets;
}

}  // namespace

std::vector<std::int64_t> plain_line_nets(const InvoiceDocument& document) {
  return nets_of(document.lines, document.taxes, document.prices);
}

std::vector<std::int64_t> plain_line_nets(const CreditNoteIssued& note, Prices prices) {
  return nets_of(note.lines, note.taxes, prices);
}

void check_document(const InvoiceDocument& document) {
  std::int64_t sum = 0, net = 0, tax = 0;
  std::set<std::int32_t> numbers;
  bool outside = false, inside = false;
  for (const InvoiceLine& line : document.lines) {
    check_line(line, document.currency);
    sum += line.net;
    (line.tax == TaxCategory::O ? outside : inside) = true;
    if (!numbers.insert(line.line).second || line.line > document.lines_made) throw Broken("a line number is used twice");
    if (line.tax != TaxCategory::S && line.tax_percent != Decimal4{}) throw Broken("T1: only category S has a rate");
    const bool fits =
        !document.from || !document.to || !line.from || !line.to || (*document.from <= *line.from && *line.to <= *document.to);
    if (!fits) throw Broken("T7: a line lies outside the document's period");
  }
  if (outside && inside) throw Broken("T5: category O stands beside others");
  std::int64_t grouped = 0;
  for (const TaxGroup& group : document.taxes) {
    const std::int64_t of_group = sum_of_group(document.lines, group);
    const std::int64_t group_tax = tax_on(of_group, document.prices, group.percent);
    const std::int64_t group_net = document.prices == Prices::net ? of_group : of_group - group_tax;
    if (group.tax != group_tax || group.net != group_net) throw Broken("T2, T3: a tax group is not what its lines say");
    grouped += of_group;
    net += group.net;
    tax += group.tax;
  }
  if (grouped != sum) throw Broken("T2: the tax groups are not all of the lines");
  if (net != document.net || tax != document.tax || net + tax != document.total) throw Broken("T2: the totals do not add up");
  std::int64_t drawn = 0;
  for (const DepositDraw& draw : document.deposits) drawn += draw.amount;
  if (document.due != document.total - drawn || document.due < 0)
    throw Broken("2.14: what is due is not the total less deposits");
  if (document.total < 0) throw Broken("2.13: the total is negative");
}

void check_credit_note(const CreditNoteIssued& note, const InvoiceDocument& document) {
  std::int64_t net = 0, tax = 0;
  for (const TaxGroup& group : note.taxes) {
    net += group.net;
    tax += group.tax;
  }
  if (net != note.net || tax != note.tax || net + tax != note.total)
    throw Broken("K1: the totals of a credit note do not add up");
  for (const CreditLine& credited : note.lines) {
    bool found = false;
    for (const InvoiceLine& line : document.lines) {
      if (line.line != credited.line) continue;
      found = true;
      if (line.tax != credited.tax || line.tax_percent != credited.tax_percent)
        throw Broken("T4: a credit note has another tax than its line");
      const bool whole = std::abs(credited.net) <= std::abs(line.net) && (credited.net < 0) == (line.net < 0);
      if (credited.net != 0 && !whole) throw Broken("K1: more is credited than the line");
    }
    if (!found) throw Broken("K1: a credited line is not there");
  }
}

std::int64_t PlainBooks::balance(const InvoiceId& id, Date day) const {
  const PlainInvoice& invoice = invoices_.at(id);
  if (!invoice.on || *invoice.on > day || (invoice.voided_on && *invoice.voided_on <= day)) return 0;
  std::int64_t left = invoice.document.due;
  for (const CreditNoteIssued& note : invoice.notes) left -= note.on <= day ? note.applied : 0;
  for (const auto& [key, allocation] : allocations_)
    left -= allocation.invoice == id && allocation.sum.counts(day) ? allocation.sum.amount : 0;
  for (const auto& [of, sum] : bad_debts_) left -= of == id && sum.counts(day) ? sum.amount : 0;
  for (const auto& [of, sum] : differences_) left -= of == id && sum.counts(day) ? sum.amount : 0;
  return left;
}

std::map<ClientId, PlainDebt> PlainBooks::debtors(Date day) const {
  std::map<ClientId, PlainDebt> debts;
  std::map<CreditNoteId, ClientId> notes;
  for (const auto& [id, invoice] : invoices_) {
    if (!invoice.on || *invoice.on > day) continue;
    PlainDebt& debt = debts[invoice.document.client];
    debt.balance += balance(id, day);
    for (const CreditNoteIssued& note : invoice.notes) {
      notes[note.credit_note] = note.client;
      if (note.on > day) continue;
      debt.credits += note.total;
      debt.unallocated += note.total - note.applied;
    }
    if (invoice.voided_on && *invoice.voided_on <= day) continue;
    debt.invoices += invoice.document.total;
    debt.drawn += invoice.document.total - invoice.document.due;
    for (const auto& [of, sum] : bad_debts_) debt.bad_debt += of == id && sum.counts(day) ? sum.amount : 0;
    for (const auto& [of, sum] : differences_) debt.differences += of == id && sum.counts(day) ? sum.amount : 0;
  }
  for (const auto& [id, payment] : payments_) {
    if (!payment.sum.counts(day)) continue;
    debts[payment.client].receipts += payment.sum.amount;
    debts[payment.client].unallocated += payment.sum.amount;
  }
  const auto client_of = [&](const std::optional<PaymentId>& payment, const std::optional<CreditNoteId>& note) {
    return payment ? payments_.at(*payment).client : notes.at(*note);
  };
  for (const auto& [id, allocation] : allocations_) {
    if (allocation.sum.counts(day)) debts[client_of(allocation.payment, allocation.note)].unallocated -= allocation.sum.amount;
  }
  for (const auto& [id, refund] : refunds_) {
    if (!refund.sum.counts(day)) continue;
    PlainDebt& debt = debts[client_of(refund.payment, refund.note)];
    debt.refunds += refund.sum.amount;
    debt.unallocated -= refund.sum.amount;
  }
  for (const auto& [client, debt] : debts) {
    const std::int64_t happened =
        debt.invoices - debt.credits - debt.receipts + debt.refunds - debt.bad_debt - debt.differences - debt.drawn;
    if (debt.balance - debt.unallocated != happened)
      throw Broken("2.16: the debtors of " + std::string(client.text()) + " do not foot");
  }
  return debts;
}

}  // namespace billtrail::simulation
