// The open work that an act of W5 and W7 is about: entries by name, or all of a client's that a filter lets through.
#pragma once

#include <string_view>

#include "domain/decide.hpp"
#include "domain/kernel/faults.hpp"
#include "domain/wip/work_of_client.hpp"

namespace billtrail {

// All open work of the client that no draft holds. Entries that are named must be among it: every one that is not is a fault with
// the reason why. In the order of M3, each once.
std::vector<OpenEntry> targets(const Books& books, const ClientId& client, const std::vector<EntryId>& named, Faults& faults);

// Adds the reason why nothing of the entry can be acted on; its row, or no_row. `open` is what open_work says of it.
void check_open_to_acts(const Books& books, Row entry, bool open, std::string_view pointer, Faults& faults);

// The date of an act: today unless given, never later, and not locked.
Date date_of_act(const Books& books, const std::optional<Date>& said, const Given& given, Faults& faults);
// Not before any of the work.
void check_after_work(const Books& books, Date on, const std::vector<OpenEntry>& work, Faults& faults);

}  // namespace billtrail
