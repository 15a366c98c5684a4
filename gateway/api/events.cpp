// GET /v1/events: the ledger itself, page by page, all of it or what touched one entity or has one type.
#include <spdlog/spdlog.h>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "gateway/api/reads.hpp"
#include "gateway/json/command_names.hpp"

namespace billtrail {
namespace {

struct EventsQuestion {
  std::uint64_t from = 1;
  std::size_t limit = 500;
  std::string entity;
  std::string type;
};

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::variant<EventsQuestion, Problem> read_events_question(const http::Parameters& parameters) {
  EventsQuestion question;
  std::vector<QuestionFault> faults;
  for (const auto& [name, value] : parameters) {
    if (name == "from" || name == "limit") {
      const auto read = number(value);
      const std::uint64_t most = name == "from" ? UINT64_MAX - 1 : bounds::events_page_max;
      if (!read || *read < 1 || *read > most) faults.push_back({name, "bad_number", name + " must be 1 to " + std::to_string(most) + "."});
      else if (name == "from") question.from = *read;
      else question.limit = *read;
    } else if (name == "entity") {
      if (value.find(':') == std::string::npos) faults.push_back({name, "bad_value", "An entity is written noun:id, such as client:acme."});
      question.entity = value;
    } else if (name == "type") {
      if (!event_index(value)) faults.push_back({name, "bad_value", "There is no event of this type."});
      question.type = value;
    } else if (name != "practice") {
      faults.push_back({name, "unknown_parameter", "Known are from, limit, entity and type."});
    }
  }
  if (!faults.empty()) return problem_of(faults);
  return question;
}

struct EventsPage {
  std::vector<std::string> events;
  std::uint64_t next_from = 1;
};

class PageReader {
 public:
  PageReader(const Log& log, const Ledger& ledger, const EventsQuestion& question, const OpenPersonal& open)
      : log_(log), ledger_(ledger), question_(question), open_(open) {
    page_.next_from = question.from;
  }

  EventsPage read(const LogIndex& index) {
    if (question_.entity.empty()) {
      take_range(question_.from, ledger_.durable.load());
    } else {
      for (const LogPosition position : index.history(ledger_.number, question_.entity, {question_.from, bounds::events_page_max})) {
        if (page_.events.size() == question_.limit) break;
        take_range(position, position);
      }
    }
    return std::move(page_);
  }

 private:
  void take_range(std::uint64_t from, std::uint64_t to) {
    if (from > to) return;
    log_.read(ledger_.number, {from, to}, [this](LogPosition position, std::string_view body) {
      page_.next_from = position + 1;
      if (question_.type.empty() || index_facts(body).type == question_.type) {
        page_.events.push_back(event_json(decode_record(body), hash_record(body), previous_hash_of(body), open_));
      }
      return page_.events.size() == question_.limit ? Reading::stop : Reading::go_on;
    });
  }

  const Log& log_;
  const Ledger& ledger_;
  const EventsQuestion& question_;
  const OpenPersonal& open_;
  EventsPage page_;
};

}  // namespace

std::string event_json(const Recorded& recorded, const RecordHash& hash, const RecordHash& previous, const OpenPersonal& open) {
  const Envelope& envelope = recorded.envelope;
  std::string data;
  write_event(data, recorded.event, open);
  std::string out;
  JsonWriter json(out, open);
  json.begin_object()
      .field("position", envelope.position.value)
      .field("type", event_name(recorded.event))
      .field("recorded_at", envelope.recorded_at)
      .field("business_date", envelope.business_date)
      .field("actor", envelope.actor)
      .field_if("on_behalf_of", envelope.on_behalf_of)
      .field("command", envelope.command)
      .field_if("correlation", envelope.correlation)
      .field_if("cause", envelope.cause);
  if (!envelope.reason.empty()) json.field("reason", envelope.reason);
  json.field_if("occurred_at", envelope.occurred_at)
      .field("hash", to_hex(hash))
      .field("previous", to_hex(previous))
      .field("entities", entities_of(recorded.event))
      .key("data").raw(data)
      .end_object();
  return out;
}

void ReadRoutes::get_events(const http::Request& request, const Caller& caller, http::Respond respond) {
  auto read = read_events_question(request.query);
  if (auto* bad = std::get_if<Problem>(&read)) return respond(respond_with(*bad));
  const bool lines = request.header("Accept").find("ndjson") != std::string_view::npos;
  const bool taken = parts_.pool.run([this, question = std::get<EventsQuestion>(read), ledger = caller.ledger, lines, respond] {
    try {
      const OpenPersonal open = parts_.practices.opener(*ledger);
      const std::uint64_t durable = ledger->durable.load();
      const EventsPage page = PageReader(parts_.log, *ledger, question, open).read(parts_.index);
      http::Response response;
      response.with("ETag", '"' + std::to_string(durable) + '"').with("Billtrail-Next-From", std::to_string(page.next_from));
      std::string& out = response.body;
      if (!lines) out += "{\"position\":" + std::to_string(durable) + ",\"next_from\":" + std::to_string(page.next_from) + ",\"events\":[";
      for (std::size_t i = 0; i < page.events.size(); ++i) {
        if (!lines && i > 0) out += ',';
        out += page.events[i];
        if (lines) out += '\n';
      }
      if (lines) response.content_type = "application/x-ndjson";
      else out += "]}";
      respond(std::move(response));
    } catch (const std::exception& error) {
      spdlog::error("events failed practice={} reason=\"{}\"", ledger->id.text(), error.what());
      respond(respond_with(problem(500, "internal_error", "The events could not be read.")));
    }
  });
  if (!taken) respond(respond_with(problem(503, "queue_full", "Too many questions are waiting.")));
}

}  // namespace billtrail
