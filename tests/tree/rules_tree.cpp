// Rules that need more than one file: dead files and dead links.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string{} : std::string{path.substr(0, slash)};
}

bool mentions(const Source& list, std::string_view name) {
  return std::ranges::any_of(list.lines, [&](const std::string& line) {
    for (auto at = line.find(name); at != std::string::npos; at = line.find(name, at + 1)) {
      const bool starts = at == 0 || std::string_view{" (\"/"}.find(line[at - 1]) != std::string_view::npos;
      const auto after = at + name.size();
      if (starts && (after == line.size() || std::string_view{" )\""}.find(line[after]) != std::string_view::npos)) return true;
    }
    return false;
  });
}

// What builds the files of a folder: its CMakeLists.txt, and the pieces that one includes.
using Lists = std::multimap<std::string, const Source*>;

bool listed(const Source& source, const Lists& lists) {
  for (auto folder = folder_of(source.path);; folder = folder_of(folder)) {
    const auto name = std::string_view{source.path}.substr(folder.empty() ? 0 : folder.size() + 1);
    const auto [first, last] = lists.equal_range(folder);
    if (std::any_of(first, last, [&](const auto& list) { return mentions(*list.second, name); })) return true;
    if (folder.empty()) break;
  }
  // Shared files are also built from elsewhere: "../support/table.cpp", "${CMAKE_SOURCE_DIR}/tests/support/table.cpp".
  const auto folder = folder_of(source.path);
  const auto name = source.path.substr(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  return std::ranges::any_of(lists, [&](const auto& list) { return mentions(*list.second, name); });
}

// The target of each [text](target) in a line.
std::vector<std::string> targets_in(std::string_view line) {
  std::vector<std::string> targets;
  for (auto at = line.find("]("); at != std::string_view::npos; at = line.find("](", at + 2)) {
    const auto end = line.find(')', at);
    if (end != std::string_view::npos) targets.emplace_back(line.substr(at + 2, end - at - 2));
  }
  return targets;
}

bool leads_out(std::string_view target) {
  return target.empty() || target.starts_with('#') || target.find("://") != std::string_view::npos ||
         target.starts_with("mailto:");
}

}  // namespace

void dead_files(const std::vector<Source>& all, Findings& findings) {
  Lists lists;
  for (const auto& source : all) {
    if (source.ends("CMakeLists.txt") || source.ends(".cmake")) lists.emplace(folder_of(source.path), &source);
  }
  for (const auto& source : all) {
    if (source.ends(".cpp") && !listed(source, lists)) {
      findings.push_back({source.path, 0, "in no CMakeLists.txt: it is never compiled"});
    }
  }
}

void links(const std::vector<Source>& all, Findings& findings) {
  std::set<std::string> paths;
  for (const auto& source : all) {
    for (auto path = source.path; !path.empty(); path = folder_of(path)) paths.insert(path);
  }
  for (const auto& source : all) {
    if (!source.ends(".md")) continue;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      for (auto target : targets_in(source.lines[i])) {
        if (leads_out(target)) continue;
        target = target.substr(0, target.find('#'));
        if (target.ends_with('/')) target.pop_back();
        const auto folder = folder_of(source.path);
        if (!paths.contains(folder.empty() ? target : folder + "/" + target)) {
          findings.push_back({source.path, i + 1, "links to " + target + ", which is not there"});
        }
      }
    }
  }
}

}  // namespace billtrail::tree
