// Pieces are kept per practice, so that a follower finds its place by binary search; one queue over all practices says what to forget.
#include "eventstore/tail_ring.hpp"

#include <algorithm>

#include "eventstore/frame.hpp"

namespace billtrail {
namespace {

// The part of a piece that begins at `position`, which lies within it.
TailPiece cut_before(TailPiece piece, LogPosition position) {
  for (; piece.first < position; ++piece.first, --piece.count) {
    piece.begin += frame_header_bytes + get_little<std::uint32_t>(piece.bytes->data() + piece.begin);
  }
  return piece;
}

}  // namespace

void TailPiece::for_each(const std::function<void(LogPosition, std::string_view)>& visit) const {
  std::size_t at = begin;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t length = get_little<std::uint32_t>(bytes->data() + at);
    visit(first + i, std::string_view(*bytes).substr(at + frame_header_bytes, length));
    at += frame_header_bytes + length;
  }
}

void TailRing::push(PracticeNumber practice, TailPiece piece) {
  const std::lock_guard lock(mutex_);
  bytes_ += piece.end - piece.begin;
  pieces_[practice].push_back(std::move(piece));
  order_.push_back(practice);
  while (bytes_ > bytes_max_ && order_.size() > 1) {
    const auto oldest = pieces_.find(order_.front());
    bytes_ -= oldest->second.front().end - oldest->second.front().begin;
    oldest->second.pop_front();
    if (oldest->second.empty()) pieces_.erase(oldest);
    order_.pop_front();
  }
}

Tail TailRing::after(PracticeNumber practice, LogPosition position, LogPosition head) const {
  if (position >= head) return {};
  const std::lock_guard lock(mutex_);
  const auto found = pieces_.find(practice);
  if (found == pieces_.end()) return {Tail::State::missed, {}};
  const auto& pieces = found->second;
  const LogPosition next = position + 1;
  // The first piece that begins beyond `next`; the one before it holds `next`.
  auto piece = std::upper_bound(pieces.begin(), pieces.end(), next,
                                [](LogPosition wanted, const TailPiece& each) { return wanted < each.first; });
  if (piece == pieces.begin()) return {Tail::State::missed, {}};
  --piece;
  if (next >= piece->first + piece->count) return {Tail::State::missed, {}};
  Tail tail;
  tail.pieces.push_back(cut_before(*piece, next));
  tail.pieces.insert(tail.pieces.end(), piece + 1, pieces.end());
  return tail;
}

std::size_t TailRing::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace billtrail
