// Verified access to strings, vectors and tables.
#include "eventstore/codec/verified.hpp"

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/layout.hpp"

namespace billtrail::codec {
namespace {

constexpr std::size_t alignment = sizeof(std::uint64_t);
constexpr std::size_t taken_bytes_max = std::size_t{64} << 20;
constexpr std::size_t record_bytes_min = 2 * sizeof(flatbuffers::uoffset_t) + sizeof(flatbuffers::soffset_t);
constexpr std::size_t record_bytes_max = std::size_t{1} << 30;

std::vector<std::uint64_t> aligned_copy(std::string_view record) {
  if (reinterpret_cast<std::uintptr_t>(record.data()) % alignment == 0) return {};
  std::vector<std::uint64_t> copy((record.size() + alignment - 1) / alignment);
  std::memcpy(copy.data(), record.data(), record.size());
  return copy;
}

std::string_view checked_size(std::string_view record) {
  if (record.size() < record_bytes_min) broken({}, "too short for a record");
  if (record.size() > record_bytes_max) broken({}, "too long for a record");
  return record;
}

}  // namespace

void broken(const FieldPath& path, const char* reason) {
  std::string text;
  for (const FieldPath* step = &path; step != nullptr; step = step->above) {
    std::string part = step->index == FieldPath::no_index ? step->name : "[" + std::to_string(step->index) + "]";
    if (!part.empty() && !text.empty() && text[0] != '[') part += '.';
    text.insert(0, part);
  }
  throw BrokenRecord(std::move(text), reason);
}

VerifiedBytes::VerifiedBytes(std::string_view record)
    : record_(checked_size(record)), copy_(aligned_copy(record)), verifier_(data(), record.size()) {}

VerifiedTable VerifiedBytes::root(const FieldPath& path) {
  if (!flatbuffers::BufferHasIdentifier(data(), file_identifier)) broken(path, "not marked as a record");
  const flatbuffers::uoffset_t offset = verifier_.VerifyOffset(std::size_t{0});
  if (offset == 0) broken(path, "the record's table lies outside it");
  return {*this, data() + offset, path};
}

void VerifiedBytes::take(std::size_t bytes, const FieldPath& path) {
  taken_ += bytes;
  if (taken_ > taken_bytes_max) broken(path, "the record holds more text than its size allows");
}

const std::uint8_t* VerifiedTable::follow(const std::uint8_t* offset, const FieldPath& path) const {
  const std::size_t place = static_cast<std::size_t>(offset - bytes_.data());
  const flatbuffers::uoffset_t distance = bytes_.verifier_.VerifyOffset(place);
  if (distance == 0) broken(path, "points outside the record");
  return offset + distance;
}

const std::uint8_t* VerifiedTable::below(flatbuffers::voffset_t slot, const FieldPath& path) const {
  const flatbuffers::voffset_t offset = table_->GetOptionalFieldOffset(slot);
  return offset == 0 ? nullptr : follow(reinterpret_cast<const std::uint8_t*>(table_) + offset, path);
}

std::string_view VerifiedTable::text_at(const std::uint8_t* string, const FieldPath& path) const {
  const auto* const text = reinterpret_cast<const flatbuffers::String*>(string);
  if (!bytes_.verifier_.VerifyString(text)) broken(path, "the text lies outside the record");
  bytes_.take(text->size(), path);
  return {text->c_str(), text->size()};
}

std::optional<std::string_view> VerifiedTable::text(flatbuffers::voffset_t slot, const FieldPath& path) const {
  const std::uint8_t* const string = below(slot, path);
  if (string == nullptr) return std::nullopt;
  return text_at(string, path);
}

std::optional<VerifiedTable::Elements> VerifiedTable::elements(flatbuffers::voffset_t slot, std::size_t element_size,
                                                               const FieldPath& path) const {
  const std::uint8_t* const vector = below(slot, path);
  if (vector == nullptr) return std::nullopt;
  if (!bytes_.verifier_.VerifyVectorOrString(vector, element_size)) broken(path, "the list lies outside the record");
  const std::uint8_t* const first = vector + sizeof(flatbuffers::uoffset_t);
  const std::size_t place = static_cast<std::size_t>(first - bytes_.data());
  if (!bytes_.verifier_.VerifyAlignment(place, element_size)) broken(path, "the list is not aligned");
  return Elements{first, flatbuffers::ReadScalar<flatbuffers::uoffset_t>(vector)};
}

std::optional<std::string_view> VerifiedTable::octets(flatbuffers::voffset_t slot, const FieldPath& path) const {
  const auto vector = elements(slot, 1, path);
  if (!vector) return std::nullopt;
  bytes_.take(vector->count, path);
  return std::string_view(reinterpret_cast<const char*>(vector->first), vector->count);
}

}  // namespace billtrail::codec
