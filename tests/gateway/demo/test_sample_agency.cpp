// The sample agency: the same everywhere, accepted whole, and believable.
#include <openssl/evp.h>

#include <array>
#include <map>
#include <set>

#include "domain/books.hpp"
#include "domain/carry_out.hpp"
#include "eventstore/codec/event_names.hpp"
#include "gateway/demo/cast.hpp"
#include "gateway/demo/holidays.hpp"
#include "gateway/demo/sample_agency.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/json/write.hpp"
#include "gateway/zones/system_zones.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;

namespace {

const SystemZones zones;

Date day(std::string_view text) { return *Date::parse(text); }

std::string digest(const std::vector<DemoCommand>& commands) {
  std::string all;
  for (const DemoCommand& command : commands) {
    all += std::string(command.id.text()) + " " + std::string(command.actor.text()) + " " + command.day.text() + " ";
    all += command_name(command.command);
    write_command(all, command.command, nothing_opens());
    all += '\n';
  }
  std::array<unsigned char, 32> bytes{};
  EVP_Digest(all.data(), all.size(), bytes.data(), nullptr, EVP_sha256(), nullptr);
  std::string hex;
  for (std::size_t i = 0; i < 8; ++i) {
    hex += "0123456789abcdef"[bytes[i] >> 4U];
    hex += "0123456789abcdef"[bytes[i] & 15U];
  }
  return hex;
}

// What the books took: the facts of every entry that still stands, by id.
struct Played {
  std::map<std::string, EntryFacts> entries;
  std::map<std::string, int> events;
  std::set<std::string> running;
  std::vector<std::string> refused;
};

void note(Played& played, const Event& event) {
  if (const auto* logged = std::get_if<TimeLogged>(&event)) {
    played.entries[std::string(logged->entry.text())] = logged->facts;
    ++played.events["logged"];
  }
  if (const auto* corrected = std::get_if<TimeEntryCorrected>(&event)) {
    played.entries[std::string(corrected->entry.text())] = corrected->after;
    ++played.events["corrected"];
  }
  if (const auto* removed = std::get_if<TimeEntryRemoved>(&event)) {
    played.entries.erase(std::string(removed->entry.text()));
    ++played.events["removed"];
  }
  if (const auto* repriced = std::get_if<EntryRepriced>(&event)) {
    played.entries[std::string(repriced->entry.text())].agreed = repriced->new_agreed;
    ++played.events["repriced"];
  }
  if (const auto* started = std::get_if<TimerStarted>(&event)) played.running.insert(std::string(started->entry.text()));
  if (const auto* stopped = std::get_if<TimerStopped>(&event)) played.running.erase(std::string(stopped->entry.text()));
}

// Ids of what runs make.
class CountedIds final : public NewIds {
 public:
  std::string next() override { return "made-" + std::to_string(++made_); }

