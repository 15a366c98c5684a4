// The entries of each client.
#include "domain/wip/client_work.hpp"

namespace billtrail {

void ClientWork::add(Row client, Row entry) {
  if (client >= entries_.size()) entries_.resize(client + 1);
  entries_[client].push_back(entry);
  if (journal_.open()) journal_.note([this, client] { entries_[client].pop_back(); });
}

const std::vector<Row>& ClientWork::of(Row client) const {
  static const std::vector<Row> none;
  return client < entries_.size() ? entries_[client] : none;
}

}  // namespace billtrail
