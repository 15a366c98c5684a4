// How well words match the name of a thing: the whole name, its first words, the beginning of a word, or all but a letter or two.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/quicklog/directory.hpp"
#include "gateway/quicklog/tokens.hpp"

namespace billtrail::quicklog {

// Worst first, so that they compare.
enum class MatchQuality { typo, prefix, words, exact };
inline constexpr std::size_t name_words_max = 6;

// Both folded. Short words match whole names only; a typo needs five letters, a second one nine.
std::optional<MatchQuality> match_quality(std::string_view said, std::string_view name);

// A row of the directory with its name folded once.
struct NamedRow {
  const DirectoryRow* row;
  std::string name;
};

// All rows that the same longest run of free words matches at this quality.
struct Matches {
  Run run;
  std::vector<const DirectoryRow*> rows;
};

// Longest run first, then the earlier one. `at` restricts the run to begin there.
Matches best_matches(const std::vector<Token>& tokens, const std::vector<NamedRow>& rows, MatchQuality quality,
                     std::optional<std::size_t> at = std::nullopt, std::size_t words_min = 1);

// Names within three letters of what was said, nearest first, at most five: for "did you mean".
std::vector<std::string> near_names(std::string_view said, const std::vector<NamedRow>& rows);

}  // namespace billtrail::quicklog
