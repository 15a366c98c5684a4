// Bytes to a recorded event. Every offset is verified before it is followed (verified.hpp), and every value before it is believed: the
// range of enums, the characters of ids, dates, currencies and the event's number.
#include <array>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/layout.hpp"
#include "eventstore/codec/record_table.hpp"
#include "eventstore/codec/verified.hpp"

namespace billtrail {
namespace codec {
namespace {

template <class T>
void read_fields(const VerifiedTable& table, T& out, const FieldPath& path, std::size_t first_id);

template <class T>
void read_table(VerifiedBytes& bytes, const std::uint8_t* place, T& out, const FieldPath& path) {
  const VerifiedTable table(bytes, place, path);
  read_fields(table, out, path, 0);
}

template <class T>
T checked(typename Scalar<T>::Wire wire, const FieldPath& path) {
  if constexpr (std::is_same_v<T, bool>) {
    if (wire > 1) broken(path, "neither true nor false");
    return wire == 1;
  } else if constexpr (is_enum<T>) {
    if (wire >= Scalar<T>::count) broken(path, "a name that this program does not know");
    return static_cast<T>(wire);
  } else if constexpr (std::is_same_v<T, Date>) {
    return checked_date(wire, path);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return checked_instant(wire, path);
  } else if constexpr (std::is_same_v<T, Position>) {
    if (wire < 0) broken(path, "a position is never negative");
    return {static_cast<std::uint64_t>(wire)};
  } else {
    return T{wire};
  }
}

template <class T>
T checked_text(std::string_view text, const FieldPath& path) {
  if constexpr (std::is_same_v<T, std::string>) {
    return std::string(text);
  } else {
    const auto value = T::parse(text);
    if (!value) broken(path, is_id<T> ? "not an id" : "not a currency");
    return *value;
  }
}

template <class T>
void read_elements(const VerifiedTable& table, flatbuffers::voffset_t field_slot, std::vector<T>& out, const FieldPath& path) {
  constexpr std::size_t size = [] {
    if constexpr (is_scalar<T>) return sizeof(typename Scalar<T>::Wire);
    else return sizeof(flatbuffers::uoffset_t);
  }();
  const auto elements = table.elements(field_slot, size, path);
  if (!elements) return;
  out.reserve(elements->count);
  for (std::size_t i = 0; i < elements->count; ++i) {
    const FieldPath at{&path, "", i};
    const std::uint8_t* const place = elements->first + i * size;
    if constexpr (is_scalar<T>) {
      out.push_back(checked<T>(flatbuffers::ReadScalar<typename Scalar<T>::Wire>(place), at));
    } else if constexpr (is_text<T>) {
      out.push_back(checked_text<T>(table.text_at(table.follow(place, at), at), at));
    } else {
      read_table(table.bytes(), table.follow(place, at), out.emplace_back(), at);
    }
  }
}

// False when the field is not there.
template <class T>
bool read_value(const VerifiedTable& table, flatbuffers::voffset_t field_slot, T& out, const FieldPath& path) {
  if constexpr (is_scalar<T>) {
    const auto wire = table.scalar<typename Scalar<T>::Wire>(field_slot, path);
    if (wire) out = checked<T>(*wire, path);
    return wire.has_value();
  } else if constexpr (is_text<T>) {
    const auto text = table.text(field_slot, path);
    if (text) out = checked_text<T>(*text, path);
    return text.has_value();
  } else if constexpr (is_vector<T>) {
    if (table.below(field_slot, path) == nullptr) return false;
    read_elements(table, field_slot, out, path);
    return true;
  } else {
    const std::uint8_t* const place = table.below(field_slot, path);
    if (place != nullptr) read_table(table.bytes(), place, out, path);
    return place != nullptr;
  }
}

template <class T, class F>
void read_field(const VerifiedTable& table, flatbuffers::voffset_t field_slot, T& out, const FieldPath& path) {
  using Value = FieldType<T, F>;
  Value& field = out.*F::pointer;
  if constexpr (is_binary<F::pointer>) {
    if (const auto octets = table.octets(field_slot, path)) field = *octets;
  } else if constexpr (is_optional<Value>) {
    if (!read_value(table, field_slot, field.emplace(), path)) field.reset();
  } else if (!read_value(table, field_slot, field, path) && !may_be_absent<Value>) {
    broken(path, "missing");
  }
}

template <class T>
void read_fields(const VerifiedTable& table, T& out, const FieldPath& path, std::size_t first_id) {
  for_each_field<T>([&](auto index) {
    using F = FieldAt<T, index>;
    read_field<T, F>(table, slot(first_id + index), out, FieldPath{&path, F::name});
  });
}

using EventReader = void (*)(VerifiedBytes& bytes, const std::uint8_t* place, Event& out, const FieldPath& path);
template <class Alternative>
void read_alternative(VerifiedBytes& bytes, const std::uint8_t* place, Event& out, const FieldPath& path) {
  read_table(bytes, place, out.emplace<Alternative>(), path);
}
constexpr auto event_readers = []<class... Alternatives>(std::type_identity<std::variant<Alternatives...>>) {
  return std::array<EventReader, sizeof...(Alternatives)>{&read_alternative<Alternatives>...};
}(std::type_identity<AnyEvent>{});

}  // namespace
}  // namespace codec

Recorded decode_record(std::string_view bytes) {
  using namespace codec;
  const FieldPath top;
  VerifiedBytes verified(bytes);
  const VerifiedTable root = verified.root(top);
  check_schema_version(root, top);
  Recorded recorded;
  read_fields(root, recorded.envelope, top, record_field::envelope_first);
  const std::size_t index = event_index_in(root, top);
  const FieldPath at{&top, "event"};
  const std::uint8_t* const event = root.below(slot(record_field::event), at);
  if (event == nullptr) broken(at, "missing");
  event_readers[index](verified, event, recorded.event, at);
  return recorded;
}

}  // namespace billtrail
