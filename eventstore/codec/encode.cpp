// Recorded event to bytes. FlatBuffers are built from the end to the front: first what a table points to, then the table.
#include <array>
#include <concepts>
#include <cstring>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/entities.hpp"
#include "eventstore/codec/layout.hpp"

namespace billtrail {
namespace codec {
namespace {

using Offset = flatbuffers::uoffset_t;  // 0: not there

// Builds one record at a time in a buffer that it keeps.
class RecordWriter {
 public:
  std::string_view write(const Recorded& recorded, const RecordHash& previous);

 private:
  template <class T>
  using Below = std::array<Offset, field_count<T>>;

  Offset text(std::string_view characters);
  Offset bytes(std::string_view octets) {
    return builder_.CreateVector(reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()).o;
  }
  Offset entities(const Event& event);

  Offset value(const std::string& characters) { return text(characters); }
  Offset value(const Currency& currency) { return text(currency.code()); }
  template <class Tag>
  Offset value(const Id<Tag>& id) { return text(id.text()); }
  template <class T>
  Offset value(const std::vector<T>& list);
  template <class T>
    requires is_table<T>
  Offset value(const T& object);
  template <class T>
  Offset written_before(const T& object) const;

  template <class T, class F>
  Offset value_of(const T& object);
  template <class T>
  Below<T> write_below(const T& object);
  template <class T, std::size_t size>
  void add_fields(const T& object, const Below<T>& below, std::size_t first_id);
  template <class T>
  void add_all_fields(const T& object, const Below<T>& below, std::size_t first_id);

  struct Written {
    Offset offset;
    std::size_t size;
  };
  struct WrittenTable {
    Offset offset;
    const char* type;    // the address of type_mark<T>
    const void* object;  // in the record being written
  };
  template <class T>
  static constexpr char type_mark = 0;
  static constexpr std::size_t remembered_max = 32;
  static constexpr std::size_t remembered_size_max = 64;

