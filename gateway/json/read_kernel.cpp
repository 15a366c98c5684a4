// Reading the kernel's own types.
#include "gateway/json/reader.hpp"

#include <limits>

namespace billtrail {

void JsonReader::read(const JsonValue& value, bool& out, const FieldBounds&) {
  if (value.is(JsonKind::boolean)) out = value.boolean();
  else wrong_type(value, "true or false");
}

void JsonReader::read(const JsonValue& value, std::int64_t& out, const FieldBounds&) {
  if (const auto integer = read_integer(value)) out = *integer;
}

void JsonReader::read(const JsonValue& value, std::int32_t& out, const FieldBounds&) {
  using Limits = std::numeric_limits<std::int32_t>;
  const auto integer = read_integer(value);
  if (!integer) return;
  if (*integer >= Limits::min() && *integer <= Limits::max()) out = static_cast<std::int32_t>(*integer);
  else fault(fault_code::out_of_range, "The integer is too large.", "an integer of 32 bits");
}

void JsonReader::read(const JsonValue& value, Seconds& out, const FieldBounds& bounds) { read(value, out.count, bounds); }

void JsonReader::read(const JsonValue& value, Position& out, const FieldBounds&) {
  const auto integer = read_integer(value);
  if (!integer) return;
  if (*integer >= 0) out.value = static_cast<std::uint64_t>(*integer);
  else fault(fault_code::out_of_range, "A position is never negative.", "an integer from 0");
}

void JsonReader::read(const JsonValue& value, std::string& out, const FieldBounds& bounds) {
  if (const auto text = read_text(value, bounds)) out = *text;
}

void JsonReader::read(const JsonValue& value, Personal& out, const FieldBounds& bounds) {
  if (const auto text = read_text(value, bounds)) out = {{}, std::string(*text)};
}

void JsonReader::read(const JsonValue& value, Currency& out, const FieldBounds&) {
  static constexpr std::string_view expected = "a currency code of ISO 4217 such as \"EUR\"";
  const auto text = read_string(value, expected);
  if (!text) return;
  if (const auto currency = Currency::parse(*text)) out = *currency;
  else wrong_format(*text, "a currency", expected);
}

void JsonReader::read(const JsonValue& value, Decimal4& out, const FieldBounds&) {
  static constexpr std::string_view expected = "a decimal in a string, such as \"120.50\", with at most four decimals";
  if (value.is(JsonKind::integer)) {
    if (!__builtin_mul_overflow(value.integer(), std::int64_t{10'000}, &out.ten_thousandths)) return;
    out = {};
    return fault(fault_code::out_of_range, "The decimal is too large.", std::string(expected));
  }
  if (value.is(JsonKind::large_integer)) return fault(fault_code::out_of_range, "The decimal is too large.", std::string(expected));
  const auto text = read_string(value, expected);
  if (!text) return;
  if (const auto decimal = Decimal4::parse(*text)) out = *decimal;
  else wrong_format(*text, "a decimal", expected);
}

void JsonReader::read(const JsonValue& value, Money& out, const FieldBounds&) {
  static constexpr FieldBounds none{};
  static constexpr std::array<Field, 2> fields{
      Field{"minor", true, none,
            [](JsonReader& reader, const JsonValue& minor, void* money, const FieldBounds& bounds) {
              reader.read(minor, static_cast<Money*>(money)->minor, bounds);
            }},
      Field{"currency", true, none, [](JsonReader& reader, const JsonValue& currency, void* money, const FieldBounds& bounds) {
              reader.read(currency, static_cast<Money*>(money)->currency, bounds);
            }}};
  read_object(value, &out, fields);
}

void JsonReader::read(const JsonValue& value, Instant& out, const FieldBounds&) {
  static constexpr std::string_view expected = "an instant of RFC 3339 such as \"2026-03-01T09:30:00Z\"";
  const auto text = read_string(value, expected);
  if (!text) return;
  if (const auto instant = Instant::parse(*text)) out = *instant;
  else wrong_format(*text, "an instant", expected);
}

void JsonReader::read(const JsonValue& value, Date& out, const FieldBounds&) {
  static constexpr std::string_view expected = "a date as YYYY-MM-DD, from 1900 to 2199";
  const auto text = read_string(value, expected);
  if (!text) return;
  if (const auto date = Date::parse(*text)) out = *date;
  else wrong_format(*text, "a date", expected);
}

namespace {

// "HH:MM" or "HH:MM:SS", as seconds since 00:00.
std::optional<std::int32_t> clock_seconds(std::string_view text) {
  if (text.size() != 5 && text.size() != 8) return std::nullopt;
  std::int32_t seconds = 0;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const auto digit = [&](std::size_t i) { return static_cast<std::int32_t>(text[i]) - '0'; };
    const bool digits = digit(at) >= 0 && digit(at) <= 9 && digit(at + 1) >= 0 && digit(at + 1) <= 9;
    const std::int32_t number = digit(at) * 10 + digit(at + 1);
    if (!digits || number >= (at == 0 ? 24 : 60) || (at != 0 && text[at - 1] != ':')) return std::nullopt;
    seconds = seconds * 60 + number;
  }
  return text.size() == 5 ? seconds * 60 : seconds;
}

}  // namespace

void JsonReader::read(const JsonValue& value, LocalTime& out, const FieldBounds&) {
  static constexpr std::string_view expected = "a clock's reading without a zone, such as \"2026-03-29T01:30\"";
  const auto text = read_string(value, expected);
  if (!text) return;
  const std::size_t date_size = 10;
  if (text->size() > date_size && (*text)[date_size] == 'T') {
    const auto date = Date::parse(text->substr(0, date_size));
    const auto seconds = clock_seconds(text->substr(date_size + 1));
    if (date && seconds) {
      out = {*date, *seconds};
      return;
    }
  }
  wrong_format(*text, "a clock's reading", expected);
}

}  // namespace billtrail
