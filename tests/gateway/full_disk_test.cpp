// A full disk: commands are refused with 503 or the server stops, reads go on while it runs, and nothing acknowledged is lost.
#include <sys/mount.h>
#include <unistd.h>

#include <boost/json/value.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "tests/gateway/shared_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/small_agency.hpp"

namespace billtrail::test {
namespace {

boost::json::object bulky(std::int64_t seconds) {
  auto command = log_time("acme", seconds);
  command["description"] = std::string(3000, 'd');
  return command;
}

// Logs time under numbered keys until an answer is not 200; the bodies of the answers so far.
std::vector<std::string> log_until_refused(HttpClient& client, std::int64_t at_most, HttpAnswer& last) {
  std::vector<std::string> answers;
  for (std::int64_t i = 1; i <= at_most; ++i) {
    last = client.command("LogTime", bulky(i), "full." + std::to_string(i));
    if (last.status != 200) break;
    answers.push_back(last.body);
  }
  return answers;
}

void check_all_there(HttpClient& client, const std::vector<std::string>& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto again = client.command("LogTime", bulky(static_cast<std::int64_t>(i) + 1), "full." + std::to_string(i + 1));
    CAPTURE(i, again.body, again.failure);
    REQUIRE(again.header("idempotency-replayed") == "true");
    REQUIRE(again.body == answers[i]);
  }
}

// A file system of its own, small enough to fill. Needs the right to mount.
class SmallDisk {
 public:
  explicit SmallDisk(const char* options) : folder_{make_temporary_folder("disk")} {
    mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, options) == 0;
    reason_ = mounted_ ? "" : std::strerror(errno);
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  bool mounted_ = false;
  std::string reason_;
};

void fill(const std::filesystem::path& file, std::size_t bytes) {
  std::ofstream out{file, std::ios::binary};
  const std::string block(1 << 20, 'x');
  for (std::size_t i = 0; i < bytes / block.size(); ++i) out << block;
}

}  // namespace

TEST_CASE("on a full disk commands get 503 and reads go on; with room again commands do too") {
  const SmallDisk disk{"size=160m"};
  if (!disk.mounted()) {
    std::cout << "SKIPPED: no file system of our own can be mounted here (" << disk.reason() << ")" << std::endl;
    return;  // the next case shows the same with a margin that no disk has
  }
  LiveServer server{{.data = disk.folder() / "data", .arguments = {}, .file_bytes_max = {}}};
  HttpClient client{server.port(), server.token()};
  open_small_agency(client);
  HttpAnswer last;
  const auto answers = log_until_refused(client, 20, last);
  REQUIRE(answers.size() == 20);

  fill(disk.folder() / "ballast", std::filesystem::space(disk.folder()).available - (std::size_t{8} << 20));
  HttpAnswer refused;
  for (int i = 0; i < 200 && refused.status != 503; ++i)
    refused = client.command("LogTime", bulky(7), "later." + std::to_string(i));
  CHECK(not_a_problem(refused, 503, "disk_full") == "");
  CHECK(client.get("/v1/time-totals").status == 200);
  CHECK(client.get("/health/live").status == 200);

  std::filesystem::remove(disk.folder() / "ballast");
  HttpAnswer accepted;
  for (int i = 0; i < 100 && accepted.status != 200; ++i) {
    accepted = client.command("LogTime", bulky(8), "again");
    if (accepted.status != 200) ::usleep(50'000);
  }
  CHECK(accepted.status == 200);
  check_all_there(client, answers);
  const int stopped = server.stop();
  CAPTURE(server.log());
  CHECK(stopped == 0);
  server.start();
  HttpClient after{server.port(), server.token()};
  check_all_there(after, answers);
}

TEST_CASE("with less room than the margin commands get 503 and reads go on") {
  LiveServer server;
  std::vector<std::string> answers;
  {
    HttpClient client{server.port(), server.token()};
    open_small_agency(client);
    HttpAnswer last;
    answers = log_until_refused(client, 20, last);
    REQUIRE(answers.size() == 20);
  }
  CHECK(server.stop() == 0);
  server.options().arguments = {"--disk-free-min", "1000000000000000000"};
  server.options().ready_at = "/health/live";  // it is not ready, and says so
  server.start();
  {
    HttpClient client{server.port(), server.token()};
    CHECK(client.get("/health/ready").status == 503);
    CHECK(not_a_problem(client.command("LogTime", bulky(7), "later"), 503, "disk_full") == "");
    CHECK(client.get("/v1/time-totals").status == 200);
  }
  server.stop();
  server.options().arguments.clear();
  server.options().ready_at = "/health/ready";
  server.start();
  HttpClient client{server.port(), server.token()};
  check_all_there(client, answers);
  CHECK(client.command("LogTime", bulky(7), "later").status == 200);
}

TEST_CASE("when the disk refuses a write, nothing unwritten is acknowledged and nothing acknowledged is lost") {
  LiveServer server{{.data = {}, .arguments = {}, .file_bytes_max = std::uint64_t{4} << 20}};
  {
    HttpClient client{server.port(), server.token()};
    open_small_agency(client);
    HttpAnswer last;
    const auto answers = log_until_refused(client, 20'000, last);
    CAPTURE(answers.size(), last.status, last.body, last.failure);
    CHECK(answers.size() > 100);
    CHECK((last.status == 503 || last.status == 0));

    server.stop();
    server.options().file_bytes_max.reset();
    server.start();
    HttpClient after{server.port(), server.token()};
    check_all_there(after, answers);
    CHECK(after.command("LogTime", bulky(1), "after").status == 200);
  }
  const auto head = HttpClient{server.port(), server.token()}.get("/v1/practice");
  CHECK(head.status == 200);
  CHECK(server.stop() == 0);
  const auto verified = run_program({"verify", "--data", server.data().string()});
  CAPTURE(verified.output);
  CHECK(verified.exit_code == 0);
}

}  // namespace billtrail::test
