// Puts the script together: set-up, then day by day, then what goes wrong in real life, then a timer that runs on.
#include "gateway/demo/sample_agency.hpp"

#include <fmt/format.h>

#include "gateway/demo/script.hpp"
#include "gateway/demo/working_days.hpp"

namespace billtrail {

namespace demo {

void Script::add(Date day, std::string_view actor, Command command) {
  const std::string id = fmt::format("demo-{:06}", commands.size() + 1);
  commands.push_back({id_of<CommandId>(id), std::move(command), id_of<ActorId>(actor), day});
}

EntryId Script::next_entry() { return id_of<EntryId>(fmt::format("demo-entry-{:05}", ++entries_)); }

}  // namespace demo

std::vector<DemoCommand> sample_agency(Date today) {
  demo::Script script(today);
  demo::set_up(script);
  demo::WorkingDays days(script);
  for (Date day = script.start(); day <= today; day = day + 1) {
    demo::change_on(script, day);
    days.write(day);
  }
  demo::mishaps(script);
  return std::move(script.commands);
}

}  // namespace billtrail
