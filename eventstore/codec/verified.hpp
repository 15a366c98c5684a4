// Reading FlatBuffers that may be damaged: nothing is read before FlatBuffers' own Verifier has found that it lies within the
// bytes. Whatever does not ends in BrokenRecord with the path of the field.
#pragma once

#include <cstdint>
#include <cstring>
#include <flatbuffers/flatbuffers.h>
#include <optional>
#include <string_view>
#include <vector>

namespace billtrail::codec {

// Where reading is: a chain along the call stack, made into text only when something is wrong.
struct FieldPath {
  static constexpr std::size_t no_index = static_cast<std::size_t>(-1);
  const FieldPath* above = nullptr;
  const char* name = "";
  std::size_t index = no_index;
};
[[noreturn]] void broken(const FieldPath& path, const char* reason);

class VerifiedTable;

// The bytes of one record. Views that come out of it point into the bytes given, or into a copy when those are not aligned.
class VerifiedBytes {
 public:
  explicit VerifiedBytes(std::string_view record);
  VerifiedBytes(const VerifiedBytes&) = delete;
  VerifiedBytes& operator=(const VerifiedBytes&) = delete;

  VerifiedTable root(const FieldPath& path);
  // The same part of the bytes that were given.
  std::string_view in_record(std::string_view part) const {
    return record_.substr(static_cast<std::size_t>(part.data() - start()), part.size());
  }

 private:
  friend class VerifiedTable;
  const char* start() const { return copy_.empty() ? record_.data() : reinterpret_cast<const char*>(copy_.data()); }
  const std::uint8_t* data() const { return reinterpret_cast<const std::uint8_t*>(start()); }
  // Offsets may point many times to the same text, so what is taken out in all is bounded too.
  void take(std::size_t bytes, const FieldPath& path);

  std::string_view record_;
  std::vector<std::uint64_t> copy_;
  flatbuffers::Verifier verifier_;
  std::size_t taken_ = 0;
};

class VerifiedTable {
 public:
  VerifiedTable(VerifiedBytes& bytes, const std::uint8_t* table, const FieldPath& path)
      : bytes_(bytes), table_(reinterpret_cast<const flatbuffers::Table*>(table)) {
    if (!table_->VerifyTableStart(bytes_.verifier_)) broken(path, "no table lies here");
  }
  ~VerifiedTable() { bytes_.verifier_.EndTable(); }
  VerifiedTable(const VerifiedTable&) = delete;
  VerifiedTable& operator=(const VerifiedTable&) = delete;

  template <class Wire>
  std::optional<Wire> scalar(flatbuffers::voffset_t slot, const FieldPath& path) const {
    const flatbuffers::voffset_t offset = table_->GetOptionalFieldOffset(slot);
    if (offset == 0) return std::nullopt;
    const auto* base = reinterpret_cast<const std::uint8_t*>(table_);
    if (!bytes_.verifier_.VerifyField<Wire>(base, offset, sizeof(Wire))) broken(path, "the number lies outside the record");
    return flatbuffers::ReadScalar<Wire>(base + offset);
  }
  // Nothing when absent.
  std::optional<std::string_view> text(flatbuffers::voffset_t slot, const FieldPath& path) const;
  std::optional<std::string_view> octets(flatbuffers::voffset_t slot, const FieldPath& path) const;
  // The table the field points to; null when absent.
  const std::uint8_t* below(flatbuffers::voffset_t slot, const FieldPath& path) const;

  // A vector of elements of `element_size` bytes: their place and number.
  struct Elements {
    const std::uint8_t* first = nullptr;
    std::size_t count = 0;
  };
  std::optional<Elements> elements(flatbuffers::voffset_t slot, std::size_t element_size, const FieldPath& path) const;
  // What an element of a vector of offsets points to.
  const std::uint8_t* follow(const std::uint8_t* offset, const FieldPath& path) const;
  std::string_view text_at(const std::uint8_t* string, const FieldPath& path) const;

  VerifiedBytes& bytes() const { return bytes_; }

 private:
  VerifiedBytes& bytes_;
  const flatbuffers::Table* table_;
};

}  // namespace billtrail::codec
