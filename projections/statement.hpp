// A client's account, one line after the other with a running balance (2.16). Everything that changes what the client owes stands on its own
// date; what is void stands twice, on the day of its issue and on the day it became void. In the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(StatementKind, invoice, deposit_drawn, voided, credit_note, payment, reversal, refund, refund_reversed, bad_debt,
                        bad_debt_reversed, difference)

struct StatementRow {
  std::string key;  // "invoice:i1"
  Date on;
  std::string kind;       // StatementKind; "void" for voided
  std::string reference;  // the document's number, or the payment's reference
  std::string text;       // a reason, where there is one
  Money debit, credit;
  Money balance;          // after it
};
BOOST_DESCRIBE_STRUCT(StatementRow, (), (key, on, kind, reference, text, debit, credit, balance))

struct StatementAnswer {
  std::optional<ClientId> client;  // nothing else when there is no such client
  std::string client_name;
  Currency currency;
  Money opening;  // before `from`
  Money closing;  // at the end of `to`, or of as_of
  std::vector<StatementRow> rows;
};
BOOST_DESCRIBE_STRUCT(StatementAnswer, (), (client, client_name, currency, opening, closing, rows))

StatementAnswer statement(const Views& views, const Question& question);

}  // namespace billtrail
