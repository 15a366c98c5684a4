// Writing commands and events: the writers of all alternatives, instantiated here and nowhere else.
#include "gateway/json/command_names.hpp"

namespace billtrail {

void write_command(std::string& out, const Command& command, const OpenPersonal& open) {
  std::visit([&](const auto& alternative) { append_json(out, alternative, open); }, command);
}

void write_event(std::string& out, const Event& event, const OpenPersonal& open) {
  std::visit([&](const auto& alternative) { append_json(out, alternative, open); }, event);
}

}  // namespace billtrail
