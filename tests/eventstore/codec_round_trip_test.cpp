// What is written is what is read.
#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "tests/eventstore/codec_samples.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using test::text_of;

namespace {

constexpr std::size_t event_count = std::variant_size_v<AnyEvent>;

}  // namespace

TEST_CASE("every event comes back with every field") {
  RecordEncoder encoder;
  for (std::size_t index = 0; index < event_count; ++index) {
    const Recorded recorded = test::full_record(index);
    CHECK(text_of(decode_record(encoder.encode(recorded, test::some_hash()))) == text_of(recorded));
  }
}

TEST_CASE("any event comes back, whatever is absent, empty or at its edge") {
  const std::uint64_t seed = test::chosen_seed();
  INFO("BILLTRAIL_SEED=" << seed);
  test::Random random(seed);
  RecordEncoder encoder;
  for (std::size_t round = 0; round < 40 * event_count; ++round) {
    const Recorded recorded = test::random_record(round % event_count, random);
    const std::string bytes(encoder.encode(recorded, test::some_hash()));
    const Recorded again = decode_record(bytes);
    REQUIRE(text_of(again) == text_of(recorded));
    REQUIRE(std::string(encoder.encode(again, test::some_hash())) == bytes);
  }
}

TEST_CASE("an emptied list is not an unchanged one") {
  RecordEncoder encoder;
  Recorded recorded = test::full_record(*event_index("TimeEntryCorrected"));
  auto& event = std::get<TimeEntryCorrected>(recorded.event);
  event.tags.emplace();
  CHECK(std::get<TimeEntryCorrected>(decode_record(encoder.encode(recorded, {})).event).tags == std::vector<std::string>{});
  event.tags.reset();
  CHECK(std::get<TimeEntryCorrected>(decode_record(encoder.encode(recorded, {})).event).tags == std::nullopt);
}

TEST_CASE("equal records give equal bytes, also from another encoder that has written others before") {
  RecordEncoder fresh;
  RecordEncoder used;
  for (std::size_t index = 0; index < event_count; ++index) used.encode(test::full_record(index), test::some_hash());
  CHECK(std::string(fresh.encode(test::usual_time_entry(), {})) == std::string(used.encode(test::usual_time_entry(), {})));
}

TEST_CASE("a record may lie at any address") {
  RecordEncoder encoder;
  const std::string bytes(encoder.encode(test::usual_time_entry(), test::some_hash()));
  for (std::size_t shift = 0; shift < 16; ++shift) {
    const std::string moved = std::string(shift, '#') + bytes;
    const std::string_view record = std::string_view(moved).substr(shift);
    CHECK(text_of(decode_record(record)) == text_of(test::usual_time_entry()));
    CHECK(index_facts(record).command == "0195e8a2-7c2f-7bbb-8aaa-0123456789ab");
    CHECK(previous_hash_of(record) == test::some_hash());
  }
}

TEST_CASE("the hash of the record before is kept, also when there is none") {
  RecordEncoder encoder;
  CHECK(previous_hash_of(encoder.encode(test::usual_time_entry(), test::some_hash())) == test::some_hash());
  CHECK(previous_hash_of(encoder.encode(test::usual_time_entry(), {})) == RecordHash{});
}

TEST_CASE("an index finds what it needs without reading the rest") {
  RecordEncoder encoder;
  const std::string bytes(encoder.encode(test::usual_time_entry(), {}));
  const IndexFacts facts = index_facts(bytes);
  CHECK(facts.position == Position{123'456});
  CHECK(facts.recorded_at.text() == "2026-03-02T08:31:02.123456Z");
  CHECK(facts.business_date.text() == "2026-03-02");
  CHECK(facts.type == "TimeLogged");
  CHECK(facts.command == "0195e8a2-7c2f-7bbb-8aaa-0123456789ab");
  CHECK(facts.command_digest == std::string(16, '\x5a'));
  CHECK(facts.entities == std::vector<std::string_view>{"entry:0195e8a2-7c30-7a51-8c1d-2f3e4d5c6b7a", "member:ana", "client:acme",
                                                        "project:website", "service:development",
                                                        "rate:0195e8a2-7c31-7d02-9f4e-5a1b2c3d4e5f"});
}

TEST_CASE("the index finds in every record what decoding finds") {
  const std::uint64_t seed = test::chosen_seed();
  INFO("BILLTRAIL_SEED=" << seed);
  test::Random random(seed);
  RecordEncoder encoder;
  for (std::size_t index = 0; index < event_count; ++index) {
    const Recorded recorded = test::random_record(index, random);
    const IndexFacts facts = index_facts(encoder.encode(recorded, {}));
    const std::vector<std::string> entities(facts.entities.begin(), facts.entities.end());
    CHECK(entities == entities_of(recorded.event));
    CHECK(facts.type == event_name(recorded.event));
    CHECK(facts.position == recorded.envelope.position);
    CHECK(facts.command == recorded.envelope.command.text());
    CHECK(facts.command_digest == recorded.envelope.command_digest);
  }
}

TEST_CASE("a date with a year of more than four digits is refused, and the encoder goes on") {
  RecordEncoder encoder;
  Recorded recorded = test::usual_time_entry();
  std::get<TimeLogged>(recorded.event).facts.span.work_date = Date{4'000'000};
  CHECK_THROWS_AS(encoder.encode(recorded, {}), std::invalid_argument);
  CHECK(text_of(decode_record(encoder.encode(test::usual_time_entry(), {}))) == text_of(test::usual_time_entry()));
}

TEST_CASE("instants are kept to the microsecond over the years 1 to 9999, and refused beyond") {
  RecordEncoder encoder;
  Recorded recorded = test::usual_time_entry();
  for (const std::int64_t micros : {-62'135'596'800'000'000, 253'402'300'799'999'999, std::int64_t{0}, std::int64_t{-1}}) {
    recorded.envelope.occurred_at = Instant{micros};
    CHECK(decode_record(encoder.encode(recorded, {})).envelope.occurred_at == Instant{micros});
  }
  for (const std::int64_t micros : {-62'135'596'800'000'001, 253'402'300'800'000'000, INT64_MIN, INT64_MAX}) {
    recorded.envelope.occurred_at = Instant{micros};
    CHECK_THROWS_AS(encoder.encode(recorded, {}), std::invalid_argument);
  }
}

TEST_CASE("a usual time entry takes no more than 900 bytes") {
  RecordEncoder encoder;
  CHECK(encoder.encode(test::usual_time_entry(), test::some_hash()).size() <= 900);
}
