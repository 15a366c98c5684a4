// Debtors: balances on one side, the sums of all that happened on the other.
#include "projections/debtors.hpp"

#include <algorithm>
#include <map>

#include "projections/balances.hpp"

namespace billtrail {
namespace {

using ByClient = std::map<std::pair<Row, Currency>, DebtorRow>;
using Feet = std::map<Currency, DebtorsFoot>;

DebtorRow& row_of(ByClient& rows, Row client, Currency currency) {
  DebtorRow& row = rows[{client, currency}];
  row.balance.currency = row.unallocated.currency = row.net.currency = currency;
  row.ageing.resize(debtor_buckets);
  return row;
}

void owed(ByClient& rows, const Views& views, const ClientFilter& clients, const Question& question) {
  const Date day = question.day();
  for (Row number = 0; number < views.documents.invoices.size(); ++number) {
    const InvoiceFacts& invoice = views.documents.invoices.at(number);
    if (!clients.lets_through(invoice.client) || !invoice.stands(day)) continue;
    const std::int64_t balance = balance_as_of(views, number, day).balance();
    if (balance == 0) continue;
    DebtorRow& row = row_of(rows, invoice.client, invoice.document->currency);
    row.balance.minor += balance;
    row.ageing[debtor_bucket(day - (question.basis == AgeBasis::due ? *invoice.due_on : *invoice.on))] += balance;
    row.invoices += 1;
    if (!row.oldest_due || *invoice.due_on < *row.oldest_due) row.oldest_due = invoice.due_on;
  }
}

void credit(ByClient& rows, const Views& views, const ClientFilter& clients, Date day) {
  const auto add = [&](Row client, Currency currency, std::int64_t rest) {
    if (rest != 0 && clients.lets_through(client)) row_of(rows, client, currency).unallocated.minor += rest;
  };
  for (Row number = 0; number < views.payments.payments.size(); ++number) {
    const PaymentFacts& payment = views.payments.payments.at(number);
    add(payment.client, payment.amount.currency, unallocated_as_of(views.payments, payment, day));
  }
  for (Row number = 0; number < views.documents.credit_notes.size(); ++number) {
    const CreditNoteFacts& note = views.documents.credit_notes.at(number);
    add(note.client, note.document->currency, note_unallocated_as_of(views, number, day));
  }
}

void foot_documents(Feet& feet, const Views& views, const ClientFilter& clients, Date day) {
  for (Row number = 0; number < views.documents.invoices.size(); ++number) {
    const InvoiceFacts& invoice = views.documents.invoices.at(number);
    if (!clients.lets_through(invoice.client) || !invoice.stands(day)) continue;
    DebtorsFoot& foot = feet[invoice.document->currency];
    foot.invoices += invoice.document->total;
    for (const DepositDraw& draw : invoice.document->deposits) foot.deposits_drawn += draw.amount;
    for (const DatedAmount& debt : invoice.bad_debt) foot.bad_debt += debt.on <= day ? debt.amount : 0;
  }
  for (Row number = 0; number < views.documents.credit_notes.size(); ++number) {
    const CreditNoteFacts& note = views.documents.credit_notes.at(number);
    if (clients.lets_through(note.client) && note.document->on <= day) feet[note.document->currency].credits += note.document->total;
  }
  for (const DifferenceFacts& difference : views.payments.differences) {
    const InvoiceFacts& invoice = views.documents.invoices.at(difference.invoice);
    if (clients.lets_through(invoice.client) && difference.on <= day) {
      feet[invoice.document->currency].differences += difference.amount;
    }
  }
}

void foot_money(Feet& feet, const Views& views, const ClientFilter& clients, Date day) {
  for (Row number = 0; number < views.payments.payments.size(); ++number) {
    const PaymentFacts& payment = views.payments.payments.at(number);
    if (clients.lets_through(payment.client) && payment.stands(day)) feet[payment.amount.currency].receipts += payment.amount.minor;
  }
  for (Row number = 0; number < views.payments.refunds.size(); ++number) {
    const RefundFacts& refund = views.payments.refunds.at(number);
    if (!refund.stands(day)) continue;
    if (refund.payment != no_row) {
      const PaymentFacts& payment = views.payments.payments.at(refund.payment);
      if (clients.lets_through(payment.client)) feet[payment.amount.currency].refunds += refund.amount;
    } else {
      const CreditNoteFacts& note = views.documents.credit_notes.at(refund.credit_note);
      if (clients.lets_through(note.client)) feet[note.document->currency].refunds += refund.amount;
    }
  }
}

DebtorsTotal total_of(Currency currency, const std::vector<DebtorRow>& rows, const DebtorsFoot& foot) {
  DebtorsTotal total;
  total.currency = total.balance.currency = total.unallocated.currency = total.net.currency = currency;
  total.ageing.resize(debtor_buckets);
  for (const DebtorRow& row : rows) {
    if (row.balance.currency != currency) continue;
    total.balance.minor += row.balance.minor;
    total.unallocated.minor += row.unallocated.minor;
    for (std::size_t i = 0; i < debtor_buckets; ++i) total.ageing[i] += row.ageing[i];
  }
  total.net.minor = total.balance.minor - total.unallocated.minor;
  total.foot = foot;
  total.foots = total.net.minor == foot.invoices - foot.credits - foot.receipts + foot.refunds - foot.bad_debt - foot.differences -
                                       foot.deposits_drawn;
  return total;
}

}  // namespace

std::size_t debtor_bucket(int days) {
  if (days <= 0) return 0;
  if (days <= 30) return 1;
  if (days <= 60) return 2;
  return days <= 90 ? 3 : 4;
}

DebtorsAnswer debtors(const Views& views, const Question& question) {
  const ClientFilter clients(views, question.client);
  const Date day = question.day();
  ByClient found;
  owed(found, views, clients, question);
  credit(found, views, clients, day);
  Feet feet;
  foot_documents(feet, views, clients, day);
  foot_money(feet, views, clients, day);

  DebtorsAnswer answer;
  answer.basis = question.basis;
  for (auto& [which, row] : found) {
    const auto& [client, currency] = which;
    name_client(row, views, client);
    row.key = row.client.text();
    if (views.directory.clients.at(client).currency != currency) row.key += "|" + std::string(currency.code());
    row.net.minor = row.balance.minor - row.unallocated.minor;
    answer.rows.push_back(std::move(row));
    feet[currency];
  }
  std::ranges::sort(answer.rows, [](const DebtorRow& a, const DebtorRow& b) {
    return a.client_name != b.client_name ? a.client_name < b.client_name : a.key < b.key;
  });
  for (const auto& [currency, foot] : feet) answer.totals.push_back(total_of(currency, answer.rows, foot));
  return answer;
}

}  // namespace billtrail
