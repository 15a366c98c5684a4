// H4: overage that nobody will pay for is written off, as a whole and visibly.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

struct OverageWrittenOff {
  EngagementId engagement;
  ClientId client;
  std::int32_t period = 0;
  Date on;
  std::string reason;
  std::vector<WriteOffShare> shares;
};
// Adds the write-off to the events; nothing when there are no shares.
void write_off_overage(OverageWrittenOff overage, const Given& given, std::vector<Event>& events);

}  // namespace billtrail
