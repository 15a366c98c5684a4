// The entries of each client, as rows in order of arrival. Derived from the entries, whose client never changes; can be rolled back with its
// journal.
#pragma once

#include <vector>

#include "domain/kernel/table.hpp"

namespace billtrail {

class ClientWork {
 public:
  explicit ClientWork(Journal& journal) : journal_(journal) {}
  ClientWork(const ClientWork&) = delete;
  ClientWork& operator=(const ClientWork&) = delete;

  void add(Row client, Row entry);
  // Removed entries are among them.
  const std::vector<Row>& of(Row client) const;

 private:
  Journal& journal_;
  std::vector<std::vector<Row>> entries_;
};

}  // namespace billtrail
