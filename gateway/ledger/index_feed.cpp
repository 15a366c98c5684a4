// See index_feed.hpp.
#include "gateway/ledger/index_feed.hpp"

#include <string>
#include <vector>

#include "eventstore/codec/codec.hpp"

namespace billtrail {

void feed_index(LogIndex& index, PracticeNumber practice, std::span<const Recorded> events) {
  std::vector<std::vector<std::string>> entities;
  std::vector<IndexEntry> entries;
  entities.reserve(events.size());
  entries.reserve(events.size());
  for (const Recorded& recorded : events) {
    const std::vector<std::string>& names = entities.emplace_back(entities_of(recorded.event));
    // A command whose id the server chose cannot be repeated, so nobody will look for it.
    const bool findable = !recorded.envelope.command_digest.empty();
    entries.push_back({.position = recorded.envelope.position.value,
                       .command = findable ? recorded.envelope.command.text() : std::string_view{},
                       .entities = {names.begin(), names.end()}});
  }
  index.feed(practice, entries);
}

}  // namespace billtrail