 private:
  int made_ = 0;
};

Played play(const std::vector<DemoCommand>& commands, Date today) {
  Books books;
  Played played;
  CountedIds ids;
  for (const DemoCommand& command : commands) {
    const Given given{zones.instant({today, 9 * 3600}, sample_agency_zone), zones, {}, command.actor, ids};
    const Decision<Event> decision = carry_out(books, command.command, given);
    if (!decision.accepted()) {
      const Refusal& refusal = decision.refusals().front();
      played.refused.push_back(std::string(command.id.text()) + " " + std::string(command_name(command.command)) + " " +
                               std::string(meaning_of(refusal.code).name) + " " + refusal.pointer);
      continue;
    }
    for (const Event& event : decision.events()) {
      note(played, event);
      ++played.events[std::string(event_names()[event.index()])];
    }
  }
  return played;
}

// Each day's script and what came of it, made once: they take seconds.
const std::vector<DemoCommand>& script_of(std::string_view today) {
  static std::map<std::string, std::vector<DemoCommand>, std::less<>> made;
  const auto found = made.find(today);
  return found != made.end() ? found->second : made.emplace(today, sample_agency(day(today), zones)).first->second;
}
const Played& played_on(std::string_view today) {
  static std::map<std::string, Played, std::less<>> made;
  const auto found = made.find(today);
  return found != made.end() ? found->second : made.emplace(today, play(script_of(today), day(today))).first->second;
}

struct Attendance {
  std::map<std::string, std::map<Date, std::int64_t>> seconds;  // by member and day, without what waits for a review
};

Attendance attendance_of(const Played& played) {
  Attendance attendance;
  for (const auto& [id, facts] : played.entries) {
    if (facts.review == Review::needed) continue;
    attendance.seconds[std::string(facts.member.text())][facts.span.work_date] += facts.span.seconds.count;
  }
  return attendance;
}

bool on_leave(const std::vector<DemoCommand>& commands, std::string_view member, Date date) {
  for (const DemoCommand& command : commands) {
    const auto* leave = std::get_if<RecordLeave>(&command.command);
    if (leave && leave->member.text() == member && leave->first <= date && date <= leave->last) return true;
  }
  return false;
}

// 2.10, net: contracted seconds of the days before `today` that are neither holidays nor leave.
std::map<std::string, std::int64_t> available_of(const std::vector<DemoCommand>& commands, Date start, Date today) {
  std::map<std::string, std::map<Date, WeekHours>> hours;
  std::map<std::string, Date> left;
  std::set<Date> holidays;
  for (const DemoCommand& command : commands) {
    if (const auto* set = std::get_if<SetContractedHours>(&command.command))
      hours[std::string(set->member.text())][set->valid_from] = set->week;
    if (const auto* archive = std::get_if<Archive>(&command.command)) left[archive->id] = *archive->on;
    if (const auto* holiday = std::get_if<AddHoliday>(&command.command)) holidays.insert(holiday->date);
  }
  std::map<std::string, std::int64_t> available;
  for (const auto& [member, history] : hours) {
    for (Date date = start; date < today; date = date + 1) {
      const auto later = history.upper_bound(date);
      const bool gone = left.contains(member) && date >= left.at(member);
      if (later == history.begin() || gone || holidays.contains(date) || on_leave(commands, member, date)) continue;
      const WeekHours& week = std::prev(later)->second;
      const std::array<Seconds, 7> days{week.monday, week.tuesday,  week.wednesday, week.thursday,
                                        week.friday, week.saturday, week.sunday};
      available[member] += days[static_cast<std::size_t>(date.weekday())].count;
    }
  }
  return available;
}

}  // namespace

TEST_CASE("the sample agency is the same on every machine and at every start of a day") {
  CHECK(digest(script_of("2026-11-21")) == "2b5739f39df7b623");
  CHECK(digest(sample_agency(day("2026-11-21"), zones)) == digest(script_of("2026-11-21")));
}

TEST_CASE("every command of the sample agency is accepted, whatever the day it is made for") {
  // A Saturday, a first of January, a day after a change of clocks, the last of a month, a leap day.
  for (const auto* today : {"2026-11-21", "2027-01-01", "2026-03-30", "2026-05-31", "2028-02-29"}) {
    CAPTURE(today);
    const auto& commands = script_of(today);
    CHECK(played_on(today).refused == std::vector<std::string>{});
    std::set<std::string_view> ids;
    for (const DemoCommand& command : commands) ids.insert(command.id.text());
    CHECK(ids.size() == commands.size());
  }
}

