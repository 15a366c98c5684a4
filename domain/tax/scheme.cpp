// Standard rates of value added tax. Each country begins with the rate it had in 2016 or when the list's first rate came into
// force; the changes since then stand below it.
#include "domain/tax/scheme.hpp"

#include <algorithm>
#include <array>

namespace billtrail {
namespace {

constexpr auto rates = std::to_array<SchemeRate>({
    {"AT", "1984-01-01", "20", "USt."},
    {"BE", "1996-01-01", "21", "VAT"},
    {"BG", "1999-01-01", "20", "VAT"},
    {"CY", "2014-01-13", "19", "VAT"},
    {"CZ", "2013-01-01", "21", "DPH"},
    {"DE", "2007-01-01", "19", "MwSt."},
    {"DE", "2020-07-01", "16", "MwSt."},
    {"DE", "2021-01-01", "19", "MwSt."},
    {"DK", "1992-01-01", "25", "moms"},
    {"EE", "2009-07-01", "20", "VAT"},
    {"EE", "2024-01-01", "22", "VAT"},
    {"EE", "2025-07-01", "24", "VAT"},
    {"ES", "2012-09-01", "21", "IVA"},
    {"FI", "2013-01-01", "24", "ALV"},
    {"FI", "2024-09-01", "25.5", "ALV"},
    {"FR", "2014-01-01", "20", "TVA"},
    {"GR", "2016-06-01", "24", "VAT"},
    {"HR", "2012-03-01", "25", "PDV"},
    {"HU", "2012-01-01", "27", "VAT"},
    {"IE", "2012-01-01", "23", "VAT"},
    {"IE", "2020-09-01", "21", "VAT"},
    {"IE", "2021-03-01", "23", "VAT"},
    {"IT", "2013-10-01", "22", "IVA"},
    {"LT", "2009-09-01", "21", "PVM"},
    {"LU", "2015-01-01", "17", "TVA"},
    {"LU", "2023-01-01", "16", "TVA"},
    {"LU", "2024-01-01", "17", "TVA"},
    {"LV", "2012-07-01", "21", "PVN"},
    {"MT", "2004-01-01", "18", "VAT"},
    {"NL", "2012-10-01", "21", "btw"},
    {"PL", "2011-01-01", "23", "VAT"},
    {"PT", "2011-01-01", "23", "IVA"},
    {"RO", "2016-01-01", "20", "TVA"},
    {"RO", "2017-01-01", "19", "TVA"},
    {"RO", "2025-08-01", "21", "TVA"},
    {"SE", "1990-07-01", "25", "moms"},
    {"SI", "2013-07-01", "22", "DDV"},
    {"SK", "2011-01-01", "20", "DPH"},
    {"SK", "2025-01-01", "23", "DPH"},
    {"ZA", "1993-04-07", "14", "VAT"},
    {"ZA", "2018-04-01", "15", "VAT"},
});

}  // namespace

std::span<const SchemeRate> all_scheme_rates() { return rates; }

std::span<const SchemeRate> scheme_rates(std::string_view jurisdiction) {
  const auto [first, last] = std::ranges::equal_range(rates, jurisdiction, {}, &SchemeRate::jurisdiction);
  return {first, last};
}

}  // namespace billtrail
