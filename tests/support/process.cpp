// Child processes by fork and exec.
#include "tests/support/process.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace billtrail::test {
namespace {

// Only calls that are allowed between fork and exec.
[[noreturn]] void become(char* const* arguments, char* const* environment, int output, const ProcessStart& start) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  if (start.file_bytes_max) {
    const rlimit limit{.rlim_cur = *start.file_bytes_max, .rlim_max = *start.file_bytes_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);
  }
  ::execve(arguments[0], arguments, environment);
  ::_exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (auto& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace

pid_t start_process(const ProcessStart& start) {
  std::vector<std::string> words{start.program.string()};
  words.insert(words.end(), start.arguments.begin(), start.arguments.end());
  std::vector<std::string> settings;
  for (char** setting = ::environ; *setting != nullptr; ++setting) settings.emplace_back(*setting);
  for (const auto& [name, value] : start.environment) {
    std::erase_if(settings, [&](const std::string& setting) { return setting.starts_with(name + "="); });
    settings.push_back(name + "=" + value);
  }
  const auto arguments = pointers(words);
  const auto environment = pointers(settings);
  const int output = ::open(start.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (output < 0) throw std::system_error{errno, std::generic_category(), start.output.string()};
  const pid_t process = ::fork();
  if (process == 0) become(arguments.data(), environment.data(), output, start);
  ::close(output);
  if (process < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  return process;
}

std::optional<int> ended(pid_t process, Wait wait) {
  int status = 0;
  pid_t got = 0;
  do {
    got = ::waitpid(process, &status, wait == Wait::no ? WNOHANG : 0);
  } while (got < 0 && errno == EINTR);
  if (got == 0) return std::nullopt;
  if (got < 0) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

ProgramRun run_to_end(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      const Environment& environment) {
  const auto folder = make_temporary_folder("run");
  const auto output = folder / "output";
  const pid_t process = start_process(
      {.program = program, .arguments = arguments, .environment = environment, .output = output, .file_bytes_max = {}});
  ProgramRun run;
  run.exit_code = ended(process, Wait::until_it_ends).value_or(-1);
  run.output = read_whole(output);
  std::filesystem::remove_all(folder);
  return run;
}

std::filesystem::path make_temporary_folder(const std::string& name) {
  std::string pattern = (std::filesystem::temp_directory_path() / ("billtrail-" + name + "-XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::system_error{errno, std::generic_category(), pattern};
  return pattern;
}

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

unsigned short free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* generic = static_cast<sockaddr*>(static_cast<void*>(&address));
  socklen_t size = sizeof address;
  const bool got = descriptor >= 0 && ::bind(descriptor, generic, size) == 0 && ::getsockname(descriptor, generic, &size) == 0;
  ::close(descriptor);
  if (!got) throw std::system_error{errno, std::generic_category(), "no free port"};
  return ntohs(address.sin_port);
}

}  // namespace billtrail::test
