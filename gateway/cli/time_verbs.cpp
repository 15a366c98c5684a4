// The time verbs.
#include "gateway/cli/time_verbs.hpp"

#include <fmt/format.h>

#include "gateway/cli/desk.hpp"
#include "gateway/cli/new_key.hpp"
#include "gateway/cli/server_answers.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/json/write.hpp"
#include "gateway/quicklog/moments.hpp"

namespace billtrail::cli {

namespace {

using quicklog::Understood;

// "1:23:10"
std::string clock_length(std::int64_t seconds) {
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void print_words(const Understood& understood) {
  for (const quicklog::Word& word : understood.words) fmt::print("  {:<30} {}\n", word.text, word.means);
}

// A line that is not clear is wrong usage: nothing has been sent.
int explain_faults(const ClientSettings& settings, const Understood& understood) {
  if (settings.json) {
    fmt::print("{}\n", quicklog::understood_json(understood));
    return exit_usage;
  }
  for (const quicklog::Fault& fault : understood.faults) {
    fmt::print(stderr, "{}\n", fault.message);
    for (const std::string& candidate : fault.candidates) fmt::print(stderr, "  {}\n", candidate);
  }
  return exit_usage;
}

// The server's answer to the command. Throws Refused.
std::string send(Desk& desk, const Command& command, const std::string& key, std::string_view query = {}) {
  std::string body;
  write_command(body, command, nothing_opens());
  const std::string path = "/v1/commands/" + std::string(command_name(command)) + std::string(query);
  const HttpAnswer answer = desk.http().post(path, "application/json", body, {{"Idempotency-Key", key}});
  if (!answer.ok()) throw Refused(answer);
  return answer.body;
}

// "Acme Media · Optimisation · weekly check": what an event or a row says the work was for.
std::string work_text(const Desk& desk, const JsonValue& work, const std::string& description) {
  std::string text;
  const auto part = [&](const std::string& name) {
    if (!name.empty()) text += (text.empty() ? "" : " · ") + name;
  };
  const auto named = [&](Noun noun, std::string_view field) {
    const std::string id = text_member(work, field);
    part(id.empty() ? "" : desk.name_of(noun, id));
  };
  if (text_member(work, "client").empty()) {
    part("internal");
  } else {
    named(Noun::client, "client");
  }
  named(Noun::project, "project");
  named(Noun::task, "task");
  if (text_member(work, "task").empty()) named(Noun::service, "service");
  part(description);
  return text;
}

// "Stopped: 1:23:10 on 2026-03-01: Acme Media · Optimisation", for every entry that an answer's events logged. How many those
// were.
int print_logged(const Desk& desk, std::string_view answer, std::string_view lead) {
  const JsonDocument document = parsed(answer);
  int entries = 0;
  for (const JsonValue& event : elements(document.root(), "events")) {
    if (text_member(event, "type") != "TimeLogged") continue;
    const auto data = event.find("data");
    const auto facts = data ? data->find("facts") : std::nullopt;
    const auto span = facts ? facts->find("span") : std::nullopt;
    const auto work = facts ? facts->find("work") : std::nullopt;
    if (!span || !work) continue;
    fmt::print("{} {} on {}: {}\n", lead, clock_length(integer_member(*span, "seconds").value_or(0)),
               text_member(*span, "work_date"), work_text(desk, *work, text_member(*data, "description")));
    ++entries;
  }
  return entries;
}

struct TodaySum {
  std::string date;
  std::int64_t seconds = 0;
  std::int64_t entries = 0;
};

TodaySum today_of(Desk& desk) {
  TodaySum sum{desk.moment().today.text()};
  const std::string path =
      "/v1/time-totals?by=member&from=" + sum.date + "&to=" + sum.date + "&member=" + url_encoded(desk.member().id);
  const JsonDocument document = parsed(desk.http().must_get(path));
  for (const JsonValue& row : elements(document.root(), "rows")) {
    sum.seconds += integer_member(row, "seconds").value_or(0);
    sum.entries += integer_member(row, "entries").value_or(0);
  }
  return sum;
}

// The row of the member's running timer.
std::optional<JsonValue> running(const JsonDocument& timers, const std::string& member) {
  for (const JsonValue& row : elements(timers.root(), "rows")) {
    if (text_member(row, "member") == member) return row;
  }
  return std::nullopt;
}

void print_running(const Desk& desk, const JsonValue& row) {
  const auto since = Instant::parse(text_member(row, "at"));
  const std::string zone = text_member(row, "zone");
  const std::string work = work_text(desk, row, text_member(row, "description"));
  if (!since || !desk.zones().known(zone)) {
    fmt::print("Running   {}\n", work);
    return;
  }
  const LocalTime started = desk.zones().local(*since, zone);
  fmt::print("Running   {}   since {}{}\n          {}\n", clock_length(between(*since, desk.moment().now).count),
             started.date == desk.moment().today ? "" : started.date.text() + " ", quicklog::clock_text(started.seconds), work);
}

}  // namespace

int log_time(const ClientSettings& settings, const LogVerb& verb) {
  Desk desk(settings);
  const Understood understood = quicklog::understand(verb.words, desk.directory(), desk.member_id(), desk.moment());
  if (!understood.faults.empty()) return explain_faults(settings, understood);
  const std::string answer = send(desk, understood.entry, new_key("log"), verb.dry_run ? "?dry_run=true" : "");
  if (settings.json) {
    fmt::print("{}\n", answer);
    return exit_done;
  }
  print_logged(desk, answer, verb.dry_run ? "Would log" : "Logged");
  print_words(understood);
  return exit_done;
}

int start_timer(const ClientSettings& settings, const std::string& words) {
  Desk desk(settings);
  const Understood understood =
      quicklog::understand(words, desk.directory(), desk.member_id(), desk.moment(), quicklog::Purpose::timer);
  if (!understood.faults.empty()) return explain_faults(settings, understood);
  const std::string answer = send(desk, quicklog::timer_of(understood, desk.zones()), new_key("start"));
  if (settings.json) {
    fmt::print("{}\n", answer);
    return exit_done;
  }
  print_logged(desk, answer, "Stopped the timer before:");
  fmt::print("Started.\n");
  print_words(understood);
  return exit_done;
}

int stop_timer(const ClientSettings& settings) {
  Desk desk(settings);
  StopTimer stop;
  stop.member = desk.member_id();
  const std::string answer = send(desk, stop, new_key("stop"));
  if (settings.json) {
    fmt::print("{}\n", answer);
  } else {
    const int entries = print_logged(desk, answer, "Stopped:");
    if (entries == 0) fmt::print("Stopped. Less than a second is no work: nothing was logged.\n");
  }
  return exit_done;
}

int show_status(const ClientSettings& settings) {
  Desk desk(settings);
  const JsonDocument timers = parsed(desk.http().must_get("/v1/timers?member=" + url_encoded(desk.member().id)));
  const auto row = running(timers, desk.member().id);
  const TodaySum today = today_of(desk);
  if (!settings.json) {
    fmt::print("{}\n", desk.member().name);
    if (row) {
      print_running(desk, *row);
    } else {
      fmt::print("Running   nothing\n");
    }
    fmt::print("Today     {}   {} {}\n", clock_length(today.seconds), today.entries, today.entries == 1 ? "entry" : "entries");
    return exit_done;
  }
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("member", desk.member().id).field("member_name", desk.member().name).key("running");
  if (row) {
    json.begin_object().field("entry", text_member(*row, "entry")).field("at", text_member(*row, "at"));
    for (const std::string_view field : {"client", "project", "campaign", "task", "service", "category", "description"}) {
      if (const std::string text = text_member(*row, field); !text.empty()) json.field(field, text);
    }
    json.end_object();
  } else {
    json.null();
  }
  json.key("today").begin_object().field("date", today.date).field("seconds", today.seconds).field("entries", today.entries);
  json.end_object().end_object();
  fmt::print("{}\n", out);
  return exit_done;
}

}  // namespace billtrail::cli
