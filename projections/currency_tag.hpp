// Currencies as numbers that do not depend on the view they come from, for grouping: an answer never adds two currencies.
#pragma once

#include <string>
#include <vector>

#include "projections/grouping.hpp"
#include "projections/views.hpp"

namespace billtrail {

// Knows in which currency each entry of one view counts: that of its rate, or the client's as long as there is none.
class CurrencyTags {
 public:
  explicit CurrencyTags(const Views& views);

  Grouping::Value of_value(const EntryRow& entry) const { return entry.agreed == no_row ? of_client(entry.client) : rates_[entry.currency]; }
  Grouping::Value of_standard(const EntryRow& entry) const {
    return entry.has_standard ? rates_[entry.standard_currency] : of_client(entry.client);
  }
  Grouping::Value of_client(Row client) const { return client == no_row ? practice_ : clients_[client]; }

  static Grouping::Value tag(const Currency& currency);
  static Currency currency(Grouping::Value tag);

 private:
  std::vector<Grouping::Value> rates_;    // by number in WorkView::currencies
  std::vector<Grouping::Value> clients_;  // by row of the directory
  Grouping::Value practice_;
};

// "|USD" when the group's currency is not the one to expect: that of its client, or the practice's when it has no client.
std::string currency_suffix(const Grouping& groups, std::size_t group, const CurrencyTags& tags);

}  // namespace billtrail
