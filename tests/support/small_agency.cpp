// The commands that make the small agency.
#include "tests/support/small_agency.hpp"

#include <stdexcept>

namespace billtrail::test {
namespace {

void make_sure(HttpClient& client, std::string_view command, const boost::json::value& fields) {
  const auto answer = client.command(command, fields);
  if (answer.status == 200 || answer.status == 409) return;
  throw std::runtime_error{std::string{command} + ": " + std::to_string(answer.status) + " " + answer.body + answer.failure};
}

}  // namespace

void open_small_agency(HttpClient& client) {
  make_sure(client, "OpenPractice", {{"name", "Small agency"}, {"currency", "EUR"}, {"zone", "Europe/Berlin"}});
  make_sure(client, "AddMember", {{"member", "ada"}, {"name", "Ada"}});
  make_sure(client, "AddClient", {{"client", "acme"}, {"name", "Acme"}, {"currency", "EUR"}});
  make_sure(client, "AddClient", {{"client", "globex"}, {"name", "Globex"}, {"currency", "EUR"}});
}

boost::json::object log_time(std::string_view client, std::int64_t seconds) {
  return {{"member", "ada"}, {"client", client}, {"category", "ad_hoc"}, {"date", "2026-03-02"}, {"seconds", seconds}};
}

}  // namespace billtrail::test
