// The same answers the slow and obvious way, straight from the list of events: what the read models are held against.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "tests/projections/history.hpp"

namespace billtrail::testing {

struct PlainEntry {
  EntryId entry;
  EntryFacts facts;
  Seconds billed;
};

class PlainWork {
 public:
  // The entries that are there after the first `count` events, with their billed seconds.
  PlainWork(const std::vector<Recorded>& recorded, std::size_t count);

  const std::vector<PlainEntry>& entries() const { return entries_; }

  struct Wip {
    std::int64_t value = 0;
    std::vector<std::int64_t> ageing;
    std::int64_t retainer = 0;
    Seconds seconds, unpriced, review;
    std::int64_t entries = 0;
    friend bool operator==(const Wip&, const Wip&) = default;
  };
  // By client id and currency.
  std::map<std::pair<std::string, std::string>, Wip> wip(Date day) const;

  struct Times {
    std::int64_t seconds = 0, clock = 0, billed = 0, entries = 0;
    friend bool operator==(const Times&, const Times&) = default;
  };
  // By client id and month; an empty id for none.
  std::map<std::pair<std::string, std::string>, Times> client_months(Date first, Date last) const;

  // By member id: billable, non-billable, awaiting review.
  std::map<std::string, std::array<std::int64_t, 3>> logged(Date first, Date last) const;

  // Ids in the order of the list.
  std::vector<std::string> listed() const;

 private:
  std::string currency_of(const PlainEntry& entry, const std::optional<AppliedRate>& rate) const;
  void round();

  std::vector<PlainEntry> entries_;
  std::map<ClientId, Currency> clients_;
  std::vector<std::int32_t> edges_{30, 60, 90, 120};
};

}  // namespace billtrail::testing
