// Problem details (RFC 9457): every answer that is not a success. `code` is stable; faults carry JSON pointers and facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/kernel/decision.hpp"
#include "gateway/http/message.hpp"
#include "gateway/json/fault.hpp"
#include "gateway/ledger/order.hpp"

namespace billtrail {

struct Problem {
  int status = 400;
  std::string code;
  std::string title;
  std::string detail;
  std::string faults;  // a JSON array, or empty
};

Problem problem(int status, std::string_view code, std::string_view title, std::string detail = {});
// 400, or 404 for a command that does not exist.
Problem malformed(const JsonFaults& faults);
// 409 or 422 by the first refusal. Pointers get `at` in front.
Problem refused(const Refusals& refusals, std::string_view at = {});
// Of an answer that is not a success.
Problem problem_of(const Answer& answer, std::string_view at = {});

// The members of the problem, without braces, so that they can stand in a line of an NDJSON answer as well.
void write_problem_members(std::string& out, const Problem& problem);
http::Response respond_with(const Problem& problem);

}  // namespace billtrail
