// Numbers groups of entries by any dimensions: 0, 1, 2 ... in order of first sight, each with the values that make it.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "domain/kernel/calendar.hpp"
#include "projections/entry_row.hpp"
#include "projections/question.hpp"
#include "projections/row_index.hpp"

namespace billtrail {

class Grouping {
 public:
  // A row of the directory, a category, or days since 1970 (of the day, the Monday, the first of the month); the last value is the extra.
  using Value = std::uint32_t;
  static constexpr std::size_t values_max = 12;

  explicit Grouping(std::span<const Dimension> by) : by_(by.begin(), by.end()), width_(by.size() + 1) {}

  // The group of the entry, as worked on that date. `extra` sets apart what no dimension does, such as the currency.
  std::size_t group_of(const EntryRow& entry, Date date, Value extra = 0) {
    std::array<Value, values_max> values;
    for (std::size_t i = 0; i < by_.size(); ++i) values[i] = value_of(by_[i], entry, date);
    values[by_.size()] = extra;
    return number_of(values);
  }

  std::size_t size() const { return values_.size() / width_; }
  std::span<const Dimension> by() const { return by_; }
  // One value for each dimension, then the extra.
  std::span<const Value> values(std::size_t group) const { return std::span(values_).subspan(group * width_, width_); }

 private:
  static Value value_of(Dimension dimension, const EntryRow& entry, Date date) {
    switch (dimension) {
      case Dimension::client: return entry.client;
      case Dimension::project: return entry.project;
      case Dimension::campaign: return entry.campaign;
      case Dimension::task: return entry.task;
      case Dimension::service: return entry.service;
      case Dimension::member: return entry.member;
      case Dimension::category: return entry.category_number;
      case Dimension::day: return static_cast<Value>(date.days);
      case Dimension::week: return static_cast<Value>(first_of_week(date).days);
      case Dimension::month: return static_cast<Value>(first_of_month(date).days);
      case Dimension::team: return 0;
    }
    return 0;
  }

  bool same(std::size_t group, const std::array<Value, values_max>& values) const {
    return std::equal(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(width_),
                      values_.begin() + static_cast<std::ptrdiff_t>(group * width_));
  }

  std::size_t number_of(const std::array<Value, values_max>& values) {
    if (last_ != no_row && same(last_, values)) return last_;
    std::size_t hash = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      hash = (hash ^ values[i]) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29;
    }
    Row group = index_.find(hash, [&](Row candidate) { return same(candidate, values); });
    if (group == no_row) {
      group = static_cast<Row>(size());
      values_.insert(values_.end(), values.begin(), values.begin() + static_cast<std::ptrdiff_t>(width_));
      index_.insert(hash, group);
    }
    last_ = group;
    return group;
  }

  std::vector<Dimension> by_;
  std::size_t width_;
  std::vector<Value> values_;  // width_ of them for each group
  RowIndex index_;
  Row last_ = no_row;
};

}  // namespace billtrail
