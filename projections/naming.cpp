// Keys and order of groups.
#include "projections/naming.hpp"

#include <algorithm>
#include <compare>
#include <numeric>

namespace billtrail {
namespace {

template <class Key, class Facts>
std::string id_text(const Register<Key, Facts>& noun, Row row) {
  return row == no_row ? std::string{} : std::string(noun.key(row).text());
}

std::string value_text(Dimension dimension, Grouping::Value value, const DirectoryView& directory) {
  const Date date{static_cast<std::int32_t>(value)};
  switch (dimension) {
    case Dimension::client: return id_text(directory.clients, value);
    case Dimension::project: return id_text(directory.projects, value);
    case Dimension::campaign: return id_text(directory.campaigns, value);
    case Dimension::task: return id_text(directory.tasks, value);
    case Dimension::service: return id_text(directory.services, value);
    case Dimension::member: return id_text(directory.members, value);
    case Dimension::category: return boost::describe::enum_to_string(static_cast<Category>(value), "");
    case Dimension::day: return date.text();
    case Dimension::week: return week_key(date);
    case Dimension::month: return month_key(date);
    case Dimension::team: return "team";
  }
  return {};
}

template <class Key, class Facts>
std::strong_ordering by_name(const Register<Key, Facts>& noun, Row a, Row b) {
  if (a == b) return std::strong_ordering::equal;
  if (a == no_row || b == no_row) return a == no_row ? std::strong_ordering::greater : std::strong_ordering::less;
  const auto names = noun.at(a).name <=> noun.at(b).name;
  return names != 0 ? names : noun.key(a) <=> noun.key(b);
}

std::strong_ordering compare(Dimension dimension, Grouping::Value a, Grouping::Value b, const DirectoryView& directory) {
  switch (dimension) {
    case Dimension::client: return by_name(directory.clients, a, b);
    case Dimension::project: return by_name(directory.projects, a, b);
    case Dimension::campaign: return by_name(directory.campaigns, a, b);
    case Dimension::task: return by_name(directory.tasks, a, b);
    case Dimension::service: return by_name(directory.services, a, b);
    case Dimension::member:
    case Dimension::category:
    case Dimension::team: return a <=> b;
    case Dimension::day:
    case Dimension::week:
    case Dimension::month: return static_cast<std::int32_t>(a) <=> static_cast<std::int32_t>(b);
  }
  return std::strong_ordering::equal;
}

}  // namespace

std::string group_key(const Grouping& groups, std::size_t group, const DirectoryView& directory) {
  std::string key;
  const auto values = groups.values(group);
  for (std::size_t i = 0; i < groups.by().size(); ++i) {
    if (i > 0) key += '|';
    key += value_text(groups.by()[i], values[i], directory);
  }
  return key;
}

std::vector<std::size_t> in_order(const Grouping& groups, const DirectoryView& directory) {
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const auto left = groups.values(a);
    const auto right = groups.values(b);
    for (std::size_t i = 0; i < groups.by().size(); ++i) {
      const auto verdict = compare(groups.by()[i], left[i], right[i], directory);
      if (verdict != 0) return verdict < 0;
    }
    return left.back() < right.back();
  });
  return order;
}

}  // namespace billtrail
