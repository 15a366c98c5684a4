// Rules that need the nesting of braces: the length of functions, and what may stand beside co_await.
#include <cctype>
#include <string>
#include <string_view>

#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 60;
constexpr std::size_t test_case_lines_max = 100;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

// What stands before a brace tells whether it opens a function: a parameter list, and no word that opens something else.
bool opens_function(std::string_view before) {
  if (before.find(')') == std::string_view::npos) return false;
  for (const std::string_view word : {"namespace", "class", "struct", "enum", "union"}) {
    const auto at = find_word(before, word);
    if (at != std::string_view::npos && before.find('(') > at) return false;
  }
  const auto last = before.find_last_not_of(" \n");
  return last != std::string_view::npos && before[last] != '=' && before[last] != ',' && before[last] != '(';
}

// Reads braces one by one and knows the function it is in, if any. The rows of a `static const` table inside a function are data
// and do not count.
class FunctionLengths {
 public:
  FunctionLengths(const Source& source, Findings& findings) : source_{source}, findings_{findings} {}

  void read(const std::string& text) {
    std::size_t line = 1;
    std::size_t statement = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '\n') ++line;
      if (c == '{') open(std::string_view{text}.substr(statement, i - statement), line);
      if (c == '}') close(line);
      if (c == '{' || c == '}' || c == ';') statement = i + 1;
    }
  }

 private:
  void open(std::string_view before, std::size_t line) {
    ++depth_;
    if (function_depth_ == 0 && opens_function(before)) {
      function_depth_ = depth_;
      begin_ = line;
      table_lines_ = 0;
      max_ = before.find("TEST_CASE") != std::string_view::npos ? test_case_lines_max : function_lines_max;
    } else if (depth_ == function_depth_ + 1 && before.find("static const") != std::string_view::npos) {
      table_begin_ = line;
    }
  }
  void close(std::size_t line) {
    if (depth_ == function_depth_ + 1 && table_begin_ > 0) {
      table_lines_ += line - table_begin_;
      table_begin_ = 0;
    }
    if (depth_ == function_depth_ && depth_ > 0) {
      function_depth_ = 0;
      const auto length = line - begin_ + 1 - table_lines_;
      if (length > max_) {
        findings_.push_back(
            {source_.path, begin_, "a function of " + std::to_string(length) + " lines; at most " + std::to_string(max_)});
      }
    }
    if (depth_ > 0) --depth_;
  }

  const Source& source_;
  Findings& findings_;
  std::size_t depth_ = 0;
  std::size_t function_depth_ = 0;  // 0: in no function
  std::size_t begin_ = 0;
  std::size_t table_begin_ = 0;  // 0: in no table
  std::size_t table_lines_ = 0;
  std::size_t max_ = function_lines_max;
};

std::size_t matching(std::string_view text, std::size_t open) {
  const char opening = text[open];
  const char closing = opening == '{' ? '}' : opening == '[' ? ']' : ')';
  std::size_t depth = 0;
  for (auto i = open; i < text.size(); ++i) {
    if (text[i] == opening) ++depth;
    if (text[i] == closing && --depth == 0) return i;
  }
  return text.size();
}

bool opens_lambda(std::string_view text, std::size_t bracket) {
  const auto before = text.find_last_not_of(" \n", bracket - 1);
  return before == std::string_view::npos || std::string_view{"(,=&|{?:;"}.find(text[before]) != std::string_view::npos;
}

// The reason why what follows a co_await is dangerous, or nothing. Ends with the statement, or with the parenthesis around it.
std::string_view danger_after(std::string_view text, std::size_t at) {
  int depth = 0;
  for (auto i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return {};
    if (c == ';') return {};
    if (c == '[' && opens_lambda(text, i)) {
      const auto end = matching(text, i);
      if (text.substr(i + 1, end - i - 1).find_first_not_of(" \n") != std::string_view::npos) return "a lambda with captures";
      i = matching(text, text.find('{', end));
    } else if (c == '{') {
      return "a braced temporary";
    }
  }
  return {};
}

}  // namespace

void sizes(const Source& source, Findings& findings) {
  const bool code =
      source.cpp() || source.ends(".ts") || source.ends(".tsx") || source.ends(".css") || source.ends("CMakeLists.txt");
  if (code && source.lines.size() > file_lines_max) {
    findings.push_back({source.path, file_lines_max + 1,
                        std::to_string(source.lines.size()) + " lines; at most " + std::to_string(file_lines_max)});
  }
  if (source.cpp()) FunctionLengths{source, findings}.read(joined(source.code));
}

void awaited_temporaries(const Source& source, Findings& findings) {
  if (!source.cpp()) return;
  const auto text = joined(source.code);
  std::size_t line = 1;
  std::size_t counted = 0;
  constexpr std::string_view word = "co_await";
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) {
    for (; counted < at; ++counted) line += text[counted] == '\n' ? 1U : 0U;
    const auto danger = danger_after(text, at + word.size());
    if (danger.empty()) continue;
    findings.push_back(
        {source.path, line, std::string{danger} + " beside co_await is destroyed twice by GCC 12: give it a name first"});
  }
}

}  // namespace billtrail::tree
