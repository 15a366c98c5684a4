// What Beast alone can do here: reads each request, answers with a fixed body of the size of a LogTime answer, decides and
// stores nothing. The reference for bench_http.
//
//   noop_server PORT [THREADS] [ANSWER_BYTES]
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const std::string& answer) : socket_{std::move(socket)}, answer_{answer} {}

  void read() {
    parser_.emplace();
    http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](beast::error_code ec, std::size_t) {
      if (!ec) self->write();
    });
  }

 private:
  void write() {
    response_ = {http::status::ok, 11};
    response_.set(http::field::content_type, "application/json");
    response_.keep_alive(parser_->get().keep_alive());
    response_.body() = answer_;
    response_.prepare_payload();
    http::async_write(socket_, response_, [self = shared_from_this()](beast::error_code ec, std::size_t) {
      if (!ec && self->response_.keep_alive()) self->read();
    });
  }

  tcp::socket socket_;
  const std::string& answer_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> response_;
};

void accept(tcp::acceptor& acceptor, std::vector<std::unique_ptr<asio::io_context>>& contexts, std::size_t next,
            const std::string& answer) {
  auto& context = *contexts[next % contexts.size()];
  acceptor.async_accept(context, [&acceptor, &contexts, next, &answer](beast::error_code ec, tcp::socket socket) {
    if (!ec) {
      socket.set_option(tcp::no_delay{true}, ec);
      const auto executor = socket.get_executor();
      asio::post(executor, [session = std::make_shared<Session>(std::move(socket), answer)] { session->read(); });
    }
    accept(acceptor, contexts, next + 1, answer);
  });
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.empty()) return 2;
  const auto number = [&](std::size_t index, unsigned long otherwise) {
    return arguments.size() > index ? std::strtoul(arguments[index].c_str(), nullptr, 10) : otherwise;
  };
  const std::string answer(number(2, 700), 'x');
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  for (auto i = number(1, 1); i > 0; --i) contexts.push_back(std::make_unique<asio::io_context>(1));
  tcp::acceptor acceptor{*contexts.front(), {asio::ip::address_v4::loopback(), static_cast<unsigned short>(number(0, 0))}};
  accept(acceptor, contexts, 0, answer);
  std::vector<std::thread> threads;
  for (auto& context : contexts) {
    threads.emplace_back([&context] {
      const auto work = asio::make_work_guard(*context);
      context->run();
    });
  }
  for (auto& thread : threads) thread.join();
}
