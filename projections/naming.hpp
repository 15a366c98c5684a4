// Turns the values of a group into what an answer shows: ids, names, keys; and puts groups into order.
#pragma once

#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <vector>

#include "projections/directory_view.hpp"
#include "projections/grouping.hpp"

namespace billtrail {

// Ids and dates joined by "|"; nothing between where work has none, such as internal work by client. Leaves out the extra value.
std::string group_key(const Grouping& groups, std::size_t group, const DirectoryView& directory);

// All groups: by names (then ids) for what has clear names, by arrival for members, by time for dates; those without come last.
std::vector<std::size_t> in_order(const Grouping& groups, const DirectoryView& directory);

namespace detail {

template <class Key, class Facts, class Name>
void name_one(const Register<Key, Facts>& noun, Row row, std::optional<Key>& id, std::optional<Name>& name) {
  if (row == no_row) return;
  id = noun.key(row);
  name = noun.at(row).name;
}

}  // namespace detail

// Fills the members of `row` that belong to one dimension; each answer has only those that it can be grouped by.
template <class AnswerRow>
void name_dimension(AnswerRow& row, Dimension dimension, Grouping::Value value, const DirectoryView& directory) {
  const Date date{static_cast<std::int32_t>(value)};
  if constexpr (requires { row.client; })
    if (dimension == Dimension::client) return detail::name_one(directory.clients, value, row.client, row.client_name);
  if constexpr (requires { row.member.has_value(); })
    if (dimension == Dimension::member) return detail::name_one(directory.members, value, row.member, row.member_name);
  if constexpr (requires { row.project; })
    if (dimension == Dimension::project) return detail::name_one(directory.projects, value, row.project, row.project_name);
  if constexpr (requires { row.campaign; })
    if (dimension == Dimension::campaign) return detail::name_one(directory.campaigns, value, row.campaign, row.campaign_name);
  if constexpr (requires { row.task; })
    if (dimension == Dimension::task) return detail::name_one(directory.tasks, value, row.task, row.task_name);
  if constexpr (requires { row.service; })
    if (dimension == Dimension::service) return detail::name_one(directory.services, value, row.service, row.service_name);
  if constexpr (requires { row.category; })
    if (dimension == Dimension::category) row.category = static_cast<Category>(value);
  if constexpr (requires { row.day; })
    if (dimension == Dimension::day) row.day = date;
  if constexpr (requires { row.week; })
    if (dimension == Dimension::week) row.week = week_key(date);
  if constexpr (requires { row.month; })
    if (dimension == Dimension::month) row.month = month_key(date);
}

template <class AnswerRow>
void name_group(AnswerRow& row, const Grouping& groups, std::size_t group, const DirectoryView& directory) {
  row.key = group_key(groups, group, directory);
  const auto values = groups.values(group);
  for (std::size_t i = 0; i < groups.by().size(); ++i) name_dimension(row, groups.by()[i], values[i], directory);
}

}  // namespace billtrail
