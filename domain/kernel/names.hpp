// Names of things: trimmed, and unique without regard to case among things of one kind. Archived things keep their names,
// so that restoring one never clashes.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <string_view>

#include "domain/kernel/table.hpp"

namespace billtrail {

// Without blanks, tabs and line ends on either side.
std::string trimmed(std::string_view text);

// For comparing: upper case made lower in Latin, Greek and Cyrillic; other scripts as they are. The text is UTF-8.
std::string folded(std::string_view text);

// Who holds which name. `kind` says among what it must be unique: "client", or "project/acme" for projects of one client.
// Can be rolled back with its journal.
class NameIndex {
 public:
  explicit NameIndex(Journal& journal) : journal_(journal) {}
  NameIndex(const NameIndex&) = delete;
  NameIndex& operator=(const NameIndex&) = delete;

  // The holder's id, or null when the name is free.
  const std::string* holder(std::string_view kind, std::string_view name) const;
  void take(std::string_view kind, std::string_view name, std::string_view holder);
  void give_up(std::string_view kind, std::string_view name);

 private:
  Journal& journal_;
  boost::unordered_flat_map<std::string, std::string> holders_;
};

}  // namespace billtrail
