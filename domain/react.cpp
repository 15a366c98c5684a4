// Asks each noun what follows. Most time that is logged leads to nothing: it is on no draft, of no retainer and of a client without
// thresholds, and every one of these questions is answered by a look or two.
#include "domain/react.hpp"

#include "domain/invoice/draft_recurring.hpp"
#include "domain/invoice/recompute.hpp"
#include "domain/retainer/alerts.hpp"
#include "domain/wip/alerts.hpp"

namespace billtrail {
namespace {

void append(std::vector<Event>& all, std::vector<Event> more) {
  for (Event& event : more) all.push_back(std::move(event));
}

}  // namespace

std::vector<Event> react(const Books& books, std::span<const Event> events, const Given& given) {
  std::vector<Event> all;
  append(all, draft_reactions(books, events, given));
  append(all, overage_reactions(books, events, given));
  append(all, retainer_alerts(books, events));
  append(all, wip_alerts(books, events, given));
  return all;
}

}  // namespace billtrail
