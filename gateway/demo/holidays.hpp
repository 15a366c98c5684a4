// Public holidays of Berlin, by rule: the fixed ones, and those that hang on Easter.
#pragma once

#include <string_view>
#include <vector>

#include "domain/kernel/time.hpp"

namespace billtrail::demo {

inline constexpr std::string_view berlin_calendar = "DE-BE";

struct Holiday {
  Date date;
  std::string_view name;
};

// In order of date.
std::vector<Holiday> berlin_holidays(int year);

}  // namespace billtrail::demo
