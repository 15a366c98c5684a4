// How often each command comes.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {

Command RandomCommands::next() {
  struct Choice {
    std::uint64_t weight;
    Maker make;
  };
  using Me = RandomCommands;
  static const Choice choices[] = {
      {28, &Me::log_time},
      {6, &Me::correct_entry},
      {2, &Me::remove_entry},
      {1, &Me::move_entry},
      {5, &Me::adjust_entry},
      {4, &Me::set_rate},
      {2, &Me::set_rounding},
      {4, &Me::record_expense},
      {1, &Me::settle_expense},
      {5, &Me::write_off},
      {2, &Me::write_up},
      {3, &Me::reverse_write_off},
      {3, &Me::defer},
      {1, &Me::lock},
      {3, &Me::change_retainer},
      {1, &Me::pause_retainer},
      {1, &Me::end_engagement},
      {1, &Me::change_engagement},
      {2, &Me::open_or_close_cycle},
      {1, &Me::reopen_cycle},
      {3, &Me::approve_overage},
      {2, &Me::plan_milestones},
      {4, &Me::milestone_step},
      {2, &Me::media},
      {8, &Me::run},
      {1, &Me::set_tax},
      {1, &Me::number_series},
      {9, &Me::draft},
      {3, &Me::draft_recurring},
      {2, &Me::draft_deposit},
      {9, &Me::edit_line},
      {4, &Me::add_line},
      {5, &Me::edit_entries},
      {3, &Me::edit_head},
      {2, &Me::discard},
      {9, &Me::approve},
      {9, &Me::issue},
      {1, &Me::sent},
      {2, &Me::void_invoice},
      {5, &Me::credit},
      {3, &Me::bad_debt},
      {9, &Me::pay},
      {5, &Me::allocate},
      {2, &Me::undo_allocation},
      {3, &Me::refund},
      {1, &Me::reverse_refund},
      {2, &Me::reverse_payment},
      {2, &Me::write_off_difference},
  };
  std::uint64_t sum = 0;
  for (const Choice& choice : choices) sum += choice.weight;
  std::uint64_t left = dice_.below(sum);
  for (const Choice& choice : choices) {
    if (left < choice.weight) return (this->*choice.make)();
    left -= choice.weight;
  }
  return log_time();
}

}  // namespace billtrail::simulation
