// A practice of a million events: how fast it is written in lines, how much disk an event takes, how much memory the server
// holds, and how long it takes to be ready again, which folds the books and every read model from the log. Beside it a bare
// RocksDB scan of the same log.
//
//   bench_million [EVENTS]
#include <rocksdb/db.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

#include "tests/support/live_server.hpp"
#include "tests/support/small_agency.hpp"

namespace {

using namespace billtrail::test;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Spread over 18 months, two clients and believable lengths.
std::string lines_of(std::uint64_t first, std::uint64_t count) {
  std::string body;
  for (auto i = first; i < first + count; ++i) {
    auto data = log_time(i % 3 == 0 ? "globex" : "acme", static_cast<std::int64_t>(300 + i * 37 % 14'400));
    char date[16];
    std::snprintf(date, sizeof date, "202%u-%02u-%02u", static_cast<unsigned>(4 + i / 500 % 2),
                  static_cast<unsigned>(1 + i / 40 % 12), static_cast<unsigned>(1 + i % 28));
    data["date"] = date;
    data["description"] = "Weekly optimisation of bids and budgets " + std::to_string(i);
    body +=
        boost::json::serialize(boost::json::object{{"command", "LogTime"}, {"id", "m." + std::to_string(i)}, {"data", data}}) +
        "\n";
  }
  return body;
}

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

std::uint64_t memory_mib(pid_t process) {
  std::istringstream status{read_whole("/proc/" + std::to_string(process) + "/status")};
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::strtoull(line.c_str() + 6, nullptr, 10) / 1024;
  }
  return 0;
}

// Every value of every column family, read as RocksDB reads best; how many seconds it took, or less than 0 when it cannot.
double bare_scan_seconds(const std::filesystem::path& folder, std::uint64_t& records) {
  std::unique_ptr<rocksdb::DB> db;
  rocksdb::DB* opened = nullptr;
  if (!rocksdb::DB::OpenForReadOnly(rocksdb::Options{}, folder.string(), &opened).ok()) return -1;
  db.reset(opened);
  rocksdb::ReadOptions options;
  options.readahead_size = 2 << 20;
  options.fill_cache = false;
  options.verify_checksums = true;
  const auto began = Clock::now();
  std::uint64_t bytes = 0;
  const std::unique_ptr<rocksdb::Iterator> at{db->NewIterator(options)};
  for (at->SeekToFirst(); at->Valid(); at->Next(), ++records) bytes += at->value().size();
  return bytes > 0 && at->status().ok() ? seconds_since(began) : -1;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  const auto events = arguments.empty() ? 1'000'000UL : std::strtoul(arguments[0].c_str(), nullptr, 10);
  LiveServer server{{.data = {}, .arguments = {}, .file_bytes_max = {}, .ready_within = std::chrono::seconds{300}}};
  HttpClient client{server.port(), server.token(), std::chrono::seconds{120}};
  open_small_agency(client);
  const auto empty = memory_mib(server.process());

  const auto began = Clock::now();
  constexpr std::uint64_t at_once = 5000;
  for (std::uint64_t done = 0; done < events; done += at_once) {
    const auto answer = client.post("/v1/commands?events=false", lines_of(done, std::min<std::uint64_t>(at_once, events - done)),
                                    {{"Content-Type", "application/x-ndjson"}});
    if (answer.status != 200 || answer.body.find("\"status\":4") != std::string::npos) {
      std::fprintf(stderr, "refused: %u %.500s\n", answer.status, (answer.body + answer.failure).c_str());
      return 1;
    }
  }
  const auto wrote = seconds_since(began);
  std::printf("A practice of %lu entries\n\n", events);
  std::printf("written as lines of 5,000 commands   %10.1f s (%.0f commands/s, this client's share included)\n", wrote,
              static_cast<double>(events) / wrote);
  std::printf("memory, empty practice               %10lu MiB\n", empty);
  std::printf("memory, after writing                %10lu MiB\n", memory_mib(server.process()));
  if (server.stop() != 0) return 1;
  std::printf("disk, log alone                      %10.1f bytes an event\n",
              static_cast<double>(bytes_below(server.data() / "log")) / static_cast<double>(events));
  std::printf("disk, whole data folder              %10.1f bytes an event\n",
              static_cast<double>(bytes_below(server.data())) / static_cast<double>(events));
  std::uint64_t records = 0;
  const auto scan = bare_scan_seconds(server.data() / "log", records);
  const auto starting = Clock::now();
  server.start();
  const auto ready = seconds_since(starting);
  std::printf("start to ready                       %10.2f s (%.0f events/s folded into books, index and all read models)\n",
              ready, static_cast<double>(events) / ready);
  if (scan > 0) {
    std::printf("bare RocksDB scan of the same log    %10.2f s (%.0f records/s); ready at %.2f of its rate\n", scan,
                static_cast<double>(records) / scan, scan / ready);
  }
  std::printf("memory, after the start              %10lu MiB\n", memory_mib(server.process()));
  for (const char* model :
       {"time-totals", "wip", "client-status", "utilisation?from=2024-01-01&to=2025-12-31", "entries?limit=50"}) {
    HttpClient again{server.port(), server.token()};
    const auto asked = Clock::now();
    const auto answer = again.get("/v1/" + std::string{model});
    std::printf("GET /v1/%-28s %10.2f ms (%u)\n", model, 1000 * seconds_since(asked), answer.status);
  }
}
