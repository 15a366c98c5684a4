// See problem.hpp.
#include "gateway/api/problem.hpp"

#include "gateway/json/write.hpp"

namespace billtrail {

Problem problem(int status, std::string_view code, std::string_view title, std::string detail) {
  return {status, std::string(code), std::string(title), std::move(detail), {}};
}

Problem malformed(const JsonFaults& faults) {
  const JsonFault& first = faults.front();
  Problem out = first.code == fault_code::unknown_command
                    ? problem(404, first.code, "There is no command of this name.")
                    : problem(400, "malformed", "The request does not say what it must, or not in the right form.");
  out.detail = first.message;
  JsonWriter json(out.faults);
  json.begin_array();
  for (const JsonFault& fault : faults) {
    json.begin_object().field("pointer", fault.pointer).field("code", fault.code).field("message", fault.message);
    if (!fault.expected.empty()) json.field("expected", fault.expected);
    if (fault.place) json.field("offset", fault.place->offset).field("line", fault.place->line).field("column", fault.place->column);
    json.end_object();
  }
  json.end_array();
  return out;
}

Problem refused(const Refusals& refusals, std::string_view at) {
  const RefusalMeaning& first = meaning_of(refusals.front().code);
  Problem out = problem(first.kind == RefusalKind::conflict ? 409 : 422, first.name, first.sentence);
  JsonWriter json(out.faults);
  json.begin_array();
  for (const Refusal& refusal : refusals) {
    const RefusalMeaning& meaning = meaning_of(refusal.code);
    json.begin_object()
        .field("pointer", std::string(at) + refusal.pointer)
        .field("code", meaning.name)
        .field("message", meaning.sentence);
    for (const Fact& fact : refusal.facts) {
      json.key(fact.name);
      std::visit([&json](const auto& value) { json.value(value); }, fact.value);
    }
    json.end_object();
  }
  json.end_array();
  return out;
}

Problem problem_of(const Answer& answer, std::string_view at) {
  switch (answer.outcome) {
    case Outcome::refused: return refused(answer.refusals, at);
    case Outcome::key_reused:
      return problem(422, "idempotency_key_reused", "This command id was used before with another body.",
                     "The first command with this id stands at position " + std::to_string(answer.position.value) + ".");
    case Outcome::moved_on:
      return problem(412, "moved_on", "The practice has moved on.",
                     "It stands at position " + std::to_string(answer.position.value) + ".");
    case Outcome::disk_full:
      return problem(503, "disk_full", "The disk has no room left; nothing was written.", "Try again when there is room.");
    case Outcome::too_much:
      return problem(422, "too_much_at_once", "The command would record more events than one append takes; nothing was written.",
                     "Make it touch fewer entries, such as by a later date or one client at a time.");
    case Outcome::stopped:
      return problem(503, "stopping", "The server is stopping.", "Repeat with the same Idempotency-Key to learn the outcome.");
    case Outcome::failed:
    case Outcome::recorded:
    case Outcome::replayed:
    case Outcome::would_record: break;
  }
  return problem(500, "internal_error", "The server made a mistake; nothing was written.");
}

void write_problem_members(std::string& out, const Problem& problem) {
  JsonWriter json(out);
  std::string type = "/problems/";
  type += problem.code;
  json.field("type", type).field("title", problem.title).field("status", problem.status);
  json.field("code", problem.code);
  if (!problem.detail.empty()) json.field("detail", problem.detail);
  if (!problem.faults.empty()) json.key("faults").raw(problem.faults);
}

http::Response respond_with(const Problem& problem) {
  http::Response response;
  response.status = problem.status;
  response.content_type = "application/problem+json";
  response.body = "{";
  write_problem_members(response.body, problem);
  response.body += '}';
  if (problem.status == 401) response.with("WWW-Authenticate", "Bearer");
  if (problem.status == 503) response.with("Retry-After", "1");
  return response;
}

}  // namespace billtrail
