// The clerk's second half: handing a group to the committer, and what follows when it is durable or was not written.
#include <spdlog/spdlog.h>

#include "gateway/ledger/group.hpp"
#include "gateway/ledger/opening.hpp"
#include "gateway/options.hpp"

namespace billtrail {

void Clerk::commit(std::shared_ptr<Group> group) {
  if (group->replies.empty()) return;
  if (group->sections.empty()) {
    // Nothing to write. A replay of something still being written waits for it.
    if (group->has_replays) {
      wait_for_room(0);
      fill_replays(*group);
    }
    for (Reply& reply : group->replies) reply.done(std::move(reply.answers));
    return;
  }
  wait_for_room(bounds::decided_batches_max - 1);
  bool alone = group->replies.size() == 1;
  {
    const std::lock_guard lock(outstanding_mutex_);
    alone = alone && outstanding_ == 0;
    ++outstanding_;
  }
  Completion completion = [this, group](CommitOutcome outcome) {
    committed(*group, std::move(outcome));
    {
      const std::lock_guard lock(outstanding_mutex_);
      --outstanding_;
    }
    outstanding_wake_.notify_one();
  };
  // A single caller waits for nothing but the disk; as soon as there are several, deciding goes on while the disk syncs.
  const bool taken = alone ? parts_.committer.commit_here(std::move(group->batch), std::move(completion))
                           : parts_.committer.submit(std::move(group->batch), std::move(completion)) == Submitted::queued;
  if (!taken) completion(NoRoom{});
}

void Clerk::wait_for_room(std::size_t outstanding_max) {
  std::unique_lock lock(outstanding_mutex_);
  outstanding_wake_.wait(lock, [&] { return outstanding_ <= outstanding_max; });
}

void Clerk::committed(Group& group, CommitOutcome outcome) {
  if (std::holds_alternative<Appended>(outcome)) {
    for (const Group::Section& section : group.sections) {
      section.ledger->durable.store(section.events->back().envelope.position.value);
      parts_.projector.push({section.ledger, section.events, section.hashes, section.before});
    }
    if (group.has_replays) fill_replays(group);
  } else {
    // Not written (or, when the log broke, not known to be): whoever was promised nothing is told so.
    const auto* failed = std::get_if<CommitFailed>(&outcome);
    if (failed && !broken_.exchange(true)) parts_.broken(*failed->why);
    const Outcome answer = failed && failed->why->failure() == LogFailure::broken ? Outcome::stopped : Outcome::disk_full;
    for (const Group::Section& section : group.sections) section.ledger->books_stale.store(true);
    for (Reply& reply : group.replies) {
      for (Answer& each : reply.answers) {
        if (each.outcome == Outcome::recorded || each.outcome == Outcome::replayed) each = {.outcome = answer};
      }
    }
  }
  for (Reply& reply : group.replies) reply.done(std::move(reply.answers));
}

void Clerk::fill_replays(Group& group) {
  for (Reply& reply : group.replies) {
    for (Answer& answer : reply.answers) {
      if (answer.outcome != Outcome::replayed) continue;
      auto events = std::make_shared<std::vector<Recorded>>();
      parts_.log.read(reply.ledger->number, {answer.events.begin, answer.events.end - 1},
                      [&events](LogPosition, std::string_view body) {
                        events->push_back(decode_record(body));
                        return Reading::go_on;
                      });
      answer.events = {events, 0, events->size()};
    }
  }
}

void Clerk::freshen(Ledger& ledger) {
  wait_for_room(0);
  ledger.books_stale.store(false);
  fold_books(parts_.log, ledger);
  spdlog::warn("books folded anew practice={} position={}", ledger.id.text(), ledger.decided.value);
}

}  // namespace billtrail
