// The words of a line that somebody typed, and what each has been understood to mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace billtrail::quicklog {

struct Token {
  std::string text;     // as typed
  std::string word;     // lower case, without punctuation at its ends
  bool quoted = false;  // stood in double quotes: always description
  bool taken = false;   // understood already
};

// Cut at blanks; "double quotes" keep their words together.
std::vector<Token> tokens_of(std::string_view line);

// A run of tokens.
struct Run {
  std::size_t first = 0;
  std::size_t count = 0;
};
// Whether all tokens of the run are there, not taken and not quoted.
bool free_run(const std::vector<Token>& tokens, Run run);
// The words of the run with one blank between.
std::string words_of(const std::vector<Token>& tokens, Run run);
// The same as typed.
std::string text_of(const std::vector<Token>& tokens, Run run);

}  // namespace billtrail::quicklog
