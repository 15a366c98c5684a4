// What /metrics says, gathered when it is asked for: nothing is counted twice, and nothing is counted for nobody.
#pragma once

#include <functional>
#include <string>

#include "eventstore/committer.hpp"
#include "gateway/http/server.hpp"
#include "gateway/ledger/practices.hpp"
#include "gateway/live/hub.hpp"

namespace billtrail {

struct MetricSources {
  const Practices& practices;
  const Clerk& clerk;
  const Committer& committer;
  const Projector& projector;
  const Hub& hub;
  const std::atomic<std::size_t>& open_sockets;
  std::function<std::size_t()> connections;
  std::function<std::uint64_t()> free_bytes;
};

// Prometheus text exposition 0.0.4. Any thread.
std::string metrics_text(const MetricSources& sources);

}  // namespace billtrail
