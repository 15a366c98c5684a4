// See reads.hpp.
#include "gateway/api/reads.hpp"

#include <spdlog/spdlog.h>

namespace billtrail {

QuestionRead ReadRoutes::question(std::string_view model, const http::Parameters& parameters, const Ledger& ledger) const {
  const Instant now = parts_.clock();
  const std::string zone = ledger.runner.read([](const Views& views) { return views.practice.zone; });
  const Date today = parts_.zones.local(now, zone.empty() ? "UTC" : zone).date;
  return read_question(model, parameters, {.today = today, .now = now});
}

void ReadRoutes::get_model(const http::Request& request, const Caller& caller, std::string_view model, http::Respond respond) {
  const bool taken = parts_.pool.run([this, model = std::string(model), parameters = request.query, ledger = caller.ledger,
                                      seen = std::string(request.header("If-None-Match")), respond] {
    const QuestionRead read = question(model, parameters, *ledger);
    if (!read.faults.empty()) return respond(respond_with(problem_of(read.faults)));
    try {
      respond(answer_model(model, read.question, *ledger, seen));
    } catch (const std::exception& error) {
      spdlog::error("read failed model={} practice={} reason=\"{}\"", model, ledger->id.text(), error.what());
      respond(respond_with(problem(500, "internal_error", "The question could not be answered.")));
    }
  });
  if (!taken) respond(respond_with(problem(503, "queue_full", "Too many questions are waiting.")));
}

http::Response ReadRoutes::answer_model(const std::string& model, const Question& question, const Ledger& ledger,
                                        std::string_view if_none_match) {
  if (const auto failure = ledger.runner.failure(); failure && !question.known_at) {
    return respond_with(problem(503, "projection_failed", "The read models have stopped at an event they cannot take.",
                                "position " + std::to_string(failure->position.value) + ": " + failure->reason));
  }
  if (question.at_least && !ledger.runner.wait_for(*question.at_least, bounds::at_least_wait_max)) {
    return respond_with(problem(503, "behind", "The read models have not come that far yet.",
                                "They stand at position " + std::to_string(ledger.runner.position().value) + "."));
  }
  const auto past = [&](const std::optional<KnownAt>& known_at) {
    return known_at ? past_.at(ledger, past_.position_of(ledger, *known_at)) : nullptr;
  };
  const auto known = past(question.known_at);
  const auto opening = past(question.opening);
  const OpenPersonal open = parts_.practices.opener(ledger);
  http::Response response;
  const auto answer = [&](const Views& views) {
    const std::string tag = '"' + std::to_string(views.position.value) + '"';
    response.with("ETag", tag).with("Cache-Control", "private, no-cache");
    const bool same_day = !question.as_of;  // today moves without an event, so only a fixed day can be "not modified"
    if (!same_day && !if_none_match.empty() && if_none_match == tag) {
      response.status = 304;
    } else if (question.format == AnswerFormat::csv) {
      response.content_type = "text/csv; charset=utf-8; header=present";
      response.body = as_csv(model, views, opening ? *opening : views, question, open);
      response.with("Content-Disposition", "attachment; filename=\"" + model + ".csv\"");
    } else {
      response.body = whole(render(model, views, opening ? *opening : views, question, open));
    }
  };
  if (known) answer(*known);
  else ledger.runner.read(answer);
  return response;
}

}  // namespace billtrail
