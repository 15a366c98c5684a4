// Asks each noun what follows. What only time was logged for is answered by a look at the events' types and at who has thresholds.
#include "domain/react.hpp"

#include "domain/wip/alerts.hpp"

namespace billtrail {

std::vector<Event> react(const Books& books, std::span<const Event> events, const Given& given) {
  return wip_alerts(books, events, given);
}

}  // namespace billtrail
