// Media budgets as the events left them. What drafts and invoices hold of them is domain/invoice's.
#include "domain/media/media_rules.hpp"

namespace billtrail {

void evolve(Books& books, const MediaPlanned& event) {
  MediaState state;
  state.plan = event;
  books.media.insert(event.media, std::move(state));
}

void evolve(Books& books, const MediaSpendRecorded& event) {
  MediaState& state = books.media.edit(event.media);
  state.actual = event.actual;
  state.spent_on = event.on;
  state.settled = event.settled;
}

}  // namespace billtrail
