// How C++ types lie in FlatBuffers tables; encoding, decoding and the schema's text all follow this file.
//
//   described struct      table; field id = position in the description
//   std::string, Id, Currency   string
//   Personal              table { subject:string; bytes:[ubyte] }
//   Date                  int, 20260301
//   Instant, Seconds, Decimal4, Position   long
//   described enum        ubyte
//   std::optional<T>      T, absent when empty; a scalar is "= null"
//   std::vector<T>        [T]; an empty one is left out, but not inside an optional
//
// A scalar that has the value a new struct begins with is left out. Append only: a field's position and beginning never change.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <flatbuffers/flatbuffers.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "domain/event.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/personal.hpp"
#include "domain/kernel/recorded.hpp"

namespace billtrail::codec {

inline constexpr char file_identifier[] = "BTR1";
inline constexpr std::uint16_t schema_version = 1;

// Fields of the root table that are not the envelope's. The envelope's follow, so that it can grow at its end.
namespace record_field {
inline constexpr std::size_t schema_version = 0, previous = 1, event_type = 2, event = 3, entities = 4, envelope_first = 5;
}

constexpr flatbuffers::voffset_t slot(std::size_t field_id) { return static_cast<flatbuffers::voffset_t>(4 + 2 * field_id); }

// A description for types that the domain leaves undescribed.
template <std::size_t size>
struct Text {
  char characters[size];
  constexpr Text(const char (&text)[size]) {
    for (std::size_t i = 0; i < size; ++i) characters[i] = text[i];
  }
};
template <auto field_pointer, Text field_name>
struct Field {
  static constexpr auto pointer = field_pointer;
  static constexpr const char* name = field_name.characters;
};

template <class T>
struct Description {
  using Fields = boost::describe::describe_members<T, boost::describe::mod_public>;
};
template <>
struct Description<Personal> {
  using Fields = boost::mp11::mp_list<Field<&Personal::subject, "subject">, Field<&Personal::bytes, "bytes">>;
};
template <>
struct Description<Money> {
  using Fields = boost::mp11::mp_list<Field<&Money::minor, "minor">, Field<&Money::currency, "currency">>;
};
template <>
struct Description<Envelope> {
  using Fields = boost::mp11::mp_list<
      Field<&Envelope::practice, "practice">, Field<&Envelope::position, "position">, Field<&Envelope::recorded_at, "recorded_at">,
      Field<&Envelope::business_date, "business_date">, Field<&Envelope::actor, "actor">,
      Field<&Envelope::on_behalf_of, "on_behalf_of">, Field<&Envelope::command, "command">,
      Field<&Envelope::command_digest, "command_digest">, Field<&Envelope::correlation, "correlation">,
      Field<&Envelope::cause, "cause">, Field<&Envelope::reason, "reason">, Field<&Envelope::occurred_at, "occurred_at">>;
};
template <class T>
using FieldsOf = typename Description<T>::Fields;
template <class T>
inline constexpr std::size_t field_count = boost::mp11::mp_size<FieldsOf<T>>::value;
template <class T, std::size_t index>
using FieldAt = boost::mp11::mp_at_c<FieldsOf<T>, index>;
template <class T, class F>
using FieldType = std::remove_cvref_t<decltype(std::declval<T&>().*F::pointer)>;

// Calls body(std::integral_constant<std::size_t, i>) for every field.
template <class T, class Body>
constexpr void for_each_field(Body&& body) {
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<field_count<T>>>(std::forward<Body>(body));
}

// Text that is bytes, not characters: [ubyte] instead of string.
template <auto pointer>
inline constexpr bool is_binary = false;
template <>
inline constexpr bool is_binary<&Personal::bytes> = true;
template <>
inline constexpr bool is_binary<&Envelope::command_digest> = true;

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;
template <class T>
inline constexpr bool is_text = is_id<T> || std::is_same_v<T, std::string> || std::is_same_v<T, Currency>;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_enum = boost::describe::has_describe_enumerators<T>::value;
template <class T>
inline constexpr bool is_table =
    boost::describe::has_describe_members<T>::value || std::is_same_v<T, Personal> || std::is_same_v<T, Money>;

// What an optional holds, else the type itself.
template <class T>
struct Held {
  using type = T;
};
template <class T>
struct Held<std::optional<T>> {
  using type = T;
};
template <class T>
using HeldBy = typename Held<T>::type;

// How a scalar lies in a table: as `Wire`, called `schema_name` in the schema, where `meaning` says what the number counts.
template <class T>
struct Scalar;
template <>
struct Scalar<bool> {
  using Wire = std::uint8_t;
  static constexpr const char* meaning = "";
  static constexpr const char* schema_name = "bool";
  static constexpr Wire store(bool value) { return value ? 1 : 0; }
};
template <class T, class WireType>
struct Integer {
  using Wire = WireType;
  static constexpr const char* meaning = "";
  static constexpr Wire store(T value) { return value; }
};
template <>
struct Scalar<std::int32_t> : Integer<std::int32_t, std::int32_t> {
  static constexpr const char* schema_name = "int";
};
template <>
struct Scalar<std::int64_t> : Integer<std::int64_t, std::int64_t> {
  static constexpr const char* schema_name = "long";
};
struct Long {
  using Wire = std::int64_t;
  static constexpr const char* schema_name = "long";
};
// The years that RFC 3339 can write, 0001 to 9999. Nothing else is stored or believed, so arithmetic on instants cannot overflow.
constexpr bool is_storable(Instant value) {
  return value.micros >= -62'135'596'800'000'000 && value.micros < 253'402'300'800'000'000;
}
template <>
struct Scalar<Instant> : Long {
  static constexpr const char* meaning = "microseconds since 1970-01-01T00:00:00Z";
  static constexpr Wire store(Instant value) {
    if (!is_storable(value)) throw std::invalid_argument("an instant that cannot be stored: its year has more than four digits");
    return value.micros;
  }
};
template <>
struct Scalar<Seconds> : Long {
  static constexpr const char* meaning = "seconds";
  static constexpr Wire store(Seconds value) { return value.count; }
};
template <>
struct Scalar<Decimal4> : Long {
  static constexpr const char* meaning = "ten-thousandths";
  static constexpr Wire store(Decimal4 value) { return value.ten_thousandths; }
};
template <>
struct Scalar<Position> : Long {
  static constexpr const char* meaning = "";
  static constexpr Wire store(Position value) { return static_cast<Wire>(value.value); }
};
template <>
struct Scalar<Date> {
  using Wire = std::int32_t;
  static constexpr const char* schema_name = "int";
  static constexpr const char* meaning = "YYYYMMDD";
  static Wire store(Date value) {
    const int year = value.year();
    if (year < 1 || year > 9999) throw std::invalid_argument("a date that cannot be stored: its year is " + std::to_string(year));
    return year * 10'000 + value.month() * 100 + value.day();
  }
};
template <class T>
  requires is_enum<T>
struct Scalar<T> {
  using Wire = std::uint8_t;
  static constexpr const char* meaning = "";
  using Enumerators = boost::describe::describe_enumerators<T>;
  static constexpr std::size_t count = boost::mp11::mp_size<Enumerators>::value;
  static_assert(count <= 255 && static_cast<std::size_t>(boost::mp11::mp_back<Enumerators>::value) == count - 1,
                "enumerators are numbered 0, 1, 2 ... up to 254");
  static constexpr Wire store(T value) { return static_cast<Wire>(value); }
};

// Whether a field may be missing from a record: what has a value to begin with. A date has none: 0 is not a date.
template <class T>
inline constexpr bool may_be_absent = is_optional<T> || is_vector<T> || std::is_same_v<T, std::string> ||
                                      (requires { typename Scalar<T>::Wire; } && !std::is_same_v<T, Date>);

template <class T>
inline constexpr bool is_scalar = requires { typename Scalar<T>::Wire; };

// The value of a scalar field that is left out.
template <class T, class F>
constexpr auto default_of() {
  using Value = FieldType<T, F>;
  if constexpr (std::is_same_v<Value, Date>) {
    return std::int32_t{0};
  } else {
    return Scalar<Value>::store(T{}.*F::pointer);
  }
}

}  // namespace billtrail::codec
