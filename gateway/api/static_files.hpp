// The dashboard's files, read into memory on start and served from there.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "gateway/http/message.hpp"

namespace billtrail {

class StaticFiles {
 public:
  // A folder that is not there gives an empty set.
  explicit StaticFiles(const std::filesystem::path& folder);

  bool empty() const { return files_.empty(); }
  // Pages are known by path ("/", "/assets/app.js"); a path of the application that is no file gets the page itself. Nothing
  // outside the folder can be named: what was not read on start does not exist.
  http::Response serve(const http::Request& request) const;

 private:
  struct File {
    std::string content;
    std::string gzip;  // empty unless a .gz lies beside it
    std::string type;
    std::string tag;
    bool immutable = false;  // its name changes with its content
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace billtrail
