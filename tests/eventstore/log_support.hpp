// What the tests of the log share: a folder of their own, chained records without a codec, and short forms of append and read.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "eventstore/chain.hpp"
#include "eventstore/log.hpp"

namespace billtrail::test {

// Made empty, removed at the end.
class TempFolder {
 public:
  TempFolder() {
    static std::atomic<int> made = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("billtrail-log-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

constexpr PracticeNumber acme{1};
constexpr PracticeNumber bureau{2};
constexpr PracticeNumber corner{0x0102030405060708};

// A record of the tests: the hash before it, then a text.
inline std::string chained(const RecordHash& previous, std::string_view text) {
  return std::string(previous.view()).append(text);
}
inline std::optional<RecordHash> previous_hash_of(std::string_view body) {
  return body.size() < 32 ? std::nullopt : hash_from_bytes(body.substr(0, 32));
}

// Adds a part of chained records that follow `head`, and moves head to the last of them.
inline void add_chained(Batch& batch, PracticeNumber practice, LogHead& head, const std::vector<std::string>& texts) {
  batch.open(practice, Expect::at(head.position));
  for (const auto& text : texts) {
    const std::string body = chained(head.hash, text);
    head = {head.position + 1, hash_record(body)};
    batch.add(body, head.hash);
  }
}
inline Batch batch_after(const Log& log, PracticeNumber practice, const std::vector<std::string>& texts) {
  Batch batch;
  LogHead head = log.head(practice);
  add_chained(batch, practice, head, texts);
  return batch;
}
inline AppendOutcome append_texts(Log& log, PracticeNumber practice, const std::vector<std::string>& texts) {
  return log.append(batch_after(log, practice, texts));
}

// Where the parts of an outcome stand, as text: "1:1-2 2:1-1", "conflict 1 expected 0 actual 2", "no room".
inline std::string told(const AppendOutcome& outcome) {
  if (std::holds_alternative<NoRoom>(outcome)) return "no room";
  if (const auto* conflict = std::get_if<LogConflict>(&outcome)) {
    return "conflict " + std::to_string(raw(conflict->practice)) + " expected " + std::to_string(conflict->expected) +
           " actual " + std::to_string(conflict->actual);
  }
  std::string text;
  for (const auto& part : std::get<Appended>(outcome).parts) {
    if (!text.empty()) text += ' ';
    text += std::to_string(raw(part.practice)) + ':' + std::to_string(part.first) + '-' + std::to_string(part.last);
  }
  return text;
}

// The texts of a range: "1=one 2=two".
inline std::string texts_of(const Log& log, PracticeNumber practice, LogRange range = {}) {
  std::string all;
  log.read(practice, range, [&](LogPosition position, std::string_view body) {
    if (!all.empty()) all += ' ';
    all += std::to_string(position) + '=' + std::string(body.substr(32));
    return Reading::go_on;
  });
  return all;
}
inline std::string texts_of(const Tail& tail) {
  if (tail.state == Tail::State::missed) return "missed";
  std::string all;
  for (const auto& piece : tail.pieces) {
    piece.for_each([&](LogPosition position, std::string_view body) {
      if (!all.empty()) all += ' ';
      all += std::to_string(position) + '=' + std::string(body.substr(32));
    });
  }
  return all;
}

}  // namespace billtrail::test
