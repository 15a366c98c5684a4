// What may be decided about the practice, and what its events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const OpenPractice& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangePractice& command, const Given& given);
Decision<Event> decide(const Books& books, const Archive& command, const Given& given);
Decision<Event> decide(const Books& books, const Restore& command, const Given& given);

void evolve(Books& books, const PracticeOpened& event);
void evolve(Books& books, const PracticeChanged& event);
void evolve(Books& books, const Archived& event);
void evolve(Books& books, const Restored& event);

// The bounds of the settings.
inline constexpr Seconds timer_limit_min{60};
inline constexpr Seconds timer_limit_max{7 * 86'400};
inline constexpr Seconds day_length_min{60};
inline constexpr Seconds day_length_max{86'400};
inline constexpr std::size_t ageing_edges_max = 12;
inline constexpr std::int32_t ageing_edge_max = 36'500;  // days

}  // namespace billtrail
