// W4: a client's WIP, or what of it is older than some days, has crossed the threshold set for it. Told once; again after it has
// fallen below.
#pragma once

#include <span>
#include <vector>

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

// W1 on a date, as the books know it: open work dated by then and expenses, on a draft or not. Overage of retainer periods that
// have not been closed is left out.
struct WipOfClient {
  std::int64_t value = 0;
  std::int64_t aged = 0;  // of work older than the client's aged_days
};
WipOfClient wip_of_client(const Books& books, Row client, Date on);

// What follows for the clients that the events are about; nothing for clients without thresholds, which are not even looked at.
std::vector<Event> wip_alerts(const Books& books, std::span<const Event> events, const Given& given);

// What the passing of time has brought, for all clients.
std::vector<Event> wip_alerts_by(const Books& books, Date on);

}  // namespace billtrail
