// Batches keep their records already framed: what is written, what followers read and what a CRC covers are the same bytes.
#include "eventstore/batch.hpp"

#include <stdexcept>
#include <utility>

#include "eventstore/frame.hpp"

namespace billtrail {

void Batch::open(PracticeNumber practice, Expect expect) {
  parts_.push_back({practice, expect, bytes_.size(), bytes_.size(), 0, {}});
}

void Batch::add(std::string_view body, const RecordHash& hash) {
  if (parts_.empty()) throw std::logic_error("a record was added before its practice was named");
  if (body.size() > record_bytes_max) throw std::length_error("a record is larger than the log takes");
  if (bytes_.size() + frame_header_bytes + body.size() > batch_bytes_max) {
    throw std::length_error("a batch is larger than the log takes");
  }
  append_frame(bytes_, body);
  Part& part = parts_.back();
  part.end = bytes_.size();
  part.count += 1;
  part.last_hash = hash;
  record_count_ += 1;
}

std::string Batch::take_bytes() {
  parts_.clear();
  record_count_ = 0;
  return std::exchange(bytes_, {});
}

}  // namespace billtrail
