// Commands as people send them over some months: mostly plausible, sometimes wrong. They look at the books to find things to act
// on.
#pragma once

#include <string>
#include <vector>

#include "tests/simulation/dice.hpp"
#include "tests/simulation/simulated_practice.hpp"

namespace billtrail::simulation {

class RandomCommands {
 public:
  RandomCommands(const SimulatedPractice& practice, std::uint64_t seed) : practice_(practice), dice_(seed) {}

  // Members, clients, rates, taxes and an agreement of each kind. All of them must be accepted.
  std::vector<Command> set_up();
  Command next();
  // What a scheduler sends, day by day.
  Command daily() const { return RunSchedule{}; }
  Dice& dice() { return dice_; }

 private:
  using Maker = Command (RandomCommands::*)();

  // random_setup.cpp
  void people(std::vector<Command>& commands);
  void prices(std::vector<Command>& commands);
  void billing(std::vector<Command>& commands);
  void agreements(std::vector<Command>& commands);
  AgreeRetainer retainer(const ClientId& client, const char* name);

  // random_work.cpp
  Command log_time();
  Command correct_entry();
  Command remove_entry();
  Command move_entry();
  Command adjust_entry();
  Command set_rate();
  Command set_rounding();
  Command record_expense();
  Command settle_expense();
  Command write_off();
  Command write_up();
  Command reverse_write_off();
  Command defer();
  Command lock();

  // random_agreements.cpp
  Command change_retainer();
  Command pause_retainer();
  Command end_engagement();
  Command change_engagement();
  Command open_or_close_cycle();
  Command reopen_cycle();
  Command approve_overage();
  Command plan_milestones();
  Command milestone_step();
  Command media();
  Command run();
  Command set_tax();
  Command number_series();

  // random_documents.cpp
  Command draft();
  Command draft_recurring();
  Command draft_deposit();
  Command edit_line();
  Command add_line();
  Command edit_entries();
  Command edit_head();
  Command discard();
  Command approve();
  Command issue();
  Command sent();
  Command void_invoice();
  Command credit();
  Command bad_debt();

  // random_money.cpp
  Command pay();
  Command allocate();
  Command undo_allocation();
  Command refund();
  Command reverse_refund();
  Command reverse_payment();
  Command write_off_difference();

  template <class SomeId>
  SomeId id(std::string_view text) const {
    return SomeId::parse(text).value();
  }
  // One that has not been used.
  template <class SomeId>
  SomeId fresh(const char* prefix) {
    return id<SomeId>(prefix + std::to_string(++made_));
  }
  // Mostly one that `fits`, sometimes any, and one that is not there when there is none at all.
  template <class SomeId, class State, class Fits>
  SomeId some(const Table<SomeId, State>& table, Fits fits) {
    std::vector<Row> fitting;
    for (Row row = 0; row < table.size(); ++row) {
      if (fits(table.at(row))) fitting.push_back(row);
    }
    if (!fitting.empty() && !dice_.chance(8)) return table.key(fitting[dice_.below(fitting.size())]);
    if (table.size() == 0) return id<SomeId>("nothing");
    return table.key(static_cast<Row>(dice_.below(table.size())));
  }
  ClientId some_client() { return id<ClientId>("c" + std::to_string(dice_.below(3))); }
  MemberId some_member() { return id<MemberId>("m" + std::to_string(dice_.below(members_))); }
  Row some_entry(const std::optional<ClientId>& client = {});
  EntryId some_entry_id(const std::optional<ClientId>& client = {});
  InvoiceId some_invoice(InvoiceStage stage);
  const InvoiceDocument* document_of(const InvoiceId& invoice) const;
  std::optional<EngagementId> some_engagement(const ClientId& client);
  EngagementId some_retainer();
  Currency currency_of(const ClientId& client) const { return client.text() == "c2" ? foreign_ : euro_; }
  // An amount of about this many euros, in the client's minor units.
  std::int64_t amount(const ClientId& client, std::int64_t low, std::int64_t high);
  Decimal4 rate_in(Currency currency);
  // Mostly near today, sometimes earlier, now and then in the future.
  Date some_day(std::int64_t days_back);
  std::optional<Date> maybe_day(std::int64_t days_back);
  std::string reason() { return dice_.chance(95) ? "because" : ""; }

  const SimulatedPractice& practice_;
  Dice dice_;
  std::uint64_t members_ = 2;
  int made_ = 0;
  Currency euro_ = Currency::parse("EUR").value();
  Currency foreign_;
};

}  // namespace billtrail::simulation
