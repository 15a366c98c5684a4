// How read.hpp reads: one overload of JsonReader::read for each kind of type, tables of fields for described structs. Include
// read.hpp instead.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"
#include "domain/kernel/personal.hpp"
#include "domain/kernel/recorded.hpp"
#include "domain/kernel/time.hpp"
#include "domain/kernel/zone.hpp"
#include "gateway/json/bounds.hpp"
#include "gateway/json/document.hpp"
#include "gateway/json/fault.hpp"

namespace billtrail {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

class JsonReader {
 public:
  explicit JsonReader(std::string_view at_pointer = {}) : at_pointer_(at_pointer) {}

  const JsonFaults& faults() const { return faults_; }
  JsonFaults take_faults() { return std::move(faults_); }
  void add(JsonFaults faults);
  // A fault at the place now being read.
  void fault(std::string_view code, std::string message, std::string expected = {});

  // Each leaves `out` as it was when there is a fault.
  void read(const JsonValue& value, bool& out, const FieldBounds&);
  void read(const JsonValue& value, std::int32_t& out, const FieldBounds&);
  void read(const JsonValue& value, std::int64_t& out, const FieldBounds&);
  void read(const JsonValue& value, std::string& out, const FieldBounds& bounds);
  void read(const JsonValue& value, Personal& out, const FieldBounds& bounds);
  void read(const JsonValue& value, Currency& out, const FieldBounds&);
  void read(const JsonValue& value, Decimal4& out, const FieldBounds&);
  void read(const JsonValue& value, Money& out, const FieldBounds&);
  void read(const JsonValue& value, Seconds& out, const FieldBounds&);
  void read(const JsonValue& value, Position& out, const FieldBounds&);
  void read(const JsonValue& value, Instant& out, const FieldBounds&);
  void read(const JsonValue& value, Date& out, const FieldBounds&);
  void read(const JsonValue& value, LocalTime& out, const FieldBounds&);
  template <class Tag>
  void read(const JsonValue& value, Id<Tag>& out, const FieldBounds&);
  template <class T>
  void read(const JsonValue& value, std::optional<T>& out, const FieldBounds& bounds);
  template <class T>
  void read(const JsonValue& value, std::vector<T>& out, const FieldBounds& bounds);
  template <DescribedEnum T>
  void read(const JsonValue& value, T& out, const FieldBounds&);
  template <DescribedStruct T>
  void read(const JsonValue& value, T& out, const FieldBounds&);

 private:
  struct Field {
    std::string_view name;
    bool required;
    FieldBounds bounds;
    void (*read)(JsonReader& reader, const JsonValue& value, void* object, const FieldBounds& bounds);
  };
  struct Step {
    std::string_view name;  // without data: an element, not a member
    std::size_t index = 0;
  };

  // How far the reading of one object has come: the field that is likely next, and a bit for each one seen.
  struct Progress {
    std::size_t& guess;
    std::uint64_t& seen;
  };

  template <class T>
  struct MayBeMissing : std::false_type {};
  template <class T>
  struct MayBeMissing<std::optional<T>> : std::true_type {};
  template <class T>
  struct MayBeMissing<std::vector<T>> : std::true_type {};

  template <class T, class Descriptor>
  static constexpr Field field_of();
  template <class T>
  static constexpr auto fields_of();
  template <class T>
  static constexpr auto names_of();

  void read_object(const JsonValue& value, void* object, std::span<const Field> fields);
  void read_member(const JsonValue& member, void* object, std::span<const Field> fields, Progress progress);
  void report_unknown(std::string_view name, std::span<const Field> fields);
  std::optional<std::size_t> read_name(const JsonValue& value, std::span<const std::string_view> allowed);
  std::optional<std::int64_t> read_integer(const JsonValue& value);
  std::optional<std::string_view> read_string(const JsonValue& value, std::string_view expected);
  std::optional<std::string_view> read_text(const JsonValue& value, const FieldBounds& bounds);
  bool is_array(const JsonValue& value, const FieldBounds& bounds);
  void wrong_type(const JsonValue& value, std::string_view expected);
  void wrong_format(std::string_view text, std::string_view what, std::string_view expected);

  std::string at_pointer_;
  std::vector<Step> path_;
  JsonFaults faults_;
};

// " Did you mean "client"?" with the nearest name among `known`; empty when none is near.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> known);

inline constexpr std::string_view id_format = "1 to 39 characters out of A-Z a-z 0-9 . _ -";

template <class T, class Descriptor>
constexpr JsonReader::Field JsonReader::field_of() {
  using Member = std::remove_reference_t<decltype(std::declval<T&>().*Descriptor::pointer)>;
  return {Descriptor::name, !MayBeMissing<Member>::value, bounds_of(Descriptor::name),
          [](JsonReader& reader, const JsonValue& value, void* object, const FieldBounds& bounds) {
            reader.read(value, static_cast<T*>(object)->*Descriptor::pointer, bounds);
          }};
}

template <class T>
constexpr auto JsonReader::fields_of() {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  return []<template <class...> class List, class... Descriptors>(List<Descriptors...>) {
    static_assert(sizeof...(Descriptors) <= 64, "the fields seen are noted in 64 bits");
    return std::array<Field, sizeof...(Descriptors)>{field_of<T, Descriptors>()...};
  }(Members{});
}

template <class T>
constexpr auto JsonReader::names_of() {
  return []<template <class...> class List, class... Descriptors>(List<Descriptors...>) {
    return std::array<std::string_view, sizeof...(Descriptors)>{Descriptors::name...};
  }(boost::describe::describe_enumerators<T>{});
}

template <class Tag>
void JsonReader::read(const JsonValue& value, Id<Tag>& out, const FieldBounds&) {
  const auto text = read_string(value, id_format);
  if (!text) return;
  if (const auto id = Id<Tag>::parse(*text)) {
    out = *id;
  } else {
    wrong_format(*text, "an id", id_format);
  }
}

template <class T>
void JsonReader::read(const JsonValue& value, std::optional<T>& out, const FieldBounds& bounds) {
  if (value.is(JsonKind::null)) return;
  T inner{};
  read(value, inner, bounds);
  out = std::move(inner);
}

template <class T>
void JsonReader::read(const JsonValue& value, std::vector<T>& out, const FieldBounds& bounds) {
  if (!is_array(value, bounds) || value.size() == 0) return;
  out.resize(value.size());
  JsonValue element = value.first();
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i != 0) element = element.next();
    path_.push_back({{}, i});
    read(element, out[i], bounds);
    path_.pop_back();
  }
}

template <DescribedEnum T>
void JsonReader::read(const JsonValue& value, T& out, const FieldBounds&) {
  static constexpr auto names = names_of<T>();
  if (const auto index = read_name(value, names)) out = static_cast<T>(*index);
}

template <DescribedStruct T>
void JsonReader::read(const JsonValue& value, T& out, const FieldBounds&) {
  static constexpr auto fields = fields_of<T>();
  read_object(value, &out, fields);
}

}  // namespace billtrail
