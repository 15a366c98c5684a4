// See opening.hpp.
#include "gateway/ledger/opening.hpp"

#include <array>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "domain/decide.hpp"
#include "eventstore/codec/codec.hpp"
#include "gateway/ledger/index_feed.hpp"

namespace billtrail {
namespace {

constexpr std::size_t chunk_events = 512;
constexpr std::size_t chunks_waiting_max = 8;

struct Chunk {
  std::vector<Recorded> events;
};
using ChunkPtr = std::shared_ptr<const Chunk>;

// A bounded line of chunks to one folding thread. An exception in the fold ends it and is thrown by finish().
class FoldLine {
 public:
  explicit FoldLine(std::function<void(const Chunk&)> fold) : fold_(std::move(fold)), thread_([this] { run(); }) {}
  ~FoldLine() { end(); }

  void push(ChunkPtr chunk) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < chunks_waiting_max || failure_; });
    if (!failure_) waiting_.push_back(std::move(chunk));
    changed_.notify_all();
  }
  void finish() {
    end();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void end() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }
  void run() {
    for (;;) {
      ChunkPtr chunk;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        chunk = std::move(waiting_.front());
        waiting_.pop_front();
      }
      changed_.notify_all();
      try {
        fold_(*chunk);
      } catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        waiting_.clear();
        changed_.notify_all();
        return;
      }
    }
  }

  std::function<void(const Chunk&)> fold_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ChunkPtr> waiting_;
  std::exception_ptr failure_;
  bool ended_ = false;
  std::thread thread_;
};

void take_into_books(Ledger& ledger, const Recorded& recorded) {
  evolve(*ledger.books, recorded.event);
  if (!recorded.envelope.command_digest.empty()) ledger.command_hashes.insert(hash_value(recorded.envelope.command));
  ledger.decided = recorded.envelope.position;
  ledger.last_recorded_at = recorded.envelope.recorded_at;
}

void begin_books(const Log& log, Ledger& ledger) {
  ledger.books = std::make_unique<Books>();
  ledger.recent.clear();
  ledger.command_hashes.clear();
  ledger.today = {};
  ledger.decided = {};
  ledger.decided_hash = log.head(ledger.number).hash;
}

}  // namespace

void fold_books(const Log& log, Ledger& ledger) {
  begin_books(log, ledger);
  log.read(ledger.number, {}, [&ledger](LogPosition position, std::string_view body) {
    const Recorded recorded = decode_record(body);
    take_into_books(ledger, recorded);
    // The index may lag behind; the books' own memory of commands must not.
    if (position > ledger.indexed.load() && !recorded.envelope.command_digest.empty()) {
      auto& trace = ledger.recent[recorded.envelope.command];
      if (trace.count == 0) trace = {recorded.envelope.position, 0, recorded.envelope.command_digest};
      ++trace.count;
    }
    return Reading::go_on;
  });
}

void open_ledger(const Log& log, LogIndex& index, Ledger& ledger) {
  begin_books(log, ledger);
  FoldLine books([&ledger](const Chunk& chunk) {
    for (const Recorded& recorded : chunk.events) take_into_books(ledger, recorded);
  });
  FoldLine views([&ledger](const Chunk& chunk) { ledger.runner.apply(chunk.events); });
  FoldLine entries([&ledger, &index](const Chunk& chunk) { feed_index(index, ledger.number, chunk.events); });
  const LogPosition indexed = index.fed(ledger.number);
  auto chunk = std::make_shared<Chunk>();
  const auto pass_on = [&] {
    books.push(chunk);
    views.push(chunk);
    if (!chunk->events.empty() && chunk->events.back().envelope.position.value > indexed) entries.push(chunk);
    chunk = std::make_shared<Chunk>();
    chunk->events.reserve(chunk_events);
  };
  log.read(ledger.number, {}, [&](LogPosition, std::string_view body) {
    chunk->events.push_back(decode_record(body));
    if (chunk->events.size() == chunk_events) pass_on();
    return Reading::go_on;
  });
  pass_on();
  books.finish();
  views.finish();
  entries.finish();
  ledger.durable.store(ledger.decided.value);
  ledger.indexed.store(ledger.decided.value);
}

}  // namespace billtrail
