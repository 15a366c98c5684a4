// W5: work that will not be billed, or is worth more than its time, is written off or up by a dated act of its own, whatever the
// invoices. An amount is shared in proportion to value by largest remainder, equal ones to the earlier (M4); seconds in
// proportion to seconds. An amount moves seconds only where it takes all the value that is left (W1a).
#include "domain/checks.hpp"
#include "domain/time/small.hpp"
#include "domain/wip/entry_lock.hpp"
#include "domain/wip/targets.hpp"
#include "domain/wip/wip_rules.hpp"

namespace billtrail {
namespace {

// What an act may count in: more than any practice bills, and no sum of it overflows.
constexpr std::int64_t act_amount_max = 1'000'000'000'000'000;

bool passes(const Books& books, const WriteOffWip& filter, const EntryState& entry) {
  if (filter.project && books.projects.row_of(*filter.project) != entry.project) return false;
  if (filter.member && books.members.row_of(*filter.member) != entry.member) return false;
  if (filter.engagement && books.engagements.row_of(*filter.engagement) != entry.engagement) return false;
  return (!filter.from || entry.work_date >= *filter.from) && (!filter.to || entry.work_date <= *filter.to);
}

void check_filter(const Books& books, const WriteOffWip& command, Faults& faults) {
  check_known(books.projects, command.project, RefusalCode::unknown_project, "/project", faults);
  check_known(books.members, command.member, RefusalCode::unknown_member, "/member", faults);
  check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  const bool both = command.amount && command.seconds;
  if (both || (command.amount && *command.amount <= 0)) faults.add(RefusalCode::setting_out_of_range, "/amount");
  if (command.seconds && command.seconds->count <= 0) faults.add(RefusalCode::duration_must_be_positive, "/seconds");
}

WriteOffShare share_of(const Books& books, const OpenEntry& open) {
  return {books.entries.key(open.entry), open.work.billed, {}, 0};
}

std::int64_t sum(const std::vector<std::int64_t>& parts) {
  std::int64_t whole = 0;
  for (const std::int64_t part : parts) whole += part;
  return whole;
}

std::vector<std::int64_t> values(const std::vector<OpenEntry>& work) {
  std::vector<std::int64_t> weights;
  for (const OpenEntry& open : work) weights.push_back(std::max<std::int64_t>(0, open.work.value));
  return weights;
}

std::vector<WriteOffShare> all_of(const Books& books, const std::vector<OpenEntry>& work) {
  std::vector<WriteOffShare> shares;
  for (const OpenEntry& open : work) {
    shares.push_back(share_of(books, open));
    shares.back().seconds = open.work.seconds;
    shares.back().minor = open.work.value;
  }
  return shares;
}

std::vector<WriteOffShare> by_amount(const Books& books, const std::vector<OpenEntry>& work, std::int64_t amount,
                                     Faults& faults) {
  const std::vector<std::int64_t> weights = values(work);
  const std::int64_t open_value = sum(weights);
  if (amount > open_value) {
    faults.add(RefusalCode::write_off_too_large, "/amount", {{"open", open_value}});
    return {};
  }
  const std::vector<std::int64_t> parts = largest_remainder(amount, weights);
  std::vector<WriteOffShare> shares;
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (parts[i] == 0) continue;
    shares.push_back(share_of(books, work[i]));
    shares.back().minor = parts[i];
    if (parts[i] == work[i].work.value) shares.back().seconds = work[i].work.seconds;
  }
  return shares;
}

std::vector<WriteOffShare> by_seconds(const Books& books, const std::vector<OpenEntry>& work, Seconds seconds, Faults& faults) {
  std::vector<std::int64_t> weights;
  for (const OpenEntry& open : work) weights.push_back(std::max<std::int64_t>(0, open.work.seconds.count));
  const std::int64_t open_seconds = sum(weights);
  if (seconds.count > open_seconds) {
    faults.add(RefusalCode::write_off_too_large, "/seconds", {{"open_seconds", open_seconds}});
    return {};
  }
  const std::vector<std::int64_t> parts = largest_remainder(seconds.count, weights);
  std::vector<WriteOffShare> shares;
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (parts[i] == 0) continue;
    shares.push_back(share_of(books, work[i]));
    shares.back().seconds = {parts[i]};
    shares.back().minor = divide_half_away(Int128{work[i].work.value} * parts[i], weights[i]);
  }
  return shares;
}

std::vector<WriteOffShare> shares_of(const Books& books, const WriteOffWip& command, const std::vector<OpenEntry>& work,
                                     Faults& faults) {
  if (command.amount) return by_amount(books, work, *command.amount, faults);
  if (command.seconds) return by_seconds(books, work, *command.seconds, faults);
  return all_of(books, work);
}

