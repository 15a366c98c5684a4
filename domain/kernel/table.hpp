// Tables of the books: rows in order of arrival with an index by id, which can be rolled back. While a Journal is open every
// change first notes how to undo it, so that a list of commands is all or nothing and a dry run leaves no trace.
// One thread owns the books and all of this.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace billtrail {

class Journal {
 public:
  bool open() const { return open_; }
  void begin() { open_ = true; }
  void note(std::function<void()> undo) { undo_.push_back(std::move(undo)); }
  void commit() { undo_.clear(); open_ = false; }
  void roll_back() {
    while (!undo_.empty()) {
      undo_.back()();
      undo_.pop_back();
    }
    open_ = false;
  }

 private:
  std::vector<std::function<void()>> undo_;
  bool open_ = false;
};

// The place of a row in its table. Rows never move and never go, so a place is a foreign key of four bytes.
using Row = std::uint32_t;
inline constexpr Row no_row = 0xFFFFFFFFU;

template <class Key, class Value>
class Table {
 public:
  explicit Table(Journal& journal) : journal_(journal) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  Row row_of(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? no_row : found->second;
  }
  const Value* find(const Key& key) const {
    const Row row = row_of(key);
    return row == no_row ? nullptr : &values_[row];
  }
  const Key& key(Row row) const { return keys_[row]; }
  const Value& at(Row row) const { return values_[row]; }
  std::size_t size() const { return values_.size(); }

  Row insert(const Key& key, Value value) {
    const Row row = static_cast<Row>(values_.size());
    if (!rows_.emplace(key, row).second) throw std::logic_error("the books hold this id already: " + std::string(key.text()));
    keys_.push_back(key);
    values_.push_back(std::move(value));
    if (journal_.open()) {
      journal_.note([this] {
        rows_.erase(keys_.back());
        keys_.pop_back();
        values_.pop_back();
      });
    }
    return row;
  }

  // The row to change; the old value comes back on a roll-back.
  Value& edit(Row row) {
    if (journal_.open()) journal_.note([this, row, old = values_[row]] { values_[row] = old; });
    return values_[row];
  }
  Value& edit(const Key& key) {
    const Row row = row_of(key);
    if (row == no_row) throw std::logic_error("the books do not hold this id: " + std::string(key.text()));
    return edit(row);
  }

 private:
  Journal& journal_;
  boost::unordered_flat_map<Key, Row> rows_;
  std::vector<Key> keys_;
  std::vector<Value> values_;
};

// A single value of the books that can be rolled back.
template <class Value>
class Cell {
 public:
  explicit Cell(Journal& journal) : journal_(journal) {}
  const Value& get() const { return value_; }
  const Value* operator->() const { return &value_; }
  const Value& operator*() const { return value_; }
  Value& edit() {
    if (journal_.open()) journal_.note([this, old = value_] { value_ = old; });
    return value_;
  }

 private:
  Journal& journal_;
  Value value_{};
};

}  // namespace billtrail
