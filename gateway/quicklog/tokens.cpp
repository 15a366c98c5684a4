// Cuts a line into words.
#include "gateway/quicklog/tokens.hpp"

#include "domain/kernel/names.hpp"

namespace billtrail::quicklog {

namespace {

std::string bare_word(std::string_view text) {
  constexpr std::string_view punctuation = ",.;:!?()";
  while (!text.empty() && punctuation.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() && text.front() == '(') text.remove_prefix(1);
  return folded(text);
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < line.size()) {
    if (blank(line[at])) {
      ++at;
      continue;
    }
    const std::size_t closing = line[at] == '"' ? line.find('"', at + 1) : std::string_view::npos;
    if (closing != std::string_view::npos) {
      const std::string_view inside = line.substr(at + 1, closing - at - 1);
      if (!inside.empty()) tokens.push_back({std::string(inside), folded(inside), true, false});
      at = closing + 1;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && !blank(line[end])) ++end;
    const std::string_view text = line.substr(at, end - at);
    tokens.push_back({std::string(text), bare_word(text), false, false});
    at = end;
  }
  return tokens;
}

bool free_run(const std::vector<Token>& tokens, Run run) {
  if (run.first + run.count > tokens.size()) return false;
  for (std::size_t i = run.first; i < run.first + run.count; ++i) {
    if (tokens[i].taken || tokens[i].quoted) return false;
  }
  return true;
}

std::string words_of(const std::vector<Token>& tokens, Run run) {
  std::string words;
  for (std::size_t i = run.first; i < run.first + run.count; ++i) words += (words.empty() ? "" : " ") + tokens[i].word;
  return words;
}

std::string text_of(const std::vector<Token>& tokens, Run run) {
  std::string text;
  for (std::size_t i = run.first; i < run.first + run.count; ++i) text += (text.empty() ? "" : " ") + tokens[i].text;
  return text;
}

}  // namespace billtrail::quicklog
