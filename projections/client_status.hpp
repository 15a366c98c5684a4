// Where does each client stand today? Unbilled work (W1), its age, the month's time, what is running, what is left of its retainers, what it
// was billed last and owes. A row for every client there is.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

// Issued and not void.
struct LastInvoice {
  std::string number;
  Date on;
  Money total;
};
BOOST_DESCRIBE_STRUCT(LastInvoice, (), (number, on, total))

struct ClientStatusRow {
  std::string key;
  ClientId client;
  std::string client_name;
  Money unbilled;
  Seconds unbilled_seconds;                    // billed seconds
  std::optional<std::int64_t> oldest_age_days;
  Seconds month_seconds;                       // raw, by work date: month of as_of up to as_of
  std::optional<Date> last_work_date;
  std::int64_t unpriced_entries = 0;
  std::int64_t running = 0;                    // timers
  bool archived = false;
  std::optional<Seconds> retainer_left;        // of the hours its retainers include now; nothing without such a retainer
  std::optional<LastInvoice> last_invoice;
  Money balance;                               // of its invoices; credit that is unallocated stands with the debtors
};
BOOST_DESCRIBE_STRUCT(ClientStatusRow, (),
                      (key, client, client_name, unbilled, unbilled_seconds, oldest_age_days, month_seconds, last_work_date,
                       unpriced_entries, running, archived, retainer_left, last_invoice, balance))

struct ClientStatusAnswer {
  std::vector<ClientStatusRow> rows;  // a client with work in another currency than its own has a row more for that
};
BOOST_DESCRIBE_STRUCT(ClientStatusAnswer, (), (rows))

ClientStatusAnswer client_status(const Views& views, const Question& question);

}  // namespace billtrail
