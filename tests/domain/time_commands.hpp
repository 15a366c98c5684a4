// Random commands about time over a small agency: mostly sensible, now and then absurd, from few ids so that they meet.
#pragma once

#include <random>

#include "domain/command.hpp"

namespace billtrail::testing {

class TimeCommands {
 public:
  explicit TimeCommands(std::uint64_t seed) : random_(seed) {}

  Command next();
  Instant now() const { return now_; }

 private:
  std::int64_t upto(std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(random_); }
  bool one_in(std::int64_t n) { return upto(n) == 0; }
  template <class Value, class Make>
  std::optional<Value> maybe(std::int64_t n, Make make) {
    if (!one_in(n)) return std::nullopt;
    return make();
  }

  EntryId entry();
  EntryId fresh();
  MemberId member();
  ClientId client();
  Category category();
  Instant moment();
  Seconds seconds();
  Date date();
  std::string zone();
  std::string reason();
  template <class Said>
  void say_work(Said& command);
  LogTime log_time();
  CorrectTimeEntry correction();

  std::mt19937_64 random_;
  Instant now_{1'772'366'400'000'000};
  std::int64_t made_ = 0;
};

}  // namespace billtrail::testing
