// The log beside bare references, in one run on one disk: durable appends against RocksDB's WriteBatch with sync, reading against
// RocksDB's iterator, and what one fdatasync costs.
//
//   bench_log FOLDER [SECONDS_A_CASE]      FOLDER must not exist; it is removed at the end
#include <fcntl.h>
#include <fmt/core.h>
#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "eventstore/bytes.hpp"
#include "eventstore/committer.hpp"
#include "eventstore/crc32c.hpp"
#include "eventstore/index.hpp"
#include "eventstore/rocks_keys.hpp"
#include "eventstore/rocks_log.hpp"
#include "eventstore/seal.hpp"

namespace {

using namespace billtrail;
using Clock = std::chrono::steady_clock;
constexpr std::size_t body_bytes = 500;
constexpr PracticeNumber practice{1};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Half repeating text, half noise: about as compressible as records are.
std::vector<std::string> make_bodies() {
  std::mt19937_64 random(42);
  std::vector<std::string> bodies;
  for (int i = 0; i < 1024; ++i) {
    std::string body;
    while (body.size() < body_bytes / 2) append_little(body, random());
    while (body.size() < body_bytes) body += "client=acme;service=seo;minutes=0030;";
    body.resize(body_bytes);
    bodies.push_back(std::move(body));
  }
  return bodies;
}

struct Sync {
  double median_us;
  double p99_us;
};
Sync measure_sync(const std::filesystem::path& folder) {
  const auto file = folder / "sync";
  const int descriptor = ::open(file.c_str(), O_CREAT | O_WRONLY, 0600);
  const std::string block(body_bytes, 'x');
  std::vector<double> times;
  for (int i = 0; i < 2000; ++i) {
    const auto start = Clock::now();
    if (::write(descriptor, block.data(), block.size()) < 0 || ::fdatasync(descriptor) != 0) std::abort();
    times.push_back(seconds_since(start) * 1e6);
  }
  ::close(descriptor);
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

// A database as anybody would open it to write a log: RocksDB's defaults, one synced WriteBatch at a time.
std::unique_ptr<rocksdb::DB> open_bare(const std::filesystem::path& folder) {
  rocksdb::Options options;
  options.create_if_missing = true;
  options.compression = rocksdb::kLZ4Compression;
  rocksdb::DB* database = nullptr;
  if (!rocksdb::DB::Open(options, folder.string(), &database).ok()) std::abort();
  return std::unique_ptr<rocksdb::DB>(database);
}

// One turn of either: records a second over `seconds`.
struct Bare {
  std::unique_ptr<rocksdb::DB> database;
  LogPosition next = 1;

  double run(const std::vector<std::string>& bodies, std::size_t batch_size, double seconds) {
    rocksdb::WriteOptions durable;
    durable.sync = true;
    std::uint64_t written = 0;
    const auto start = Clock::now();
    while (seconds_since(start) < seconds) {
      rocksdb::WriteBatch batch;
      for (std::size_t i = 0; i < batch_size; ++i, ++next) {
        const RecordKey key(practice, next);
        batch.Put({key.view().data(), key.view().size()}, bodies[next % bodies.size()]);
      }
      if (!database->Write(durable, &batch).ok()) std::abort();
      written += batch_size;
    }
    return static_cast<double>(written) / seconds_since(start);
  }
};

double run_log(Log& log, const std::vector<std::string>& bodies, std::size_t batch_size, double seconds) {
  std::uint64_t written = 0;
  LogPosition at = log.head(practice).position;
  const RecordHash hash{};
  const auto start = Clock::now();
  while (seconds_since(start) < seconds) {
    Batch batch;
    batch.reserve(batch_size * (body_bytes + 8));
    batch.open(practice, Expect::at(at));
    for (std::size_t i = 0; i < batch_size; ++i) batch.add(bodies[++at % bodies.size()], hash);
    if (!std::holds_alternative<Appended>(log.append(std::move(batch)))) std::abort();
    written += batch_size;
  }
  return static_cast<double>(written) / seconds_since(start);
}

// Commands submitted one by one, up to `in_flight` of them unanswered: what the clerk does.
double run_committer(Log& log, const std::vector<std::string>& bodies, std::size_t in_flight, double seconds) {
  Committer committer(log);
  std::atomic<std::uint64_t> done = 0;
  std::uint64_t sent = 0;
  LogPosition at = log.head(practice).position;
  const auto start = Clock::now();
  while (seconds_since(start) < seconds) {
    for (auto seen = done.load(); sent - seen >= in_flight; seen = done.load()) done.wait(seen);
    Batch batch;
    batch.open(practice, Expect::at(at));
    batch.add(bodies[++at % bodies.size()], RecordHash{});
    const auto submitted = committer.submit(std::move(batch), [&](const CommitOutcome& outcome) {
      if (!std::holds_alternative<Appended>(outcome)) std::abort();
      done.fetch_add(1);
      done.notify_one();
    });
    if (submitted != Submitted::queued) std::abort();
    ++sent;
  }
  committer.stop();
  return static_cast<double>(sent) / seconds_since(start);
}

struct Scan {
  double records;
  double mib;
};
Scan scan_bare(rocksdb::DB& database) {
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  options.readahead_size = 2 << 20;
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
  const auto start = Clock::now();
  const std::unique_ptr<rocksdb::Iterator> each(database.NewIterator(options));
  for (each->SeekToFirst(); each->Valid(); each->Next()) {
    ++count;
    bytes += each->value().size();
  }
  const double seconds = seconds_since(start);
  return {static_cast<double>(count) / seconds, static_cast<double>(bytes) / seconds / (1 << 20)};
}
Scan scan_log(const Log& log) {
  std::uint64_t bytes = 0;
  const auto start = Clock::now();
  const auto count = log.read(practice, {}, [&](LogPosition, std::string_view body) {
    bytes += body.size();
    return Reading::go_on;
  });
  const double seconds = seconds_since(start);
  return {static_cast<double>(count) / seconds, static_cast<double>(bytes) / seconds / (1 << 20)};
}

// What each record pays before it reaches the log.
void measure_edges(const std::vector<std::string>& bodies) {
  constexpr int times = 200'000;
  auto start = Clock::now();
  for (int i = 0; i < times; ++i) hash_record(bodies[static_cast<std::size_t>(i) % bodies.size()]);
  fmt::print("\nSHA-256 of {} bytes: {:.0f} ns\n", body_bytes, seconds_since(start) * 1e9 / times);
  start = Clock::now();
  for (int i = 0; i < times; ++i) crc32c(bodies[static_cast<std::size_t>(i) % bodies.size()]);
  fmt::print("CRC-32C of {} bytes: {:.0f} ns\n", body_bytes, seconds_since(start) * 1e9 / times);
  const auto key = new_seal_key();
  std::string sealed;
  start = Clock::now();
  for (int i = 0; i < times; ++i) sealed = seal(key, {"member-1"}, "Optimised the landing page with the client");
  fmt::print("sealing 42 bytes: {:.0f} ns", seconds_since(start) * 1e9 / times);
  start = Clock::now();
  for (int i = 0; i < times; ++i) open_sealed(key, {"member-1"}, sealed);
  fmt::print(", opening: {:.0f} ns\n", seconds_since(start) * 1e9 / times);
}

void measure_index(const std::filesystem::path& folder) {
  const auto index = LogIndex::open({.folder = folder / "index"});
  std::mt19937_64 random(7);
  constexpr LogPosition total = 500'000;
  constexpr LogPosition piece = 1000;
  const auto start = Clock::now();
  for (LogPosition at = 1; at <= total; at += piece) {
    std::vector<std::string> commands;
    std::vector<std::array<std::string, 3>> entities;
    std::vector<IndexEntry> entries;
    for (LogPosition i = 0; i < piece; ++i) {
      commands.push_back(fmt::format("{:032x}", random()));
      entities.push_back({fmt::format("client-{}", random() % 200), fmt::format("member-{}", random() % 50), fmt::format("entry-{}", at + i)});
    }
    for (LogPosition i = 0; i < piece; ++i) {
      entries.push_back({at + i, commands[i], {entities[i][0], entities[i][1], entities[i][2]}});
    }
    index->feed(practice, entries);
  }
  fmt::print("index fed with {} records of 3 entities each: {:.0f} records/s\n", total, total / seconds_since(start));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print("usage: bench_log FOLDER [SECONDS_A_CASE]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const double seconds = argc > 2 ? std::atof(argv[2]) : 3.0;
  if (!std::filesystem::create_directories(folder)) {
    fmt::print("{} exists already\n", folder.string());
    return 2;
  }
  const auto bodies = make_bodies();
  const auto sync = measure_sync(folder);
  fmt::print("fdatasync after a write of {} bytes: median {:.0f} us, p99 {:.0f} us\n\n", body_bytes, sync.median_us, sync.p99_us);

  Bare bare{open_bare(folder / "bare")};
  auto log = RocksLog::open({.folder = folder / "log", .free_bytes_min = 0});
  fmt::print("durable appends/s, records of {} bytes\n{:>8} {:>12} {:>12} {:>7}\n", body_bytes, "batch", "bare", "log", "ratio");
  for (const std::size_t size : {std::size_t{1}, std::size_t{100}, std::size_t{1000}}) {
    // Turn about, so that neither has the quieter half of the run.
    double bare_rate = 0;
    double log_rate = 0;
    for (int turn = 0; turn < 4; ++turn) {
      bare_rate += bare.run(bodies, size, seconds / 4) / 4;
      log_rate += run_log(*log, bodies, size, seconds / 4) / 4;
    }
    fmt::print("{:>8} {:>12.0f} {:>12.0f} {:>7.2f}\n", size, bare_rate, log_rate, log_rate / bare_rate);
  }
  fmt::print("\ncommitter, single records\n{:>10} {:>12}\n", "in flight", "appends/s");
  for (const std::size_t in_flight : {std::size_t{1}, std::size_t{64}, std::size_t{256}, std::size_t{1024}}) {
    fmt::print("{:>10} {:>12.0f}\n", in_flight, run_committer(*log, bodies, in_flight, seconds / 2));
  }

  fmt::print("\nscan\n{:>8} {:>12} {:>10}\n", "", "records/s", "MiB/s");
  for (int turn = 0; turn < 2; ++turn) {
    const auto a = scan_bare(*bare.database);
    const auto b = scan_log(*log);
    fmt::print("{:>8} {:>12.0f} {:>10.0f}\n{:>8} {:>12.0f} {:>10.0f}\n   ratio {:>12.2f}\n", "bare", a.records, a.mib, "log", b.records, b.mib,
               b.records / a.records);
  }
  const auto head = log->head(practice).position;
  log.reset();
  const auto start = Clock::now();
  log = RocksLog::open({.folder = folder / "log", .free_bytes_min = 0});
  fmt::print("\nopening a log of {} records: {:.0f} ms, the witness checked first\n", head, seconds_since(start) * 1e3);
  measure_edges(bodies);
  measure_index(folder);

  log.reset();
  bare.database.reset();
  std::filesystem::remove_all(folder);
  return 0;
}
