// Instants in RFC 3339: any offset comes in, UTC goes out.
#include "domain/kernel/time.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t micros_a_second = 1'000'000;
constexpr std::int64_t seconds_a_day = 86'400;

// Reads one piece after another and remembers whether all of them were right.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }

  std::string_view take(std::size_t length) {
    if (rest_.size() < length) return fail();
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }

  // One character out of those.
  char one_of(std::string_view those) {
    const std::string_view taken = take(1);
    if (taken.empty() || those.find(taken.front()) == std::string_view::npos) {
      fail();
      return '\0';
    }
    return taken.front();
  }

  int two_digits(int most) {
    int value = 0;
    for (const char c : take(2)) {
      if (c < '0' || c > '9') fail();
      value = value * 10 + (c - '0');
    }
    if (value > most) fail();
    return value;
  }

  // ".25" is 250000; nothing there is 0.
  std::int64_t fraction() {
    if (next() != '.') return 0;
    take(1);
    std::int64_t value = 0;
    int count = 0;
    for (; next() >= '0' && next() <= '9'; ++count) {
      if (count == 6) fail();
      if (!good_) return 0;
      value = value * 10 + (take(1).front() - '0');
    }
    if (count == 0) fail();
    for (; count < 6; ++count) value *= 10;
    return value;
  }

 private:
  std::string_view fail() {
    good_ = false;
    return {};
  }

  std::string_view rest_;
  bool good_ = true;
};

std::string two(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::optional<Instant> Instant::parse(std::string_view rfc3339) {
  Reader reader(rfc3339);
  const std::optional<Date> date = Date::parse(reader.take(10));
  reader.one_of("Tt");
  const int hour = reader.two_digits(23);
  reader.one_of(":");
  const int minute = reader.two_digits(59);
  reader.one_of(":");
  const int second = reader.two_digits(59);
  const std::int64_t fraction = reader.fraction();
  const char sign = reader.one_of("Zz+-");
  std::int64_t offset = 0;
  if (sign == '+' || sign == '-') {
    const int offset_hours = reader.two_digits(23);
    reader.one_of(":");
    offset = (offset_hours * 60 + reader.two_digits(59)) * 60;
    if (sign == '-') offset = -offset;
  }
  if (!date || !reader.good() || !reader.at_end()) return std::nullopt;
  const std::int64_t seconds = date->days * seconds_a_day + hour * 3600 + minute * 60 + second - offset;
  return Instant{seconds * micros_a_second + fraction};
}

std::string Instant::text() const {
  const Seconds since = between(Instant{}, *this);
  std::int64_t days = since.count / seconds_a_day;
  if (since.count < 0 && since.count % seconds_a_day != 0) --days;
  const std::int64_t second = since.count - days * seconds_a_day;
  std::string text = Date{static_cast<std::int32_t>(days)}.text() + "T" + two(second / 3600) + ":" + two(second / 60 % 60) + ":" +
                     two(second % 60);
  if (const std::int64_t fraction = micros - since.count * micros_a_second; fraction != 0) {
    std::string decimals = std::to_string(micros_a_second + fraction).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text + "Z";
}

}  // namespace billtrail
