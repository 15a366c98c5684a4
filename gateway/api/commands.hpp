// POST /v1/commands/<Name>, POST /v1/commands (array: all or nothing; NDJSON: each on its own), and commands on the socket: one way in.
#pragma once

#include "gateway/api/caller.hpp"
#include "gateway/api/parts.hpp"

namespace billtrail {

class CommandRoutes {
 public:
  explicit CommandRoutes(ApiParts& parts) : parts_(parts) {}

  void post_one(const http::Request& request, const Caller& caller, std::string_view name, http::Respond respond);
  void post_many(const http::Request& request, const Caller& caller, http::Respond respond);

  // One command for the socket. `key` may be empty. `done` gets the answer, or the problem when it never reached the clerk.
  using Done = std::function<void(std::variant<Answer, Problem>)>;
  void submit_one(const Caller& caller, Asker asker, std::string_view key, Command command, Done done);

 private:
  void post_array(const http::Request& request, const Caller& caller, Asker asker, http::Respond respond);
  void post_lines(const http::Request& request, const Caller& caller, Asker asker, http::Respond respond);

  ApiParts& parts_;
};

// The id of a command and the digest that tells a retry from a reuse; a Problem when the key is not an id.
std::variant<Order, Problem> order_for(const Ledger& ledger, std::string_view key, std::vector<Command> commands);

}  // namespace billtrail
