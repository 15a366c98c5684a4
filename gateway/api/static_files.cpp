// See static_files.hpp.
#include "gateway/api/static_files.hpp"

#include <fstream>
#include <iterator>

#include "eventstore/chain.hpp"
#include "gateway/api/problem.hpp"

namespace billtrail {
namespace {

constexpr std::size_t file_bytes_max = 4 << 20;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string type_of(const std::filesystem::path& path) {
  static const std::map<std::string, std::string> types{
      {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"},             {".png", "image/png"},                     {".ico", "image/x-icon"},
      {".json", "application/json"},         {".woff2", "font/woff2"},                  {".webmanifest", "application/manifest+json"}};
  const auto found = types.find(path.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

// "app-3f2a91bc.js": a dash or a dot, then at least eight letters or digits, then the ending.
bool named_by_content(const std::filesystem::path& path) {
  const std::string stem = path.stem().string();
  const std::size_t dash = stem.find_last_of("-.");
  return dash != std::string::npos && stem.size() - dash - 1 >= 8 &&
         stem.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", dash + 1) == std::string::npos;
}

// Pages of the application have plain paths: "/", "/clients", "/clients/acme".
bool may_be_page(std::string_view path) {
  return path.find("//") == std::string_view::npos && path.find('.') == std::string_view::npos;
}

void protect(http::Response& response) {
  response.with("Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
                "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
  response.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "same-origin");
}

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".gz" || entry.file_size() > file_bytes_max) continue;
    File file;
    file.content = read_file(entry.path());
    const std::filesystem::path compressed = entry.path().string() + ".gz";
    if (std::filesystem::exists(compressed)) file.gzip = read_file(compressed);
    file.type = type_of(entry.path());
    file.tag = '"' + to_hex(hash_record(file.content)).substr(0, 16) + '"';
    file.immutable = named_by_content(entry.path());
    files_.emplace("/" + std::filesystem::relative(entry.path(), folder).generic_string(), std::move(file));
  }
}

http::Response StaticFiles::serve(const http::Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    return respond_with(problem(405, "method_not_allowed", "Only GET and HEAD.")).with("Allow", "GET, HEAD");
  }
  auto found = files_.find(request.path);
  if (found == files_.end() && may_be_page(request.path)) found = files_.find("/index.html");
  if (found == files_.end()) return respond_with(problem(404, "not_found", "There is nothing here."));
  const File& file = found->second;
  http::Response response;
  protect(response);
  response.with("ETag", file.tag).with("Vary", "Accept-Encoding");
  response.with("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.header("If-None-Match") == file.tag) {
    response.status = 304;
    return response;
  }
  response.content_type = file.type;
  if (!file.gzip.empty() && request.header("Accept-Encoding").find("gzip") != std::string_view::npos) {
    response.with("Content-Encoding", "gzip");
    response.body = file.gzip;
  } else {
    response.body = file.content;
  }
  return response;
}

}  // namespace billtrail
