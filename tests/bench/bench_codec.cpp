// What encoding and decoding a usual time entry costs, and how many bytes it takes. Wants an optimised build:
//   cmake --build build/release --target bench_codec && build/release/tests/bench/bench_codec
#include <chrono>
#include <cstdio>
#include <string>

#include "eventstore/codec/codec.hpp"
#include "gateway/json/command_names.hpp"
#include "tests/eventstore/codec_samples.hpp"

namespace {

using namespace billtrail;

std::size_t sink = 0;  // what keeps the work from being left out

// Nanoseconds for one call: the best of five rounds.
template <class Work>
long nanoseconds(Work&& work) {
  constexpr int calls = 100'000;
  long best = -1;
  for (int round = 0; round < 5; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int call = 0; call < calls; ++call) sink += work();
    const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start).count() / calls;
    if (best < 0 || spent < best) best = static_cast<long>(spent);
  }
  return best;
}

constexpr std::string_view log_time =
    R"({"entry":"0195e8a2-7c30-7a51-8c1d-2f3e4d5c6b7a","member":"ana","client":"acme","project":"website","category":"project",)"
    R"("date":"2026-03-02","seconds":5400,"description":"Fixed the contact form"})";

}  // namespace

int main() {
  RecordEncoder encoder;
  const Recorded entry = test::usual_time_entry();
  const RecordHash previous = test::some_hash();
  const std::string bytes(encoder.encode(entry, previous));
  std::printf("record          %5zu bytes\n", bytes.size());
  std::printf("encode          %5ld ns\n", nanoseconds([&] { return encoder.encode(entry, previous).size(); }));
  std::printf("decode          %5ld ns\n", nanoseconds([&] { return decode_record(bytes).event.index(); }));
  std::printf("index facts     %5ld ns\n", nanoseconds([&] { return index_facts(bytes).entities.size(); }));
  std::printf("previous hash   %5ld ns\n", nanoseconds([&] { return std::size_t{previous_hash_of(bytes).bytes[0]}; }));
  std::printf("SHA-256         %5ld ns\n", nanoseconds([&] { return std::size_t{hash_record(bytes).bytes[0]}; }));
  std::printf("read LogTime    %5ld ns (%zu bytes of JSON)\n", nanoseconds([&] { return read_command("LogTime", log_time).value().index(); }), log_time.size());
  std::string out;
  std::printf("write TimeLogged %4ld ns\n", nanoseconds([&] {
    out.clear();
    write_event(out, entry.event, nothing_opens());
    return out.size();
  }));
  return sink == 0 ? 1 : 0;
}
