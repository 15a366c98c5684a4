// The only place that names Asio and Beast by short names. Included by gateway/http and gateway/live alone.
#pragma once

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace billtrail {

namespace net = boost::asio;
namespace beast = boost::beast;
using tcp = net::ip::tcp;
using boost::system::error_code;

// Without type erasure: every socket belongs to one io_context that one thread runs, so no strand is needed.
using Socket = net::basic_stream_socket<tcp, net::io_context::executor_type>;

}  // namespace billtrail
