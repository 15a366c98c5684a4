// Rows of an answer as CSV: stable column names from the descriptions, money as a decimal with its currency beside it.
#include <boost/mp11.hpp>

#include "gateway/api/read_models.hpp"
#include "projections/registry.hpp"

namespace billtrail {
namespace {

// A spreadsheet would run a text that begins like a formula.
std::string guarded(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
  return text;
}

void put_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.append(text);
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string decimal(const Money& money) {
  std::string text = to_text(money);
  return text.substr(0, text.find(' '));
}

class CsvLine {
 public:
  enum class Kind { header, row };
  CsvLine(std::string& out, Kind kind, const OpenPersonal& open) : out_(out), kind_(kind), open_(open) {}

  template <class T>
  void field(const std::string& name, const T& value) {
    if constexpr (std::is_same_v<T, Money>) {
      cell(name, [&] { return decimal(value); });
      cell(name + "_currency", [&] { return std::string(value.currency.code()); });
    } else if constexpr (std::is_same_v<T, Personal>) {
      cell(name, [&] { return guarded(open_(value).value_or("")); });
    } else if constexpr (std::is_same_v<T, std::string>) {
      cell(name, [&] { return guarded(value); });
    } else if constexpr (requires { value.has_value(); }) {
      optional(name, value);
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
      members(name + "_", value);
    } else {
      cell(name, [&] { return json_text(value); });
    }
  }

  template <class T>
  void members(const std::string& prefix, const T& value) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto member) { field(prefix + member.name, value.*member.pointer); });
  }

 private:
  template <class Make>
  void cell(const std::string& name, Make&& make) {
    if (!first_) out_ += ',';
    first_ = false;
    put_cell(out_, kind_ == Kind::header ? name : absent_ ? std::string() : make());
  }
  // An absent value has the columns of a present one, all empty.
  template <class T>
  void optional(const std::string& name, const std::optional<T>& value) {
    static const T nothing{};
    const bool was = absent_;
    absent_ = absent_ || !value;
    field(name, value ? *value : nothing);
    absent_ = was;
  }
  // Numbers, dates and names as in JSON, without its quotes; lists with semicolons.
  template <class T>
  std::string json_text(const T& value) {
    std::string text;
    write_json(text, value, open_);
    if (text.size() >= 2 && text.front() == '"') return guarded(text.substr(1, text.size() - 2));
    if (text.size() >= 2 && text.front() == '[') {
      text = text.substr(1, text.size() - 2);
      std::replace(text.begin(), text.end(), ',', ';');
      return guarded(text);
    }
    return text;
  }

  std::string& out_;
  Kind kind_;
  const OpenPersonal& open_;
  bool first_ = true;
  bool absent_ = false;
};

template <class Row>
void put_rows(std::string& out, const std::vector<Row>& rows, const OpenPersonal& open) {
  CsvLine(out, CsvLine::Kind::header, open).members("", Row{});
  out += "\r\n";
  for (const Row& row : rows) {
    CsvLine(out, CsvLine::Kind::row, open).members("", row);
    out += "\r\n";
  }
}

}  // namespace

std::string as_csv(std::string_view model, const Views& views, const Views& opening, const Question& question, const OpenPersonal& open) {
  std::string out;
  with_answer(model, views, opening, question, [&](const auto& answer) {
    if constexpr (requires { answer.rows.front().key; }) put_rows(out, answer.rows, open);
  });
  return out;
}

}  // namespace billtrail
