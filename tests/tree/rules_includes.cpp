// Rules read from the #include lines: the layers, and how an include is written.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

using Words = std::vector<std::string_view>;

// A part of the tree, what of ours it may include, and which libraries are not for it. The first that fits counts.
struct Layer {
  std::string_view folder;
  Words ours;
  Words never;
  std::string_view reason;
};

const Words rocks_and_flatbuffers{"rocksdb/", "flatbuffers/"};

const std::vector<Layer>& all_layers() {
  static const std::vector<Layer> layers{
      {"domain/", {"domain/"}, {}, "domain knows nobody"},
      {"eventstore/codec/",
       {"eventstore/", "domain/"},
       {"rocksdb/", "boost/beast", "boost/asio", "spdlog/"},
       "the codec knows the domain and bytes"},
      {"eventstore/", {"eventstore/"}, {"flatbuffers/", "boost/beast", "boost/asio"}, "the log knows bytes, not the domain"},
      {"projections/",
       {"projections/", "domain/"},
       {"rocksdb/", "flatbuffers/", "boost/beast", "boost/asio", "spdlog/"},
       "projections know recorded events only"},
      {"gateway/http/",
       {"gateway/", "projections/", "eventstore/", "domain/"},
       rocks_and_flatbuffers,
       "storage stays in eventstore"},
      {"gateway/live/",
       {"gateway/", "projections/", "eventstore/", "domain/"},
       rocks_and_flatbuffers,
       "storage stays in eventstore"},
      {"gateway/",
       {"gateway/", "projections/", "eventstore/", "domain/"},
       {"rocksdb/", "flatbuffers/", "boost/beast"},
       "storage stays in eventstore, Beast in gateway/http and gateway/live"},
  };
  return layers;
}

constexpr std::array our_folders{std::string_view{"domain/"}, std::string_view{"eventstore/"}, std::string_view{"projections/"},
                                 std::string_view{"gateway/"}, std::string_view{"tests/"}};

struct Include {
  std::string_view name;
  bool quoted = false;
};

std::optional<Include> include_in(std::string_view line) {
  if (!line.starts_with("#include")) return std::nullopt;
  const auto open = line.find_first_of("<\"");
  if (open == std::string_view::npos) return std::nullopt;
  const bool quoted = line[open] == '"';
  const auto close = line.find(quoted ? '"' : '>', open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return Include{line.substr(open + 1, close - open - 1), quoted};
}

bool starts_with_any(std::string_view name, const auto& folders) {
  return std::ranges::any_of(folders, [&](std::string_view folder) { return name.starts_with(folder); });
}

// The libraries domain may use: parts of Boost that are language, not system, and the standard library without the system.
bool fit_for_domain(std::string_view name) {
  static const Words boost{"boost/describe", "boost/mp11", "boost/unordered", "boost/container_hash", "boost/config"};
  static const Words system{"random",     "thread", "mutex",        "iostream",  "fstream",
                            "filesystem", "ctime",  "future",       "atomic",    "condition_variable",
                            "csignal",    "cstdio", "shared_mutex", "stop_token"};
  if (name.starts_with("boost/")) return starts_with_any(name, boost);
  if (name.find('/') != std::string_view::npos || name.ends_with(".h") || name.ends_with(".hpp")) return false;
  return std::ranges::find(system, name) == system.end();
}

}  // namespace

void layers(const Source& source, Findings& findings) {
  if (!source.cpp()) return;
  const auto layer = std::ranges::find_if(all_layers(), [&](const Layer& one) { return source.below(one.folder); });
  if (layer == all_layers().end()) return;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const auto include = include_in(source.lines[i]);
    if (!include) continue;
    const bool ours = include->quoted || starts_with_any(include->name, our_folders);
    const bool codec_from_log =
        source.below("eventstore/") && !source.below("eventstore/codec/") && include->name.starts_with("eventstore/codec/");
    const bool fits =
        ours ? starts_with_any(include->name, layer->ours) && !codec_from_log
             : !starts_with_any(include->name, layer->never) && (layer->folder != "domain/" || fit_for_domain(include->name));
    if (!fits) {
      findings.push_back(
          {source.path, i + 1, std::string{include->name} + " may not be included here: " + std::string{layer->reason}});
    }
  }
}

void include_style(const Source& source, Findings& findings) {
  if (!source.cpp()) return;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const auto include = include_in(source.lines[i]);
    if (!include) continue;
    if (include->quoted && !starts_with_any(include->name, our_folders)) {
      findings.push_back({source.path, i + 1, "write our includes as \"folder/file.hpp\" from the root"});
    }
    if (!include->quoted && starts_with_any(include->name, our_folders)) {
      findings.push_back({source.path, i + 1, "write our own includes in quotes"});
    }
  }
}

}  // namespace billtrail::tree
