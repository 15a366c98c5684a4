// Draws the bar, and takes it away again.
#include "gateway/cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace billtrail::cli {

ProgressBar::ProgressBar(std::istream& source, std::optional<std::uint64_t> bytes)
    : source_(source), bytes_(bytes), terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
}

void ProgressBar::show(std::uint64_t rows) {
  if (!terminal_) return;
  drawn_ = true;
  constexpr std::uint64_t width = 40;
  const auto place = source_.tellg();
  if (!bytes_ || *bytes_ == 0) {
    fmt::print(stderr, "\r\033[K{} rows", rows);
  } else {
    // At the end of the file the stream no longer tells a place.
    const std::uint64_t done = place < 0 ? *bytes_ : std::min(*bytes_, static_cast<std::uint64_t>(place));
    const std::uint64_t filled = done * width / *bytes_;
    fmt::print(stderr, "\r\033[K[{}{}] {:>3} %  {} rows", std::string(filled, '#'), std::string(width - filled, '.'),
               done * 100 / *bytes_, rows);
  }
  std::fflush(stderr);
}

}  // namespace billtrail::cli
