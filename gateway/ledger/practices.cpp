// See practices.hpp.
#include "gateway/ledger/practices.hpp"

#include <spdlog/spdlog.h>

#include <chrono>

#include "eventstore/codec/codec.hpp"
#include "eventstore/seal.hpp"
#include "gateway/ledger/opening.hpp"

namespace billtrail {
namespace {

// Not a person: the key under which digests of command bodies are made, so that they tell nothing about what was in them.
constexpr std::string_view digest_subject = ".digest";

}  // namespace

Practices::Practices(Log& log, LogIndex& index, Vault& vault, Clerk& clerk) : log_(log), index_(index), vault_(vault), clerk_(clerk) {}

void Practices::open_all() {
  for (const PracticeNumber number : log_.practices()) {
    PracticeId id;
    log_.read(number, {1, 1}, [&id](LogPosition, std::string_view body) {
      id = decode_record(body).envelope.practice;
      return Reading::stop;
    });
    const auto begun = std::chrono::steady_clock::now();
    const auto ledger = std::make_shared<Ledger>(id, number);
    open_ledger(log_, index_, *ledger);
    adopt(ledger);
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    spdlog::info("practice opened practice={} position={} duration_ms={}", id.text(), ledger->decided.value, taken.count());
  }
}

void Practices::adopt(const std::shared_ptr<Ledger>& ledger) {
  const SealKey key = vault_.key_or_create(ledger->number, digest_subject);
  ledger->digest_key.assign(key.bytes.begin(), key.bytes.end());
  {
    const std::lock_guard lock(mutex_);
    ledgers_.emplace(std::string(ledger->id.text()), ledger);
    highest_number_ = std::max(highest_number_, raw(ledger->number));
  }
  clerk_.look_after(ledger);
}

std::shared_ptr<Ledger> Practices::find(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const auto found = ledgers_.find(id);
  return found == ledgers_.end() ? nullptr : found->second;
}

std::shared_ptr<Ledger> Practices::found(const PracticeId& id) {
  if (auto ledger = find(id.text())) return ledger;
  std::shared_ptr<Ledger> ledger;
  {
    const std::lock_guard lock(mutex_);
    if (ledgers_.size() >= practices_max) return nullptr;
    ledger = std::make_shared<Ledger>(id, PracticeNumber{highest_number_ + 1});
    highest_number_ += 1;
  }
  adopt(ledger);
  return find(id.text());
}

std::vector<std::shared_ptr<Ledger>> Practices::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Ledger>> ledgers;
  for (const auto& [id, ledger] : ledgers_) ledgers.push_back(ledger);
  return ledgers;
}

OpenPersonal Practices::opener(const Ledger& ledger) const {
  return [&vault = vault_, number = ledger.number](const Personal& text) -> std::optional<std::string> {
    const auto key = vault.key(number, text.subject);
    if (!key) return std::nullopt;
    return open_sealed(*key, SealSubject{text.subject}, text.bytes);
  };
}

}  // namespace billtrail
