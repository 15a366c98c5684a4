// Money is a signed 64-bit count of minor units and an ISO 4217 code, whose exponent (0, 2 or 3) says what a
// minor unit is. Rates and percentages are Decimal4: exactly four decimals. Nothing here is ever a float.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace billtrail {

class Currency {
 public:
  constexpr Currency() = default;
  // Nothing unless the text is a code of ISO 4217 that is in use as money.
  static std::optional<Currency> parse(std::string_view code);

  constexpr std::string_view code() const { return {letters_.data(), letters_.size()}; }
  // Decimals of the minor unit: 0 for JPY, 2 for EUR, 3 for KWD.
  int exponent() const;

  friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> letters_{'X', 'X', 'X'};
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;
  friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

// A decimal with exactly four decimals: 120.5 is {1205000}. In JSON a string such as "120.5000"; on disk the integer.
struct Decimal4 {
  std::int64_t ten_thousandths = 0;

  // Accepts "-12", "12.5", "12.3456"; nothing for more than four decimals, other characters or overflow.
  static std::optional<Decimal4> parse(std::string_view text);
  std::string text() const;

  friend constexpr auto operator<=>(const Decimal4&, const Decimal4&) = default;
};

// "120.50 EUR": for people, test output and logs.
std::string to_text(const Money& money);

}  // namespace billtrail
