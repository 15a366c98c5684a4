// See answer_json.hpp.
#include "gateway/api/answer_json.hpp"

#include "gateway/json/command_names.hpp"

namespace billtrail {

void write_answer_members(std::string& out, const Answer& answer, ShowEvents show, const OpenPersonal& open) {
  JsonWriter json(out, open);
  json.field("position", answer.position.value);
  if (answer.outcome == Outcome::would_record) json.field("dry_run", true);
  if (show == ShowEvents::no) return;
  json.key("events").begin_array();
  for (const Recorded& recorded : answer.events.view()) {
    std::string data;
    write_event(data, recorded.event, open);
    json.begin_object()
        .field("position", recorded.envelope.position.value)
        .field("type", event_name(recorded.event))
        .key("data").raw(data)
        .end_object();
  }
  json.end_array();
}

}  // namespace billtrail