TEST_CASE("the sample agency is lively: mishaps, unpriced work, a forgotten timer and one that runs") {
  Played played = played_on("2026-11-21");
  CHECK(played.events["logged"] >= 12'000);
  CHECK(played.events["logged"] <= 16'000);
  CHECK(played.events["corrected"] >= 10);
  CHECK(played.events["removed"] == 2);  // one removed, one moved
  CHECK(played.events["repriced"] >= 10);
  CHECK(played.running == std::set<std::string>{"demo-entry-running"});
  std::map<std::string, int> seen;
  for (const auto& [id, facts] : played.entries) {
    const bool billable = facts.work.category != Category::non_billable;
    if (billable && !facts.agreed) ++seen["unpriced"];
    if (billable && !facts.agreed && facts.work.client->text() != "lakeside") ++seen["unpriced elsewhere"];
    if (billable && facts.agreed->price.currency == *Currency::parse("GBP")) ++seen["pounds"];
    if (facts.review == Review::needed) ++seen["review"];
    if (facts.span.start) ++seen["clock"];
    if (!facts.span.start) ++seen["lengths"];
    if (facts.work.task) ++seen["task"];
    if (facts.work.project) ++seen["project"];
    if (facts.work.campaign) ++seen["campaign"];
  }
  CHECK(seen["unpriced"] >= 30);
  CHECK(seen["unpriced elsewhere"] == 0);
  CHECK(seen["pounds"] >= 50);
  CHECK(seen["review"] == 1);
  for (const auto* kind : {"clock", "lengths", "task", "project", "campaign"}) {
    CAPTURE(kind);
    CHECK(seen[kind] >= 500);
  }
}

TEST_CASE("the sample agency bills: agreements of every kind, invoices, payments, credits, write-offs") {
  Played played = played_on("2026-11-21");
  const std::map<std::string, int> at_least{
      {"RetainerAgreed", 12},       {"EngagementAgreed", 4},    {"RetainerCycleOpened", 180}, {"RetainerCycleClosed", 165},
      {"RetainerChanged", 2},       {"RetainerPaused", 1},      {"OverageCharged", 10},       {"OverageApproved", 3},
      {"InvoiceDrafted", 300},      {"InvoiceApproved", 280},   {"InvoiceIssued", 270},       {"InvoiceVoided", 1},
      {"InvoiceWrittenOff", 1},     {"CreditNoteIssued", 3},    {"PaymentReceived", 230},     {"PaymentAllocated", 230},
      {"PaymentReversed", 1},       {"PaymentRefunded", 1},     {"WipWrittenOff", 20},        {"ExpenseRecorded", 20},
      {"MilestoneApproved", 4},     {"MediaSpendRecorded", 1},  {"RetainerAlertRaised", 20},  {"WipAlertRaised", 1}};
  for (const auto& [name, count] : at_least) {
    CAPTURE(name);
    CHECK(played.events[name] >= count);
  }
}

TEST_CASE("the sample agency is believable: no long days, no work on leave or holidays, little on weekends") {
  const Date today = day("2026-11-21");
  const auto& commands = script_of("2026-11-21");
  const Attendance attendance = attendance_of(played_on("2026-11-21"));
  int weekend_days = 0;
  int days = 0;
  for (const auto& [member, by_day] : attendance.seconds) {
    for (const auto& [date, seconds] : by_day) {
      CAPTURE(member, date.text());
      ++days;
      if (seconds > 12 * 3600) FAIL_CHECK("more than twelve hours");
      if (date < today && date.weekday() >= Weekday::saturday) ++weekend_days;
      if (on_leave(commands, member, date)) FAIL_CHECK("work on leave");
      for (const auto& holiday : demo::berlin_holidays(date.year())) {
        if (holiday.date == date) FAIL_CHECK("work on " << holiday.name);
      }
    }
  }
  CHECK(attendance.seconds.size() == 12);
  CHECK(weekend_days >= 1);
  CHECK(weekend_days * 50 < days);
}

TEST_CASE("everybody in the sample agency is utilised between 60 and 95 percent") {
  const Date today = day("2026-11-21");
  const auto& commands = script_of("2026-11-21");
  const auto available = available_of(commands, commands.front().day, today);
  std::map<std::string, std::int64_t> billable;
  for (const auto& [id, facts] : played_on("2026-11-21").entries) {
    const bool counts =
        facts.work.category != Category::non_billable && facts.review != Review::needed && facts.span.work_date < today;
    if (counts) billable[std::string(facts.member.text())] += facts.span.seconds.count;
  }
  CHECK(available.size() == 12);
  for (const auto& [member, seconds] : available) {
    CAPTURE(member, billable[member], seconds);
    CHECK(billable[member] * 100 >= seconds * 60);
    CHECK(billable[member] * 100 <= seconds * 95);
  }
}

TEST_CASE("Berlin's holidays hang on Easter") {
  const auto names = [](int year) {
    std::map<std::string, std::string> dates;
    for (const auto& holiday : demo::berlin_holidays(year)) dates[std::string(holiday.name)] = holiday.date.text();
    return dates;
  };
  CHECK(names(2026).at("Good Friday") == "2026-04-03");
  CHECK(names(2026).at("Ascension Day") == "2026-05-14");
  CHECK(names(2025).at("Whit Monday") == "2025-06-09");
  CHECK(names(2024).at("Easter Monday") == "2024-04-01");
}
