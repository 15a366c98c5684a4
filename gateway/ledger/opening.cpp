// See opening.hpp.
#include "gateway/ledger/opening.hpp"

#include <array>
#include <condition_variable>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <thread>

#include "domain/decide.hpp"
#include "eventstore/codec/codec.hpp"
#include "gateway/ledger/index_feed.hpp"

namespace billtrail {
namespace {

constexpr std::size_t chunk_events = 512;
constexpr std::size_t chunks_waiting_max = 8;
constexpr std::size_t chunks_decoding_max = 4;

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

// Records as they were read, one behind the other, to be decoded elsewhere: decoding is most of the work of a start.
struct RawChunk {
  std::string bytes;
  std::vector<std::size_t> ends;
};

ChunkPtr decode_chunk(const RawChunk& raw) {
  auto chunk = std::make_shared<Chunk>();
  chunk->events.reserve(raw.ends.size());
  std::size_t begin = 0;
  for (const std::size_t end : raw.ends) {
    chunk->events.push_back(decode_record(std::string_view(raw.bytes).substr(begin, end - begin)));
    begin = end;
  }
  return chunk;
}

// Decodes several chunks at a time and hands them on in their order.
class DecodeLine {
 public:
  explicit DecodeLine(std::function<void(ChunkPtr)> take) : take_(std::move(take)) {}

  void push(RawChunk raw) {
    if (decoding_.size() == chunks_decoding_max) hand_on();
    decoding_.push_back(std::async(std::launch::async, [raw = std::move(raw)] { return decode_chunk(raw); }));
  }
  void finish() {
    while (!decoding_.empty()) hand_on();
  }

 private:
  void hand_on() {
    std::future<ChunkPtr> first = std::move(decoding_.front());
    decoding_.pop_front();
    take_(first.get());
  }

  std::function<void(ChunkPtr)> take_;
  std::deque<std::future<ChunkPtr>> decoding_;
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
  DecodeLine decoding([&](const ChunkPtr& chunk) {
    books.push(chunk);
    views.push(chunk);
    if (chunk->events.back().envelope.position.value > indexed) entries.push(chunk);
  });
  RawChunk raw;
  log.read(ledger.number, {}, [&](LogPosition, std::string_view body) {
    raw.bytes.append(body);
    raw.ends.push_back(raw.bytes.size());
    if (raw.ends.size() == chunk_events) decoding.push(std::exchange(raw, {}));
    return Reading::go_on;
  });
  if (!raw.ends.empty()) decoding.push(std::move(raw));
  decoding.finish();
  books.finish();
  views.finish();
  entries.finish();
  ledger.durable.store(ledger.decided.value);
  ledger.indexed.store(ledger.decided.value);
}

}  // namespace billtrail
