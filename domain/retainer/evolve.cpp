// Retainers and recurring fees as the events left them.
#include <algorithm>

#include "domain/checks.hpp"
#include "domain/retainer/retainer_rules.hpp"

namespace billtrail {

void evolve(Books& books, const RetainerAgreed& event) {
  EngagementState engagement;
  engagement.name = event.name;
  engagement.client = event.client;
  engagement.kind = event.kind;
  engagement.starts = event.starts;
  engagement.ends = event.ends;
  books.engagements.insert(event.engagement, std::move(engagement));
  books.names.take(kind_for_client("engagement", event.client), event.name, event.engagement.text());
  RetainerState retainer;
  retainer.cycle = event.cycle;
  retainer.terms = event.terms;
  books.retainers.insert(event.engagement, std::move(retainer));
}

// C4: a change within a period holds at once; another waits for its period.
void evolve(Books& books, const RetainerChanged& event) {
  RetainerState& retainer = books.retainers.edit(event.engagement);
  if (event.within_period) {
    retainer.terms = event.terms;
    return;
  }
  std::vector<LaterTerms>& later = retainer.later;
  later.erase(std::remove_if(later.begin(), later.end(), [&](const LaterTerms& terms) { return terms.from == event.from; }),
              later.end());
  const auto place = std::find_if(later.begin(), later.end(), [&](const LaterTerms& terms) { return terms.from > event.from; });
  later.insert(place, {event.from, event.terms});
}

void evolve(Books& books, const RetainerPaused& event) {
  books.retainers.edit(event.engagement).pauses.push_back({event.from, event.until});
}

void evolve(Books& books, const RetainerResumed& event) {
  for (Pause& pause : books.retainers.edit(event.engagement).pauses) {
    if (!pause.until || *pause.until > event.from) pause.until = std::max(pause.from, event.from);
  }
}

void evolve(Books& books, const DeliverableRecorded& event) {
  books.deliverables.insert(event.deliverable, event.engagement);
  RetainerState& retainer = books.retainers.edit(event.engagement);
  retainer.deliverables_total += event.count;
  retainer.deliverables.push_back(event);
}

}  // namespace billtrail
