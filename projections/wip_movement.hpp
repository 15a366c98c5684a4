// How did unbilled work get from there to here? W8: opening + new work + corrections + write-ups - billed - written off = closing, for
// each client and member and in total. Opening is WIP(from, opening views), closing WIP(to, views). Billed and written off are net of what
// voids, credit notes and reversals gave back. Expenses and amounts on account have no member: by member they are a row of their own.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct MovementRow {
  std::string key;
  std::optional<ClientId> client;
  std::optional<std::string> client_name;
  std::optional<MemberId> member;
  std::optional<Personal> member_name;
  Money opening, new_work, corrections, write_ups, billed, written_off, closing;
};
BOOST_DESCRIBE_STRUCT(MovementRow, (),
                      (key, client, client_name, member, member_name, opening, new_work, corrections, write_ups, billed,
                       written_off, closing))

struct MovementTotal {
  Currency currency;
  Money opening, new_work, corrections, write_ups, billed, written_off, closing;
};
BOOST_DESCRIBE_STRUCT(MovementTotal, (),
                      (currency, opening, new_work, corrections, write_ups, billed, written_off, closing))

struct MovementAnswer {
  Date from, to;
  std::vector<MovementRow> rows;
  std::vector<MovementTotal> totals;
};
BOOST_DESCRIBE_STRUCT(MovementAnswer, (), (from, to, rows, totals))

// from defaults to the day before the month of `to` begins, to to the question's day.
MovementAnswer wip_movement(const Views& views, const Views& opening, const Question& question);

}  // namespace billtrail
