// The same answers the slow and obvious way, straight from the list of events: what the read models are held against.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "tests/projections/plain_billing.hpp"

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
    std::int64_t negative = 0, deferred = 0, on_draft = 0, expenses = 0;
    std::int64_t retainer = 0;
    Seconds seconds, unpriced, review;
    std::int64_t entries = 0;
    friend bool operator==(const Wip&, const Wip&) = default;
  };
  // By client id and currency.
  std::map<std::pair<std::string, std::string>, Wip> wip(Date day) const;

  // Of each billable entry until the day: billed, covered, unbilled, written off.
  std::array<std::int64_t, 4> account(const PlainEntry& entry, Date day) const;

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
  // What may be charged of an entry, and what a fee covers.
  struct Charged {
    Seconds seconds, covered;
    std::int64_t minor = 0;
    bool priced = true;
  };
  Charged charged(const PlainEntry& entry, Date day) const;
  Charged within_allowance(const PlainEntry& entry, Date day) const;
  Charged within_cap(const PlainEntry& entry, Date day) const;
  bool draws_from(std::int32_t period, const PlainEntry& entry, Date day) const;
  std::int64_t allowance_of(std::int32_t period) const;
  std::string currency_of(const PlainEntry& entry, const std::optional<AppliedRate>& rate) const;
  void round();
  void sum_entry(const PlainEntry& entry, Date day, Wip& chargeable, Wip& standard) const;
  void age(Wip& sum, Date day, Date since, std::int64_t minor) const;

  std::vector<PlainEntry> entries_;  // in order of H3
  PlainBilling billing_;
  std::map<ClientId, Currency> clients_;
  std::vector<std::int32_t> edges_{30, 60, 90, 120};
};

}  // namespace billtrail::testing
