// The entries that the close of a period drew.
#include "domain/retainer/drawn_entries.hpp"

#include "domain/wip/open_work.hpp"

namespace billtrail {

std::vector<Row> drawn_entries(const Books& books, const EngagementId& engagement, std::int32_t period) {
  const Row agreed = books.engagements.row_of(engagement);
  const Row client = books.clients.row_of(books.engagements.at(agreed).client);
  std::vector<Row> drawn;
  for (const Row row : books.client_work.of(client)) {
    if (books.entries.at(row).engagement != agreed) continue;
    const EntrySettlement* settlement = settlement_of(books, row);
    if (settlement != nullptr && settlement->closed && settlement->period == period) drawn.push_back(row);
  }
  return drawn;
}

}  // namespace billtrail
