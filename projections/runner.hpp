// Keeps the live views of a practice: takes durable events in order, lets readers look, tells those who wait for a position. One thread
// applies; any thread reads or waits. It knows no log: events are given to it, and a rebuild pulls them from a callback.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>

#include "projections/views.hpp"

namespace billtrail {

// Where and why it stopped taking events.
struct RunnerFailure {
  std::string projection;
  Position position;
  std::string event;
  std::string reason;
  friend bool operator==(const RunnerFailure&, const RunnerFailure&) = default;
};

// Gives every recorded event from position 1 on, in order, to `take`.
using Feed = std::function<void(const std::function<void(const Recorded&)>& take)>;

// Folds a feed into fresh views. Throws FoldFailed.
std::unique_ptr<Views> rebuild(const Feed& feed);

class Runner {
 public:
  Runner();

  // In order and without gaps. False when the runner has failed, now or before: it takes nothing any more (failure()).
  bool apply(std::span<const Recorded> batch);

  // Of the last event taken. Never waits for readers or writers.
  Position position() const;
  std::optional<RunnerFailure> failure() const;

  // Calls look(const Views&) while nothing is being applied; returns what it returns. Keep no references to the views.
  template <class Look>
  decltype(auto) read(Look&& look) const {
    const std::shared_lock lock = enter();
    return std::forward<Look>(look)(static_cast<const Views&>(*views_));
  }

  // Waits until the position is at least this; false after the time limit or on failure.
  bool wait_for(Position at_least, std::chrono::milliseconds limit) const;

  // Puts views built beside in place of the live ones, if they stand at the same or a later position. Clears a failure.
  bool switch_to(std::unique_ptr<Views> fresh);

  // Nothing when a rebuild is equal to the live views (2.20 a). `fresh` must stand at the live position.
  std::optional<Difference> compare(const Views& fresh) const;

 private:
  // Readers and the writer pass the same gate one by one, so that a stream of readers cannot keep the writer out.
  std::shared_lock<std::shared_mutex> enter() const {
    const std::lock_guard gate(gate_);
    return std::shared_lock(views_mutex_);
  }
  std::unique_lock<std::shared_mutex> enter_alone() {
    const std::lock_guard gate(gate_);
    return std::unique_lock(views_mutex_);
  }
  void publish(Position position, std::optional<RunnerFailure> failure);

  mutable std::mutex gate_;
  mutable std::shared_mutex views_mutex_;  // guards views_
  std::unique_ptr<Views> views_;
  mutable std::mutex state_mutex_;  // guards position_ and failure_
  mutable std::condition_variable moved_;
  Position position_;
  std::optional<RunnerFailure> failure_;
};

}  // namespace billtrail
