// Every rate rule there has been, in order of arrival, with the date it ends.
#pragma once

#include <optional>
#include <vector>

#include "projections/projection.hpp"

namespace billtrail {

struct RatesView {
  static constexpr std::string_view name = "rates";
  static constexpr int version = 1;

  std::vector<RateSet> rules;  // valid_to as it is now

  void apply(const Event& event);
  std::size_t lines() const { return rules.size(); }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
