// One file of the source tree as the rules see it: its path, its lines, and its lines as code only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace billtrail::tree {

struct Source {
  std::string path;                // from the root, with '/'
  std::vector<std::string> lines;  // as written
  std::vector<std::string> code;   // the same lines, with the inside of comments and of string literals blanked
  [[nodiscard]] bool below(std::string_view folder) const { return path.starts_with(folder); }
  [[nodiscard]] bool ends(std::string_view ending) const { return path.ends_with(ending); }
  [[nodiscard]] bool cpp() const { return ends(".cpp") || ends(".hpp"); }
};

// Line counts from 1; 0 stands for the file as a whole.
struct Finding {
  std::string path;
  std::size_t line = 0;
  std::string reason;
  friend bool operator==(const Finding&, const Finding&) = default;
};
using Findings = std::vector<Finding>;

Source source_of(std::string path, std::string_view text);
// Every file that belongs to the product: not build folders, not fetched packages, not what a tool leaves behind.
std::vector<Source> sources_below(const std::filesystem::path& root);

// Where `word` stands in `line` with no letter, digit or '_' on either side; npos when it does not.
std::size_t find_word(std::string_view line, std::string_view word);

}  // namespace billtrail::tree
