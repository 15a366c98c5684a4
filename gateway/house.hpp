// All the parts of a running server, in the order in which they depend on each other; taken down in reverse.
#pragma once

#include <memory>

#include "eventstore/data_folder.hpp"
#include "eventstore/rocks_log.hpp"
#include "gateway/access/access.hpp"
#include "gateway/api/api.hpp"
#include "gateway/ledger/practices.hpp"
#include "gateway/live/hub.hpp"
#include "gateway/metrics.hpp"
#include "gateway/zones/system_zones.hpp"

namespace billtrail {

class House {
 public:
  // Opens and folds everything; throws what opening throws. Nothing is served yet. `broken` is called when the log breaks.
  House(const Options& options, std::function<void(const LogBroken&)> broken);
  ~House();

  // On an empty log: opens the first practice, with the sample agency when asked for.
  void found_first_practice();
  void start_serving();
  // Asks, waits, cuts: new connections and commands first, then what is under way, then the threads.
  void stop();

  std::uint16_t port() const { return server_->port(); }
  Access& access() { return access_; }

 private:
  std::uint64_t free_bytes() const;
  bool disk_has_room() const;

  const Options options_;
  DataFolder folder_;
  Access access_;
  SystemZones zones_;
  std::unique_ptr<RocksLog> log_;
  std::unique_ptr<LogIndex> index_;
  std::unique_ptr<Vault> vault_;
  Projector projector_;
  std::unique_ptr<Committer> committer_;
  std::atomic<bool> broken_{false};
  mutable std::atomic<std::int64_t> room_looked_at_{0};
  mutable std::atomic<bool> room_{true};
  Clerk clerk_;
  Practices practices_;
  QueryPool pool_;
  ApiParts parts_;
  CommandRoutes commands_;
  ReadRoutes reads_;
  Hub hub_;
  std::atomic<std::size_t> open_sockets_{0};
  std::unique_ptr<Api> api_;
  std::unique_ptr<Server> server_;
  bool stopped_ = false;
};

Instant system_now();

}  // namespace billtrail
