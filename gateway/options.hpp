// Every bound of the server, by name, and what can be set from outside.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace billtrail {

struct Options {
  std::string data;                     // the data folder
  std::string address = "127.0.0.1";
  std::uint16_t port = 8484;
  bool demo = false;                    // load the sample agency into an empty data folder
  std::string web;                      // the folder of the dashboard; beside the program unless given
  std::size_t io_threads = 1;
  std::size_t query_threads = 2;
  std::uint64_t disk_free_min = 64ULL << 20;  // below this, commands are refused with 503 and reads go on
  std::string log_level = "info";
};

namespace bounds {

using std::chrono::milliseconds;
using std::chrono::seconds;

// HTTP
inline constexpr std::size_t body_bytes_max = 8 << 20;
inline constexpr std::uint32_t header_bytes_max = 16 << 10;
inline constexpr seconds header_time_max{10};     // from the first byte of a request to its last header
inline constexpr seconds body_time_max{30};
inline constexpr seconds idle_time_max{75};       // between requests
inline constexpr seconds write_time_max{30};      // until a client has taken an answer
inline constexpr std::size_t connections_max = 4096;
inline constexpr milliseconds sweep_interval{250};  // how exactly the times above are kept

// Commands
inline constexpr std::size_t commands_in_array_max = 1000;
inline constexpr std::size_t ndjson_lines_max = 5000;
inline constexpr std::size_t clerk_queue_max = 8192;      // requests waiting for the clerk; then 503
inline constexpr std::size_t batch_bytes_aim = 1 << 20;   // a batch is cut here
inline constexpr std::size_t recent_commands_max = 50'000;  // remembered before those the index has are forgotten
inline constexpr std::size_t decided_batches_max = 2;     // decided but not yet durable

// Reads
inline constexpr std::size_t query_queue_max = 1024;
inline constexpr milliseconds at_least_wait_max{2000};
inline constexpr std::size_t events_page_max = 1000;
inline constexpr std::size_t past_views_max = 4;          // views folded to an earlier position, kept for the next question

// Live
inline constexpr std::size_t socket_message_bytes_max = 64 << 10;  // from a client
inline constexpr std::size_t socket_queue_bytes_max = 4 << 20;     // to a client; beyond, subscriptions lag
inline constexpr std::size_t socket_subscriptions_max = 32;
inline constexpr seconds socket_auth_time_max{10};
inline constexpr seconds socket_idle_time_max{60};                 // then a ping; no answer closes
inline constexpr std::size_t feed_chunk_events_max = 500;
inline constexpr std::size_t feed_ring_events_max = 4096;          // rendered events kept for sockets that are nearly there
inline constexpr milliseconds live_interval_min{15};               // between two looks at the same read model

// Stopping
inline constexpr seconds stop_time_max{5};

}  // namespace bounds

}  // namespace billtrail
