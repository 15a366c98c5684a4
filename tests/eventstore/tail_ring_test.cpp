// The ring forgets the oldest beyond its bound, and says so instead of leaving a gap.
#include "eventstore/frame.hpp"
#include "eventstore/tail_ring.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

constexpr std::size_t record_bytes = 100;

// `count` records of 100 bytes, framed.
TailPiece piece(LogPosition first, std::size_t count) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = std::to_string(first + i);
    text.resize(record_bytes - frame_header_bytes - 32, '.');
    append_frame(bytes, chained({}, text));
  }
  const auto size = bytes.size();
  return {first, count, std::make_shared<const std::string>(std::move(bytes)), 0, size};
}

std::string positions(const Tail& tail) {
  if (tail.state == Tail::State::missed) return "missed";
  std::string text;
  for (const auto& each : tail.pieces) {
    each.for_each([&](LogPosition position, std::string_view body) {
      const auto written = body.substr(32, body.find('.') - 32);
      text += (text.empty() ? "" : " ") + std::to_string(position) + (written == std::to_string(position) ? "" : "!");
    });
  }
  return text;
}

}  // namespace

TEST_CASE("a follower gets exactly what comes after its position, also within a piece") {
  TailRing ring(10'000);
  ring.push(acme, piece(1, 3));
  ring.push(acme, piece(4, 2));
  CHECK(positions(ring.after(acme, 0, 5)) == "1 2 3 4 5");
  CHECK(positions(ring.after(acme, 2, 5)) == "3 4 5");
  CHECK(positions(ring.after(acme, 3, 5)) == "4 5");
  CHECK(positions(ring.after(acme, 4, 5)) == "5");
  CHECK(positions(ring.after(acme, 5, 5)) == "");
}

TEST_CASE("a follower who is too far behind is sent to the log") {
  TailRing ring(4 * record_bytes);
  for (LogPosition at = 1; at <= 10; ++at) ring.push(acme, piece(at, 1));
  CHECK(ring.bytes() == 4 * record_bytes);
  CHECK(positions(ring.after(acme, 0, 10)) == "missed");
  CHECK(positions(ring.after(acme, 5, 10)) == "missed");
  CHECK(positions(ring.after(acme, 6, 10)) == "7 8 9 10");
}

TEST_CASE("records from before the ring began are missed, not passed over") {
  TailRing ring(10'000);
  CHECK(positions(ring.after(acme, 3, 5)) == "missed");
  ring.push(acme, piece(6, 1));
  CHECK(positions(ring.after(acme, 4, 6)) == "missed");
  CHECK(positions(ring.after(acme, 5, 6)) == "6");
}

TEST_CASE("the bound is shared by all practices, the oldest piece goes first") {
  TailRing ring(3 * record_bytes);
  ring.push(acme, piece(1, 1));
  ring.push(bureau, piece(1, 1));
  ring.push(bureau, piece(2, 1));
  ring.push(bureau, piece(3, 1));
  CHECK(positions(ring.after(acme, 0, 1)) == "missed");
  CHECK(positions(ring.after(bureau, 0, 3)) == "1 2 3");
}

TEST_CASE("a piece larger than the bound is kept until the next one comes") {
  TailRing ring(2 * record_bytes);
  ring.push(acme, piece(1, 5));
  CHECK(positions(ring.after(acme, 0, 5)) == "1 2 3 4 5");
  ring.push(acme, piece(6, 1));
  CHECK(ring.bytes() == record_bytes);
  CHECK(positions(ring.after(acme, 4, 6)) == "missed");
}

TEST_CASE("what a follower holds stays whole after the ring has moved on") {
  TailRing ring(record_bytes);
  ring.push(acme, piece(1, 2));
  const auto held = ring.after(acme, 0, 2);
  for (LogPosition at = 3; at < 50; ++at) ring.push(acme, piece(at, 1));
  CHECK(positions(held) == "1 2");
}
