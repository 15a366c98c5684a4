// See clerk.hpp. The order of things in one group: take, decide, encode, hand over; when durable: project, acknowledge.
#include "gateway/ledger/clerk.hpp"

#include <spdlog/spdlog.h>

#include <future>
#include <stdexcept>

#include "domain/carry_out.hpp"
#include "domain/run/carry_out_run.hpp"
#include "gateway/ledger/due.hpp"
#include "gateway/ledger/group.hpp"
#include "gateway/ledger/new_ids.hpp"
#include "gateway/ledger/opening.hpp"
#include "gateway/ledger/sealing.hpp"
#include "gateway/options.hpp"

namespace billtrail {

Clerk::Clerk(Parts parts) : parts_(std::move(parts)) {}

Clerk::~Clerk() { stop(); }

void Clerk::start() {
  thread_ = std::thread([this] { run(); });
}

bool Clerk::submit(ClerkRequest request) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || broken_ || queue_.size() >= bounds::clerk_queue_max) return false;
    queue_.push_back(std::move(request));
    if (queue_.size() > 1) return true;  // the clerk is awake, or has been woken
  }
  wake_.notify_one();
  return true;
}

std::vector<Answer> Clerk::ask(ClerkRequest request) {
  // Shared, because the answer may come after a caller that gave up waiting has gone.
  const auto promise = std::make_shared<std::promise<std::vector<Answer>>>();
  auto future = promise->get_future();
  const std::size_t orders = request.orders.size();
  request.done = [promise](std::vector<Answer> answers) { promise->set_value(std::move(answers)); };
  if (!submit(std::move(request))) return std::vector<Answer>(orders);
  return future.get();
}

void Clerk::look_after(std::shared_ptr<Ledger> ledger) {
  const std::lock_guard lock(mutex_);
  ledgers_.push_back(std::move(ledger));
}

std::size_t Clerk::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void Clerk::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Clerk::run() {
  constexpr std::chrono::seconds look_interval{5};
  for (;;) {
    std::vector<ClerkRequest> requests;
    {
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, look_interval, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty() && stopping_) break;
      requests.swap(queue_);
    }
    if (!requests.empty()) decide_group(std::move(requests));
    do_what_is_due();
  }
  wait_for_room(0);
}

void Clerk::decide_group(std::vector<ClerkRequest> requests) {
  auto group = std::make_shared<Group>();
  for (ClerkRequest& request : requests) {
    if (request.ledger->books_stale.load()) {
      // What was decided on top of the lost batch is lost too; begin again from what is durable.
      commit(std::move(group));
      group = std::make_shared<Group>();
      freshen(*request.ledger);
    }
    take(*group, std::move(request));
    if (group->batch.bytes().size() >= bounds::batch_bytes_aim) {
      commit(std::move(group));
      group = std::make_shared<Group>();
    }
  }
  commit(std::move(group));
}

void Clerk::take(Group& group, ClerkRequest request) {
  Ledger& ledger = *request.ledger;
  Reply reply;
  reply.answers.reserve(request.orders.size());
  reply.done = std::move(request.done);
  reply.ledger = request.ledger;
  const bool dry = request.recording == Recording::dry;
  const Position stood_at = ledger.decided;
  if (dry) ledger.books->journal.begin();
  const bool room = dry || parts_.disk_has_room();
  forget_indexed(ledger);
  group.enter(request.ledger);
  for (Order& order : request.orders) {
    if (broken_) {
      reply.answers.push_back({});
    } else if (!room) {
      reply.answers.push_back({.outcome = Outcome::disk_full});
    } else {
      reply.answers.push_back(take_carefully(group, ledger, request.asker, order, request.recording));
    }
  }
  if (dry) {
    ledger.books->journal.roll_back();
    ledger.decided = stood_at;
  }
  group.replies.push_back(std::move(reply));
}

// A mistake in a rule must not take the server down: the order fails, and when its events were half taken the books are folded anew.
Answer Clerk::take_carefully(Group& group, Ledger& ledger, const Asker& asker, Order& order, Recording recording) {
  try {
    return take_order(group, ledger, asker, order, recording);
  } catch (const std::exception& error) {
    spdlog::error("command failed practice={} command={} reason=\"{}\"", ledger.id.text(), order.id.text(), error.what());
    if (recording == Recording::real) {
      if (ledger.books->journal.open()) ledger.books->journal.roll_back();
      ledger.books_stale.store(true);
    }
    return {.outcome = dynamic_cast<const std::length_error*>(&error) ? Outcome::too_much : Outcome::failed};
  }
}

namespace {

// Runs dated ahead may be previewed and nothing else.
Decision<Event> decided(Books& books, const Command& command, const Given& given, Recording recording) {
  if (recording == Recording::real && is_run(command) && books.settings->opened) {
    if (Refusals ahead = check_not_ahead(books, command, given); !ahead.empty()) return ahead;
  }
  return carry_out(books, command, given);
}

}  // namespace

