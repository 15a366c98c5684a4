// The practices of this server: several ledgers in one log, each by its id. Any thread, after open_all().
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/vault.hpp"
#include "gateway/json/write.hpp"
#include "gateway/ledger/clerk.hpp"
#include "gateway/ledger/ledger.hpp"

namespace billtrail {

inline constexpr std::size_t practices_max = 1000;
inline constexpr std::string_view first_practice = "main";

class Practices {
 public:
  Practices(Log& log, LogIndex& index, Vault& vault, Clerk& clerk);

  // Folds every practice of the log. Before anything is served.
  void open_all();

  std::shared_ptr<Ledger> find(std::string_view id) const;
  // The ledger of a practice that is about to be opened; the same one when asked twice. Nothing beyond practices_max.
  std::shared_ptr<Ledger> found(const PracticeId& id);
  std::vector<std::shared_ptr<Ledger>> all() const;

  // Opens sealed text of this practice; copyable, any thread.
  OpenPersonal opener(const Ledger& ledger) const;

 private:
  void adopt(const std::shared_ptr<Ledger>& ledger);

  Log& log_;
  LogIndex& index_;
  Vault& vault_;
  Clerk& clerk_;
  mutable std::mutex mutex_;  // guards all below
  std::map<std::string, std::shared_ptr<Ledger>, std::less<>> ledgers_;
  std::uint64_t highest_number_ = 0;
};

}  // namespace billtrail
