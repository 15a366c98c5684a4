// The exception for bytes that are no record.
#include "eventstore/codec/codec.hpp"

namespace billtrail {

BrokenRecord::BrokenRecord(std::string path, const std::string& reason)
    : std::runtime_error("broken record at " + (path.empty() ? "its start" : path) + ": " + reason), path_(std::move(path)) {}

}  // namespace billtrail
