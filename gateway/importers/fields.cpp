// The readers of single fields: fields.hpp says what each accepts.
#include "gateway/importers/fields.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace billtrail::importers {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Cuts at the first `mark`; the whole text when it is not there.
std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t at = std::min(rest.find(mark), rest.size());
  const std::string_view head = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return head;
}

std::optional<std::int32_t> two_digits(std::string_view text, std::int32_t below) {
  if (text.size() != 2) return std::nullopt;
  const auto number = whole_number(text);
  return number && *number < below ? number : std::nullopt;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::int32_t> whole_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9 || !std::all_of(digits.begin(), digits.end(), digit)) return std::nullopt;
  std::int32_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::optional<std::int32_t> clock_time(std::string_view text) {
  text = trimmed(text);
  std::optional<bool> afternoon;
  if (text.size() > 2 && lower(text.back()) == 'm') {
    const char half = lower(text[text.size() - 2]);
    if (half != 'a' && half != 'p') return std::nullopt;
    afternoon = half == 'p';
    text = trimmed(text.substr(0, text.size() - 2));
  }
  const std::string_view hours_text = cut(text, ':');
  const auto hours = hours_text.size() <= 2 ? whole_number(hours_text) : std::nullopt;
  const auto minutes = two_digits(cut(text, ':'), 60);
  const auto seconds = text.empty() ? std::optional<std::int32_t>(0) : two_digits(text, 60);
  if (!hours || !minutes || !seconds || *hours > 23) return std::nullopt;
  if (!afternoon) return *hours * 3600 + *minutes * 60 + *seconds;
  if (*hours == 0 || *hours > 12) return std::nullopt;
  return (*hours % 12 + (*afternoon ? 12 : 0)) * 3600 + *minutes * 60 + *seconds;
}

std::optional<Seconds> classic_duration(std::string_view text) {
  text = trimmed(text);
  const std::string_view hours_text = cut(text, ':');
  const auto hours = hours_text.size() <= 4 ? whole_number(hours_text) : std::nullopt;
  const auto minutes = two_digits(cut(text, ':'), 60);
  const auto seconds = two_digits(text, 60);
  if (!hours || !minutes || !seconds) return std::nullopt;
  return Seconds{std::int64_t{*hours} * 3600 + *minutes * 60 + *seconds};
}

bool looks_like_a_date(std::string_view text) {
  constexpr std::string_view form = "9999-99-99";
  if (text.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '9' ? !digit(text[i]) : text[i] != form[i]) return false;
  }
  const auto year = whole_number(text.substr(0, 4));
  return *year < 1900 || *year > 2199;
}

std::optional<Decimal4> decimal(std::string_view text) {
  text = trimmed(text);
  std::string_view rest = text;
  std::string_view whole = cut(rest, '.');
  const std::string_view fraction = rest;
  if (text.ends_with('.')) return std::nullopt;
  std::string digits(cut(whole, ','));
  const bool grouped = !whole.empty();
  if (grouped && (digits.empty() || digits.size() > 3)) return std::nullopt;
  while (!whole.empty()) {
    const std::string_view group = cut(whole, ',');
    if (group.size() != 3) return std::nullopt;
    digits += group;
  }
  if (digits.empty() || digits.size() > 12 || !std::all_of(digits.begin(), digits.end(), digit) ||
      !std::all_of(fraction.begin(), fraction.end(), digit)) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  for (std::size_t i = 0; i < 4; ++i) number = number * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  if (fraction.size() > 4 && fraction[4] >= '5') ++number;
  return Decimal4{number};
}

std::vector<std::string> tag_list(std::string_view text) {
  std::vector<std::string> tags;
  while (!text.empty()) {
    std::string tag(trimmed(cut(text, ',')));
    if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
  }
  return tags;
}

bool valid_text(std::string_view bytes) {
  std::size_t i = 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const auto follows = [&](std::size_t at) { return at < bytes.size() && (byte(at) & 0xC0U) == 0x80U; };
  while (i < bytes.size()) {
    const unsigned lead = byte(i);
    if (lead == 0) return false;
    if (lead < 0x80U) {
      ++i;
    } else if (lead >= 0xC2U && lead <= 0xDFU && follows(i + 1)) {
      i += 2;
    } else if (lead >= 0xE0U && lead <= 0xEFU && follows(i + 1) && follows(i + 2)) {
      if ((lead == 0xE0U && byte(i + 1) < 0xA0U) || (lead == 0xEDU && byte(i + 1) >= 0xA0U)) return false;
      i += 3;
    } else if (lead >= 0xF0U && lead <= 0xF4U && follows(i + 1) && follows(i + 2) && follows(i + 3)) {
      if ((lead == 0xF0U && byte(i + 1) < 0x90U) || (lead == 0xF4U && byte(i + 1) >= 0x90U)) return false;
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace billtrail::importers
