// Answers of read models, written as JSON once and used three ways: GET, the snapshot of a subscription, and the changes after it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gateway/api/problem.hpp"
#include "gateway/json/write.hpp"
#include "gateway/ledger/ledger.hpp"
#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct RenderedRow {
  std::string key;
  std::string json;
  friend bool operator==(const RenderedRow&, const RenderedRow&) = default;
};

// One answer, in pieces: its head fields as JSON members with their names, its rows by key.
struct Rendered {
  Position position;
  std::vector<RenderedRow> head;
  std::vector<RenderedRow> rows;
};

bool is_model(std::string_view model);

// The answer of a model on these views. `opening` is for wip-movement.
Rendered render(std::string_view model, const Views& views, const Views& opening, const Question& question, const OpenPersonal& open);
// The whole answer as one JSON object.
std::string whole(const Rendered& rendered);
// The rows as CSV (RFC 4180), with cells guarded that a spreadsheet would take for a formula.
std::string as_csv(std::string_view model, const Views& views, const Views& opening, const Question& question, const OpenPersonal& open);

Problem problem_of(const std::vector<QuestionFault>& faults);

// Views folded to an earlier position, kept for the next question about the same moment. Any thread, never an io thread.
class PastViews {
 public:
  explicit PastViews(const Log& log) : log_(log) {}

  // The last position that was recorded at that moment, or the position itself; at most what is durable.
  Position position_of(const Ledger& ledger, const KnownAt& known_at) const;
  // Folds the log to there. Throws what reading or folding throws.
  std::shared_ptr<const Views> at(const Ledger& ledger, Position position);

 private:
  struct Kept {
    PracticeNumber practice;
    Position position;
    std::shared_ptr<const Views> views;
  };
  const Log& log_;
  std::mutex mutex_;
  std::vector<Kept> kept_;  // guarded by mutex_; most recently asked for last
};

}  // namespace billtrail
