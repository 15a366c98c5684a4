// Described answers as JSON pieces. The one file that makes code for every read model's JSON.
#include <boost/mp11.hpp>

#include "gateway/api/read_models.hpp"
#include "projections/registry.hpp"

namespace billtrail {
namespace {

template <class Row>
RenderedRow render_row(const Row& row, const OpenPersonal& open) {
  RenderedRow out{row.key, {}};
  write_json(out.json, row, open);
  return out;
}

template <class Answer>
void render_answer(Rendered& out, const Answer& answer, const OpenPersonal& open) {
  using Members = boost::describe::describe_members<Answer, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& value = answer.*member.pointer;
    if constexpr (requires { value.front().key; }) {
      out.rows.reserve(value.size());
      for (const auto& row : value) out.rows.push_back(render_row(row, open));
    } else if constexpr (requires { value.has_value(); }) {
      if (!value) return;
      std::string json;
      write_json(json, *value, open);
      out.head.push_back({member.name, std::move(json)});
    } else {
      std::string json;
      write_json(json, value, open);
      out.head.push_back({member.name, std::move(json)});
    }
  });
}

RenderedRow head_field(std::string name, const auto& value) {
  RenderedRow field{std::move(name), {}};
  write_json(field.json, value);
  return field;
}

RenderedRow known_at_field(const std::optional<KnownAt>& known_at) {
  if (!known_at) return {"known_at", "null"};
  if (const auto* position = std::get_if<Position>(&*known_at)) return head_field("known_at", position->value);
  return head_field("known_at", std::get<Instant>(*known_at));
}

}  // namespace

bool is_model(std::string_view model) { return std::find(model_names.begin(), model_names.end(), model) != model_names.end(); }

Rendered render(std::string_view model, const Views& views, const Views& opening, const Question& question, const OpenPersonal& open) {
  Rendered out{.position = views.position};
  out.head.push_back(head_field("model", model));
  out.head.push_back(head_field("as_of", question.day()));
  out.head.push_back(known_at_field(question.known_at));
  with_answer(model, views, opening, question, [&](const auto& answer) { render_answer(out, answer, open); });
  return out;
}

std::string whole(const Rendered& rendered) {
  std::string out = "{\"position\":" + std::to_string(rendered.position.value);
  for (const RenderedRow& field : rendered.head) {
    out.append(",\"").append(field.key).append("\":").append(field.json);
  }
  out += ",\"rows\":[";
  for (std::size_t i = 0; i < rendered.rows.size(); ++i) {
    if (i > 0) out += ',';
    out += rendered.rows[i].json;
  }
  return out += "]}";
}

Problem problem_of(const std::vector<QuestionFault>& faults) {
  Problem out = problem(400, "malformed", "The question has a parameter that cannot be read.");
  JsonWriter json(out.faults);
  json.begin_array();
  for (const QuestionFault& fault : faults) {
    json.begin_object()
        .field("parameter", fault.parameter)
        .field("code", fault.code)
        .field("message", fault.message)
        .end_object();
  }
  json.end_array();
  out.detail = faults.front().message;
  return out;
}

}  // namespace billtrail
