// Answers of the clerk as JSON: {"position": 42, "events": [{"position": 42, "type": "TimeLogged", "data": {...}}]}.
#pragma once

#include <string>

#include "gateway/json/write.hpp"
#include "gateway/ledger/order.hpp"

namespace billtrail {

enum class ShowEvents { yes, no };

inline bool succeeded(const Answer& answer) {
  return answer.outcome == Outcome::recorded || answer.outcome == Outcome::replayed || answer.outcome == Outcome::would_record;
}

// The members of the answer without braces.
void write_answer_members(std::string& out, const Answer& answer, ShowEvents show, const OpenPersonal& open);

}  // namespace billtrail
