// Pass-through media (2.14): money the client spends on a platform through the practice. Excluded from revenue, except the
// commission. Minor units of the client's currency.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/time.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(MediaBilling, after, advance)

struct PlanMedia {
  std::optional<MediaId> media;
  ClientId client;
  std::optional<CampaignId> campaign;
  std::string text;
  Date from, to;                              // inclusive
  std::int64_t budget = 0;
  std::optional<Decimal4> commission_percent;  // of what is spent
  std::optional<std::int64_t> commission;      // or a fixed fee
  std::optional<MediaBilling> billing;         // after unless given
};
BOOST_DESCRIBE_STRUCT(PlanMedia, (), (media, client, campaign, text, from, to, budget, commission_percent, commission, billing))

struct MediaPlanned {
  MediaId media;
  ClientId client;
  std::optional<CampaignId> campaign;
  std::string text;
  Date from, to;
  std::int64_t budget = 0;
  Decimal4 commission_percent;
  std::int64_t commission = 0;
  MediaBilling billing = MediaBilling::after;
};
BOOST_DESCRIBE_STRUCT(MediaPlanned, (), (media, client, campaign, text, from, to, budget, commission_percent, commission, billing))

// The actual total so far, as the platform says. `settled` settles: what was billed in advance and not spent comes back.
struct RecordMediaSpend {
  MediaId media;
  std::int64_t actual = 0;
  Date on;
  std::optional<bool> settled;
};
BOOST_DESCRIBE_STRUCT(RecordMediaSpend, (), (media, actual, on, settled))

struct MediaSpendRecorded {
  MediaId media;
  std::int64_t actual = 0;
  Date on;
  bool settled = false;
};
BOOST_DESCRIBE_STRUCT(MediaSpendRecorded, (), (media, actual, on, settled))

}  // namespace billtrail
