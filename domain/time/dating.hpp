// Whether something may be dated there: within the years that can be recorded, not in the future (TM7), and while the member was
// with the practice. The lock is domain/checks.hpp's.
#pragma once

#include <string_view>

#include "domain/checks.hpp"

namespace billtrail {

// When a timer command happened: as it says itself, else by the client's clock, else by the server's (TM7).
Instant moment_said(const std::optional<Instant>& said, const Given& given);

// Adds a fault and answers false when the instant lies outside the years or too far in the future.
bool check_moment(Instant at, std::string_view pointer, const Given& given, Faults& faults);

// TM7: the client's own clock may not be ahead, whatever the command.
void check_occurred(const Given& given, Faults& faults);

// The joining date is inclusive, the leaving date exclusive (2.21).
void check_membership(const MemberState& member, Date date, std::string_view pointer, Faults& faults);

}  // namespace billtrail
