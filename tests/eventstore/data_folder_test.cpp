// The data folder is private, and belongs to one process at a time.
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>

#include "eventstore/data_folder.hpp"
#include "eventstore/log_errors.hpp"
#include "tests/eventstore/log_support.hpp"
#include "tests/support/catch.hpp"

using namespace billtrail;
using namespace billtrail::test;

namespace {

unsigned mode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

std::string refusal(const std::filesystem::path& folder) {
  try {
    const DataFolder data(folder);
  } catch (const CannotOpen& error) {
    return error.what();
  }
  return "it opened";
}

}  // namespace

TEST_CASE("a new data folder has its parts, readable by its owner only") {
  TempFolder temp;
  const DataFolder data(temp / "deep/er");
  CHECK(data.path() == temp / "deep/er");
  for (const auto& folder : {data.path(), data.log(), data.vault(), data.index()}) {
    INFO(folder);
    CHECK(std::filesystem::is_directory(folder));
    CHECK(mode_of(folder) == 0700);
  }
  CHECK(mode_of(data.path() / "lock") == 0600);
}

TEST_CASE("a data folder in use says by which process, and is free again afterwards") {
  TempFolder temp;
  {
    const DataFolder data(temp / "data");
    CHECK(refusal(temp / "data") ==
          "the data folder " + (temp / "data").string() + " is in use by process " + std::to_string(::getpid()));
    CHECK_THROWS_AS(DataFolder(temp / "data"), FolderInUse);
  }
  CHECK(refusal(temp / "data") == "it opened");
}

TEST_CASE("a process that dies without a word leaves the folder free") {
  TempFolder temp;
  const auto child = ::fork();
  if (child == 0) {
    const DataFolder data(temp / "data");
    std::ofstream(temp / "held").flush();
    ::_exit(0);  // no destructor runs
  }
  REQUIRE(child > 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(std::filesystem::exists(temp / "held"));
  CHECK(refusal(temp / "data") == "it opened");
}

TEST_CASE("a file in the place of the data folder is refused by name") {
  TempFolder temp;
  std::ofstream(temp / "file").flush();
  CHECK(refusal(temp / "file") == (temp / "file").string() + " is not a folder");
}
