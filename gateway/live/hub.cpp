// See hub.hpp.
#include "gateway/live/hub.hpp"

#include <spdlog/spdlog.h>

#include <future>
#include <set>

#include "eventstore/codec/codec.hpp"

namespace billtrail {
namespace {

constexpr std::chrono::milliseconds behind_interval{20};  // how often those are looked at who could not take all

std::string topic_name(const Ledger& ledger, std::string_view model, http::Parameters parameters) {
  std::sort(parameters.begin(), parameters.end());
  std::string name = std::string(ledger.id.text()) + '\n' + std::string(model);
  for (const auto& [key, value] : parameters) name.append("\n").append(key).append("=").append(value);
  return name;
}

std::shared_ptr<const std::string> problem_body(const Problem& problem) {
  std::string body = "\"error\":{";
  write_problem_members(body, problem);
  body += "}}";
  return std::make_shared<const std::string>(std::move(body));
}

// A piece of the log for a follower that is behind the ring.
FeedPiece read_piece(const Log& log, const LogIndex& index, const Ledger& ledger, std::uint64_t from, const std::string& entity,
                     const OpenPersonal& open) {
  std::string body = "\"events\":[";
  std::size_t count = 0;
  FeedPiece piece{.body = nullptr, .next = from};
  const auto take = [&](LogPosition position, std::string_view record) {
    if (count > 0) body += ',';
    ++count;
    body += event_json(decode_record(record), hash_record(record), previous_hash_of(record), open);
    piece.next = position + 1;
    return count < bounds::feed_chunk_events_max ? Reading::go_on : Reading::stop;
  };
  const std::uint64_t durable = ledger.durable.load();
  if (entity.empty()) {
    log.read(ledger.number, {from, durable}, take);
  } else {
    const std::uint64_t indexed = ledger.indexed.load();
    const auto positions = index.history(ledger.number, entity, {from, bounds::feed_chunk_events_max});
    for (const LogPosition position : positions) log.read(ledger.number, {position, position}, take);
    if (positions.size() < bounds::feed_chunk_events_max) piece.next = std::max(piece.next, indexed + 1);
  }
  body += "]}";
  if (count > 0) piece.body = std::make_shared<const std::string>(std::move(body));
  return piece;
}

}  // namespace

Hub::Hub(ApiParts& parts, ReadRoutes& reads) : parts_(parts), reads_(reads) {}

Hub::~Hub() { stop(); }

void Hub::start() {
  thread_ = std::thread([this] { run(); });
}

void Hub::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
  tasks_.clear();
  topics_.clear();
  feeds_.clear();
}

void Hub::say_goodbye() {
  if (!thread_.joinable()) return;
  constexpr std::chrono::milliseconds moment{100};
  const auto said = std::make_shared<std::promise<void>>();
  put([this, said] {
    std::set<std::shared_ptr<Outlet>> outlets;
    for (const auto& [name, topic] : topics_) topic->collect(outlets);
    for (const auto& [practice, feed] : feeds_) feed->collect(outlets);
    for (const auto& outlet : outlets) outlet->going_away();
    said->set_value();
  });
  if (said->get_future().wait_for(bounds::stop_time_max / 4) == std::future_status::ready) std::this_thread::sleep_for(moment);
}

void Hub::put(std::function<void()> task) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    first = tasks_.empty();
    tasks_.push_back(std::move(task));
  }
  if (first) wake_.notify_one();
}

void Hub::run() {
  for (;;) {
    std::vector<std::function<void()>> tasks;
    {
      std::unique_lock lock(mutex_);
      const auto something = [this] { return stopping_ || !tasks_.empty(); };
      if (dirty_) wake_.wait_until(lock, next_look_, something);
      else if (anything_behind()) wake_.wait_for(lock, behind_interval, something);
      else wake_.wait(lock, something);
      if (stopping_) return;
      tasks.swap(tasks_);
    }
    try {
      for (auto& task : tasks) task();
      look_at_feeds();
      look_at_topics();
    } catch (const std::exception& error) {
      spdlog::error("live failed reason=\"{}\"", error.what());
    }
  }
}

