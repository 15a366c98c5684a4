// The laws of documents and debtors.
#include "projections/debtors.hpp"
#include "projections/invoices.hpp"
#include "projections/number_series.hpp"
#include "tests/simulation/laws.hpp"

namespace billtrail::simulation {
namespace {

void same(const std::string& what, std::int64_t is, std::int64_t should) {
  if (is != should) throw Broken(what + " is " + std::to_string(is) + " instead of " + std::to_string(should));
}

}  // namespace

void Laws::check_invoices(Date day) const {
  const Asked asked{practice_.today(), practice_.now()};
  const auto answer =
      invoices(practice_.views(), read_question("invoices", {{"as_of", day.text()}, {"limit", "200"}}, asked).question);
  for (const InvoiceListRow& row : answer.rows) {
    const PlainInvoice& plain = plain_.invoices().at(row.invoice);
    const std::string name = "invoice " + row.key + ": ";
    same(name + "total", row.total.minor, plain.document.total);
    same(name + "due", row.due.minor, plain.document.due);
    const std::int64_t balance = plain_.balance(row.invoice, day);
    same(name + "balance", row.balance.minor, balance);
    if (balance < 0) throw Broken("2.16: " + name + "more was paid, credited and written off than it was for");
    const InvoiceState* held = practice_.books().invoices.find(row.invoice);
    // The books know no days: what is dated later counts already.
    same(name + "balance of the books", balance_of(*held), plain_.balance(row.invoice, day + 1000));
  }
}

void Laws::check_debtors(Date day) const {
  const Asked asked{practice_.today(), practice_.now()};
  const DebtorsAnswer answer = debtors(practice_.views(), read_question("debtors", {{"as_of", day.text()}}, asked).question);
  std::map<ClientId, PlainDebt> plain = plain_.debtors(day);
  for (const DebtorRow& row : answer.rows) {
    const std::string name = "debtors on " + day.text() + ", " + row.key + ": ";
    same(name + "balance", row.balance.minor, plain[row.client].balance);
    same(name + "unallocated", row.unallocated.minor, plain[row.client].unallocated);
    std::int64_t aged = 0;
    for (const std::int64_t minor : row.ageing) aged += minor;
    same(name + "ageing", aged, row.balance.minor);
    plain[row.client].balance = plain[row.client].unallocated = 0;
  }
  for (const auto& [client, debt] : plain) {
    if (debt.balance != 0 || debt.unallocated != 0)
      throw Broken("debtors on " + day.text() + ": " + std::string(client.text()) + " is missing");
  }
  std::int64_t balance = 0, summed = 0;
  for (const DebtorRow& row : answer.rows) balance += row.balance.minor;
  for (const DebtorsTotal& total : answer.totals) {
    if (!total.foots) throw Broken("2.16: the debtors do not foot in " + std::string(total.currency.code()));
    summed += total.balance.minor;
  }
  same("debtors: the totals", summed, balance);
}

void Laws::check_register() const {
  const Asked asked{practice_.today(), practice_.now()};
  for (const NumberSeriesRow& row : number_series(practice_.views(), read_question("number-series", {}, asked).question).rows) {
    if (!row.dense) throw Broken("N4: the register says that " + row.key + " is not dense");
  }
}

}  // namespace billtrail::simulation
