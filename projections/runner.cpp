// The live views of a practice.
#include "projections/runner.hpp"

#include <algorithm>

namespace billtrail {
namespace {

RunnerFailure failure_from(const FoldFailed& failed) { return {failed.projection, failed.position, failed.event, failed.reason}; }

}  // namespace

std::unique_ptr<Views> rebuild(const Feed& feed) {
  auto views = std::make_unique<Views>();
  feed([&](const Recorded& recorded) { apply(*views, recorded); });
  return views;
}

Runner::Runner() : views_(std::make_unique<Views>()) {}

bool Runner::apply(std::span<const Recorded> batch) {
  if (failure()) return false;
  Position reached;
  std::optional<RunnerFailure> failed;
  {
    const std::unique_lock lock = enter_alone();
    try {
      for (const Recorded& recorded : batch) billtrail::apply(*views_, recorded);
    } catch (const FoldFailed& error) {
      failed = failure_from(error);
    }
    reached = views_->position;
  }
  const bool taken = !failed.has_value();
  publish(reached, std::move(failed));
  return taken;
}

void Runner::publish(Position position, std::optional<RunnerFailure> failure) {
  {
    const std::lock_guard lock(state_mutex_);
    position_ = position;
    failure_ = std::move(failure);
  }
  moved_.notify_all();
}

Position Runner::position() const {
  const std::lock_guard lock(state_mutex_);
  return position_;
}

std::optional<RunnerFailure> Runner::failure() const {
  const std::lock_guard lock(state_mutex_);
  return failure_;
}

bool Runner::wait_for(Position at_least, std::chrono::milliseconds limit) const {
  std::unique_lock lock(state_mutex_);
  moved_.wait_for(lock, limit, [&] { return position_ >= at_least || failure_.has_value(); });
  return position_ >= at_least;
}

bool Runner::switch_to(std::unique_ptr<Views> fresh) {
  Position reached;
  {
    const std::unique_lock lock = enter_alone();
    if (fresh->position < views_->position) return false;
    views_.swap(fresh);
    reached = views_->position;
  }
  publish(reached, std::nullopt);
  return true;
}

std::optional<Difference> Runner::compare(const Views& fresh) const {
  return read([&](const Views& live) { return first_difference(live, fresh); });
}

}  // namespace billtrail
