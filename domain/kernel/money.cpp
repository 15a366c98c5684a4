// The currencies of ISO 4217 that are in use as money, and decimals with four places. Codes of funds, metals and tests are no
// money.
#include "domain/kernel/money.hpp"

#include <limits>

#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

constexpr std::string_view without_decimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::string_view with_two_decimals =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE "
    "CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW "
    "KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK "
    "PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS "
    "UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ";
constexpr std::string_view with_three_decimals = "BHD IQD JOD KWD LYD OMR TND ";

constexpr std::int8_t not_money = -1;

constexpr std::size_t place_of(std::string_view code) {
  std::size_t place = 0;
  for (const char letter : code) place = place * 26 + static_cast<std::size_t>(letter - 'A');
  return place;
}

// One look-up for each of the 26^3 codes, as every value worked out asks for it.
constexpr auto exponents = [] {
  std::array<std::int8_t, std::size_t{26} * 26 * 26> table{};
  for (std::int8_t& entry : table) entry = not_money;
  const auto fill = [&table](std::string_view codes, std::int8_t exponent) {
    for (std::size_t i = 0; i + 4 <= codes.size(); i += 4) table[place_of(codes.substr(i, 3))] = exponent;
  };
  fill(without_decimals, 0);
  fill(with_two_decimals, 2);
  fill(with_three_decimals, 3);
  return table;
}();

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  for (const char letter : code) {
    if (letter < 'A' || letter > 'Z') return std::nullopt;
  }
  if (exponents[place_of(code)] == not_money) return std::nullopt;
  Currency currency;
  currency.letters_ = {code[0], code[1], code[2]};
  return currency;
}

int Currency::exponent() const {
  const std::int8_t exponent = exponents[place_of(code())];
  return exponent == not_money ? 0 : exponent;  // only the place-holder that nobody has set
}

std::optional<Decimal4> Decimal4::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || whole.size() > 18 || decimals.size() > 4) return std::nullopt;
  if (point != std::string_view::npos && decimals.empty()) return std::nullopt;

  Int128 value = 0;
  for (const std::string_view part : {whole, decimals}) {
    for (const char c : part) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
  }
  for (std::size_t place = decimals.size(); place < 4; ++place) value *= 10;
  if (negative) value = -value;
  using Limits = std::numeric_limits<std::int64_t>;
  if (value > Limits::max() || value < Limits::min()) return std::nullopt;
  return Decimal4{static_cast<std::int64_t>(value)};
}

namespace {

// The digits of a number of fractions, `places` of them after the point.
std::string with_point(std::int64_t value, std::size_t places) {
  std::string digits = std::to_string(value);
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return negative ? "-" + digits : digits;
}

}  // namespace

std::string Decimal4::text() const { return with_point(ten_thousandths, 4); }

std::string to_text(const Money& money) {
  return with_point(money.minor, static_cast<std::size_t>(money.currency.exponent())) + " " + std::string(money.currency.code());
}

}  // namespace billtrail
