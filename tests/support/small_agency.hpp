// The smallest practice that time can be logged in: member "ada", clients "acme" and "globex".
#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "tests/support/http_client.hpp"

namespace billtrail::test {

// Opens the practice unless it is open already, and adds whoever is missing. Throws std::runtime_error when the server refuses.
void open_small_agency(HttpClient& client);

// LogTime for ada: project work on a fixed day.
boost::json::object log_time(std::string_view client, std::int64_t seconds);

}  // namespace billtrail::test
