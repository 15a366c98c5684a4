// The source tree against its rules: every breach is printed as file:line: reason.
#include <string>

#include "tests/support/catch.hpp"
#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

const std::vector<Source>& tree() {
  static const auto all = sources_below(BILLTRAIL_SOURCE_DIR);
  return all;
}

// An empty text when there is nothing to find, so that a failure shows the whole list.
std::string breaches(void (*rule)(const Source&, Findings&)) {
  Findings findings;
  for (const auto& source : tree()) rule(source, findings);
  std::string text;
  for (const auto& finding : findings) text += "\n" + finding.path + ":" + std::to_string(finding.line) + ": " + finding.reason;
  return text;
}

std::string breaches(void (*rule)(const std::vector<Source>&, Findings&)) {
  Findings findings;
  rule(tree(), findings);
  std::string text;
  for (const auto& finding : findings) text += "\n" + finding.path + ":" + std::to_string(finding.line) + ": " + finding.reason;
  return text;
}

}  // namespace

TEST_CASE("the whole tree is looked at") { REQUIRE(tree().size() > 50); }

TEST_CASE("each layer includes only what it may know") { REQUIRE(breaches(layers) == ""); }
TEST_CASE("includes are written from the root") { REQUIRE(breaches(include_style) == ""); }
TEST_CASE("domain and projections compute exactly and read nothing from outside") { REQUIRE(breaches(purity) == ""); }
TEST_CASE("files and functions are short") { REQUIRE(breaches(sizes) == ""); }
TEST_CASE("no braced temporary and no capturing lambda stands beside co_await") { REQUIRE(breaches(awaited_temporaries) == ""); }
TEST_CASE("every file says what it is, headers keep to themselves, nothing is owned bare") { REQUIRE(breaches(manners) == ""); }
TEST_CASE("no unfinished work, no machine's paths, no registry's address is left in the tree") {
  REQUIRE(breaches(leftovers) == "");
}
TEST_CASE("scripts stop at the first error") { REQUIRE(breaches(scripts) == ""); }
TEST_CASE("every source file is compiled") { REQUIRE(breaches(dead_files) == ""); }
TEST_CASE("every link in a document leads somewhere") { REQUIRE(breaches(links) == ""); }

}  // namespace billtrail::tree
