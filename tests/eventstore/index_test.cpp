// The index finds commands and histories, never claims more than it was fed, and can always be made again from the log.
#include <fstream>

#include "eventstore/index.hpp"
#include "eventstore/log_errors.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

std::unique_ptr<LogIndex> open_index(const TempFolder& temp) {
  return LogIndex::open({.folder = temp / "index", .flush_interval = std::chrono::hours(1)});
}

// A small history: three commands of two practices' clients and members.
const std::vector<IndexEntry> ledger{
    {1, "cmd-1", {"client-a"}},
    {2, "cmd-2", {"client-a", "member-m"}},
    {3, "cmd-2", {"client-b"}},
    {4, "cmd-2", {"client-a"}},
    {5, "", {"client-b"}},
    {6, "cmd-3", {}},
};

using Positions = std::vector<LogPosition>;

}  // namespace

TEST_CASE("a command is found by its id, with its first record and how many there are") {
  TempFolder temp;
  const auto index = open_index(temp);
  index->feed(acme, ledger);
  CHECK(index->command(acme, "cmd-1") == CommandPlace{1, 1});
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
  CHECK(index->command(acme, "cmd-3") == CommandPlace{6, 1});
  CHECK(index->command(acme, "cmd-4") == std::nullopt);
  CHECK(index->command(acme, "cmd-") == std::nullopt);
  CHECK(index->command(acme, "") == std::nullopt);
  CHECK(index->command(bureau, "cmd-1") == std::nullopt);
  CHECK(index->fed(acme) == 6);
  CHECK(index->fed(bureau) == 0);
}

TEST_CASE("an entity's history is every record that touches it, in order, page by page") {
  TempFolder temp;
  const auto index = open_index(temp);
  index->feed(acme, ledger);
  CHECK(index->history(acme, "client-a", {}) == Positions{1, 2, 4});
  CHECK(index->history(acme, "client-b", {}) == Positions{3, 5});
  CHECK(index->history(acme, "member-m", {}) == Positions{2});
  CHECK(index->history(acme, "client-a", {.from = 2}) == Positions{2, 4});
  CHECK(index->history(acme, "client-a", {.from = 3}) == Positions{4});
  CHECK(index->history(acme, "client-a", {.from = 5}) == Positions{});
  CHECK(index->history(acme, "client-a", {.records_max = 2}) == Positions{1, 2});
  CHECK(index->history(acme, "client-a", {.records_max = 0}) == Positions{});
  CHECK(index->history(acme, "client-", {}) == Positions{});
  CHECK(index->history(bureau, "client-a", {}) == Positions{});
}

TEST_CASE("histories of ids that begin alike do not mix") {
  TempFolder temp;
  const auto index = open_index(temp);
  const std::string longer = std::string("a") + std::string(8, '\0');
  const std::vector<IndexEntry> entries{{1, "x", {"a"}}, {2, "y", {"ab"}}, {3, "z", {longer}}, {4, "w", {""}}};
  index->feed(acme, entries);
  CHECK(index->history(acme, "a", {}) == Positions{1});
  CHECK(index->history(acme, "ab", {}) == Positions{2});
  CHECK(index->history(acme, longer, {}) == Positions{3});
  CHECK(index->history(acme, "", {}) == Positions{4});
}

TEST_CASE("feeding in pieces, or the same again, gives the same index") {
  const std::size_t piece = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{4}, std::size_t{6});
  TempFolder temp;
  auto index = open_index(temp);
  for (std::size_t at = 0; at < ledger.size(); at += piece) {
    const std::span each = std::span(ledger).subspan(at, std::min(piece, ledger.size() - at));
    index->feed(acme, each);
    index->feed(acme, each);
    index->feed(acme, ledger[0].position == 1 ? std::span(ledger).first(at) : std::span(ledger));
    if (at % 3 == 0) {
      index.reset();  // a command cut by a restart is still one command
      index = open_index(temp);
    }
  }
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
  CHECK(index->history(acme, "client-a", {}) == Positions{1, 2, 4});
  CHECK(index->fed(acme) == 6);
}

TEST_CASE("feeding with a gap is a mistake and changes nothing") {
  TempFolder temp;
  const auto index = open_index(temp);
  index->feed(acme, std::span(ledger).first(2));
  CHECK_THROWS_AS(index->feed(acme, std::span(ledger).subspan(3)), std::logic_error);
  CHECK(index->fed(acme) == 2);
  CHECK(index->history(acme, "client-b", {}) == Positions{});
}

TEST_CASE("a closed index is complete when opened again") {
  TempFolder temp;
  open_index(temp)->feed(acme, ledger);
  const auto index = open_index(temp);
  CHECK(index->fed(acme) == 6);
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
}

TEST_CASE("a killed index is as of its last flush, and says so") {
  TempFolder temp;
  TempFolder killed;
  {
    const auto index = open_index(temp);
    index->feed(acme, std::span(ledger).first(3));
    index->flush();
    index->feed(acme, std::span(ledger).subspan(3));
    std::filesystem::copy(temp / "index", killed / "index", std::filesystem::copy_options::recursive);
  }
  const auto index = open_index(killed);
  CHECK(index->fed(acme) == 3);
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 2});
  CHECK(index->command(acme, "cmd-3") == std::nullopt);
  CHECK(index->history(acme, "client-a", {}) == Positions{1, 2});
  index->feed(acme, std::span(ledger).subspan(3));
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
  CHECK(index->command(acme, "cmd-3") == CommandPlace{6, 1});
}

TEST_CASE("the index flushes itself at its interval") {
  TempFolder temp;
  TempFolder killed;
  const auto index = LogIndex::open({.folder = temp / "index", .flush_interval = std::chrono::milliseconds(1)});
  index->feed(acme, ledger);
  // Copies until one holds the flush; a copy taken while files change may not open, and then begins anew at 0.
  LogPosition fed = 0;
  for (int attempt = 0; fed != 6 && attempt < 2000; ++attempt) {
    const auto copy = killed / std::to_string(attempt);
    std::error_code ignored;
    std::filesystem::copy(temp / "index", copy, std::filesystem::copy_options::recursive, ignored);
    fed = LogIndex::open({.folder = copy})->fed(acme);
  }
  CHECK(fed == 6);
}

TEST_CASE("an index that was deleted or damaged begins anew, and feeding makes it whole") {
  TempFolder temp;
  open_index(temp)->feed(acme, ledger);
  const bool deleted = GENERATE(true, false);
  if (deleted) {
    std::filesystem::remove_all(temp / "index");
  } else {
    std::ofstream(temp / "index" / "CURRENT") << "nonsense";
  }
  const auto index = open_index(temp);
  CHECK(index->fed(acme) == 0);
  CHECK(index->command(acme, "cmd-1") == std::nullopt);
  index->feed(acme, ledger);
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
}

TEST_CASE("starting over forgets every practice") {
  TempFolder temp;
  auto index = open_index(temp);
  index->feed(acme, ledger);
  index->feed(bureau, ledger);
  index->start_over();
  CHECK(index->fed(acme) == 0);
  CHECK(index->history(bureau, "client-a", {}) == Positions{});
  index->feed(acme, ledger);
  index.reset();
  CHECK(open_index(temp)->fed(acme) == 6);
}

TEST_CASE("an index in use is not thrown away by a second opener") {
  TempFolder temp;
  const auto index = open_index(temp);
  index->feed(acme, ledger);
  CHECK_THROWS_AS(open_index(temp), FolderInUse);
  CHECK(index->command(acme, "cmd-2") == CommandPlace{2, 3});
}
