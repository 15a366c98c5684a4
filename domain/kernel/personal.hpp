// Personal text: names, e-mail, phone and postal addresses of people, and free descriptions of work. It is a type of its own, so
// that it can never be stored or logged by accident: inside the domain it is always sealed under the key of the
// person it is about. Only the edge seals and opens it; destroying the key erases the text while every proof still holds.
#pragma once

#include <string>

namespace billtrail {

struct Personal {
  std::string subject;  // whose key: a member's id; empty while the text has not been sealed yet
  std::string bytes;    // sealed: nonce, ciphertext, tag; plain only between reading a request and the clerk's sealing
  friend bool operator==(const Personal&, const Personal&) = default;
};

}  // namespace billtrail
