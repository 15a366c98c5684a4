// Reading the tree, and blanking what is not code.
#include "tests/tree/source.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace billtrail::tree {
namespace {

namespace fs = std::filesystem;

constexpr std::array skipped_folders{std::string_view{"build"},  std::string_view{"node_modules"}, std::string_view{".git"},
                                     std::string_view{".cache"}, std::string_view{"dist"},         std::string_view{".vscode"},
                                     std::string_view{".idea"}};
constexpr std::array binary_endings{std::string_view{".png"},        std::string_view{".bin"}, std::string_view{".woff2"},
                                    std::string_view{".ico"},        std::string_view{".gz"},  std::string_view{".pdf"},
                                    std::string_view{".tsbuildinfo"}};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool word_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Walks C++ text once and copies only what is code; line breaks always stay, so that line numbers do.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_{text}, out_(text.size(), ' ') {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    if (here("//")) return skip_to("\n", Keep::end);
    if (here("/*")) return skip_to("*/", Keep::nothing);
    if (here("R\"") && (at_ == 0 || !word_part(text_[at_ - 1]))) return raw_string();
    if (text_[at_] == '"') return literal('"');
    // A ' between digits separates them; otherwise it opens a character.
    if (text_[at_] == '\'' && (at_ == 0 || !word_part(text_[at_ - 1]))) return literal('\'');
    keep();
  }

  enum class Keep { nothing, end };

  bool here(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  void keep() {
    out_[at_] = text_[at_];
    ++at_;
  }
  void drop(std::size_t count) {
    for (; count > 0 && at_ < text_.size(); --count, ++at_) {
      if (text_[at_] == '\n') out_[at_] = '\n';
    }
  }
  void skip_to(std::string_view end, Keep what) {
    const auto found = text_.find(end, at_ + 2);
    if (found == std::string_view::npos) return drop(text_.size() - at_);
    drop(found - at_ + (what == Keep::end ? 0 : end.size()));
  }
  void literal(char quote) {
    keep();
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') drop(text_[at_] == '\\' ? 2 : 1);
    if (at_ < text_.size() && text_[at_] == quote) keep();
  }
  void raw_string() {
    const auto open = text_.find('(', at_);
    const auto mark = ")" + std::string{text_.substr(at_ + 2, open - at_ - 2)} + "\"";
    const auto close = text_.find(mark, at_);
    drop(close == std::string_view::npos ? text_.size() - at_ : close + mark.size() - at_);
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

// An include's name stands in quotes and must survive the blanking.
void restore_includes(Source& source) {
  for (std::size_t i = 0; i < source.lines.size() && i < source.code.size(); ++i) {
    if (source.lines[i].starts_with("#include")) source.code[i] = source.lines[i];
  }
}

bool skipped(const fs::path& path) {
  const auto name = path.filename().string();
  return std::ranges::find(skipped_folders, name) != skipped_folders.end() || name.starts_with("build");
}

}  // namespace

Source source_of(std::string path, std::string_view text) {
  Source source{.path = std::move(path), .lines = lines_of(text), .code = {}};
  if (source.cpp()) {
    source.code = lines_of(Blanker{text}.run());
    restore_includes(source);
  }
  return source;
}

std::vector<Source> sources_below(const fs::path& root) {
  std::vector<Source> all;
  for (auto entry = fs::recursive_directory_iterator{root}; entry != fs::recursive_directory_iterator{}; ++entry) {
    if (entry->is_directory() && skipped(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    const auto path = fs::relative(entry->path(), root).generic_string();
    const auto binary = [&](std::string_view ending) { return path.ends_with(ending); };
    if (!entry->is_regular_file() || std::ranges::any_of(binary_endings, binary)) continue;
    std::ifstream in{entry->path(), std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    all.push_back(source_of(path, text));
  }
  std::ranges::sort(all, {}, &Source::path);
  return all;
}

std::size_t find_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const auto after = at + word.size();
    const bool starts = at == 0 || !word_part(line[at - 1]) || !word_part(word.front());
    const bool stops = after >= line.size() || !word_part(line[after]) || !word_part(word.back());
    if (starts && stops) return at;
  }
  return std::string_view::npos;
}

}  // namespace billtrail::tree
