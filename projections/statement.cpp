// Collects what moved a client's account and puts it into order of date, then of being written down.
#include "projections/statement.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "projections/balances.hpp"
#include "projections/entry_filter.hpp"

namespace billtrail {
namespace {

struct Movement {
  Date on;
  Position position;
  StatementKind kind;
  std::string thing;  // an id, or a position, that with the kind makes the key
  std::string reference;
  std::string text;
  std::int64_t minor = 0;  // positive: the client owes more
};

class Account {
 public:
  Account(const Views& views, Row client, Currency currency) : views_(views), client_(client), currency_(currency) {
    if (client < views.documents.of_client.size()) {
      for (const Row row : views.documents.of_client[client]) invoice(row);
    }
    if (client < views.documents.notes_of_client.size()) {
      for (const Row row : views.documents.notes_of_client[client]) note(row);
    }
    for (Row row = 0; row < views.payments.payments.size(); ++row) {
      const PaymentFacts& payment = views.payments.payments.at(row);
      if (payment.client == client && payment.amount.currency == currency) receipt(row, payment);
    }
    for (Row row = 0; row < views.payments.refunds.size(); ++row) refund(row, views.payments.refunds.at(row));
    std::ranges::stable_sort(movements_, [](const Movement& a, const Movement& b) {
      return a.on != b.on ? a.on < b.on : a.position < b.position;
    });
  }
  const std::vector<Movement>& movements() const { return movements_; }

 private:
  void add(StatementKind kind, Date on, Position position, std::string thing, std::string reference, std::string text,
           std::int64_t minor) {
    movements_.push_back({on, position, kind, std::move(thing), std::move(reference), std::move(text), minor});
  }

  void invoice(Row row) {
    const InvoiceFacts& facts = views_.documents.invoices.at(row);
    if (!facts.on || facts.document->currency != currency_) return;
    const std::string id(views_.documents.invoices.key(row).text());
    const std::int64_t total = facts.document->total;
    const std::int64_t drawn = total - facts.document->due;
    add(StatementKind::invoice, *facts.on, facts.issued_at, id, facts.number, {}, total);
    if (drawn != 0) add(StatementKind::deposit_drawn, *facts.on, facts.issued_at, id, facts.number, {}, -drawn);
    if (facts.voided_on) {
      add(StatementKind::voided, *facts.voided_on, facts.voided_at, id, facts.number, facts.void_reason, -facts.document->due);
    }
    for (const DatedAmount& debt : facts.bad_debt) {
      const StatementKind kind = debt.amount < 0 ? StatementKind::bad_debt_reversed : StatementKind::bad_debt;
      add(kind, debt.on, debt.position, std::to_string(debt.position.value), facts.number, {}, -debt.amount);
    }
    for (const Row number : rows_of(views_.payments.differences_of_invoice, row)) {
      const DifferenceFacts& difference = views_.payments.differences[number];
      add(StatementKind::difference, difference.on, difference.position, std::to_string(difference.position.value), facts.number,
          difference.reason, -difference.amount);
    }
  }

  void note(Row row) {
    const CreditNoteIssued& document = *views_.documents.credit_notes.at(row).document;
    if (document.currency != currency_) return;
    add(StatementKind::credit_note, document.on, views_.documents.credit_notes.at(row).position, std::string(document.credit_note.text()),
        document.number, document.reason, -document.total);
  }

  void receipt(Row row, const PaymentFacts& payment) {
    const std::string id(views_.payments.payments.key(row).text());
    add(StatementKind::payment, payment.on, payment.position, id, payment.reference, {}, -payment.amount.minor);
    if (payment.reversed_on) {
      add(StatementKind::reversal, *payment.reversed_on, payment.reversed_at, id, payment.reference, payment.reversal_reason,
          payment.amount.minor);
    }
  }

  bool mine(const RefundFacts& refund) const {
    if (refund.payment != no_row) {
      const PaymentFacts& payment = views_.payments.payments.at(refund.payment);
      return payment.client == client_ && payment.amount.currency == currency_;
    }
    const CreditNoteFacts& note = views_.documents.credit_notes.at(refund.credit_note);
    return note.client == client_ && note.document->currency == currency_;
  }
  void refund(Row row, const RefundFacts& refund) {
    if (!mine(refund)) return;
    const std::string id(views_.payments.refunds.key(row).text());
    add(StatementKind::refund, refund.on, refund.position, id, refund.reference, {}, refund.amount);
    if (refund.reversed_on) {
      add(StatementKind::refund_reversed, *refund.reversed_on, refund.reversed_at, id, refund.reference, {}, -refund.amount);
    }
  }

  const Views& views_;
  Row client_;
  Currency currency_;
  std::vector<Movement> movements_;
};

std::string word_of(StatementKind kind) {
  return kind == StatementKind::voided ? "void" : boost::describe::enum_to_string(kind, "");
}

}  // namespace

StatementAnswer statement(const Views& views, const Question& question) {
  StatementAnswer answer;
  const Row client = question.client ? views.directory.clients.row_of(*question.client) : no_row;
  if (client == no_row) return answer;
  const ClientFacts& facts = views.directory.clients.at(client);
  const DateBounds bounds = bounds_of(question);
  const Date last = std::min(bounds.last, question.to ? *question.to : question.day());
  answer.client = question.client;
  answer.client_name = facts.name;
  answer.currency = facts.currency;
  std::int64_t balance = 0;
  answer.opening.currency = answer.closing.currency = facts.currency;
  const Account account(views, client, facts.currency);
  for (const Movement& movement : account.movements()) {
    if (movement.on > last) break;
    balance += movement.minor;
    if (movement.on < bounds.first) {
      answer.opening.minor = balance;
      continue;
    }
    StatementRow& row = answer.rows.emplace_back();
    row.kind = word_of(movement.kind);
    row.key = row.kind + ":" + movement.thing;
    row.on = movement.on;
    row.reference = movement.reference;
    row.text = movement.text;
    row.debit = {std::max<std::int64_t>(0, movement.minor), facts.currency};
    row.credit = {std::max<std::int64_t>(0, -movement.minor), facts.currency};
    row.balance = {balance, facts.currency};
  }
  answer.closing.minor = balance;
  return answer;
}

}  // namespace billtrail
