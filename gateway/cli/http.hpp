// A small HTTP client over libcurl for the verbs of the command line. One connection, kept open; not for several threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/cli/settings.hpp"
#include "gateway/importers/ledger.hpp"

namespace billtrail::cli {

// The server could not be reached, or did not answer in time.
class Unreachable : public importers::LedgerLost {
 public:
  using LedgerLost::LedgerLost;
};

struct HttpAnswer {
  long status = 0;
  std::string body;
  bool ok() const { return status >= 200 && status < 300; }
};

// The server answered with a problem; what() is its text for a person, `problem` its JSON.
class Refused : public importers::LedgerLost {
 public:
  explicit Refused(const HttpAnswer& answer);
  const std::string& problem() const { return problem_; }

 private:
  std::string problem_;
};

class Http {
 public:
  // `path` begins with /v1/.
  using Headers = std::vector<std::pair<std::string, std::string>>;

  explicit Http(const ClientSettings& settings);
  ~Http();
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  // Throw Unreachable; any status is an answer.
  HttpAnswer get(const std::string& path);
  HttpAnswer post(const std::string& path, std::string_view content_type, const std::string& body, const Headers& headers = {});
  // Throws Refused too, unless the answer is good.
  std::string must_get(const std::string& path);

 private:
  struct Curl;
  HttpAnswer perform(const std::string& path, const Headers& headers);

  std::unique_ptr<Curl> curl_;
  std::string url_;
  Headers always_;
};

// For query parameters.
std::string url_encoded(std::string_view text);

// The sentences of a problem document, a line each: its title, its detail, its faults. The body as it is when it is none.
std::string problem_text(std::string_view body);

}  // namespace billtrail::cli
