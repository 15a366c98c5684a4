// Finds the token.
#include "gateway/cli/settings.hpp"

#include <fstream>

namespace billtrail::cli {

std::string token_of(const ClientSettings& settings) {
  if (!settings.token.empty()) return settings.token;
  if (settings.data.empty()) {
    throw Usage("A token is needed: set BILLTRAIL_TOKEN, or name the server's data folder with --data.");
  }
  const std::string path = settings.data + "/owner-token";
  std::ifstream file(path);
  std::string token;
  if (!(file >> token)) throw Usage("No token could be read from " + path + ".");
  return token;
}

}  // namespace billtrail::cli
