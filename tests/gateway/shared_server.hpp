// One running server for all the cases of a test program, with the small agency in it, and what they ask of every answer.
#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/http_client.hpp"
#include "tests/support/live_server.hpp"

namespace billtrail::test {

LiveServer& shared_server();
HttpClient shared_client();  // a new connection, as the owner

// Where the practice stands: unchanged by whatever was refused.
std::uint64_t head_position();

// A refusal in the public form (RFC 9457): media type, type, title, status, code. Empty when all is right, else what is not.
std::string not_a_problem(const HttpAnswer& answer, unsigned status, const std::string& code);

// The faults of a problem as (pointer, code), in their order.
using FaultList = std::vector<std::pair<std::string, std::string>>;
FaultList faults_of(const HttpAnswer& answer);

}  // namespace billtrail::test
