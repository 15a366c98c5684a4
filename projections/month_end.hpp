// What is still to be done for each client on the day the month-end run is made (F36)? A row for each client that has anything.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct MonthEndDraft {
  InvoiceId invoice;
  Money total;
  std::string state;  // "draft" or "approved"
  bool flagged = false;
};
BOOST_DESCRIBE_STRUCT(MonthEndDraft, (), (invoice, total, state, flagged))

struct MonthEndInvoice {
  InvoiceId invoice;
  std::string number;
  Money total;
};
BOOST_DESCRIBE_STRUCT(MonthEndInvoice, (), (invoice, number, total))

// Nothing stands in two columns, and nothing that a draft holds already in any but `drafts`.
struct MonthEndRow {
  std::string key;  // the client; with the currency where it is not the client's own
  ClientId client;
  std::string client_name;
  std::int64_t recurring_due = 0;  // scheduled drafts that are missing (C5)
  Money unbilled;                  // hourly, capped and ad hoc work, less what was invoiced on account
  Seconds unbilled_seconds;        // billed seconds, priced or not
  Money overage;                   // of closed periods, that may be billed
  Money expenses;
  Money milestones;                // approved
  Money deferred;                  // W7
  std::int64_t unpriced_entries = 0;
  Seconds review_seconds;          // raw
  std::vector<MonthEndDraft> drafts;
  std::vector<MonthEndInvoice> issued;  // in the day's month
  bool done = false;               // nothing left to draft, approve or issue
};
BOOST_DESCRIBE_STRUCT(MonthEndRow, (),
                      (key, client, client_name, recurring_due, unbilled, unbilled_seconds, overage, expenses, milestones, deferred,
                       unpriced_entries, review_seconds, drafts, issued, done))

struct MonthEndAnswer {
  std::vector<MonthEndRow> rows;
};
BOOST_DESCRIBE_STRUCT(MonthEndAnswer, (), (rows))

MonthEndAnswer month_end(const Views& views, const Question& question);

}  // namespace billtrail
