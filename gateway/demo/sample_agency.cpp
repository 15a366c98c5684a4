// Puts the script together: set-up, then day by day the work and its billing, then what goes wrong in real life, then a timer
// that runs on.
#include "gateway/demo/sample_agency.hpp"

#include <fmt/format.h>

#include "gateway/demo/billing_days.hpp"
#include "gateway/demo/script.hpp"
#include "gateway/demo/working_days.hpp"

namespace billtrail {

namespace demo {

Script::Script(Date today, const ZoneRules& zones)
    : today_(today),
      start_(anchored(first_of_month(today), -sample_agency_months, 1)),
      zones_(zones),
      now_(zones.instant({today, 23 * 3600}, sample_agency_zone)) {}

Decision<Event> Script::carried_out(std::string_view actor, const Command& command) {
  return carry_out(books_, command, Given{now_, zones_, std::nullopt, id_of<ActorId>(actor), ids_});
}

bool Script::try_add(Date day, std::string_view actor, Command command) {
  if (!carried_out(actor, command).accepted()) return false;
  const std::string id = fmt::format("demo-{:06}", commands.size() + 1);
  commands.push_back({id_of<CommandId>(id), std::move(command), id_of<ActorId>(actor), day});
  return true;
}

void Script::add(Date day, std::string_view actor, Command command) {
  const Decision<Event> decision = carried_out(actor, command);
  if (!decision.accepted()) {
    const Refusal& refusal = decision.refusals().front();
    throw std::logic_error(fmt::format("the sample agency's command {} on {} is refused: {} at \"{}\"", commands.size() + 1,
                                       day.text(), meaning_of(refusal.code).name, refusal.pointer));
  }
  const std::string id = fmt::format("demo-{:06}", commands.size() + 1);
  commands.push_back({id_of<CommandId>(id), std::move(command), id_of<ActorId>(actor), day});
}

EntryId Script::next_entry() { return id_of<EntryId>(fmt::format("demo-entry-{:05}", ++entries_)); }

}  // namespace demo

std::vector<DemoCommand> sample_agency(Date today, const ZoneRules& zones) {
  demo::Script script(today, zones);
  demo::set_up(script);
  demo::agree(script);
  demo::WorkingDays days(script);
  demo::BillingDays billing(script);
  for (Date day = script.start(); day <= today; day = day + 1) {
    demo::change_on(script, day);
    days.write(day);
    billing.write(day);
  }
  demo::mishaps(script);
  return std::move(script.commands);
}

}  // namespace billtrail
