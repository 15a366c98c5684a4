// What the routes work with. All of it outlives them.
#pragma once

#include <functional>

#include "domain/kernel/zone.hpp"
#include "gateway/access/access.hpp"
#include "gateway/ledger/clerk.hpp"
#include "gateway/ledger/practices.hpp"
#include "gateway/options.hpp"
#include "gateway/query_pool.hpp"

namespace billtrail {

class Metrics;

struct ApiParts {
  const Options& options;
  Access& access;
  Practices& practices;
  Clerk& clerk;
  Log& log;
  LogIndex& index;
  const ZoneRules& zones;
  QueryPool& pool;
  std::function<Instant()> clock;
};

}  // namespace billtrail