bool Hub::anything_behind() const {
  if (lagging_ > 0) return true;
  return std::any_of(feeds_.begin(), feeds_.end(), [](const auto& entry) { return entry.second->behind(); });
}

void Hub::look_at_feeds() {
  for (auto& [practice, feed] : feeds_) feed->look();
}

// Looking at the read models takes at most about a fifth of a core, however fast the ledger grows.
void Hub::look_at_topics() {
  const auto now = Clock::now();
  if ((!dirty_ && lagging_ == 0) || now < next_look_) return;
  dirty_ = false;
  std::size_t lagging = 0;
  for (auto& [name, topic] : topics_) {
    topic->look();
    lagging += topic->lagging();
  }
  lagging_ = lagging;
  const auto done = Clock::now();
  next_look_ = done + std::max<Clock::duration>(bounds::live_interval_min, 4 * (done - now));
}

void Hub::moved(const DurableStretch& stretch) {
  put([this, stretch] {
    dirty_ = !topics_.empty();
    const auto feed = feeds_.find(stretch.ledger->number);
    if (feed != feeds_.end()) feed->second->moved(stretch);
  });
}

void Hub::follow_model(std::shared_ptr<Outlet> outlet, SubscriptionId id, std::shared_ptr<Ledger> ledger, std::string model,
                       http::Parameters parameters) {
  put([this, outlet, id, ledger, model, parameters] {
    const QuestionRead read = reads_.question(model, parameters, *ledger);
    if (!is_model(model)) return outlet->send(id, problem_body(problem(404, "unknown_model", "There is no read model of this name.")));
    if (!read.faults.empty()) return outlet->send(id, problem_body(problem_of(read.faults)));
    if (read.question.known_at || read.question.opening) {
      return outlet->send(id, problem_body(problem(400, "malformed", "What was known in the past does not change; use GET.")));
    }
    auto& topic = topics_[topic_name(*ledger, model, parameters)];
    if (!topic) {
      topic = std::make_unique<Topic>(ledger, [this, ledger, model, parameters, open = parts_.practices.opener(*ledger)] {
        const Question question = reads_.question(model, parameters, *ledger).question;
        return ledger->runner.read([&](const Views& views) { return render(model, views, views, question, open); });
      });
    }
    topic->add(outlet, id);
  });
}

void Hub::follow_events(std::shared_ptr<Outlet> outlet, SubscriptionId id, std::shared_ptr<Ledger> ledger, Position from, std::string entity) {
  put([this, outlet, id, ledger, from, entity] {
    auto& feed = feeds_[ledger->number];
    if (!feed) {
      const OpenPersonal open = parts_.practices.opener(*ledger);
      feed = std::make_unique<EventFeed>(ledger, open, [this, ledger, open](std::uint64_t follower, std::uint64_t next, std::string wanted) {
        const auto fetch = [this, ledger, open, follower, next, wanted] {
          FeedPiece piece = read_piece(parts_.log, parts_.index, *ledger, next, wanted, open);
          put([this, number = ledger->number, follower, piece] {
            const auto found = feeds_.find(number);
            if (found != feeds_.end()) found->second->arrived(follower, piece);
          });
        };
        // A full pool: an empty piece, so that it is tried again at the next look.
        if (!parts_.pool.run(fetch)) {
          put([this, number = ledger->number, follower, next] {
            const auto found = feeds_.find(number);
            if (found != feeds_.end()) found->second->arrived(follower, {.body = nullptr, .next = next});
          });
        }
      });
    }
    feed->add(outlet, id, from, entity);
  });
}

void Hub::unfollow(const Outlet* outlet, SubscriptionId id) {
  put([this, outlet, id] {
    for (auto& [name, topic] : topics_) topic->remove(outlet, &id);
    for (auto& [practice, feed] : feeds_) feed->remove(outlet, &id);
  });
}

void Hub::forget(const Outlet* outlet) {
  put([this, outlet] {
    for (auto& [name, topic] : topics_) topic->remove(outlet, nullptr);
    for (auto& [practice, feed] : feeds_) feed->remove(outlet, nullptr);
    std::erase_if(topics_, [](const auto& entry) { return entry.second->empty(); });
    std::erase_if(feeds_, [](const auto& entry) { return entry.second->empty(); });
  });
}

}  // namespace billtrail
