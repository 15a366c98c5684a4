// See metrics.hpp.
#include "gateway/metrics.hpp"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <sstream>

namespace billtrail {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

class Families {
 public:
  // Names carry the unit; counters end in _total.
  MetricFamily& add(std::string name, std::string help, MetricType type) {
    MetricFamily family;
    family.name = "billtrail_" + std::move(name);
    family.help = std::move(help);
    family.type = type;
    families_.push_back(std::move(family));
    return families_.back();
  }
  void one(std::string name, std::string help, MetricType type, std::uint64_t value) {
    put(add(std::move(name), std::move(help), type), value, {});
  }
  static void put(MetricFamily& family, std::uint64_t value, std::vector<ClientMetric::Label> labels) {
    ClientMetric metric;
    metric.label = std::move(labels);
    // The exposition format knows no integers; positions stay exact up to 2^53.
    const auto number = static_cast<double>(value);
    if (family.type == MetricType::Counter) metric.counter.value = number;
    else metric.gauge.value = number;
    family.metric.push_back(std::move(metric));
  }
  std::string text() const {
    std::ostringstream out;
    prometheus::TextSerializer{}.Serialize(out, families_);
    return out.str();
  }

 private:
  std::vector<MetricFamily> families_;
};

}  // namespace

std::string metrics_text(const MetricSources& sources) {
  Families families;
  std::uint64_t failed = 0;
  std::vector<std::pair<std::string, std::uint64_t>> lags;
  auto& positions = families.add("position_events", "Events recorded in the practice.", MetricType::Gauge);
  for (const auto& ledger : sources.practices.all()) {
    const std::string id(ledger->id.text());
    const std::uint64_t durable = ledger->durable.load();
    Families::put(positions, durable, {{"practice", id}});
    lags.emplace_back(id, durable - std::min(durable, ledger->runner.position().value));
    if (ledger->runner.failure()) ++failed;
  }
  auto& lag = families.add("projection_lag_events", "Durable events the read models have not taken yet.", MetricType::Gauge);
  for (const auto& [id, events] : lags) Families::put(lag, events, {{"practice", id}});
  families.one("projections_failed", "Practices whose read models have stopped.", MetricType::Gauge, failed);
  const CommitterCounts counts = sources.committer.counts();
  families.one("commits_total", "Synced writes to the log.", MetricType::Counter, counts.commits);
  families.one("commit_batches_total", "Batches in those writes.", MetricType::Counter, counts.batches);
  families.one("records_total", "Records in those writes.", MetricType::Counter, counts.records);
  families.one("clerk_queue_requests", "Requests waiting for the clerk.", MetricType::Gauge, sources.clerk.queued());
  families.one("projector_backlog_events", "Durable events waiting for the read side.", MetricType::Gauge, sources.projector.backlog());
  families.one("http_connections", "Open HTTP connections.", MetricType::Gauge, sources.connections());
  families.one("live_sockets", "Open WebSockets.", MetricType::Gauge, sources.open_sockets.load());
  families.one("live_lagging_subscriptions", "Subscriptions whose socket cannot keep up.", MetricType::Gauge, sources.hub.lagging());
  families.one("disk_free_bytes", "Room left on the disk of the data folder.", MetricType::Gauge, sources.free_bytes());
  return families.text();
}

}  // namespace billtrail
