// What is appended in one piece: records of one or several practices, each part with the position its practice must be at. All of
// it becomes durable, or none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/chain.hpp"

namespace billtrail {

// A practice, as the log knows it: a number, nothing more.
enum class PracticeNumber : std::uint64_t {};
constexpr std::uint64_t raw(PracticeNumber practice) { return static_cast<std::uint64_t>(practice); }

// Where a record stands in its practice: 1, 2, 3 ... without gaps. 0 is before the first.
using LogPosition = std::uint64_t;

// Where a practice must be for an append to be right.
class Expect {
 public:
  static constexpr Expect at(LogPosition position) { return Expect(position); }
  static constexpr Expect no_records() { return Expect(0); }
  static constexpr Expect anything() { return Expect(std::nullopt); }

  constexpr bool accepts(LogPosition actual) const { return !position_ || *position_ == actual; }
  constexpr std::optional<LogPosition> position() const { return position_; }

 private:
  constexpr explicit Expect(std::optional<LogPosition> position) : position_(position) {}
  std::optional<LogPosition> position_;
};

class Batch {
 public:
  static constexpr std::size_t record_bytes_max = 1 << 20;   // one body
  static constexpr std::size_t batch_bytes_max = 256 << 20;  // all frames of a batch: a back-dated rate may reprice 250,000 entries at once

  struct Part {
    PracticeNumber practice;
    Expect expect;
    std::size_t begin;  // the part's frames lie in [begin, end) of bytes()
    std::size_t end;
    std::size_t count;
    RecordHash last_hash;
  };

  // The records added next belong to this practice, which must then be where `expect` says. A practice may come twice: its second
  // part follows the first.
  void open(PracticeNumber practice, Expect expect);

  // Copies the body. `hash` is the record's SHA-256, computed by whoever links the chain. Throws std::logic_error before open() and
  // std::length_error beyond the bounds above: callers cut their work to size first.
  void add(std::string_view body, const RecordHash& hash);

  std::span<const Part> parts() const { return parts_; }
  const std::string& bytes() const { return bytes_; }
  std::size_t record_count() const { return record_count_; }
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }

  // Gives the frames away; the batch is empty afterwards.
  std::string take_bytes();

 private:
  std::string bytes_;
  std::vector<Part> parts_;
  std::size_t record_count_ = 0;
};

}  // namespace billtrail
