// Tax set-ups that a practice can adopt: the standard rate of South Africa and of each country of the EU, with its history.
#pragma once

#include <span>
#include <string_view>

namespace billtrail {

struct SchemeRate {
  std::string_view jurisdiction;
  std::string_view valid_from;  // ISO
  std::string_view percent;
  std::string_view name;
};

// In order of their dates; none for a jurisdiction that is not known here.
std::span<const SchemeRate> scheme_rates(std::string_view jurisdiction);
// All of them, by jurisdiction and date.
std::span<const SchemeRate> all_scheme_rates();

}  // namespace billtrail
