// Three different things: an Instant is a moment (UTC), a Date is a day somebody wrote down, Seconds is worked time.
// Only a zone links the first two, at the edge (zone.hpp). Nothing here reads a clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace billtrail {

// A length of time in whole seconds. Signed: a correction may take away.
struct Seconds {
  std::int64_t count = 0;
  friend constexpr auto operator<=>(const Seconds&, const Seconds&) = default;
  constexpr Seconds& operator+=(Seconds other) { count += other.count; return *this; }
  constexpr Seconds& operator-=(Seconds other) { count -= other.count; return *this; }
  friend constexpr Seconds operator+(Seconds a, Seconds b) { return {a.count + b.count}; }
  friend constexpr Seconds operator-(Seconds a, Seconds b) { return {a.count - b.count}; }
};

// A moment: microseconds since 1970-01-01T00:00:00Z. In JSON RFC 3339 UTC, "2026-03-01T09:30:00Z".
struct Instant {
  std::int64_t micros = 0;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
  static std::optional<Instant> parse(std::string_view rfc3339);  // any offset; up to six decimals of a second
  std::string text() const;                                       // decimals only when there are any
};
constexpr Instant operator+(Instant at, Seconds length) { return {at.micros + length.count * 1'000'000}; }
constexpr Instant operator-(Instant at, Seconds length) { return {at.micros - length.count * 1'000'000}; }
// Whole seconds between two instants, rounded down.
constexpr Seconds between(Instant from, Instant to) {
  const std::int64_t micros = to.micros - from.micros;
  return {micros >= 0 ? micros / 1'000'000 : -((-micros + 999'999) / 1'000'000)};
}

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// A day of the Gregorian calendar, counted from 1970-01-01. In JSON "2026-03-01"; on disk the integer 20260301.
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;

  static std::optional<Date> from(int year, int month, int day);  // nothing when there is no such day
  static std::optional<Date> parse(std::string_view iso);         // exactly YYYY-MM-DD, years 1900 to 2199
  std::string text() const;
  int year() const;
  int month() const;
  int day() const;
  Weekday weekday() const;
};
constexpr Date operator+(Date date, int days) { return {date.days + days}; }
constexpr Date operator-(Date date, int days) { return {date.days - days}; }
constexpr int operator-(Date a, Date b) { return a.days - b.days; }

}  // namespace billtrail
