// One client's work, read as a whole: groups (D4) and caps (2.5) are worked out once and not for each entry. Drafting, draw-down
// and alerts read it so. What it says holds until the books change.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <vector>

#include "domain/engagement/cap_split.hpp"
#include "domain/wip/open_work.hpp"

namespace billtrail {

class WorkOfClient {
 public:
  // The books must outlive it. `client` is a row of Books::clients.
  WorkOfClient(const Books& books, Row client) : books_(books), client_(client) {}

  // As billed_seconds and open_work; the entry must be the client's.
  Seconds billed(Row entry);
  std::optional<OpenWork> open(Row entry);

 private:
  void round_groups();
  void split_cap(Row engagement);

  const Books& books_;
  Row client_;
  bool grouped_ = false;
  boost::unordered_flat_map<Row, Seconds> in_groups_;  // by entry
  std::vector<Row> split_;                             // the engagements whose cap has been split
  boost::unordered_flat_map<Row, WithinCap> within_;   // by entry: what is within the cap and open
};

struct OpenEntry {
  Row entry = no_row;
  OpenWork work;
};
// Everything of the client's that is open, whether a draft holds it or not, in the order of M3 (comes_before).
std::vector<OpenEntry> open_work_of_client(const Books& books, Row client);

}  // namespace billtrail
