// Child processes for tests: start a program with its output in a file, wait, collect.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace billtrail::test {

using Environment = std::vector<std::pair<std::string, std::string>>;

struct ProcessStart {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  Environment environment;                      // added to our own
  std::filesystem::path output;                 // both streams, appended
  std::optional<std::uint64_t> file_bytes_max;  // RLIMIT_FSIZE, with the signal ignored, so that writes fail instead
};

// The child dies with us (also when we are killed) and reads an empty standard input. Throws when it cannot be started.
pid_t start_process(const ProcessStart& start);

enum class Wait { no, until_it_ends };
// The exit code, 128 + n when ended by signal n, or nothing while it still runs.
std::optional<int> ended(pid_t process, Wait wait);

struct ProgramRun {
  int exit_code = 0;
  std::string output;  // both streams
};
ProgramRun run_to_end(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      const Environment& environment = {});

std::filesystem::path make_temporary_folder(const std::string& name);
std::string read_whole(const std::filesystem::path& file);  // "" when it is not there
unsigned short free_port();

}  // namespace billtrail::test
