// Collects every fault of a command, so that a caller with three of them hears of all three; they come out in order of
// precedence.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "domain/kernel/decision.hpp"

namespace billtrail {

class Faults {
 public:
  void add(RefusalCode code, std::string pointer = {}, std::vector<Fact> facts = {}) {
    found_.push_back(refuse(code, std::move(pointer), std::move(facts)));
  }
  void add(Refusals refusals) {
    for (Refusal& refusal : refusals) found_.push_back(std::move(refusal));
  }
  bool none() const { return found_.empty(); }

  // By precedence (refusal.hpp); faults of one kind stay in the order in which they were found.
  Refusals in_order() const {
    Refusals ordered = found_;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Refusal& a, const Refusal& b) { return a.code < b.code; });
    return ordered;
  }

 private:
  Refusals found_;
};

}  // namespace billtrail
