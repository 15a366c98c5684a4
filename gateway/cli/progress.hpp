// A progress bar on standard error, drawn only when that is a terminal.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>

namespace billtrail::cli {

class ProgressBar {
 public:
  // `source` must outlive the bar; when its size is not known (a pipe) only rows are counted.
  ProgressBar(std::istream& source, std::optional<std::uint64_t> bytes);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::uint64_t rows);

 private:
  std::istream& source_;
  std::optional<std::uint64_t> bytes_;
  bool terminal_;
  bool drawn_ = false;
};

}  // namespace billtrail::cli
