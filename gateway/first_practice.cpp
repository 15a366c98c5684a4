// See first_practice.hpp.
#include "gateway/first_practice.hpp"

#include <spdlog/spdlog.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "gateway/demo/sample_agency.hpp"
#include "gateway/ledger/new_ids.hpp"

namespace billtrail {
namespace {

constexpr std::size_t sample_chunk = 1000;

// TZ, or what /etc/localtime points to, if this server knows it; else UTC.
std::string machine_zone(const ZoneRules& zones) {
  if (const char* named = std::getenv("TZ"); named && zones.known(named)) return named;
  std::error_code error;
  const std::string target = std::filesystem::read_symlink("/etc/localtime", error).string();
  constexpr std::string_view folder = "zoneinfo/";
  const std::size_t at = target.find(folder);
  if (at != std::string::npos && zones.known(target.substr(at + folder.size()))) return target.substr(at + folder.size());
  return "UTC";
}

void insist(const std::vector<Answer>& answers) {
  for (const Answer& answer : answers) {
    if (answer.outcome == Outcome::recorded) continue;
    std::string why = "outcome " + std::to_string(static_cast<int>(answer.outcome));
    if (!answer.refusals.empty()) {
      why = std::string(meaning_of(answer.refusals.front().code).name) + " " + answer.refusals.front().pointer;
    }
    throw std::runtime_error("the first practice could not be opened: " + why);
  }
}

void open_empty(const FirstPracticeParts& parts, const std::shared_ptr<Ledger>& ledger) {
  ClerkRequest request{.ledger = ledger, .asker = {.actor = *ActorId::parse("system"), .reason = "first start"}};
  request.orders.push_back({.commands = {OpenPractice{.name = "My practice", .currency = *Currency::parse("EUR"),
                                                      .zone = machine_zone(parts.zones)}},
                            .id = new_id<CommandId>()});
  request.orders.push_back({.commands = {AddMember{.member = MemberId::parse("owner"), .name = Personal{{}, "Owner"}}},
                            .id = new_id<CommandId>()});
  insist(parts.clerk.ask(std::move(request)));
}

void open_sample(const FirstPracticeParts& parts, const std::shared_ptr<Ledger>& ledger) {
  const Date today = parts.zones.local(parts.clock(), std::string(sample_agency_zone)).date;
  std::vector<DemoCommand> commands = sample_agency(today, parts.zones);
  ledger->follows_clock = false;
  for (std::size_t begin = 0; begin < commands.size(); begin += sample_chunk) {
    ClerkRequest request{.ledger = ledger, .asker = {.actor = *ActorId::parse("system"), .reason = "sample agency"}};
    const std::size_t end = std::min(commands.size(), begin + sample_chunk);
    for (std::size_t i = begin; i < end; ++i) {
      request.orders.push_back({.commands = {std::move(commands[i].command)}, .id = commands[i].id, .actor = commands[i].actor});
    }
    insist(parts.clerk.ask(std::move(request)));
  }
  ledger->follows_clock = true;
  spdlog::info("sample agency loaded commands={}", commands.size());
}

}  // namespace

void found_first_practice(const FirstPracticeParts& parts, FirstPractice which) {
  const auto ledger = parts.practices.found(*PracticeId::parse(first_practice));
  if (which == FirstPractice::sample) open_sample(parts, ledger);
  else open_empty(parts, ledger);
}

}  // namespace billtrail
