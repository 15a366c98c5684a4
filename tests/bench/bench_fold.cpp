// How fast do the read models take events, how much memory is an entry, how long do questions take? Decoding is not part of it.
// Usage: bench_fold [entries ...], default 200000 1000000. Deterministic; one thread.
#include <fmt/core.h>
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "projections/registry.hpp"

namespace {

using namespace billtrail;
using Clock = std::chrono::steady_clock;

constexpr int members = 20, clients = 60, services = 8, projects = 150, tasks = 400;
const Date first_day = *Date::from(2025, 1, 1);
constexpr int days = 540;
constexpr std::size_t batch_size = 10'000;

template <class SomeId>
SomeId numbered(const char* prefix, std::uint64_t number) {
  return SomeId::parse(fmt::format("{}-{:08}-7abc-8def-012345678", prefix, number)).value();
}

std::int64_t micros_since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
}

class Generator {
 public:
  std::vector<Recorded> directory() {
    std::vector<Recorded> out;
    const Currency eur = *Currency::parse("EUR");
    put(out, PracticeOpened{"Bench", eur, "Europe/Berlin"});
    for (int i = 0; i < members; ++i) {
      const auto member = numbered<MemberId>("member", static_cast<std::uint64_t>(i));
      put(out, MemberAdded{member, Personal{std::string(member.text()), "sealed name of somebody"}, {}, {}, {}, {}});
      const Seconds day{8 * 3600};
      put(out, ContractedHoursSet{member, first_day, {day, day, day, day, day, {}, {}}, {}});
    }
    for (int i = 0; i < clients; ++i) {
      put(out, ClientAdded{numbered<ClientId>("client", static_cast<std::uint64_t>(i)), fmt::format("Client {}", i), eur});
    }
    for (int i = 0; i < services; ++i) {
      put(out, ServiceAdded{numbered<ServiceId>("service", static_cast<std::uint64_t>(i)), fmt::format("Service {}", i)});
    }
    for (int i = 0; i < projects; ++i) {
      put(out, ProjectOpened{numbered<ProjectId>("project", static_cast<std::uint64_t>(i)), {}, fmt::format("Project {}", i)});
    }
    for (int i = 0; i < tasks; ++i) {
      put(out, TaskAdded{numbered<TaskId>("task", static_cast<std::uint64_t>(i)), fmt::format("Task {}", i), TaskKind::task, {}, {}, {}, {},
                         Category::project});
    }
    return out;
  }

  std::vector<Recorded> batch(std::size_t count) {
    std::vector<Recorded> out;
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i) put(out, logged());
    return out;
  }

 private:
  void put(std::vector<Recorded>& out, Event event) {
    Recorded& recorded = out.emplace_back();
    recorded.envelope.practice = *PracticeId::parse("main");
    recorded.envelope.position = Position{++position_};
    recorded.envelope.recorded_at = Instant{static_cast<std::int64_t>(position_)};
    recorded.event = std::move(event);
  }
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  TimeLogged logged() {
    TimeLogged e;
    e.entry = numbered<EntryId>("0192f0aa", ++entry_);
    e.facts.member = numbered<MemberId>("member", below(members));
    e.facts.work.client = numbered<ClientId>("client", below(clients));
    e.facts.work.project = numbered<ProjectId>("project", below(projects));
    e.facts.work.task = numbered<TaskId>("task", below(tasks));
    e.facts.work.service = numbered<ServiceId>("service", below(services));
    e.facts.work.category = static_cast<Category>(below(4));
    e.facts.span.work_date = first_day + static_cast<int>(below(days));
    e.facts.span.seconds = Seconds{static_cast<std::int64_t>(60 + below(4 * 3600))};
    e.facts.span.start = Instant{(std::int64_t{e.facts.span.work_date.days} * 86400 + 36000) * 1'000'000};
    e.facts.span.end = *e.facts.span.start + e.facts.span.seconds;
    e.facts.span.zone = "Europe/Berlin";
    if (e.facts.work.category != Category::non_billable) {
      const auto rule = below(40);
      const Price price{Decimal4{static_cast<std::int64_t>(800'000 + rule * 12'500)}, *Currency::parse("EUR"), Seconds{3600}};
      e.facts.agreed = AppliedRate{price, RateOrigin::rule, numbered<RateRuleId>("rule", rule)};
      e.facts.standard = AppliedRate{price, RateOrigin::rule, numbered<RateRuleId>("rule", rule)};
    }
    e.description = Personal{std::string(e.facts.member.text()), std::string(68, 'x')};
    return e;
  }

  std::mt19937_64 random_{42};
  std::uint64_t position_ = 0;
  std::uint64_t entry_ = 0;
};

std::size_t heap_bytes() {
  const struct mallinfo2 now = mallinfo2();
  return now.uordblks + now.hblkhd;
}

void ask(const Views& views, std::string_view model, const Parameters& parameters) {
  const QuestionRead read = read_question(model, parameters, {first_day + (days - 1), Instant{}});
  if (!read.faults.empty()) {
    fmt::print("bad question: {}\n", read.faults.front().message);
    std::exit(1);
  }
  std::int64_t best = 0, worst = 0;
  std::size_t size = 0;
  for (int i = 0; i < 5; ++i) {
    const auto start = Clock::now();
    with_answer(model, views, read.question, [&](const auto& answer) {
      if constexpr (requires { answer.rows; }) size = answer.rows.size();
    });
    const std::int64_t took = micros_since(start);
    best = i == 0 ? took : std::min(best, took);
    worst = std::max(worst, took);
  }
  std::string text(model);
  for (const auto& [name, value] : parameters) text += " " + name + "=" + value;
  fmt::print("  {:<52} {:>7} rows  best {:>7} us  worst {:>7} us\n", text, size, best, worst);
}

void run(std::size_t entries) {
  Generator generator;
  const std::size_t before = heap_bytes();
  auto views = std::make_unique<Views>();
  for (const Recorded& recorded : generator.directory()) apply(*views, recorded);
  std::int64_t micros = 0;
  for (std::size_t done = 0; done < entries; done += batch_size) {
    const std::vector<Recorded> batch = generator.batch(batch_size);
    const auto start = Clock::now();
    for (const Recorded& recorded : batch) apply(*views, recorded);
    micros += micros_since(start);
  }
  const std::size_t bytes = heap_bytes() - before;
  fmt::print("{} entries: {} events/s folded, {} bytes an entry\n", entries,
             entries * 1'000'000 / static_cast<std::size_t>(std::max<std::int64_t>(micros, 1)), bytes / entries);
  ask(*views, "wip", {});
  ask(*views, "wip", {{"by", "client,member"}});
  ask(*views, "wip", {{"by", "month"}});
  ask(*views, "wip-movement", {});
  ask(*views, "utilisation", {});
  ask(*views, "utilisation", {{"from", "2025-01-01"}});
  ask(*views, "client-status", {});
  ask(*views, "time-totals", {});
  ask(*views, "time-totals", {{"by", "client,project,task,member,category,month"}});
  ask(*views, "time-totals", {{"by", "day"}});
  ask(*views, "entries", {});
  ask(*views, "entries", {{"member", "member-00000001-7abc-8def-012345678"}, {"limit", "200"}});
  ask(*views, "directory", {});
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::strtoul(words[i], nullptr, 10));
  if (sizes.empty()) sizes = {200'000, 1'000'000};
  for (const std::size_t size : sizes) run(size);
}
