// W1 for one entry: what is left of its value and its seconds.
#include "projections/settlement.hpp"

namespace billtrail {

OpenWork open_work(const EntryRow& entry, const std::vector<Settlement>& settled, Date day) {
  OpenWork open{Seconds{entry.billed_seconds}, entry.value, false};
  for (const Settlement& settlement : settled) {
    if (settlement.date > day) continue;
    switch (settlement.kind) {
      case SettlementKind::billed:
      case SettlementKind::written_off:
        open.seconds -= settlement.seconds;
        open.minor -= settlement.minor;
        break;
      case SettlementKind::written_up: open.minor += settlement.minor; break;
      case SettlementKind::deferred: open.deferred = true; break;
      case SettlementKind::released: open.deferred = false; break;
    }
  }
  return open;
}

SecondsAccount seconds_account(const EntryRow& entry, const std::vector<Settlement>& settled, Date day) {
  SecondsAccount account{};
  for (const Settlement& settlement : settled) {
    if (settlement.date > day) continue;
    if (settlement.kind == SettlementKind::billed) account.billed += settlement.seconds;
    if (settlement.kind == SettlementKind::written_off) account.written_off += settlement.seconds;
  }
  const Seconds rest = Seconds{entry.billed_seconds} - account.billed - account.written_off;
  (entry.category() == Category::retainer ? account.covered : account.unbilled) = rest;
  return account;
}

}  // namespace billtrail
