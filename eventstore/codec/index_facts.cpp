// Reading a few fields of a record and leaving the rest alone.
#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "eventstore/codec/record_table.hpp"

namespace billtrail {
namespace {

using namespace codec;

// The field's slot in the root table.
template <auto pointer>
constexpr flatbuffers::voffset_t envelope_slot() {
  std::size_t found = field_count<Envelope>;
  for_each_field<Envelope>([&](auto index) {
    using Pointer = std::remove_cv_t<decltype(FieldAt<Envelope, index>::pointer)>;
    if constexpr (std::is_same_v<Pointer, decltype(pointer)>) {
      if (FieldAt<Envelope, index>::pointer == pointer) found = index;
    }
  });
  if (found == field_count<Envelope>) throw std::logic_error("not a field of the envelope");
  return slot(record_field::envelope_first + found);
}
template <auto pointer>
inline constexpr flatbuffers::voffset_t slot_of = envelope_slot<pointer>();

std::vector<std::string_view> entities_in(const VerifiedBytes& bytes, const VerifiedTable& root, const FieldPath& at) {
  std::vector<std::string_view> out;
  constexpr std::size_t size = sizeof(flatbuffers::uoffset_t);
  const auto elements = root.elements(slot(record_field::entities), size, at);
  if (!elements) return out;
  out.reserve(elements->count);
  for (std::size_t i = 0; i < elements->count; ++i) {
    const FieldPath element{&at, "", i};
    out.push_back(bytes.in_record(root.text_at(root.follow(elements->first + i * size, element), element)));
  }
  return out;
}

}  // namespace

IndexFacts index_facts(std::string_view bytes) {
  const FieldPath top;
  VerifiedBytes verified(bytes);
  const VerifiedTable root = verified.root(top);
  check_schema_version(root, top);
  IndexFacts facts;
  const FieldPath position{&top, "position"}, recorded_at{&top, "recorded_at"}, business_date{&top, "business_date"};
  const auto number = root.scalar<std::int64_t>(slot_of<&Envelope::position>, position).value_or(0);
  if (number < 0) broken(position, "a position is never negative");
  facts.position = {static_cast<std::uint64_t>(number)};
  facts.recorded_at = checked_instant(root.scalar<std::int64_t>(slot_of<&Envelope::recorded_at>, recorded_at).value_or(0), recorded_at);
  const std::int32_t day = root.scalar<std::int32_t>(slot_of<&Envelope::business_date>, business_date).value_or(0);
  facts.business_date = checked_date(day, business_date);
  facts.type = event_names()[event_index_in(root, top)];
  const FieldPath command{&top, "command"};
  const auto command_text = root.text(slot_of<&Envelope::command>, command);
  if (!command_text) broken(command, "missing");
  facts.command = verified.in_record(*command_text);
  const auto digest = root.octets(slot_of<&Envelope::command_digest>, FieldPath{&top, "command_digest"});
  if (digest) facts.command_digest = verified.in_record(*digest);
  facts.entities = entities_in(verified, root, FieldPath{&top, "entities"});
  return facts;
}

RecordHash previous_hash_of(std::string_view bytes) {
  const FieldPath top;
  const FieldPath at{&top, "previous"};
  VerifiedBytes verified(bytes);
  const VerifiedTable root = verified.root(top);
  const auto octets = root.octets(slot(record_field::previous), at);
  const auto hash = hash_from_bytes(octets.value_or(std::string_view()));
  if (!hash) broken(at, "not a hash of 32 bytes");
  return *hash;
}

}  // namespace billtrail
