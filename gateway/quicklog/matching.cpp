// Matching words with names.
#include "gateway/quicklog/matching.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <numeric>

namespace billtrail::quicklog {

namespace {

// Insertions, deletions, changes and swaps of neighbours that lead from one word to the other; `limit` + 1 when more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) return limit + 1;
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      now[k] = std::min({last[k] + 1, now[k - 1] + 1, last[k - 1] + (a[i - 1] == b[k - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) now[k] = std::min(now[k], before_last[k - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return std::min(last[b.size()], limit + 1);
}

std::size_t words_in(std::string_view text) { return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')); }

// The first `count` words of a name.
std::string_view first_words(std::string_view name, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos; --count) at = name.find(' ', at == 0 ? 0 : at + 1);
  return name.substr(0, at);
}

// Words that mean nothing by themselves: they match a whole name only.
bool small_word(std::string_view word) {
  static constexpr std::array<std::string_view, 24> words{"and", "the", "with",  "for",  "from", "into", "about", "some",
                                                          "new", "our", "their", "this", "that", "was",  "all",   "more",
                                                          "und", "der", "die",   "das",  "mit",  "von",  "per",   "pro"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<MatchQuality> match_quality(std::string_view said, std::string_view name) {
  if (said == name) return MatchQuality::exact;
  if (said.size() < 3 || small_word(said)) return std::nullopt;
  if (name.starts_with(said)) return name[said.size()] == ' ' ? MatchQuality::words : MatchQuality::prefix;
  const std::size_t typos = said.size() >= 9 ? 2 : said.size() >= 5 ? 1 : 0;
  if (typos == 0) return std::nullopt;
  const std::size_t words = words_in(said);
  const std::string_view same_words = words < words_in(name) ? first_words(name, words) : name;
  if (distance(said, same_words, typos) <= typos) return MatchQuality::typo;
  return std::nullopt;
}

Matches best_matches(const std::vector<Token>& tokens, const std::vector<NamedRow>& rows, MatchQuality quality,
                     std::optional<std::size_t> at, std::size_t words_min) {
  for (std::size_t count = std::min(name_words_max, tokens.size()); count >= words_min && count > 0; --count) {
    for (std::size_t first = at.value_or(0); first + count <= tokens.size(); ++first) {
      const Run run{first, count};
      if (!free_run(tokens, run)) {
        if (at) break;
        continue;
      }
      const std::string said = words_of(tokens, run);
      Matches matches{run, {}};
      for (const NamedRow& row : rows) {
        if (match_quality(said, row.name) == quality) matches.rows.push_back(row.row);
      }
      if (!matches.rows.empty()) return matches;
      if (at) break;
    }
  }
  return {};
}

std::vector<std::string> near_names(std::string_view said, const std::vector<NamedRow>& rows) {
  constexpr std::size_t letters_max = 3;
  constexpr std::size_t names_max = 5;
  std::multimap<std::size_t, std::string> by_distance;
  for (const NamedRow& row : rows) {
    const std::size_t letters = distance(said, first_words(row.name, words_in(said)), letters_max);
    if (letters <= letters_max) by_distance.emplace(letters, row.row->name);
  }
  std::vector<std::string> names;
  for (auto& [letters, name] : by_distance) {
    if (names.size() < names_max && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace billtrail::quicklog