Answer Clerk::take_order(Group& group, Ledger& ledger, const Asker& asker, Order& order, Recording recording) {
  if (auto before = answered_before(group, ledger, order)) return std::move(*before);
  if (order.only_at && *order.only_at != ledger.decided) {
    return {.outcome = Outcome::moved_on, .position = ledger.decided};
  }
  Books& books = *ledger.books;
  const bool own_journal = recording == Recording::real && order.commands.size() > 1;
  if (own_journal) books.journal.begin();
  UuidIds ids;
  const Given given{parts_.clock(), parts_.zones, asker.occurred_at, order.actor.value_or(asker.actor), ids};
  std::vector<Event> events;
  for (std::size_t i = 0; i < order.commands.size(); ++i) {
    Command& command = order.commands[i];
    complete_ids(command);
    if (recording == Recording::real) seal_personal(command, books, parts_.vault, ledger.number);
    Decision<Event> decision = decided(books, command, given, recording);
    if (!decision.accepted()) {
      if (own_journal) books.journal.roll_back();
      return {.outcome = Outcome::refused, .position = ledger.decided, .refusals = decision.refusals(), .refused_command = i};
    }
    for (Event& event : decision.events()) events.push_back(std::move(event));
  }
  if (own_journal) books.journal.commit();
  return record(group, ledger, asker, order, std::move(events), recording);
}

std::optional<Answer> Clerk::answered_before(Group& group, Ledger& ledger, const Order& order) {
  if (order.digest.empty() || !ledger.command_hashes.contains(hash_value(order.id))) return std::nullopt;
  CommandTrace trace;
  if (const auto found = ledger.recent.find(order.id); found != ledger.recent.end()) {
    trace = found->second;
  } else if (const auto place = parts_.index.command(ledger.number, order.id.text())) {
    trace.first = {place->first};
    trace.count = static_cast<std::uint32_t>(place->count);
    parts_.log.read(ledger.number, {place->first, place->first}, [&trace](LogPosition, std::string_view body) {
      trace.digest = std::string(index_facts(body).command_digest);
      return Reading::stop;
    });
  } else {
    return std::nullopt;
  }
  if (trace.digest != order.digest) return Answer{.outcome = Outcome::key_reused, .position = trace.first};
  group.needs = std::max(group.needs, trace.first.value + trace.count - 1);
  group.has_replays = true;
  // The events are read when they are certainly durable: when the group is.
  Answer answer{.outcome = Outcome::replayed, .position = {trace.first.value + trace.count - 1}};
  answer.events.begin = trace.first.value;
  answer.events.end = trace.first.value + trace.count;
  return answer;
}

Answer Clerk::record(Group& group, Ledger& ledger, const Asker& asker, const Order& order, std::vector<Event> events,
                     Recording recording) {
  Group::Section& section = recording == Recording::real ? group.section() : group.dry_section();
  ledger.last_recorded_at = std::max(ledger.last_recorded_at, parts_.clock());
  const Date today = local_day(ledger);
  const std::size_t begin = section.events->size();
  for (Event& event : events) {
    ledger.decided = next(ledger.decided);
    const Date counts_on = business_date(event, today);
    section.events->push_back({Envelope{.practice = ledger.id, .position = ledger.decided, .recorded_at = ledger.last_recorded_at,
                                        .business_date = counts_on, .actor = order.actor.value_or(asker.actor), .on_behalf_of = asker.on_behalf_of,
                                        .command = order.id, .command_digest = order.digest, .correlation = asker.correlation,
                                        .cause = asker.cause, .reason = asker.reason, .occurred_at = asker.occurred_at},
                               std::move(event)});
    if (recording == Recording::real) {
      const std::string_view body = encoder_.encode(section.events->back(), ledger.decided_hash);
      ledger.decided_hash = hash_record(body);
      group.batch.add(body, ledger.decided_hash);
      section.hashes->push_back(ledger.decided_hash);
    }
  }
  const std::size_t end = section.events->size();
  if (recording == Recording::real && !order.digest.empty()) {
    ledger.command_hashes.insert(hash_value(order.id));
    ledger.recent.insert_or_assign(order.id, CommandTrace{{ledger.decided.value - (end - begin) + 1},
                                                          static_cast<std::uint32_t>(end - begin), order.digest});
  }
  return {.outcome = recording == Recording::real ? Outcome::recorded : Outcome::would_record,
          .position = ledger.decided,
          .events = {section.events, begin, end}};
}

Date Clerk::local_day(Ledger& ledger) const {
  constexpr std::int64_t quarter_micros = 900LL * 1'000'000;
  const std::int64_t quarter = ledger.last_recorded_at.micros / quarter_micros;
  if (quarter != ledger.today.quarter) {
    ledger.today = {quarter, parts_.zones.local(ledger.last_recorded_at, ledger.books->settings->zone).date};
  }
  return ledger.today.date;
}

// What the index has taken over need not be remembered here.
void Clerk::forget_indexed(Ledger& ledger) {
  if (ledger.recent.size() < bounds::recent_commands_max) return;
  const std::uint64_t indexed = ledger.indexed.load();
  boost::unordered::erase_if(ledger.recent, [indexed](const auto& entry) {
    return entry.second.first.value + entry.second.count <= indexed;
  });
}

void Clerk::do_what_is_due() {
  const Instant now = parts_.clock();
  if (now < next_look_) return;
  next_look_ = now + Seconds{15};
  std::vector<std::shared_ptr<Ledger>> ledgers;
  {
    const std::lock_guard lock(mutex_);
    ledgers = ledgers_;
  }
  std::vector<ClerkRequest> requests;
  for (const auto& ledger : ledgers) {
    if (ledger->books_stale.load() || !ledger->follows_clock.load() || !ledger->books->settings->opened) continue;
    const Date today = parts_.zones.local(now, ledger->books->settings->zone).date;
    for (ClerkRequest& request : due_requests(ledger, now, today)) requests.push_back(std::move(request));
  }
  if (!requests.empty()) decide_group(std::move(requests));
}

}  // namespace billtrail
