// What must hold after every command, whatever came before. Everything is checked against the plain books or against itself.
#pragma once

#include "tests/simulation/dice.hpp"
#include "tests/simulation/plain_books.hpp"

namespace billtrail::simulation {

class Laws {
 public:
  Laws(const SimulatedPractice& practice, const PlainBooks& plain, Dice& dice)
      : practice_(practice), plain_(plain), dice_(dice) {}

  // Throws Broken.
  void check_all();
  // Folded anew, the read models are the same; now, and up to some positions in between. Slow.
  void check_rebuild() const;
  // W8 with an opening that was reported when less was known. Slow.
  void check_movement_from_then();

 private:
  Date some_day();
  void check_movement(const Views& opening, Date from, Date to) const;
  void check_wip(Date day, const std::map<EntryId, Seconds>& billed) const;
  void check_seconds(const std::map<EntryId, Seconds>& billed) const;
  void check_open_seconds(Row entry, Seconds unbilled) const;
  void check_retainers(const std::map<EntryId, Seconds>& billed) const;
  void check_invoices(Date day) const;
  void check_debtors(Date day) const;
  void check_register() const;

  const SimulatedPractice& practice_;
  const PlainBooks& plain_;
  Dice& dice_;
};

}  // namespace billtrail::simulation
