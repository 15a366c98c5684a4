// 2.14: what a deposit invoice still holds once it has been paid. An untaxed deposit is drawn as money against what is due. A
// taxed one is drawn by a negative line of the same category, so its balance counts in amounts of lines.
#pragma once

#include "domain/books.hpp"

namespace billtrail {

enum class DepositDrawing { as_money, by_line };
DepositDrawing drawing_of(const InvoiceState& deposit);

// What later invoices may draw; 0 when it is not an issued deposit.
std::int64_t deposit_left(const InvoiceState& deposit);

// The line that draws it: quantity -1, price the amount.
void draw_by_line(InvoiceLine& line, std::int64_t amount, Currency currency);

// Takes what the draft draws anew: at most what the deposits hold now. First the lines, before rates and totals are put ...
void redraw_lines(const Books& books, InvoiceDocument& document);
// ... then the money, out of what is due.
void redraw_money(const Books& books, InvoiceDocument& document);

// What the document draws is drawn; what a line drew goes back.
void note_drawn(Books& books, const InvoiceDocument& document);
void give_back_line(Books& books, const InvoiceLine& line);
void give_back_money(Books& books, const InvoiceDocument& document);

}  // namespace billtrail
