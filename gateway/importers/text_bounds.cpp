// Measures texts against the bounds that hold for every request.
#include "gateway/importers/text_bounds.hpp"

#include <algorithm>

#include "gateway/importers/fields.hpp"
#include "gateway/json/bounds.hpp"

namespace billtrail::importers {

std::optional<std::string_view> too_long(const ImportedRow& row) {
  const auto name_too_long = [](const std::string& name) { return characters(name) > name_characters_max; };
  if (name_too_long(row.user) || name_too_long(row.email)) return "user_too_long";
  if (name_too_long(row.client) || name_too_long(row.project) || name_too_long(row.task)) return "name_too_long";
  if (characters(row.description) > text_characters_max) return "description_too_long";
  if (row.tags.size() > tags_max) return "tags_too_many";
  const auto tag_too_long = [](const std::string& tag) { return characters(tag) > tag_characters_max; };
  if (std::any_of(row.tags.begin(), row.tags.end(), tag_too_long)) return "tag_too_long";
  return std::nullopt;
}

}  // namespace billtrail::importers
