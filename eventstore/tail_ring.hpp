// The last few MiB of appended records, kept in memory for those who follow live: they read the very bytes that were written,
// without touching the disk and without copying.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "eventstore/batch.hpp"

namespace billtrail {

// Records first, first + 1, ... of one practice. The bytes are shared because followers may hold them after the ring has moved on.
struct TailPiece {
  LogPosition first = 0;
  std::size_t count = 0;
  std::shared_ptr<const std::string> bytes;
  std::size_t begin = 0;  // the frames lie in [begin, end)
  std::size_t end = 0;

  // Visits each record; bodies live as long as `bytes`.
  void for_each(const std::function<void(LogPosition, std::string_view body)>& visit) const;
};

// What follows a position. When the ring no longer (or not yet) holds the next record, `missed` says to read the log instead; when
// there is nothing new, `pieces` is empty.
struct Tail {
  enum class State { complete, missed };
  State state = State::complete;
  std::vector<TailPiece> pieces;  // dense and in order; the first begins right after the position asked for
};

class TailRing {
 public:
  explicit TailRing(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  // Any thread; pieces of one practice come in order. Forgets the oldest pieces beyond the bound, but keeps the newest.
  void push(PracticeNumber practice, TailPiece piece);

  // `head` is the practice's last durable position.
  Tail after(PracticeNumber practice, LogPosition position, LogPosition head) const;

  std::size_t bytes() const;

 private:
  const std::size_t bytes_max_;
  mutable std::mutex mutex_;  // guards all below
  std::unordered_map<PracticeNumber, std::deque<TailPiece>> pieces_;
  std::deque<PracticeNumber> order_;  // whose piece is the oldest, the next oldest ...
  std::size_t bytes_ = 0;
};

}  // namespace billtrail
