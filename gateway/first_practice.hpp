// What an empty data folder begins with: one practice, opened by ordinary commands through the clerk like everything else.
#pragma once

#include "gateway/ledger/practices.hpp"

namespace billtrail {

enum class FirstPractice { empty, sample };

struct FirstPracticeParts {
  Practices& practices;
  Clerk& clerk;
  const ZoneRules& zones;
  std::function<Instant()> clock;
};

// empty: the practice and its owner as its first member, in the machine's time zone. sample: the sample agency. Throws
// std::runtime_error when a command is refused, which it never should be.
void found_first_practice(const FirstPracticeParts& parts, FirstPractice which);

}  // namespace billtrail
