// The committed schema is what the descriptions say, and never takes back what was released.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "eventstore/codec/schema_text.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
namespace fs = std::filesystem;

namespace {

const fs::path schema_folder = fs::path(BILLTRAIL_SOURCE_DIR) / "eventstore/schema";

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Whether flatc takes `schema` for an evolution of the file.
bool conforms(const std::string& schema, const fs::path& to) {
  const fs::path path = fs::temp_directory_path() / ("billtrail-schema-" + std::to_string(std::rand()) + ".fbs");
  std::ofstream(path, std::ios::binary) << schema;
  const std::string command = std::string(BILLTRAIL_FLATC) + " --conform '" + to.string() + "' '" + path.string() + "' >/dev/null 2>&1";
  const bool success = std::system(command.c_str()) == 0;
  fs::remove(path);
  return success;
}

std::string changed(std::string schema, std::string_view what, std::string_view by) {
  const std::size_t place = schema.find(what);
  REQUIRE(place != std::string::npos);
  return schema.replace(place, what.size(), by);
}

}  // namespace

TEST_CASE("the committed schema is the generated one (cmake --build build/dev --target write_schema)") {
  CHECK(content(schema_folder / "events.fbs") == schema_text());
}

TEST_CASE("the schema is an evolution of every released one") {
  CHECK(conforms(schema_text(), schema_folder / "events.fbs"));
  if (!fs::exists(schema_folder / "released")) return;
  for (const auto& released : fs::directory_iterator(schema_folder / "released")) {
    INFO(released.path().string());
    CHECK(conforms(schema_text(), released.path()));
  }
}

TEST_CASE("a moved field, another default and a moved enumerator are no evolution; an appended field is") {
  const std::string schema = schema_text();
  const fs::path committed = schema_folder / "events.fbs";
  CHECK_FALSE(conforms(changed(schema, "  email:Personal;\n", ""), committed));
  CHECK_FALSE(conforms(changed(schema, "per:long = 3600", "per:long = 60"), committed));
  CHECK_FALSE(conforms(changed(schema, "{ bill, cost }", "{ cost, bill }"), committed));
  CHECK(conforms(changed(schema, "  adjusts:string;\n  adjust_reason:string;\n", "  adjusts:string;\n  adjust_reason:string;\n  added:string;\n"),
                 committed));
}