// What the act gave or left must still be open where it would be taken back.
void check_still_open(const Books& books, const WriteOffState& act, Faults& faults) {
  WorkOfClient work(books, books.clients.row_of(act.client));
  for (const WriteOffShare& share : act.shares) {
    const Row row = books.entries.row_of(share.entry);
    const EntrySettlement* settlement = settlement_of(books, row);
    std::vector<Fact> facts{{"entry", std::string(share.entry.text())}};
    if (settlement->holder != no_row) {
      const std::vector<Fact> holder = invoice_facts(books, settlement->holder);
      facts.insert(facts.end(), holder.begin(), holder.end());
      faults.add(RefusalCode::entries_not_open, "/write_off", std::move(facts));
      continue;
    }
    const std::optional<OpenWork> open = work.open(row);
    // Value alone needs seconds to stand on.
    const bool gone = share.seconds.count == 0 && (!open || open->seconds.count == 0 || (act.up && open->value < share.minor));
    if (gone) faults.add(RefusalCode::entries_not_open, "/write_off", std::move(facts));
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const WriteOffWip& command, const Given& given) {
  const WriteOffId& id = chosen(command.write_off);
  Faults faults;
  check_unused(books.write_offs, id, "/write_off", faults);
  const ClientState* client = check_known(books.clients, command.client, RefusalCode::unknown_client, "/client", faults);
  check_filter(books, command, faults);
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Date on = date_of_act(books, command.on, given, faults);
  if (client == nullptr) return faults.in_order();
  std::vector<OpenEntry> work = targets(books, command.client, command.entries, faults);
  if (!faults.none()) return faults.in_order();
  if (command.entries.empty()) {
    std::erase_if(work, [&](const OpenEntry& open) { return !passes(books, command, books.entries.at(open.entry)); });
  }
  if (work.empty()) return refuse(RefusalCode::nothing_to_bill);
  check_after_work(books, on, work, faults);
  std::vector<WriteOffShare> shares = shares_of(books, command, work, faults);
  if (!faults.none()) return faults.in_order();

  const WriteOffReason code = command.code.value_or(WriteOffReason::other);
  return std::vector<Event>{WipWrittenOff{id, command.client, on, code, command.reason, std::move(shares), {}, {}}};
}

Decision<Event> decide(const Books& books, const WriteUpWip& command, const Given& given) {
  const WriteOffId& id = chosen(command.write_off);
  Faults faults;
  check_unused(books.write_offs, id, "/write_off", faults);
  const ClientState* client = check_known(books.clients, command.client, RefusalCode::unknown_client, "/client", faults);
  if (command.amount <= 0) faults.add(RefusalCode::setting_out_of_range, "/amount");
  if (command.amount > act_amount_max) faults.add(RefusalCode::amount_too_large, "/amount", {{"amount_max", act_amount_max}});
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Date on = date_of_act(books, command.on, given, faults);
  if (client == nullptr) return faults.in_order();
  const std::vector<OpenEntry> work = targets(books, command.client, command.entries, faults);
  if (!faults.none()) return faults.in_order();
  check_after_work(books, on, work, faults);
  const std::vector<std::int64_t> weights = values(work);
  if (sum(weights) == 0) return refuse(RefusalCode::nothing_to_bill);
  if (!faults.none()) return faults.in_order();

  WipWrittenUp up{id, command.client, on, command.reason, {}};
  const std::vector<std::int64_t> parts = largest_remainder(command.amount, weights);
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (parts[i] == 0) continue;
    up.shares.push_back(share_of(books, work[i]));
    up.shares.back().minor = parts[i];
  }
  return std::vector<Event>{std::move(up)};
}

Decision<Event> decide(const Books& books, const ReverseWriteOff& command, const Given& given) {
  Faults faults;
  if (is_blank(command.reason)) faults.add(RefusalCode::reason_needed, "/reason");
  const Date on = date_of_act(books, command.on, given, faults);
  const WriteOffState* act =
      check_known(books.write_offs, command.write_off, RefusalCode::unknown_write_off, "/write_off", faults);
  if (act == nullptr) return faults.in_order();
  if (act->reversed) return refuse(RefusalCode::already_undone, "/write_off");
  if (act->absorbed) faults.add(RefusalCode::cycle_closed, "/write_off");
  if (on < act->on) faults.add(RefusalCode::date_before_document, "/on", {{"on", act->on.text()}});
  if (!act->absorbed) check_still_open(books, *act, faults);
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{WriteOffReversed{command.write_off, on, command.reason}};
}

}  // namespace billtrail
