// Small questions that several rules of time ask.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "domain/kernel/decision.hpp"
#include "domain/kernel/id.hpp"

namespace billtrail {

inline bool is_blank(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}
inline bool is_blank(const std::optional<std::string>& text) { return !text || is_blank(*text); }

// The facts of a refusal that is about other entries.
inline std::vector<Fact> entry_facts(const std::vector<EntryId>& entries) {
  std::vector<Fact> facts;
  facts.reserve(entries.size());
  for (const EntryId& entry : entries) facts.push_back({"entry", std::string(entry.text())});
  return facts;
}

}  // namespace billtrail
