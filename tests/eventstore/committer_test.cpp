// The committer: one sync for all that waits, completions in order, a queue with a bound, and an end that loses nothing.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "eventstore/committer.hpp"
#include "eventstore/rocks_log.hpp"
#include "tests/eventstore/fault_files.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

// A log that stops in each append until let through, and remembers how many batches came together.
class GatedLog final : public Log {
 public:
  explicit GatedLog(Log& log) : log_(log) {}

  std::vector<AppendOutcome> append_all(std::vector<Batch> batches) override {
    {
      std::unique_lock lock(mutex_);
      sizes_.push_back(batches.size());
      changed_.notify_all();
      changed_.wait(lock, [this] { return let_through_ > 0; });
      --let_through_;
    }
    return log_.append_all(std::move(batches));
  }
  std::uint64_t read(PracticeNumber practice, LogRange range, const RecordReader& reader) const override {
    return log_.read(practice, range, reader);
  }
  LogHead head(PracticeNumber practice) const override { return log_.head(practice); }
  std::vector<PracticeNumber> practices() const override { return log_.practices(); }
  Tail follow(PracticeNumber practice, LogPosition after) const override { return log_.follow(practice, after); }

  void wait_for_commit(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return sizes_.size() >= number; });
  }
  void let_through(int commits) {
    const std::lock_guard lock(mutex_);
    let_through_ += commits;
    changed_.notify_all();
  }
  std::vector<std::size_t> sizes() const {
    const std::lock_guard lock(mutex_);
    return sizes_;
  }

 private:
  Log& log_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  int let_through_ = 0;
  std::vector<std::size_t> sizes_;
};

struct Bench {
  TempFolder temp;
  std::unique_ptr<RocksLog> log = RocksLog::open({.folder = temp / "log", .free_bytes_min = 0});
  GatedLog gated{*log};
  LogHead head;                    // as it will be
  std::vector<std::string> told_;  // completions, in the order they came

  Batch next(const std::string& text) {
    Batch batch;
    add_chained(batch, acme, head, {text});
    return batch;
  }
  Completion note() {
    return [this](const CommitOutcome& outcome) {
      if (const auto* appended = std::get_if<Appended>(&outcome)) told_.push_back(told(AppendOutcome(*appended)));
      if (const auto* conflict = std::get_if<LogConflict>(&outcome)) told_.push_back(told(AppendOutcome(*conflict)));
      if (std::holds_alternative<NoRoom>(outcome)) told_.push_back("no room");
      if (const auto* failed = std::get_if<CommitFailed>(&outcome)) {
        told_.push_back(failed->batch == CommitFailed::Batch::outcome_unknown ? "unknown" : "not written");
      }
    };
  }
};

}  // namespace

TEST_CASE("what queues during a sync goes into one commit, and completions come in order") {
  Bench bench;
  Committer committer(bench.gated);
  CHECK(committer.submit(bench.next("a"), bench.note()) == Submitted::queued);
  bench.gated.wait_for_commit(1);
  for (const char* text : {"b", "c", "d"}) CHECK(committer.submit(bench.next(text), bench.note()) == Submitted::queued);
  CHECK(committer.queued() == 3);
  bench.gated.let_through(2);
  committer.stop();
  CHECK(bench.gated.sizes() == std::vector<std::size_t>{1, 3});
  CHECK(bench.told_ == std::vector<std::string>{"1:1-1", "1:2-2", "1:3-3", "1:4-4"});
  CHECK(texts_of(*bench.log, acme) == "1=a 2=b 3=c 4=d");
  CHECK(committer.counts().commits == 2);
  CHECK(committer.counts().batches == 4);
  CHECK(committer.counts().records == 4);
}

TEST_CASE("a completion comes after durability, on the committer's thread") {
  Bench bench;
  bench.gated.let_through(1);
  Committer committer(bench.gated);
  LogPosition durable = 0;
  std::thread::id thread;
  committer.submit(bench.next("a"), [&](const CommitOutcome&) {
    durable = bench.log->head(acme).position;
    thread = std::this_thread::get_id();
  });
  committer.stop();
  CHECK(durable == 1);
  CHECK(thread != std::thread::id{});
  CHECK(thread != std::this_thread::get_id());
}

TEST_CASE("a commit holds no more than its bound, save one batch that is larger") {
  Bench bench;
  const std::string text(1000, 'x');  // 1040 bytes framed
  Committer committer(bench.gated, {.commit_bytes_max = 2500});
  committer.submit(bench.next("first"), bench.note());
  bench.gated.wait_for_commit(1);
  for (int i = 0; i < 5; ++i) committer.submit(bench.next(text), bench.note());
  committer.submit(bench.next(std::string(9000, 'y')), bench.note());
  committer.submit(bench.next("last"), bench.note());
  bench.gated.let_through(10);
  committer.stop();
  CHECK(bench.gated.sizes() == std::vector<std::size_t>{1, 2, 2, 1, 1, 1});
  CHECK(bench.told_.size() == 8);
  CHECK(bench.log->head(acme) == bench.head);
}

