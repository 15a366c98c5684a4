// Finds rows by key in four bytes and a tag each: the keys stay in the column that holds them, so a million ids are not kept twice.
// Open addressing, linear probing, never more than three quarters full. Rows are never taken out.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/kernel/table.hpp"

namespace billtrail {

class RowIndex {
 public:
  // The row with this hash for which `same(row)` holds, or no_row.
  template <class Same>
  Row find(std::size_t hash, Same&& same) const {
    if (slots_.empty()) return no_row;
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = tag & mask();; at = (at + 1) & mask()) {
      const Slot slot = slots_[at];
      if (slot.row == no_row) return no_row;
      if (slot.tag == tag && same(slot.row)) return slot.row;
    }
  }

  // The row must not be in the index yet.
  void insert(std::size_t hash, Row row) {
    if ((size_ + 1) * 4 > slots_.size() * 3) grow();
    place({tag_of(hash), row});
    ++size_;
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    Row row = no_row;
  };

  static std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32)); }
  std::size_t mask() const { return slots_.size() - 1; }

  void place(Slot slot) {
    std::size_t at = slot.tag & mask();
    while (slots_[at].row != no_row) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.row != no_row) place(slot);
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace billtrail
