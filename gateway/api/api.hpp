// Every route, a line each (router.cpp), and what all of them share: who is asking, and what is answered when nobody may.
#pragma once

#include <atomic>

#include "gateway/api/commands.hpp"
#include "gateway/api/parts.hpp"
#include "gateway/api/reads.hpp"
#include "gateway/api/static_files.hpp"
#include "gateway/http/server.hpp"
#include "gateway/live/hub.hpp"

namespace billtrail {

class Api final : public Handler {
 public:
  struct Live {
    Hub& hub;
    std::atomic<std::size_t>& open_sockets;
  };
  // What tells whether the server is fit to serve; each gives a reason when it is not.
  using Unfit = std::function<std::optional<std::string>()>;

  Api(ApiParts& parts, CommandRoutes& commands, ReadRoutes& reads, Live live, StaticFiles files, Unfit unfit, std::function<std::string()> metrics);

  void handle(const http::Request& request, http::Respond respond) override;
  void upgrade(IoThread& io, Socket socket, UpgradeRequest request) override;

 private:
  void handle_v1(const http::Request& request, http::Respond respond);
  void handle_post(const http::Request& request, const Caller& caller, std::string_view route, http::Respond respond);
  void handle_get(const http::Request& request, const Caller& caller, std::string_view route, http::Respond respond);
  void quick_log(const http::Request& request, const Caller& caller, http::Respond respond);
  void import_toggl(const http::Request& request, const Caller& caller, http::Respond respond);
  void sign_in(const http::Request& request, http::Respond respond);

  ApiParts& parts_;
  CommandRoutes& commands_;
  ReadRoutes& reads_;
  Live live_;
  StaticFiles files_;
  Unfit unfit_;
  std::function<std::string()> metrics_;
};

}  // namespace billtrail
