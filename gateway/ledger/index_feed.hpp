// Recorded events as entries of the index.
#pragma once

#include <span>

#include "domain/event.hpp"
#include "eventstore/index.hpp"

namespace billtrail {

// In the order of their positions; those the index has already are passed over. One thread a practice.
void feed_index(LogIndex& index, PracticeNumber practice, std::span<const Recorded> events);

}  // namespace billtrail
