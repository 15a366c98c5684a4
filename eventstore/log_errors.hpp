// What can go so wrong with the log that no caller can carry on as if nothing had happened.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "eventstore/batch.hpp"

namespace billtrail {

// Up to where a practice's records are durable beyond doubt.
struct TrustedPosition {
  PracticeNumber practice;
  LogPosition position;
};

enum class LogFailure { broken, full };

// A write or a sync failed. Whether the batch is on disk is unknown; everything up to last_trusted() is. The log takes no more
// appends (each throws this again) but still reads. Nothing is retried: after the cause is mended the process starts anew, and
// a client that repeats its command id gets the answer that became true.
class LogBroken : public std::runtime_error {
 public:
  LogBroken(std::string reason, std::vector<TrustedPosition> last_trusted, LogFailure failure = LogFailure::broken);

  LogFailure failure() const { return failure_; }
  // Of the practices in the failed batch.
  const std::vector<TrustedPosition>& last_trusted() const { return last_trusted_; }

 private:
  std::vector<TrustedPosition> last_trusted_;
  LogFailure failure_;
};

// The same, because the disk had no room left in the middle of a write.
class LogFull : public LogBroken {
 public:
  LogFull(std::string reason, std::vector<TrustedPosition> last_trusted);
};

// A stored record is not what was written: at this position, for this reason.
class LogDamaged : public std::runtime_error {
 public:
  LogDamaged(PracticeNumber practice, LogPosition position, const std::string& reason);

  PracticeNumber practice() const { return practice_; }
  LogPosition position() const { return position_; }
  const std::string& reason() const { return reason_; }

 private:
  PracticeNumber practice_;
  LogPosition position_;
  std::string reason_;
};

// The log on disk ends before what was acknowledged: serving it would deny what clients were promised.
class LogShorter : public std::runtime_error {
 public:
  LogShorter(PracticeNumber practice, LogPosition recovered, LogPosition acknowledged);

  PracticeNumber practice() const { return practice_; }
  LogPosition recovered() const { return recovered_; }
  LogPosition acknowledged() const { return acknowledged_; }

 private:
  PracticeNumber practice_;
  LogPosition recovered_;
  LogPosition acknowledged_;
};

// A folder cannot be opened; the text says which and why, for the person at the terminal.
class CannotOpen : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Another process has the folder.
class FolderInUse : public CannotOpen {
 public:
  using CannotOpen::CannotOpen;
};

}  // namespace billtrail
