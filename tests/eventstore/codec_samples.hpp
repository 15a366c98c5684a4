// Records to test with: of every event, with every field or with random ones, and a text that shows everything in them.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "domain/event.hpp"
#include "eventstore/chain.hpp"

namespace billtrail::test {

using Random = std::mt19937_64;

// Every field filled, each with a value of its own; always the same.
Recorded full_record(std::size_t event_index);
// Any field may be absent, empty, long or at the edge of its range.
Recorded random_record(std::size_t event_index, Random& random);
// A time entry as it mostly is: with a client, project, service, both rates and a sealed description.
Recorded usual_time_entry();
RecordHash some_hash();

// One line for the envelope, one for the event; sealed texts show their subject and bytes.
std::string text_of(const Recorded& recorded);

// The seed from the environment's BILLTRAIL_SEED, else a fresh one; a test that uses it prints it.
std::uint64_t chosen_seed();

}  // namespace billtrail::test
