// Asks the books.
#include "tests/simulation/open_seconds.hpp"

#include "domain/wip/open_work.hpp"

namespace billtrail::simulation {

std::int64_t open_seconds(const Books& books, Row entry) {
  const std::optional<OpenWork> open = open_work(books, entry);
  return open ? open->seconds.count : 0;
}

}  // namespace billtrail::simulation
