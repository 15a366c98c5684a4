// domain/README.md lists every refusal as the code has it; its rules name files that are there.
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/support/given_when_then.hpp"

using namespace billtrail;

namespace {

std::vector<std::string> section(const std::string& heading) {
  std::ifstream file(std::string(BILLTRAIL_SOURCE_DIR) + "/domain/README.md");
  std::vector<std::string> lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("## ", 0) == 0)
      inside = line == "## " + heading;
    else if (inside)
      lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("the README lists every refusal in order of precedence with its kind and sentence") {
  std::string expected;
  for (const RefusalMeaning& meaning : refusal_meanings) {
    expected += "| `" + std::string(meaning.name) + "` | " + (meaning.kind == RefusalKind::conflict ? "conflict" : "rule") +
                " | " + std::string(meaning.sentence) + " |\n";
  }
  std::string listed;
  for (const std::string& line : section("Refusals")) {
    if (line.rfind("| `", 0) == 0) listed += line + "\n";
  }
  CHECK(listed == expected);
}

TEST_CASE("every file that the README names for a rule is there") {
  int named = 0;
  std::string missing;
  const std::regex file_name("`([a-z_/]+\\.[ch]pp)`");
  for (const std::string& line : section("Where each rule is")) {
    for (std::sregex_iterator match(line.begin(), line.end(), file_name), end; match != end; ++match, ++named) {
      const std::string path = (*match)[1];
      if (!std::filesystem::exists(std::string(BILLTRAIL_SOURCE_DIR) + "/domain/" + path)) missing += path + "\n";
    }
  }
  CHECK(missing.empty());
  CHECK(named > 15);
}
