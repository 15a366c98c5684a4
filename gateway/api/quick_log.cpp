// GET /v1/quick-log shows what a line of words would log; POST /v1/quick-log logs it, by the same command path as everything else (F6).
#include "gateway/quicklog/quick_log.hpp"

#include "gateway/api/answer_json.hpp"
#include "gateway/api/api.hpp"
#include "gateway/api/directory_copy.hpp"
#include "gateway/json/read.hpp"

namespace billtrail {
namespace {

struct QuickLine {
  std::string text;
  MemberId member;
};
BOOST_DESCRIBE_STRUCT(QuickLine, (), (text, member))

std::variant<QuickLine, Problem> read_line(const http::Request& request) {
  if (request.method == "POST") {
    auto line = read_json<QuickLine>(request.body);
    if (!line) return malformed(line.faults());
    return std::move(line).value();
  }
  const auto text = request.parameter("text");
  const auto member = MemberId::parse(request.parameter("member").value_or(""));
  if (!text || !member) return problem(400, "malformed", "Give the parameters text and member.");
  return QuickLine{std::string(*text), *member};
}

Problem not_understood(const quicklog::Understood& understood) {
  Problem out = problem(422, "not_understood", "The line could not be understood.", understood.faults.front().message);
  JsonWriter json(out.faults);
  json.begin_array();
  for (const quicklog::Fault& fault : understood.faults) {
    json.begin_object()
        .field("pointer", "/text")
        .field("code", fault.code)
        .field("message", fault.message)
        .field("text", fault.text)
        .field("candidates", fault.candidates)
        .end_object();
  }
  json.end_array();
  return out;
}

quicklog::Understood understand_here(const QuickLine& line, const Ledger& ledger, const OpenPersonal& open, const ApiParts& parts) {
  const Instant now = parts.clock();
  std::string zone = ledger.runner.read([](const Views& views) { return views.practice.zone; });
  const quicklog::Directory directory = copy_directory(ledger, open, {.today = {}, .now = now});
  const quicklog::DirectoryRow* member = directory.find(Noun::member, line.member.text());
  if (member && member->zone) zone = *member->zone;
  const Date today = parts.zones.local(now, zone).date;
  return quicklog::understand(line.text, directory, line.member, {.today = today, .now = now, .zone = zone, .zones = parts.zones});
}

}  // namespace

void Api::quick_log(const http::Request& request, const Caller& caller, http::Respond respond) {
  if (!caller.ledger) return respond(respond_with(problem(404, "unknown_practice", "There is no practice with this id.")));
  auto line = read_line(request);
  if (const auto* bad = std::get_if<Problem>(&line)) return respond(respond_with(*bad));
  auto asker = asker_of(request, caller.identity);
  if (const auto* bad = std::get_if<Problem>(&asker)) return respond(respond_with(*bad));
  const bool log_it = request.method == "POST";
  const bool taken = parts_.pool.run([this, caller, log_it, line = std::get<QuickLine>(line), asker = std::get<Asker>(asker),
                                      key = std::string(request.header("Idempotency-Key")), respond] {
    const OpenPersonal open = parts_.practices.opener(*caller.ledger);
    const quicklog::Understood understood = understand_here(line, *caller.ledger, open, parts_);
    const std::string shown = quicklog::understood_json(understood);
    if (!log_it) {
      http::Response response;
      response.body = shown;
      return respond(std::move(response));
    }
    if (!understood.faults.empty()) return respond(respond_with(not_understood(understood)));
    commands_.submit_one(caller, asker, key, understood.entry, [respond, open, shown](std::variant<Answer, Problem> outcome) {
      respond.make([open, shown, outcome = std::move(outcome)] {
        const auto* answer = std::get_if<Answer>(&outcome);
        if (!answer || !succeeded(*answer)) return respond_with(answer ? problem_of(*answer) : std::get<Problem>(outcome));
        http::Response response;
        response.body = "{";
        write_answer_members(response.body, *answer, ShowEvents::yes, open);
        // The words and what they were taken for, so that the person sees it at once.
        response.body.append(",").append(shown, 1, std::string::npos);
        return response;
      });
    });
  });
  if (!taken) respond(respond_with(problem(503, "queue_full", "Too many requests are waiting.")));
}

}  // namespace billtrail
