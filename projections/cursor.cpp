// The text of a page's cursor: work date, start in microseconds or "-", entry id, with underscores between ("2026-03-01_-_e17").
#include <charconv>

#include "projections/question.hpp"

namespace billtrail {

std::string Cursor::text() const {
  return work_date.text() + "_" + (start ? std::to_string(start->micros) : "-") + "_" + std::string(entry.text());
}

std::optional<Cursor> Cursor::parse(std::string_view text) {
  const std::size_t first = text.find('_');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('_', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto date = Date::parse(text.substr(0, first));
  const auto entry = EntryId::parse(text.substr(second + 1));
  if (!date || !entry) return std::nullopt;
  Cursor cursor{*date, std::nullopt, *entry};
  const std::string_view start = text.substr(first + 1, second - first - 1);
  if (start == "-") return cursor;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(start.data(), start.data() + start.size(), micros);
  if (error != std::errc{} || end != start.data() + start.size()) return std::nullopt;
  cursor.start = Instant{micros};
  return cursor;
}

}  // namespace billtrail