  flatbuffers::FlatBufferBuilder builder_{4096};
  std::vector<Written> remembered_;  // short texts of this record: ids and currencies come again
  std::vector<WrittenTable> tables_;
  std::vector<EntityName> entity_names_;
};

// The same text is stored once. Comparing with a handful of neighbours is cheaper than FlatBuffers' own pool, which is a tree.
Offset RecordWriter::text(std::string_view characters) {
  for (const Written& written : remembered_) {
    if (written.size != characters.size()) continue;
    const std::uint8_t* stored = builder_.GetCurrentBufferPointer() + (builder_.GetSize() - written.offset) + sizeof(Offset);
    if (std::memcmp(stored, characters.data(), characters.size()) == 0) return written.offset;
  }
  const Offset offset = builder_.CreateString(characters.data(), characters.size()).o;
  if (characters.size() <= remembered_size_max && remembered_.size() < remembered_max) remembered_.push_back({offset, characters.size()});
  return offset;
}

template <class T>
Offset RecordWriter::value(const std::vector<T>& list) {
  if constexpr (is_scalar<T>) {
    using Wire = typename Scalar<T>::Wire;
    builder_.StartVector(list.size(), sizeof(Wire));
    for (auto element = list.rbegin(); element != list.rend(); ++element) builder_.PushElement(Scalar<T>::store(*element));
    return builder_.EndVector(list.size());
  } else {
    std::vector<flatbuffers::Offset<void>> offsets;
    offsets.reserve(list.size());
    for (const T& element : list) offsets.emplace_back(value(element));
    return builder_.CreateVector(offsets.data(), offsets.size()).o;
  }
}

// Equal structs are stored once too: what a correction leaves as it was, two rates that are the same.
template <class T>
Offset RecordWriter::written_before(const T& object) const {
  for (const WrittenTable& written : tables_) {
    if (written.type == &type_mark<T> && *static_cast<const T*>(written.object) == object) return written.offset;
  }
  return 0;
}

template <class T>
  requires is_table<T>
Offset RecordWriter::value(const T& object) {
  if constexpr (std::equality_comparable<T>) {
    if (const Offset same = written_before(object); same != 0) return same;
  }
  const Below<T> below = write_below(object);
  const Offset start = builder_.StartTable();
  add_all_fields(object, below, 0);
  const Offset written = builder_.EndTable(start);
  if constexpr (std::equality_comparable<T>) {
    if (tables_.size() < remembered_max) tables_.push_back({written, &type_mark<T>, &object});
  }
  return written;
}

// What a field points to; 0 for what needs no place of its own.
template <class T, class F>
Offset RecordWriter::value_of(const T& object) {
  const auto& field = object.*F::pointer;
  using Value = FieldType<T, F>;
  if constexpr (is_binary<F::pointer>) {
    return field.empty() ? 0 : bytes(field);
  } else if constexpr (is_scalar<HeldBy<Value>>) {
    return 0;
  } else if constexpr (is_optional<Value>) {
    return field ? value(*field) : 0;
  } else if constexpr (is_vector<Value> || std::is_same_v<Value, std::string>) {
    return field.empty() ? 0 : value(field);
  } else {
    return value(field);
  }
}

template <class T>
RecordWriter::Below<T> RecordWriter::write_below(const T& object) {
  Below<T> below{};
  for_each_field<T>([&](auto index) { below[index] = value_of<T, FieldAt<T, index>>(object); });
  return below;
}

template <class T, std::size_t size>
void RecordWriter::add_fields(const T& object, const Below<T>& below, std::size_t first_id) {
  for_each_field<T>([&](auto index) {
    using F = FieldAt<T, index>;
    using Value = FieldType<T, F>;
    const flatbuffers::voffset_t field_slot = slot(first_id + index);
    if constexpr (!is_scalar<HeldBy<Value>>) {
      if constexpr (size == sizeof(Offset)) builder_.AddOffset(field_slot, flatbuffers::Offset<void>(below[index]));
    } else if constexpr (sizeof(typename Scalar<HeldBy<Value>>::Wire) == size) {
      const auto& field = object.*F::pointer;
      if constexpr (is_optional<Value>) {
        if (field) builder_.AddElement(field_slot, Scalar<HeldBy<Value>>::store(*field));
      } else {
        constexpr auto left_out = default_of<T, F>();
        builder_.AddElement(field_slot, Scalar<Value>::store(field), left_out);
      }
    }
  });
}

// Largest first, so that little is lost to alignment.
template <class T>
void RecordWriter::add_all_fields(const T& object, const Below<T>& below, std::size_t first_id) {
  add_fields<T, 8>(object, below, first_id);
  add_fields<T, 4>(object, below, first_id);
  add_fields<T, 1>(object, below, first_id);
}

Offset RecordWriter::entities(const Event& event) {
  list_entities(event, entity_names_);
  if (entity_names_.empty()) return 0;
  std::vector<flatbuffers::Offset<void>> offsets;
  offsets.reserve(entity_names_.size());
  std::string name;
  for (const EntityName& each : entity_names_) {
    name.assign(each.kind).append(1, ':').append(each.id);
    offsets.emplace_back(text(name));
  }
  return builder_.CreateVector(offsets.data(), offsets.size()).o;
}

std::string_view RecordWriter::write(const Recorded& recorded, const RecordHash& previous) {
  builder_.Clear();
  remembered_.clear();
  tables_.clear();
  const Offset event = std::visit([&](const auto& alternative) { return value(alternative); }, recorded.event);
  const Offset entity_list = entities(recorded.event);
  const Offset previous_hash = bytes(previous.view());
  const Below<Envelope> below = write_below(recorded.envelope);

  const Offset start = builder_.StartTable();
  add_fields<Envelope, 8>(recorded.envelope, below, record_field::envelope_first);
  add_fields<Envelope, 4>(recorded.envelope, below, record_field::envelope_first);
  builder_.AddOffset(slot(record_field::previous), flatbuffers::Offset<void>(previous_hash));
  builder_.AddOffset(slot(record_field::event), flatbuffers::Offset<void>(event));
  builder_.AddOffset(slot(record_field::entities), flatbuffers::Offset<void>(entity_list));
  builder_.AddElement<std::uint16_t>(slot(record_field::schema_version), schema_version, schema_version);
  builder_.AddElement<std::uint8_t>(slot(record_field::event_type), static_cast<std::uint8_t>(recorded.event.index() + 1), 0);
  const flatbuffers::Offset<flatbuffers::Table> root(builder_.EndTable(start));
  builder_.Finish(root, file_identifier);
  return {reinterpret_cast<const char*>(builder_.GetBufferPointer()), builder_.GetSize()};
}

}  // namespace
}  // namespace codec

struct RecordEncoder::Buffer {
  codec::RecordWriter writer;
};

RecordEncoder::RecordEncoder() : buffer_(std::make_unique<Buffer>()) {}
RecordEncoder::~RecordEncoder() = default;
RecordEncoder::RecordEncoder(RecordEncoder&&) noexcept = default;
RecordEncoder& RecordEncoder::operator=(RecordEncoder&&) noexcept = default;

std::string_view RecordEncoder::encode(const Recorded& recorded, const RecordHash& previous) {
  return buffer_->writer.write(recorded, previous);
}

}  // namespace billtrail
