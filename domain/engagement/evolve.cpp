// Agreements as the events left them. Retainers and recurring fees come in by retainer/evolve.cpp.
#include "domain/checks.hpp"
#include "domain/engagement/engagement_rules.hpp"

namespace billtrail {

void evolve(Books& books, const EngagementAgreed& event) {
  EngagementState engagement;
  engagement.name = event.name;
  engagement.client = event.client;
  engagement.kind = event.kind;
  engagement.starts = event.starts;
  engagement.ends = event.ends;
  engagement.fee = event.fee;
  engagement.cap = event.cap;
  books.engagements.insert(event.engagement, std::move(engagement));
  books.names.take(kind_for_client("engagement", event.client), event.name, event.engagement.text());
}

void evolve(Books& books, const EngagementChanged& event) {
  EngagementState& engagement = books.engagements.edit(event.engagement);
  if (event.name) {
    const std::string kind = kind_for_client("engagement", engagement.client);
    books.names.give_up(kind, engagement.name);
    books.names.take(kind, *event.name, event.engagement.text());
    engagement.name = *event.name;
  }
  if (event.fee) engagement.fee = *event.fee;
  if (event.cap) engagement.cap = *event.cap;
}

void evolve(Books& books, const EngagementEnded& event) { books.engagements.edit(event.engagement).ends = event.on; }

}  // namespace billtrail