TEST_CASE("a full queue says so at once and keeps neither batch nor completion") {
  Bench bench;
  const bool by_number = GENERATE(true, false);
  const CommitterBounds bounds = by_number ? CommitterBounds{.queue_batches_max = 2} : CommitterBounds{.queue_bytes_max = 90};
  Committer committer(bench.gated, bounds);
  committer.submit(bench.next("a"), bench.note());
  bench.gated.wait_for_commit(1);
  CHECK(committer.submit(bench.next("b"), bench.note()) == Submitted::queued);  // 41 bytes framed
  CHECK(committer.submit(bench.next("c"), bench.note()) == Submitted::queued);
  auto turned_away = bench.next("d");
  CHECK(committer.submit(std::move(turned_away), bench.note()) == Submitted::queue_full);
  CHECK(turned_away.record_count() == 1);
  bench.gated.let_through(2);
  bench.gated.wait_for_commit(2);
  while (bench.log->head(acme).position < 3) std::this_thread::yield();
  bench.gated.let_through(1);
  CHECK(committer.submit(std::move(turned_away), bench.note()) == Submitted::queued);
  committer.stop();
  CHECK(texts_of(*bench.log, acme) == "1=a 2=b 3=c 4=d");
}

TEST_CASE("stopping commits what was queued and takes nothing more") {
  Bench bench;
  Committer committer(bench.gated);
  committer.submit(bench.next("a"), bench.note());
  bench.gated.wait_for_commit(1);
  committer.submit(bench.next("b"), bench.note());
  std::thread stopper([&] { committer.stop(); });
  Batch late;
  late.open(bureau, Expect::anything());
  while (committer.submit(std::move(late), bench.note()) != Submitted::stopped) std::this_thread::yield();
  bench.gated.let_through(1000);
  stopper.join();
  CHECK(texts_of(*bench.log, acme) == "1=a 2=b");
  CHECK(committer.queued() == 0);
}

TEST_CASE("a conflict is told to its own submitter only") {
  Bench bench;
  bench.gated.let_through(10);
  Committer committer(bench.gated);
  committer.submit(bench.next("a"), bench.note());
  Batch stale;
  stale.open(acme, Expect::no_records());
  stale.add(chained({}, "stale"), {});
  committer.submit(std::move(stale), bench.note());
  committer.submit(bench.next("b"), bench.note());
  committer.stop();
  CHECK(bench.told_ == std::vector<std::string>{"1:1-1", "conflict 1 expected 0 actual 1", "1:2-2"});
}

TEST_CASE("when the log breaks everyone waiting is told, and nobody is queued again") {
  TempFolder temp;
  FaultEnvironment disk(".log");
  const auto fault = GENERATE(Fault::no_space_on_write, Fault::error_on_sync);
  const auto rocks = RocksLog::open({.folder = temp / "log", .free_bytes_min = 0, .env = disk.env.get()});
  GatedLog gated(*rocks);
  Bench bench;
  Committer committer(gated);
  committer.submit(bench.next("a"), bench.note());
  gated.let_through(1);
  gated.wait_for_commit(1);
  while (rocks->head(acme).position < 1) std::this_thread::yield();
  disk.files->fault = fault;
  std::shared_ptr<const LogBroken> why;
  committer.submit(bench.next("b"), [&](const CommitOutcome& outcome) {
    bench.note()(outcome);
    why = std::get<CommitFailed>(outcome).why;
  });
  gated.wait_for_commit(2);
  committer.submit(bench.next("c"), bench.note());
  committer.submit(bench.next("d"), bench.note());
  gated.let_through(1);
  committer.stop();
  CHECK(bench.told_ == std::vector<std::string>{"1:1-1", "unknown", "not written", "not written"});
  REQUIRE(why);
  CHECK(why->failure() == (fault == Fault::no_space_on_write ? LogFailure::full : LogFailure::broken));
  CHECK(why->last_trusted().at(0).position == 1);
  CHECK(committer.submit(bench.next("e"), bench.note()) == Submitted::stopped);
}

TEST_CASE("many submitters, each of its own practice, all end up dense") {
  TempFolder temp;
  const auto log = RocksLog::open({.folder = temp / "log", .free_bytes_min = 0});
  constexpr int batches_each = 300;
  std::atomic<int> appended = 0;
  {
    Committer committer(*log);
    std::vector<std::thread> threads;
    for (std::uint64_t number = 1; number <= 4; ++number) {
      threads.emplace_back([&, number] {
        LogHead head;
        for (int i = 0; i < batches_each; ++i) {
          Batch batch;
          add_chained(batch, PracticeNumber{number}, head, {std::to_string(i)});
          committer.submit(std::move(batch), [&](const CommitOutcome& outcome) {
            appended += std::holds_alternative<Appended>(outcome) ? 1 : 0;
          });
        }
      });
    }
    for (auto& thread : threads) thread.join();
  }
  CHECK(appended == 4 * batches_each);
  for (std::uint64_t number = 1; number <= 4; ++number) CHECK(log->head(PracticeNumber{number}).position == batches_each);
}
