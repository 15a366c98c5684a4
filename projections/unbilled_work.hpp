// W1 to W3 for any grouping: one scan that sums what is open at the end of a day. Shared by wip and client_status.
#pragma once

#include <vector>

#include "domain/kernel/rounding.hpp"
#include "projections/currency_tag.hpp"
#include "projections/entry_filter.hpp"

namespace billtrail {

struct UnbilledSum {
  std::int64_t value = 0;     // chargeable, open, priced; time, expenses and what was invoiced on account
  std::int64_t negative = 0;  // the part of value that is below zero; never aged
  std::int64_t deferred = 0;
  std::int64_t on_draft = 0;        // the part of value that a draft holds
  std::int64_t expenses = 0;        // the part of value that is expenses
  std::int64_t retainer_fixed = 0;  // W2: effort at standard value less fee
  Seconds seconds, unpriced_seconds, review_seconds;
  std::int64_t unpriced_entries = 0;
  std::int64_t entries = 0;
  std::optional<Date> oldest;  // of what is open and not negative
  Int128 value_days = 0;       // sum of value x age, for the mean
};

struct UnbilledWork {
  Grouping groups;                   // the extra value is the currency's tag
  std::vector<UnbilledSum> sums;     // by group
  std::vector<std::int64_t> ageing;  // buckets for each group, one after the other
  std::size_t buckets;

  std::span<const std::int64_t> ageing_of(std::size_t group) const { return std::span(ageing).subspan(group * buckets, buckets); }
};

// Entries with work date <= day that the filter lets through. W3: age = day - work date; `edges` are the last days of the buckets. Expenses,
// fees and amounts on account have no member: they stand in the group without one.
UnbilledWork unbilled_work(const Views& views, const EntryFilter& filter, std::span<const Dimension> by, Date day);

// An entry's stand-in for what has a client and perhaps a project, and nothing else.
EntryRow without_member(Row client, Row project);

}  // namespace billtrail
