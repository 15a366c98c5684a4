// Stock flatc, with the committed schema and none of our code, prints every stored record as JSON with the same values.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/event_names.hpp"
#include "eventstore/codec/layout.hpp"
#include "gateway/json/document.hpp"
#include "tests/eventstore/codec_samples.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
namespace fs = std::filesystem;

namespace {

using namespace codec;

// What is different between what flatc printed and the value, a line each; empty when nothing is.
class Comparison {
 public:
  const std::string& differences() const { return differences_; }

  template <class T>
  void same(const JsonValue& json, const T& value, const std::string& path) {
    if constexpr (is_optional<T>) {
      expect(value.has_value(), path);
      if (value) same(json, *value, path);
    } else if constexpr (is_vector<T>) {
      expect(json.is(JsonKind::array) && json.size() == value.size(), path);
      if (json.size() != value.size() || value.empty()) return;
      JsonValue element = json.first();
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (i != 0) element = element.next();
        same(element, value[i], path + "/" + std::to_string(i));
      }
    } else if constexpr (std::is_same_v<T, std::string>) {
      expect(json.is(JsonKind::string) && json.string() == value, path);
    } else if constexpr (std::is_same_v<T, Currency>) {
      expect(json.is(JsonKind::string) && json.string() == value.code(), path);
    } else if constexpr (is_id<T>) {
      expect(json.is(JsonKind::string) && json.string() == value.text(), path);
    } else if constexpr (is_enum<T>) {
      expect(json.is(JsonKind::string) && json.string() == boost::describe::enum_to_string(value, ""), path);
    } else if constexpr (std::is_same_v<T, bool>) {
      expect(json.is(JsonKind::boolean) && json.boolean() == value, path);
    } else if constexpr (is_scalar<T>) {
      expect(json.is(JsonKind::integer) && json.integer() == Scalar<T>::store(value), path);
    } else {
      same_fields(json, value, path);
    }
  }

  template <class T>
  void same_fields(const JsonValue& json, const T& value, const std::string& path) {
    for_each_field<T>([&](auto index) {
      using F = FieldAt<T, index>;
      const auto& field = value.*F::pointer;
      const std::string at = path + "/" + F::name;
      const auto member = json.find(F::name);
      if constexpr (is_binary<F::pointer>) {
        same_octets(member, field, at);
      } else if (member) {
        same(*member, field, at);
      } else {
        expect(is_left_out<T, F>(field), at);
      }
    });
  }

  void same_octets(const std::optional<JsonValue>& json, std::string_view octets, const std::string& path) {
    expect(json ? json->size() == octets.size() : octets.empty(), path);
    if (!json || json->size() != octets.size() || octets.empty()) return;
    JsonValue element = json->first();
    for (std::size_t i = 0; i < octets.size(); ++i) {
      if (i != 0) element = element.next();
      expect(element.integer() == static_cast<unsigned char>(octets[i]), path + "/" + std::to_string(i));
    }
  }

  void expect(bool right, const std::string& path) {
    if (!right) differences_ += path + "\n";
  }

 private:
  template <class T, class F, class Value>
  static bool is_left_out(const Value& field) {
    if constexpr (is_optional<Value>) return !field.has_value();
    else if constexpr (is_vector<Value> || std::is_same_v<Value, std::string>) return field.empty();
    else if constexpr (is_scalar<Value>) return Scalar<Value>::store(field) == default_of<T, F>();
    else return false;
  }

  std::string differences_;
};

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("billtrail-flatc-" + std::to_string(::getpid()))) { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// What flatc prints, in the order of the records.
std::vector<std::string> printed_by_flatc(const std::vector<Recorded>& records) {
  const Folder folder;
  RecordEncoder encoder;
  std::string command = std::string(BILLTRAIL_FLATC) + " --json --strict-json --raw-binary -o '" + folder.path().string() + "' '" +
                        BILLTRAIL_SOURCE_DIR "/eventstore/schema/events.fbs' --";
  for (std::size_t i = 0; i < records.size(); ++i) {
    const fs::path path = folder.path() / ("record-" + std::to_string(i) + ".bin");
    std::ofstream(path, std::ios::binary) << encoder.encode(records[i], test::some_hash());
    command += " '" + path.string() + "'";
  }
  REQUIRE(std::system(command.c_str()) == 0);
  std::vector<std::string> printed;
  for (std::size_t i = 0; i < records.size(); ++i) printed.push_back(content(folder.path() / ("record-" + std::to_string(i) + ".json")));
  return printed;
}

void check_same(const std::vector<Recorded>& records) {
  const std::vector<std::string> printed = printed_by_flatc(records);
  for (std::size_t i = 0; i < records.size(); ++i) {
    INFO(printed[i]);
    const auto document = JsonDocument::parse(printed[i]);
    REQUIRE(document);
    const JsonValue root = document->root();
    Comparison comparison;
    comparison.same_fields(root, records[i].envelope, "");
    comparison.same_octets(root.find("previous"), test::some_hash().view(), "/previous");
    if (const auto entities = entities_of(records[i].event); !entities.empty()) comparison.same(*root.find("entities"), entities, "/entities");
    CHECK(root.find("event_type")->string() == event_name(records[i].event));
    std::visit([&](const auto& event) { comparison.same_fields(*root.find("event"), event, "/event"); }, records[i].event);
    CHECK(comparison.differences() == "");
  }
}

}  // namespace

TEST_CASE("stock flatc prints every event with all its fields") {
  std::vector<Recorded> records;
  for (std::size_t index = 0; index < std::variant_size_v<AnyEvent>; ++index) records.push_back(test::full_record(index));
  records.push_back(test::usual_time_entry());
  check_same(records);
}

TEST_CASE("stock flatc prints any event, whatever is absent or at its edge") {
  const std::uint64_t seed = test::chosen_seed();
  INFO("BILLTRAIL_SEED=" << seed);
  test::Random random(seed);
  std::vector<Recorded> records;
  for (std::size_t round = 0; round < 4 * std::variant_size_v<AnyEvent>; ++round) {
    records.push_back(test::random_record(round % std::variant_size_v<AnyEvent>, random));
  }
  check_same(records);
}
