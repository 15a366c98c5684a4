// See topic.hpp.
#include "gateway/live/topic.hpp"

#include <unordered_map>

#include "gateway/options.hpp"

namespace billtrail {
namespace {

// Only fields that are new or differ; one that went is sent as null.
void put_head(std::string& out, const Rendered& before, const Rendered& after) {
  std::unordered_map<std::string_view, std::string_view> old;
  for (const RenderedRow& field : before.head) old.emplace(field.key, field.json);
  std::string changed;
  for (const RenderedRow& field : after.head) {
    const auto found = old.find(field.key);
    const bool same = found != old.end() && found->second == field.json;
    if (found != old.end()) old.erase(found);
    if (same) continue;
    if (!changed.empty()) changed += ',';
    changed.append("\"").append(field.key).append("\":").append(field.json);
  }
  for (const auto& [name, json] : old) {
    if (!changed.empty()) changed += ',';
    changed.append("\"").append(name).append("\":null");
  }
  if (!changed.empty()) out.append("\"head\":{").append(changed).append("},");
}

void put_keys(std::string& out, std::string_view name, const std::vector<std::string_view>& keys) {
  out.append("\"").append(name).append("\":[");
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0) out += ',';
    append_json_text(out, keys[i]);
  }
  out += "],";
}

}  // namespace

std::string changes_between(const Rendered& before, const Rendered& after) {
  std::unordered_map<std::string_view, std::string_view> old;
  for (const RenderedRow& row : before.rows) old.emplace(row.key, row.json);
  std::string rows;
  std::vector<std::string_view> appended;
  std::unordered_map<std::string_view, bool> present;
  for (const RenderedRow& row : after.rows) {
    present.emplace(row.key, true);
    const auto found = old.find(row.key);
    if (found == old.end()) appended.push_back(row.key);
    else if (found->second == row.json) continue;
    if (!rows.empty()) rows += ',';
    rows += row.json;
  }
  std::vector<std::string_view> removed;
  std::vector<std::string_view> expected;  // the order a client has by itself
  for (const RenderedRow& row : before.rows) {
    if (present.contains(row.key)) expected.push_back(row.key);
    else removed.push_back(row.key);
  }
  expected.insert(expected.end(), appended.begin(), appended.end());
  std::vector<std::string_view> order;
  for (const RenderedRow& row : after.rows) order.push_back(row.key);

  std::string changes;
  if (!rows.empty()) changes.append("\"rows\":[").append(rows).append("],");
  if (!removed.empty()) put_keys(changes, "removed", removed);
  if (order != expected) put_keys(changes, "order", order);
  put_head(changes, before, after);
  if (changes.empty()) return {};
  changes.pop_back();
  return "\"position\":" + std::to_string(after.position.value) + ",\"changes\":{" + changes + "}}";
}

void Topic::add(std::shared_ptr<Outlet> outlet, SubscriptionId id) {
  if (!last_) {
    last_ = std::make_unique<Rendered>(ask_());
  } else {
    look();
  }
  followers_.push_back({std::move(outlet), id});
  send_snapshot(followers_.back());
}

void Topic::remove(const Outlet* outlet, const SubscriptionId* id) {
  std::erase_if(followers_, [&](const Follower& follower) {
    return follower.outlet.get() == outlet && (!id || follower.id == *id);
  });
}

void Topic::send_snapshot(Follower& follower) {
  if (!snapshot_) {
    snapshot_ = std::make_shared<const std::string>("\"position\":" + std::to_string(last_->position.value) +
                                                    ",\"snapshot\":" + whole(*last_) + "}");
  }
  follower.lagging = false;
  follower.outlet->send(follower.id, snapshot_);
}

void Topic::look() {
  std::shared_ptr<const std::string> changes;
  if (!last_ || ledger_->runner.position() != last_->position) {
    auto fresh = std::make_unique<Rendered>(ask_());
    if (last_) {
      std::string text = changes_between(*last_, *fresh);
      if (!text.empty()) changes = std::make_shared<const std::string>(std::move(text));
    }
    last_ = std::move(fresh);
    snapshot_.reset();
  }
  for (Follower& follower : followers_) {
    const std::size_t queued = follower.outlet->queued_bytes();
    if (follower.lagging) {
      if (queued < bounds::socket_queue_bytes_max / 4) send_snapshot(follower);
    } else if (!changes) {
      continue;
    } else if (queued > bounds::socket_queue_bytes_max / 2) {
      follower.lagging = true;
      follower.outlet->send(follower.id, std::make_shared<const std::string>("\"lagging\":true}"));
    } else {
      follower.outlet->send(follower.id, changes);
    }
  }
}

std::size_t Topic::lagging() const {
  std::size_t count = 0;
  for (const Follower& follower : followers_) count += follower.lagging ? 1 : 0;
  return count;
}

}  // namespace billtrail
