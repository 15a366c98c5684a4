// W1 for one piece of work: what is left of its value and its seconds.
#include "projections/settlement.hpp"

#include <algorithm>

namespace billtrail {
namespace {

void replace_deferral(std::vector<Settlement>& settled, Date from) {
  std::erase_if(settled, [from](const Settlement& settlement) {
    return settlement.date > from && (settlement.kind == SettlementKind::deferred || settlement.kind == SettlementKind::released);
  });
}

}  // namespace

void insert(std::vector<Settlement>& settled, const Settlement& settlement) {
  const auto later = std::ranges::upper_bound(settled, settlement.date, {}, &Settlement::date);
  settled.insert(later, settlement);
}

void defer(std::vector<Settlement>& settled, Date on, std::optional<Date> until) {
  replace_deferral(settled, on);
  insert(settled, {SettlementKind::deferred, on, {}, 0});
  if (until) insert(settled, {SettlementKind::released, std::max(on, *until), {}, 0});
}

void release(std::vector<Settlement>& settled, Date on) {
  replace_deferral(settled, on);
  insert(settled, {SettlementKind::released, on, {}, 0});
}

OpenCharge open_work(const Charge& charge, const std::vector<Settlement>& settled, Date day) {
  OpenCharge open{charge.seconds, charge.minor, false};
  for (const Settlement& settlement : settled) {
    if (settlement.date > day) break;
    switch (settlement.kind) {
      case SettlementKind::billed:
      case SettlementKind::written_off:
        open.seconds -= settlement.seconds;
        open.minor -= settlement.minor;
        break;
      case SettlementKind::written_up:
      case SettlementKind::corrected: open.minor += settlement.minor; break;
      case SettlementKind::deferred: open.deferred = true; break;
      case SettlementKind::released: open.deferred = false; break;
    }
  }
  return open;
}

Settled settled_between(const std::vector<Settlement>& settled, std::optional<Date> after, Date day) {
  Settled sums;
  for (const Settlement& settlement : settled) {
    if (settlement.date > day) break;
    if (after && settlement.date <= *after) continue;
    switch (settlement.kind) {
      case SettlementKind::billed:
        sums.billed_seconds += settlement.seconds;
        sums.billed += settlement.minor;
        break;
      case SettlementKind::written_off:
        sums.written_off_seconds += settlement.seconds;
        sums.written_off += settlement.minor;
        break;
      case SettlementKind::written_up: sums.written_up += settlement.minor; break;
      case SettlementKind::corrected: sums.corrected += settlement.minor; break;
      case SettlementKind::deferred:
      case SettlementKind::released: break;
    }
  }
  return sums;
}

}  // namespace billtrail
