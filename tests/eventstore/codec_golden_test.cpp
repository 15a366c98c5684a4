// One stored record for every event, as it was written when the event was new: it must be read for ever. Each file in tests/golden/records
// holds the envelope and the event as JSON, then the bytes in hex. UPDATE_GOLDEN=1 rewrites them; commit what changes only with a reason.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "tests/eventstore/codec_samples.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;

namespace {

const std::filesystem::path folder = std::filesystem::path(BILLTRAIL_SOURCE_DIR) / "tests/golden/records";
constexpr std::size_t hex_line_bytes = 48;

struct Stored {
  std::string text;  // two lines
  std::string bytes;
};

std::string hex_lines(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = static_cast<unsigned char>(bytes[i]);
    out += digits[byte >> 4];
    out += digits[byte & 15];
    if (i % hex_line_bytes == hex_line_bytes - 1 || i + 1 == bytes.size()) out += '\n';
  }
  return out;
}

Stored load(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string envelope, event, line;
  std::getline(file, envelope);
  std::getline(file, event);
  Stored stored{envelope + "\n" + event + "\n", {}};
  while (std::getline(file, line)) {
    for (std::size_t i = 0; i + 1 < line.size(); i += 2) stored.bytes += static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16));
  }
  return stored;
}

void rewrite_all() {
  RecordEncoder encoder;
  std::filesystem::create_directories(folder);
  for (std::size_t index = 0; index < std::variant_size_v<AnyEvent>; ++index) {
    const Recorded recorded = test::full_record(index);
    std::ofstream file(folder / (std::string(event_names()[index]) + ".golden"), std::ios::binary | std::ios::trunc);
    file << test::text_of(recorded) << hex_lines(encoder.encode(recorded, test::some_hash()));
  }
}

}  // namespace

TEST_CASE("every event ever stored is still read, and written again byte for byte") {
  if (const char* const update = std::getenv("UPDATE_GOLDEN"); update != nullptr && std::string_view(update) == "1") rewrite_all();
  RecordEncoder encoder;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path().filename().string());
    const Stored stored = load(entry.path());
    const Recorded recorded = decode_record(stored.bytes);
    CHECK(test::text_of(recorded) == stored.text);
    CHECK(hex_lines(encoder.encode(recorded, previous_hash_of(stored.bytes))) == hex_lines(stored.bytes));
    ++count;
  }
  CHECK(count >= std::variant_size_v<AnyEvent>);
}

TEST_CASE("there is a stored record of every event") {
  for (const std::string_view name : event_names()) {
    INFO(name);
    const Stored stored = load(folder / (std::string(name) + ".golden"));
    REQUIRE(!stored.bytes.empty());
    CHECK(index_facts(stored.bytes).type == name);
  }
}
