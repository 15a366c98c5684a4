// Random commands about time.
#include "tests/domain/time_commands.hpp"

#include "tests/domain/time_support.hpp"

namespace billtrail::testing {

EntryId TimeCommands::fresh() { return testing::entry("e" + std::to_string(made_++)); }

EntryId TimeCommands::entry() {
  const std::int64_t back = std::min<std::int64_t>(made_ + 1, 30);
  return testing::entry("e" + std::to_string(std::max<std::int64_t>(0, made_ - upto(back))));
}

MemberId TimeCommands::member() { return one_in(40) ? id<MemberId>("nobody") : one_in(2) ? ana : ben; }
ClientId TimeCommands::client() { return one_in(30) ? id<ClientId>("nobody") : one_in(2) ? acme : bolt; }
Category TimeCommands::category() { return static_cast<Category>(upto(4)); }
std::string TimeCommands::reason() { return one_in(10) ? "" : "as it was"; }
std::string TimeCommands::zone() {
  static const std::vector<std::string> zones{
      "UTC", "Europe/Berlin", "Asia/Tokyo", "Africa/Cairo", "America/Havana", "Pacific/Apia", "x"};
  return zones[static_cast<std::size_t>(upto(static_cast<std::int64_t>(zones.size())))];
}

// Around now, to the microsecond; sometimes at the ends of what an integer holds.
Instant TimeCommands::moment() {
  if (one_in(60)) return Instant{one_in(2) ? INT64_MIN : INT64_MAX};
  const std::int64_t around = one_in(5) ? 20 * 86'400 : 86'400;
  const Instant at = now_ - Seconds{upto(around) - 100};
  return one_in(3) ? Instant{at.micros + upto(1'000'000)} : at;
}

Seconds TimeCommands::seconds() {
  if (one_in(60)) return {one_in(2) ? INT64_MIN : INT64_MAX};
  if (one_in(10)) return {upto(8 * 86'400) - 10};
  return {upto(14'400)};
}

Date TimeCommands::date() {
  if (one_in(60)) return Date{one_in(2) ? INT32_MIN : INT32_MAX};
  return day("2026-03-02") - static_cast<int>(upto(20));
}

template <class Said>
void TimeCommands::say_work(Said& command) {
  command.project = maybe<ProjectId>(4, [&] { return one_in(2) ? site : one_in(2) ? shop : house; });
  command.campaign = maybe<CampaignId>(8, [&] { return spring; });
  command.task = maybe<TaskId>(6, [&] { return monthly; });
  command.service = maybe<ServiceId>(3, [&] { return one_in(2) ? payroll : advisory; });
  command.category = maybe<Category>(6, [&] { return category(); });
  command.description = maybe<Personal>(4, [&] { return Personal{"ana", "text"}; });
}

LogTime TimeCommands::log_time() {
  LogTime command;
  command.entry = one_in(20) ? entry() : fresh();
  command.member = member();
  command.client = maybe<ClientId>(2, [&] { return client(); });
  say_work(command);
  if (one_in(3)) {
    command.date = date();
    command.seconds = seconds();
  } else {
    command.start = moment();
    command.seconds = maybe<Seconds>(2, [&] { return seconds(); });
    if (!command.seconds || one_in(3)) command.end = Instant{command.start->micros / 2 + moment().micros / 2};
    if (!one_in(4) && command.end) command.end = std::max(*command.start, *command.end);
    command.date = maybe<Date>(8, [&] { return date(); });
    command.zone = maybe<std::string>(3, [&] { return zone(); });
  }
  if (one_in(8)) command.local_start = LocalTime{date(), static_cast<std::int32_t>(upto(90'000))};
  if (one_in(8)) command.start.reset();
  command.rate = maybe<Decimal4>(8, [&] { return Decimal4{one_in(9) ? INT64_MIN : upto(2'000'000)}; });
  command.rate_reason = "agreed by phone";
  command.source = maybe<ImportSource>(6, [&] { return ImportSource{"toggl", "row"}; });
  return command;
}

CorrectTimeEntry TimeCommands::correction() {
  CorrectTimeEntry command;
  command.entry = entry();
  if (one_in(2)) say_work(command);
  command.date = maybe<Date>(5, [&] { return date(); });
  command.seconds = maybe<Seconds>(4, [&] { return seconds(); });
  command.start = maybe<Instant>(5, [&] { return moment(); });
  command.end = maybe<Instant>(5, [&] { return moment(); });
  command.rate = maybe<Decimal4>(8, [&] { return Decimal4{upto(2'000'000)}; });
  if (one_in(5)) command.clear.push_back(static_cast<EntryField>(upto(6)));
  command.reason = reason();
  return command;
}

Command TimeCommands::next() {
  now_ = now_ + Seconds{upto(one_in(20) ? 70'000 : 3000)};
  switch (upto(16)) {
    case 0:
    case 1:
    case 2: {
      StartTimer command;
      command.entry = one_in(20) ? entry() : fresh();
      command.member = member();
      command.client = maybe<ClientId>(2, [&] { return client(); });
      say_work(command);
      command.at = maybe<Instant>(2, [&] { return moment(); });
      command.zone = maybe<std::string>(3, [&] { return zone(); });
      return command;
    }
    case 3: {
      ChangeTimer command;
      command.entry = entry();
      command.client = maybe<ClientId>(2, [&] { return client(); });
      say_work(command);
      command.at = maybe<Instant>(3, [&] { return moment(); });
      return command;
    }
    case 4:
    case 5: return StopTimer{member(), maybe<EntryId>(2, [&] { return entry(); }), maybe<Instant>(2, [&] { return moment(); })};
    case 6: return DiscardTimer{member(), entry()};
    case 7: return StopForgottenTimer{entry()};
    case 8: {
      LogTimes command;
      for (std::int64_t i = upto(4); i > 0; --i) command.entries.push_back(log_time());
      return command;
    }
    case 9:
    case 10: return correction();
    case 11: return RemoveTimeEntry{entry(), reason()};
    case 12: {
      MoveTimeEntry command;
      command.entry = entry();
      command.as = fresh();
      command.client = client();
      say_work(command);
      command.reason = reason();
      return command;
    }
    case 13:
      return ReviewTimeEntry{entry(), maybe<Seconds>(2, [&] { return seconds(); }), maybe<Instant>(2, [&] { return moment(); })};
    default: return log_time();
  }
}

}  // namespace billtrail::testing
