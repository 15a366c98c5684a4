// libcurl behind http.hpp.
#include "gateway/cli/http.hpp"

#include <curl/curl.h>

#include "gateway/json/document.hpp"

namespace billtrail::cli {

namespace {

constexpr long connect_time_max_ms = 5'000;
constexpr long answer_time_max_ms = 300'000;  // a chunk of an import on a slow disk

std::size_t append_body(char* bytes, std::size_t size, std::size_t count, void* body) {
  static_cast<std::string*>(body)->append(bytes, size * count);
  return size * count;
}

std::string member_text(const JsonValue& object, std::string_view name) {
  const auto member = object.find(name);
  return member && member->is(JsonKind::string) ? std::string(member->string()) : std::string();
}

}  // namespace

struct Http::Curl {
  CURL* handle = curl_easy_init();
  ~Curl() { curl_easy_cleanup(handle); }
};

Http::Http(const ClientSettings& settings) : curl_(std::make_unique<Curl>()), url_(settings.url) {
  while (url_.ends_with('/')) url_.pop_back();
  always_.emplace_back("Authorization", "Bearer " + token_of(settings));
  if (!settings.practice.empty()) always_.emplace_back("Billtrail-Practice", settings.practice);
  if (!curl_->handle) throw std::runtime_error("libcurl could not be started");
}

Http::~Http() = default;

HttpAnswer Http::get(const std::string& path) {
  curl_easy_setopt(curl_->handle, CURLOPT_HTTPGET, 1L);
  return perform(path, {});
}

HttpAnswer Http::post(const std::string& path, std::string_view content_type, const std::string& body, const Headers& headers) {
  curl_easy_setopt(curl_->handle, CURLOPT_POST, 1L);
  curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  Headers all = headers;
  all.emplace_back("Content-Type", std::string(content_type));
  all.emplace_back("Expect", "");  // no round trip before the body
  return perform(path, all);
}

HttpAnswer Http::perform(const std::string& path, const Headers& headers) {
  HttpAnswer answer;
  CURL* curl = curl_->handle;
  const std::string url = url_ + path;
  curl_slist* lines = nullptr;
  for (const Headers* list : std::initializer_list<const Headers*>{&always_, &headers}) {
    for (const auto& [name, value] : *list)
      lines = curl_slist_append(lines, (name + ":" + (value.empty() ? "" : " " + value)).c_str());
  }
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
  curl_easy_setopt(curl, CURLOPT_NOPROXY, "127.0.0.1,localhost,::1");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_time_max_ms);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, answer_time_max_ms);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &append_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  const CURLcode code = curl_easy_perform(curl);
  curl_slist_free_all(lines);
  if (code != CURLE_OK) throw Unreachable("The server at " + url_ + " cannot be reached: " + curl_easy_strerror(code) + ".");
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

std::string Http::must_get(const std::string& path) {
  HttpAnswer answer = get(path);
  if (!answer.ok()) throw Refused(answer);
  return std::move(answer.body);
}

Refused::Refused(const HttpAnswer& answer) : LedgerLost(problem_text(answer.body)), problem_(answer.body) {}

std::string url_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (plain) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return out;
}

std::string problem_text(std::string_view body) {
  const auto document = JsonDocument::parse(body);
  if (!document || !document->root().is(JsonKind::object)) return std::string(body.empty() ? "The server gave no reason." : body);
  const JsonValue root = document->root();
  std::string text = member_text(root, "title");
  if (const std::string detail = member_text(root, "detail"); !detail.empty() && detail != text) text += "\n" + detail;
  const auto faults = root.find("faults");
  if (!faults || !faults->is(JsonKind::array) || faults->size() == 0) return text;
  JsonValue fault = faults->first();
  for (std::size_t i = 0; i < faults->size(); ++i) {
    if (i > 0) fault = fault.next();
    if (!fault.is(JsonKind::object)) continue;
    const std::string pointer = member_text(fault, "pointer");
    const std::string message = member_text(fault, "message");
    if (faults->size() == 1 && message == member_text(root, "title")) continue;
    text += "\n  " + (pointer.empty() ? "" : pointer + ": ") + message;
  }
  return text;
}

}  // namespace billtrail::cli
