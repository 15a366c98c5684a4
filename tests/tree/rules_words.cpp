// Rules read from single lines: purity, manners, left-overs, scripts.
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <string_view>

#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

struct Word {
  std::string_view word;
  std::string_view reason;
};

// A value that happens to read like the word: "XX" "X" is also the code of no currency.
bool quoted_alone(std::string_view line, std::size_t at, std::size_t size) {
  return at > 0 && line[at - 1] == '"' && line.substr(at + size).starts_with('"');
}

void forbid(const Source& source, const std::vector<std::string>& lines, std::span<const Word> words, Findings& findings) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const auto& [word, reason] : words) {
      const auto at = find_word(lines[i], word);
      if (at == std::string_view::npos || quoted_alone(lines[i], at, word.size())) continue;
      findings.push_back({source.path, i + 1, std::string{word} + ": " + std::string{reason}});
    }
  }
}

constexpr std::array inexact{Word{"float", "amounts and times are whole numbers"},
                             Word{"double", "amounts and times are whole numbers"}};

constexpr std::string_view outside = "what is outside comes in with the command";
constexpr std::array outer_world{Word{"::now", outside},  Word{"random_device", outside}, Word{"mt19937", outside},
                                 Word{"getenv", outside}, Word{"std::cout", outside},     Word{"std::cerr", outside},
                                 Word{"printf", outside}, Word{"std::time", outside},     Word{"std::rand", outside}};

// Put together here, so that this file does not find itself.
constexpr std::string_view unfinished = "finish it, or leave it out";
constexpr std::array unfinished_work{Word{"TO"
                                          "DO",
                                          unfinished},
                                     Word{"FIX"
                                          "ME",
                                          unfinished},
                                     Word{"XX"
                                          "X",
                                          unfinished}};
constexpr std::string_view one_machine = "a path of one machine";
constexpr std::string_view registry = "the address of a package registry; everybody has their own";
constexpr std::array elsewhere{Word{"/wo"
                                    "rk/main",
                                    one_machine},
                               Word{"/wo"
                                    "rk/shared",
                                    one_machine},
                               Word{"/ho"
                                    "me/",
                                    one_machine},
                               Word{"/ro"
                                    "ot/",
                                    one_machine},
                               Word{"/Us"
                                    "ers/",
                                    one_machine},
                               Word{"registry.npm"
                                    "js.org",
                                    registry},
                               Word{"deb.debian"
                                    ".org",
                                    registry}};

}  // namespace

void purity(const Source& source, Findings& findings) {
  if (!source.cpp()) return;
  if (source.below("domain/") || source.below("projections/")) forbid(source, source.code, inexact, findings);
  if (source.below("domain/") || source.below("projections/")) forbid(source, source.code, outer_world, findings);
}

void manners(const Source& source, Findings& findings) {
  if (!source.cpp()) return;
  if (source.lines.empty() || !source.lines.front().starts_with("//")) {
    findings.push_back({source.path, 1, "the first line is a comment that says what the file is"});
  }
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    const auto at = find_word(source.code[i], "new");
    const auto after = at == std::string::npos ? std::string::npos : source.code[i].find_first_not_of(' ', at + 3);
    const bool owned = source.code[i].find("unique_ptr") != std::string::npos;  // around a private constructor
    if (!owned && after != std::string::npos && after > at + 3 &&
        std::isalpha(static_cast<unsigned char>(source.code[i][after])) != 0) {
      findings.push_back({source.path, i + 1, "new: ownership is a value or a unique_ptr"});
    }
  }
  if (!source.ends(".hpp")) return;
  bool once = false;
  for (std::size_t i = 0; i < source.code.size(); ++i) {
    once = once || source.code[i].starts_with("#pragma once");
    if (source.code[i].find("using namespace") != std::string::npos) {
      findings.push_back({source.path, i + 1, "using namespace in a header opens it for everybody"});
    }
  }
  if (!once) findings.push_back({source.path, 1, "a header has #pragma once"});
}

void leftovers(const Source& source, Findings& findings) {
  if (source.ends("LICENSE")) return;
  forbid(source, source.lines, unfinished_work, findings);
  forbid(source, source.lines, elsewhere, findings);
  if (!source.ends("package-lock.json")) return;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (source.lines[i].find("\"resolved\"") != std::string::npos) {
      findings.push_back({source.path, i + 1, "resolved: " + std::string{registry}});
    }
  }
}

void scripts(const Source& source, Findings& findings) {
  if (!source.below("scripts/") && !source.below(".ci/")) return;
  if (source.path.find('.', 4) != std::string::npos) return;
  bool strict = false;
  for (const auto& line : source.lines) strict = strict || line.starts_with("set -eu");
  if (source.lines.empty() || !source.lines.front().starts_with("#!"))
    findings.push_back({source.path, 1, "a script begins with its interpreter"});
  if (!strict) findings.push_back({source.path, 0, "a script stops at the first error: set -euo pipefail"});
}

}  // namespace billtrail::tree
