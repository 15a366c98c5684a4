// The zone rules of the machine's tzdata (TM2), through Howard Hinnant's date library. What it answers is frozen in events.
// Instants that tzdata does not list (from 2038 on) use the last offset listed; nothing that late can be recorded before then.
#pragma once

#include "domain/kernel/zone.hpp"

namespace billtrail {

// Any thread may call it; zones that were asked for recently are remembered for each thread. Asking about a zone that is not
// known() throws std::runtime_error: check first. Loading tzdata throws std::runtime_error when the machine has none.
class SystemZones final : public ZoneRules {
 public:
  bool known(std::string_view zone) const override;
  LocalTime local(Instant at, std::string_view zone) const override;
  Instant instant(LocalTime reading, std::string_view zone) const override;
  Instant start_of_day(Date date, std::string_view zone) const override;
};

}  // namespace billtrail
