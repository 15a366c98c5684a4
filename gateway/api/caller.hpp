// Who sent a request, for which practice, and what goes with it: read once from headers and parameters for every route.
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "gateway/access/access.hpp"
#include "gateway/api/problem.hpp"
#include "gateway/http/message.hpp"
#include "gateway/ledger/practices.hpp"

namespace billtrail {

struct Caller {
  Identity identity;
  std::shared_ptr<Ledger> ledger;  // none when the practice named does not exist
  PracticeId practice;
};

// 401 without a valid token or session, 403 for a browser's request from another site, 400 for a practice id that is none.
std::variant<Caller, Problem> identify(const http::Request& request, const Access& access, const Practices& practices, Instant now);

// The headers that go into the envelope; faults name the header.
std::variant<Asker, Problem> asker_of(const http::Request& request, const Identity& identity);

}  // namespace billtrail
