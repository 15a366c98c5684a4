// How the practice and its clients are billed, as it is now; and what is billed that is not time: expenses, media, with their dates. Also the
// alerts on a client's WIP (W4).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/billing/billing_state.hpp"
#include "projections/directory_view.hpp"

namespace billtrail {

struct ExpenseFacts {
  ExpenseRecorded facts;
  Position position;
  std::optional<Date> removed_on;
  std::optional<Date> written_off_on;
  std::int64_t written_off = 0;
  std::string reason;  // of the removal or write-off
};

struct MediaFacts {
  MediaPlanned plan;
  Position position;
  std::vector<MediaSpendRecorded> spends;  // in order of arrival; each is the total so far

  // As the platform said last by the end of a day; null before the first.
  const MediaSpendRecorded* spent_by(Date day) const {
    for (auto it = spends.rbegin(); it != spends.rend(); ++it) {
      if (it->on <= day) return &*it;
    }
    return nullptr;
  }
};

struct WipAlertFacts {
  WipAlertRaised facts;
  Date on;
  std::optional<Date> cleared_on;
  Position position;
};

struct BillingView {
  static constexpr std::string_view name = "billing";
  static constexpr int version = 1;

  BillingSettings settings;
  std::vector<TaxRateSet> tax_rates;  // in order of arrival; the same jurisdiction and date again replaces
  std::map<ClientId, ClientBillingState> clients;  // of whom something has been set
  Register<ExpenseId, ExpenseFacts> expenses;
  Register<MediaId, MediaFacts> media;
  std::vector<WipAlertFacts> alerts;

  void apply(const Recorded& recorded);
  std::size_t lines() const { return 1 + tax_rates.size() + clients.size() + expenses.size() + media.size() + alerts.size(); }
  void line(std::size_t i, std::string& out) const;
};

}  // namespace billtrail
