// 2.14: later invoices draw min(balance, due).
#include "domain/invoice/deposit.hpp"

#include <algorithm>

#include "domain/invoice/totals.hpp"
#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

bool draws(const InvoiceLine& line) { return line.kind == LineKind::deposit && line.deposit.has_value(); }

std::int64_t lines_of(const InvoiceDocument& document) {
  std::int64_t sum = 0;
  for (const InvoiceLine& line : document.lines) sum += line.net;
  return sum;
}

std::int64_t left_of(const Books& books, const InvoiceId& deposit) {
  const InvoiceState* invoice = books.invoices.find(deposit);
  return invoice == nullptr ? 0 : deposit_left(*invoice);
}

}  // namespace

DepositDrawing drawing_of(const InvoiceState& deposit) {
  return deposit.document->tax == 0 ? DepositDrawing::as_money : DepositDrawing::by_line;
}

std::int64_t deposit_left(const InvoiceState& deposit) {
  const InvoiceDocument& document = *deposit.document;
  if (deposit.stage != InvoiceStage::issued || document.kind != InvoiceKind::deposit || document.total <= 0) return 0;
  const std::int64_t money = std::min(deposit.paid, document.total - deposit.credit_total);
  const bool by_line = drawing_of(deposit) == DepositDrawing::by_line;
  const std::int64_t held = by_line ? divide_half_away(Int128{money} * lines_of(document), document.total) : money;
  return std::max(std::int64_t{0}, held - deposit.drawn);
}

void draw_by_line(InvoiceLine& line, std::int64_t amount, Currency currency) {
  std::int64_t one = 1, minor = 10'000;
  for (int i = 0; i < digits(line.decimals); ++i) one *= 10;
  for (int i = 0; i < currency.exponent(); ++i) minor /= 10;
  line.quantity = -one;
  line.price = Decimal4{amount * minor};
  line.gross = line.net = -amount;
  line.allowance = 0;
}

void redraw_lines(const Books& books, InvoiceDocument& document) {
  std::map<InvoiceId, std::int64_t> taken;
  for (InvoiceLine& line : document.lines) {
    if (!draws(line)) continue;
    const std::int64_t amount = std::min(-line.net, left_of(books, *line.deposit) - taken[*line.deposit]);
    taken[*line.deposit] += amount;
    if (amount != -line.net) draw_by_line(line, amount, document.currency);
  }
  std::erase_if(document.lines, [](const InvoiceLine& line) { return draws(line) && line.net == 0; });
}

void redraw_money(const Books& books, InvoiceDocument& document) {
  std::int64_t due = std::max(std::int64_t{0}, document.total);
  for (DepositDraw& draw : document.deposits) {
    draw.amount = std::min({draw.amount, left_of(books, draw.deposit), due});
    due -= draw.amount;
  }
  std::erase_if(document.deposits, [](const DepositDraw& draw) { return draw.amount == 0; });
  total_up(document);
}

void note_drawn(Books& books, const InvoiceDocument& document) {
  for (const InvoiceLine& line : document.lines) {
    if (draws(line)) books.invoices.edit(*line.deposit).drawn -= line.net;
  }
  for (const DepositDraw& draw : document.deposits) books.invoices.edit(draw.deposit).drawn += draw.amount;
}

void give_back_line(Books& books, const InvoiceLine& line) {
  if (draws(line)) books.invoices.edit(*line.deposit).drawn += line.net;
}

void give_back_money(Books& books, const InvoiceDocument& document) {
  for (const DepositDraw& draw : document.deposits) books.invoices.edit(draw.deposit).drawn -= draw.amount;
}

}  // namespace billtrail
