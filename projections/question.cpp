// Reading a question: one small reader for each kind of value, one table from parameter to reader, faults collected.
#include "projections/question.hpp"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <charconv>

#include "projections/model_parameters.hpp"

namespace billtrail {
namespace {

class Reader {
 public:
  Reader(std::string_view model, const Asked& asked) : terms_(parameters_of(model)) { read_.question.asked = asked; }

  void take(const std::string& name, const std::string& value) {
    if (name == "practice" || name == "token") return;
    if (!allowed(name)) return fault(name, "unknown_parameter", "This question does not take the parameter " + name + ".");
    if (std::ranges::find(seen_, name) != seen_.end()) return fault(name, "repeated_parameter", name + " may be given only once.");
    seen_.push_back(name);
    value_of(name, value);
  }

  QuestionRead finish() {
    Question& question = read_.question;
    if (question.by.empty()) question.by.assign(terms_.by_default.begin(), terms_.by_default.end());
    if (!terms_.required.empty() && std::ranges::find(seen_, terms_.required) == seen_.end()) {
      const std::string name(terms_.required);
      fault(name, "missing_parameter", "This question needs the parameter " + name + ".");
    }
    const Date last = question.to.value_or(question.day());
    if (question.from && question.to && *question.from > *question.to) {
      fault("from", "from_after_to", "from is later than to.");
    } else if (question.from && last - *question.from > question_days_max) {
      fault("from", "period_too_long", "The period is longer than " + std::to_string(question_days_max) + " days.");
    }
    return std::move(read_);
  }

 private:
  bool allowed(std::string_view name) const {
    constexpr std::string_view common = " as_of known_at at_least format ";
    if (name.find(' ') != std::string_view::npos || name.empty()) return false;
    const std::string word = " " + std::string(name) + " ";
    return common.find(word) != std::string_view::npos || terms_.parameters.find(word) != std::string_view::npos;
  }

  void fault(std::string parameter, std::string code, std::string message) {
    read_.faults.push_back({std::move(parameter), std::move(code), std::move(message)});
  }

  void value_of(const std::string& name, const std::string& value) {
    Question& question = read_.question;
    if (name == "as_of") return date(name, value, question.as_of);
    if (name == "from") return date(name, value, question.from);
    if (name == "to") return date(name, value, question.to);
    if (name == "by") return dimensions(value);
    if (name == "client") return id(name, value, question.client);
    if (name == "project") return id(name, value, question.project);
    if (name == "campaign") return id(name, value, question.campaign);
    if (name == "task") return id(name, value, question.task);
    if (name == "service") return id(name, value, question.service);
    if (name == "member") return id(name, value, question.member);
    if (name == "engagement") return id(name, value, question.engagement);
    if (name == "invoice") return id(name, value, question.invoice);
    if (name == "period") return period(value);
    if (name == "state") return state(value);
    if (name == "basis") return basis(value);
    if (name == "category") return word(name, value, question.category);
    if (name == "review") return word(name, value, question.review);
    if (name == "removed") return truth(name, value);
    if (name == "limit") return limit(value);
    if (name == "cursor") return cursor(value);
    if (name == "known_at") return known_at(name, value, question.known_at);
    if (name == "opening_known_at") return known_at(name, value, question.opening);
    if (name == "at_least") return at_least(value);
    format(value);
  }

  void date(const std::string& name, const std::string& value, std::optional<Date>& into) {
    into = Date::parse(value);
    if (!into) fault(name, "bad_date", name + " must be a date such as 2026-03-01.");
  }

  template <class Key>
  void id(const std::string& name, const std::string& value, std::optional<Key>& into) {
    into = Key::parse(value);
    if (!into) fault(name, "bad_id", name + " must be an id: 1 to 39 characters out of A-Z a-z 0-9 . _ -");
  }

  template <class Enum>
  void word(const std::string& name, const std::string& value, std::optional<Enum>& into) {
    Enum found{};
    if (!boost::describe::enum_from_string(value.c_str(), found)) {
      return fault(name, "bad_value", name + " cannot be " + value + ".");
    }
    into = found;
  }

  void truth(const std::string& name, const std::string& value) {
    if (value != "true" && value != "false") return fault(name, "bad_value", name + " must be true or false.");
    read_.question.removed = value == "true";
  }

  static std::optional<std::uint64_t> number(std::string_view value) {
    std::uint64_t result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
    return result;
  }

  void limit(const std::string& value) {
    const auto count = number(value);
    if (!count || *count < 1 || *count > question_limit_max) {
      return fault("limit", "bad_number", "limit must be a number from 1 to " + std::to_string(question_limit_max) + ".");
    }
    read_.question.limit = *count;
    read_.question.limited = true;
  }

  // -1 is the stub before period 0.
  void period(const std::string& value) {
    std::int32_t result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (value.empty() || error != std::errc{} || end != value.data() + value.size() || result < -1) {
      return fault("period", "bad_number", "period must be a number from -1 on.");
    }
    read_.question.period = result;
  }

  void state(const std::string& value) {
    constexpr std::string_view states = " draft approved issued part_paid paid credited written_off void discarded open ";
    if (value.empty() || value.find(' ') != std::string::npos || states.find(" " + value + " ") == std::string_view::npos) {
      return fault("state", "bad_value", "state cannot be " + value + ".");
    }
    read_.question.state = value;
  }

  void basis(const std::string& value) {
    std::optional<AgeBasis> found;
    word("basis", value, found);
    if (found) read_.question.basis = *found;
  }

  void cursor(const std::string& value) {
    read_.question.cursor = Cursor::parse(value);
    if (!read_.question.cursor) fault("cursor", "bad_value", "cursor must be the next_cursor of an earlier answer.");
  }

  void known_at(const std::string& name, const std::string& value, std::optional<KnownAt>& into) {
    if (const auto position = number(value)) {
      into = Position{*position};
    } else if (const auto instant = Instant::parse(value)) {
      into = *instant;
    } else {
      fault(name, "bad_value", name + " must be a position or an instant such as 2026-03-01T09:30:00Z.");
    }
  }

  void at_least(const std::string& value) {
    const auto position = number(value);
    if (!position) return fault("at_least", "bad_number", "at_least must be a position.");
    read_.question.at_least = Position{*position};
  }

  void format(const std::string& value) {
    std::optional<AnswerFormat> chosen;
    word("format", value, chosen);
    if (chosen) read_.question.format = *chosen;
  }

  void dimensions(std::string_view list) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t end = std::min(list.find(',', at), list.size());
      dimension(std::string(list.substr(at, end - at)));
      at = end + 1;
    }
  }
  void dimension(const std::string& name) {
    std::vector<Dimension>& by = read_.question.by;
    Dimension found{};
    if (!boost::describe::enum_from_string(name.c_str(), found) ||
        std::ranges::find(terms_.dimensions, found) == terms_.dimensions.end()) {
      return fault("by", "bad_dimension", "This question cannot be grouped by " + name + ".");
    }
    if (std::ranges::find(by, found) != by.end()) return fault("by", "bad_dimension", name + " is named twice.");
    by.push_back(found);
  }

  const ModelParameters& terms_;
  QuestionRead read_;
  std::vector<std::string> seen_;
};

}  // namespace

QuestionRead read_question(std::string_view model, const Parameters& parameters, const Asked& asked) {
  Reader reader(model, asked);
  for (const auto& [name, value] : parameters) reader.take(name, value);
  return reader.finish();
}

}  // namespace billtrail
