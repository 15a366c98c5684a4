// Fills events by their descriptions.
#include "tests/eventstore/codec_samples.hpp"

#include <cstdlib>
#include <limits>

#include "eventstore/codec/layout.hpp"
#include "gateway/json/command_names.hpp"
#include "gateway/json/write.hpp"

namespace billtrail::test {
namespace {

using namespace codec;

// Where values come from: counted up, so that each is another, or random.
class Source {
 public:
  explicit Source(Random* random) : random_(random) {}

  bool present() { return random_ == nullptr || below(3) != 0; }
  std::size_t elements() { return random_ == nullptr ? 2 : below(4); }
  std::uint64_t below(std::uint64_t bound) { return random_ == nullptr ? ++count_ % bound : (*random_)() % bound; }

  std::int64_t number(std::int64_t low, std::int64_t high) {
    if (random_ == nullptr) return static_cast<std::int64_t>(++count_ * 1001);
    const std::int64_t edges[] = {0, 1, -1, 60, 3600, low, high};
    if (below(2) == 0) return edges[below(std::size(edges))];
    return static_cast<std::int64_t>((*random_)() >> below(64));
  }
  std::string characters(std::size_t size_max) {
    static constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    if (random_ == nullptr) return "id-" + std::to_string(++count_);
    std::string out;
    const std::size_t size = 1 + below(size_max);
    while (out.size() < size) out += allowed[below(allowed.size())];
    return out;
  }
  std::string text() {
    if (random_ == nullptr) return "Text " + std::to_string(++count_) + " \"é\"";
    static const std::string texts[] = {"", "x", "Ünïcode 😀", "line\nbreak\t\"quoted\" \\", std::string(300, 'l'), std::string("nul\0nul", 7)};
    return texts[below(std::size(texts))];
  }
  std::string octets() {
    std::string out;
    const std::size_t size = random_ == nullptr ? 6 : below(60);
    while (out.size() < size) out += static_cast<char>(random_ == nullptr ? 250 + out.size() : below(256));
    return out;
  }

 private:
  Random* random_;
  std::uint64_t count_ = 0;
};

template <class T>
void fill(T& out, Source& from);

template <class T>
void fill_fields(T& out, Source& from) {
  for_each_field<T>([&](auto index) {
    using F = FieldAt<T, index>;
    if constexpr (is_binary<F::pointer>) out.*F::pointer = from.octets();
    else fill(out.*F::pointer, from);
  });
}

template <class T>
void fill(T& out, Source& from) {
  using Limits = std::numeric_limits<std::int64_t>;
  if constexpr (is_optional<T>) {
    if (from.present()) fill(out.emplace(), from);
  } else if constexpr (is_vector<T>) {
    out.resize(from.elements());
    for (auto& element : out) fill(element, from);
  } else if constexpr (is_id<T>) {
    out = *T::parse(from.characters(T::length_max));
  } else if constexpr (std::is_same_v<T, std::string>) {
    out = from.text();
  } else if constexpr (std::is_same_v<T, Currency>) {
    static constexpr std::string_view codes[] = {"EUR", "USD", "JPY", "KWD"};
    out = *Currency::parse(codes[from.below(4)]);
  } else if constexpr (std::is_same_v<T, Date>) {
    out = *Date::parse("2026-01-01") + static_cast<int>(from.below(60'000));
  } else if constexpr (is_enum<T>) {
    out = static_cast<T>(from.below(Scalar<T>::count));
  } else if constexpr (std::is_same_v<T, bool>) {
    out = from.below(2) == 1;
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    out = static_cast<std::int32_t>(from.number(std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()));
  } else if constexpr (std::is_same_v<T, Position>) {
    out.value = from.below(std::uint64_t{1} << 63);
  } else if constexpr (std::is_same_v<T, Instant>) {
    static const Instant first = *Instant::parse("1900-01-01T00:00:00Z");
    static const Instant last = *Instant::parse("2199-12-31T23:59:59.999999Z");
    const std::int64_t micros = from.number(first.micros, last.micros);
    out.micros = micros % last.micros;
  } else if constexpr (is_scalar<T>) {
    out = T{from.number(Limits::min(), Limits::max())};
  } else {
    fill_fields(out, from);
  }
}

Recorded record(std::size_t event_index, Source& from) {
  Recorded recorded;
  fill_fields(recorded.envelope, from);
  boost::mp11::mp_with_index<std::variant_size_v<AnyEvent>>(event_index, [&](auto index) { fill(recorded.event.emplace<index>(), from); });
  return recorded;
}

}  // namespace

Recorded full_record(std::size_t event_index) {
  Source counted(nullptr);
  return record(event_index, counted);
}

Recorded random_record(std::size_t event_index, Random& random) {
  Source from(&random);
  return record(event_index, from);
}

RecordHash some_hash() {
  RecordHash hash;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) hash.bytes[i] = static_cast<unsigned char>(255 - i);
  return hash;
}

Recorded usual_time_entry() {
  const AppliedRate rate{{Decimal4{1'200'000}, *Currency::parse("EUR"), Seconds{3600}}, RateOrigin::rule,
                         RateRuleId::parse("0195e8a2-7c31-7d02-9f4e-5a1b2c3d4e5f")};
  TimeLogged event;
  event.entry = *EntryId::parse("0195e8a2-7c30-7a51-8c1d-2f3e4d5c6b7a");
  event.facts.member = *MemberId::parse("ana");
  event.facts.work = {ClientId::parse("acme"), {}, ProjectId::parse("website"), {}, {}, ServiceId::parse("development"), Category::project};
  event.facts.span = {*Date::parse("2026-03-02"), Seconds{5400}, Instant::parse("2026-03-02T07:00:00Z"),
                      Instant::parse("2026-03-02T08:30:00Z"), "Europe/Tallinn", {}};
  event.facts.agreed = rate;
  event.facts.standard = rate;
  event.description = Personal{"ana", std::string(12 + 40 + 16, '\x9c')};
  Envelope envelope;
  envelope.practice = *PracticeId::parse("northlight");
  envelope.position = {123'456};
  envelope.recorded_at = *Instant::parse("2026-03-02T08:31:02.123456Z");
  envelope.business_date = *Date::parse("2026-03-02");
  envelope.actor = *ActorId::parse("ana");
  envelope.command = *CommandId::parse("0195e8a2-7c2f-7bbb-8aaa-0123456789ab");
  envelope.command_digest = std::string(16, '\x5a');
  return {envelope, event};
}

std::string text_of(const Recorded& recorded) {
  const OpenPersonal show = [](const Personal& sealed) {
    std::string text = "sealed for " + sealed.subject + ":";
    for (const char c : sealed.bytes) text += " " + std::to_string(static_cast<unsigned char>(c));
    return std::optional<std::string>(text);
  };
  const Envelope& envelope = recorded.envelope;
  std::string out;
  JsonWriter json(out, show);
  json.begin_object();
  for_each_field<Envelope>([&](auto index) {
    using F = FieldAt<Envelope, index>;
    const auto& field = envelope.*F::pointer;
    if constexpr (is_binary<F::pointer>) json.field(F::name, Personal{"nobody", field});
    else if (!left_out(field)) json.field(F::name, field);
  });
  json.end_object();
  out += "\n" + std::string(event_name(recorded.event)) + " ";
  write_event(out, recorded.event, show);
  return out + "\n";
}

std::uint64_t chosen_seed() {
  const char* const given = std::getenv("BILLTRAIL_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
}

}  // namespace billtrail::test
