// T1-T3, M5: tax groups and totals of a document out of its lines. Pure but for the look-up of rates.
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// M1, M2 for a line without claims: gross = round(quantity x price), net = gross - allowance, in minor units of the currency.
std::int64_t printed_amount(std::int64_t quantity, QuantityDecimals decimals, Decimal4 price, Currency currency);

// Fills in taxes, net, tax, total, due and the conversion from the lines, which have category and percent already.
void total_up(InvoiceDocument& document);

// T1: puts each line's percentage by the client's jurisdiction at the tax point; a draft uses `on` as its issue date. Adds
// tax_rate_missing, tax_reason_missing, tax_out_of_scope_mixed (T5), price_negative (T6), line_outside_period (T7), total_negative, invoice_empty.
void rate_lines(const Books& books, InvoiceDocument& document, Date on, Faults& faults);

// The client's tax category and reason for a line that does not say its own.
struct LineTax {
  TaxCategory category = TaxCategory::S;
  std::string reason;
};
LineTax client_tax(const Books& books, const ClientId& client);

}  // namespace billtrail
