// What the clerk decides between two commits: the events by ledger, the batch for the log, and who waits for it.
#pragma once

#include <memory>
#include <vector>

#include "eventstore/batch.hpp"
#include "gateway/ledger/clerk.hpp"

namespace billtrail {

struct Reply {
  std::vector<Answer> answers;
  std::function<void(std::vector<Answer>)> done;
  std::shared_ptr<Ledger> ledger;
};

struct Clerk::Group {
  struct Section {
    std::shared_ptr<Ledger> ledger;
    std::shared_ptr<std::vector<Recorded>> events = std::make_shared<std::vector<Recorded>>();
    std::shared_ptr<std::vector<RecordHash>> hashes = std::make_shared<std::vector<RecordHash>>();
    RecordHash before;
  };

  Batch batch;
  std::vector<Section> sections;
  std::vector<Reply> replies;
  std::uint64_t needs = 0;  // replays want the log durable up to here
  bool has_replays = false;

  // The orders that follow are this ledger's.
  void enter(const std::shared_ptr<Ledger>& to) {
    ledger_ = to;
    dry_ = {};
  }
  Section& section() {
    if (sections.empty() || sections.back().ledger != ledger_) {
      sections.push_back({.ledger = ledger_, .before = ledger_->decided_hash});
      batch.open(ledger_->number, Expect::at(ledger_->decided.value));
    }
    return sections.back();
  }
  // Events of a dry run: seen by the caller only.
  Section& dry_section() { return dry_; }

 private:
  std::shared_ptr<Ledger> ledger_;
  Section dry_;
};

}  // namespace billtrail
