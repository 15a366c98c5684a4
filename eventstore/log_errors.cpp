// The texts of the log's failures.
#include "eventstore/log_errors.hpp"

#include <utility>

namespace billtrail {
namespace {

std::string describe(const std::string& reason, const std::vector<TrustedPosition>& trusted) {
  std::string text = "the log takes no more records: " + reason + "; last trusted position";
  for (const auto& [practice, position] : trusted) {
    text += " practice=" + std::to_string(raw(practice)) + " position=" + std::to_string(position);
  }
  return text;
}

}  // namespace

LogBroken::LogBroken(std::string reason, std::vector<TrustedPosition> last_trusted, LogFailure failure)
    : std::runtime_error(describe(reason, last_trusted)), last_trusted_(std::move(last_trusted)), failure_(failure) {}

LogFull::LogFull(std::string reason, std::vector<TrustedPosition> last_trusted)
    : LogBroken(std::move(reason), std::move(last_trusted), LogFailure::full) {}

LogDamaged::LogDamaged(PracticeNumber practice, LogPosition position, const std::string& reason)
    : std::runtime_error("the log is damaged: practice=" + std::to_string(raw(practice)) +
                         " position=" + std::to_string(position) + ": " + reason),
      practice_(practice),
      position_(position),
      reason_(reason) {}

LogShorter::LogShorter(PracticeNumber practice, LogPosition recovered, LogPosition acknowledged)
    : std::runtime_error("the log is shorter than what was acknowledged: practice=" + std::to_string(raw(practice)) +
                         " recovered=" + std::to_string(recovered) + " acknowledged=" + std::to_string(acknowledged) +
                         "; it is not served. Restore a backup, or accept the loss explicitly."),
      practice_(practice),
      recovered_(recovered),
      acknowledged_(acknowledged) {}

}  // namespace billtrail
