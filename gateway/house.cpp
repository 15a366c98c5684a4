// See house.hpp.
#include "gateway/house.hpp"

#include <spdlog/spdlog.h>
#include <sys/statvfs.h>

#include <chrono>
#include <filesystem>

#include "gateway/first_practice.hpp"

namespace billtrail {
namespace {

std::filesystem::path web_folder(const Options& options) {
  if (!options.web.empty()) return options.web;
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "dashboard";
}

}  // namespace

Instant system_now() {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

House::House(const Options& options, std::function<void(const LogBroken&)> broken)
    : options_(options),
      folder_(options.data),
      access_(options.data),
      log_(RocksLog::open({.folder = folder_.log(), .free_bytes_min = options.disk_free_min})),
      index_(LogIndex::open({.folder = folder_.index()})),
      vault_(Vault::open(folder_.vault())),
      projector_(*index_),
      committer_(std::make_unique<Committer>(*log_)),
      clerk_({.log = *log_, .committer = *committer_, .index = *index_, .vault = *vault_, .projector = projector_, .zones = zones_,
              .clock = system_now, .disk_has_room = [this] { return disk_has_room(); },
              .broken = [this, broken](const LogBroken& why) { broken_ = true; broken(why); }}),
      practices_(*log_, *index_, *vault_, clerk_),
      pool_(options.query_threads),
      parts_{options_, access_, practices_, clerk_, *log_, *index_, zones_, pool_, system_now},
      commands_(parts_),
      reads_(parts_),
      hub_(parts_, reads_) {
  practices_.open_all();
  projector_.listen([this](const DurableStretch& stretch) { hub_.moved(stretch); });
  projector_.start();
  clerk_.start();
}

House::~House() { stop(); }

void House::found_first_practice() {
  if (!practices_.all().empty()) return;
  billtrail::found_first_practice({practices_, clerk_, zones_, system_now}, options_.demo ? FirstPractice::sample : FirstPractice::empty);
}

void House::start_serving() {
  StaticFiles files(web_folder(options_));
  if (files.empty()) spdlog::warn("no dashboard folder=\"{}\"", web_folder(options_).string());
  const auto unfit = [this]() -> std::optional<std::string> {
    if (broken_) return "The log is broken.";
    if (!disk_has_room()) return "The disk is nearly full: reads go on, commands are refused.";
    for (const auto& ledger : practices_.all()) {
      if (const auto failure = ledger->runner.failure()) {
        return "Read models of " + std::string(ledger->id.text()) + " stopped at position " + std::to_string(failure->position.value) + ": " + failure->reason;
      }
    }
    return std::nullopt;
  };
  const auto metrics = [this] {
    return metrics_text({practices_, clerk_, *committer_, projector_, hub_, open_sockets_,
                         [this] { return server_->connections(); }, [this] { return free_bytes(); }});
  };
  api_ = std::make_unique<Api>(parts_, commands_, reads_, Api::Live{hub_, open_sockets_}, std::move(files), unfit, metrics);
  server_ = std::make_unique<Server>(*api_, options_.address, options_.port, options_.io_threads);
  hub_.start();
  server_->start();
}

void House::stop() {
  if (stopped_) return;
  stopped_ = true;
  if (server_) server_->stop_accepting();
  clerk_.stop();
  committer_->stop();
  projector_.stop();
  pool_.finish(bounds::stop_time_max / 2);
  hub_.say_goodbye();
  if (server_) server_->stop(bounds::stop_time_max / 2);
  hub_.stop();
  server_.reset();
}

std::uint64_t House::free_bytes() const {
  struct statvfs disk {};
  if (::statvfs(options_.data.c_str(), &disk) != 0) return 0;
  return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

// Asked for every request, so the answer is kept for a moment.
bool House::disk_has_room() const {
  constexpr std::int64_t keep_millis = 100;
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
  if (now - room_looked_at_.load() >= keep_millis) {
    room_ = free_bytes() >= options_.disk_free_min;
    room_looked_at_ = now;
  }
  return room_;
}

}  // namespace billtrail
