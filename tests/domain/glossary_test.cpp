// domain/README.md lists every refusal as the code has it; its rules name files that are there.
#include <filesystem>
#include <fstream>

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

// What stands between back-ticks.
std::vector<std::string> quoted(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t open = line.find('`'); open != std::string::npos;) {
    const std::size_t close = line.find('`', open + 1);
    if (close == std::string::npos) break;
    words.push_back(line.substr(open + 1, close - open - 1));
    open = line.find('`', close + 1);
  }
  return words;
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
  for (const std::string& line : section("Where each rule is")) {
    if (line.rfind("| ", 0) != 0) continue;
    for (const std::string& path : quoted(line)) {
      ++named;
      if (!std::filesystem::exists(std::string(BILLTRAIL_SOURCE_DIR) + "/domain/" + path)) missing += path + "\n";
    }
  }
  CHECK(missing == "");
  CHECK(named > 15);
}
