// Values that many rows share, such as rates, zones and lists of tags: each kept once, rows hold its number. Append only.
#pragma once

#include <boost/container_hash/hash.hpp>
#include <vector>

#include "projections/row_index.hpp"

namespace billtrail {

template <class Value>
class Interned {
 public:
  // The number of the value; a new one when it has not been seen. `hash_value(const Value&)` is found by name.
  Row number_of(const Value& value) {
    if (last_ != no_row && values_[last_] == value) return last_;
    const std::size_t hash = boost::hash<Value>{}(value);
    Row row = index_.find(hash, [&](Row candidate) { return values_[candidate] == value; });
    if (row == no_row) {
      row = static_cast<Row>(values_.size());
      values_.push_back(value);
      index_.insert(hash, row);
    }
    last_ = row;
    return row;
  }
  // no_row when it has not been seen.
  Row find(const Value& value) const {
    return index_.find(boost::hash<Value>{}(value), [&](Row candidate) { return values_[candidate] == value; });
  }
  const Value& operator[](Row row) const { return values_[row]; }
  std::size_t size() const { return values_.size(); }

 private:
  std::vector<Value> values_;
  RowIndex index_;
  Row last_ = no_row;  // the same value often comes twice in a row
};

}  // namespace billtrail
