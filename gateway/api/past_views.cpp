// What was known at an earlier moment: the log, folded to there (F61).
#include "eventstore/codec/codec.hpp"
#include "gateway/api/read_models.hpp"
#include "gateway/options.hpp"

namespace billtrail {
namespace {

Instant recorded_at(const Log& log, const Ledger& ledger, std::uint64_t position) {
  Instant at;
  log.read(ledger.number, {position, position}, [&at](LogPosition, std::string_view body) {
    at = index_facts(body).recorded_at;
    return Reading::stop;
  });
  return at;
}

}  // namespace

Position PastViews::position_of(const Ledger& ledger, const KnownAt& known_at) const {
  const std::uint64_t durable = ledger.durable.load();
  if (const auto* position = std::get_if<Position>(&known_at)) return {std::min(position->value, durable)};
  const Instant moment = std::get<Instant>(known_at);
  // Recorded times never go back, so the last one not after the moment is found by halving.
  std::uint64_t known = 0;
  std::uint64_t beyond = durable + 1;
  while (beyond - known > 1) {
    const std::uint64_t middle = known + (beyond - known) / 2;
    if (recorded_at(log_, ledger, middle) <= moment) known = middle;
    else beyond = middle;
  }
  return {known};
}

std::shared_ptr<const Views> PastViews::at(const Ledger& ledger, Position position) {
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (kept_[i].practice != ledger.number || kept_[i].position != position) continue;
      std::rotate(kept_.begin() + static_cast<std::ptrdiff_t>(i), kept_.begin() + static_cast<std::ptrdiff_t>(i) + 1, kept_.end());
      return kept_.back().views;
    }
  }
  auto views = std::make_shared<Views>();
  if (position.value > 0) {
    log_.read(ledger.number, {1, position.value}, [&views](LogPosition, std::string_view body) {
      apply(*views, decode_record(body));
      return Reading::go_on;
    });
  }
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= bounds::past_views_max) kept_.erase(kept_.begin());
  kept_.push_back({ledger.number, position, views});
  return views;
}

}  // namespace billtrail
