// The list of write-offs.
#include "projections/write_offs.hpp"

#include <algorithm>
#include <functional>

#include "projections/entry_filter.hpp"

namespace billtrail {

WriteOffsAnswer write_offs(const Views& views, const Question& question) {
  const EntryFilter filter(views.directory, question);
  const DateBounds bounds = bounds_of(question);
  std::vector<const WorkWriteOff*> found;
  for (const WorkWriteOff& write_off : views.work.write_offs) {
    if (!write_off.taken_back && bounds.hold(write_off.on) && filter.lets_client_through(write_off.client)) found.push_back(&write_off);
  }
  std::ranges::reverse(found);
  std::ranges::stable_sort(found, std::greater<>{}, [](const WorkWriteOff* write_off) { return write_off->on; });
  WriteOffsAnswer answer;
  for (const WorkWriteOff* write_off : found) {
    WriteOffRow& row = answer.rows.emplace_back();
    row.write_off = write_off->write_off;
    row.key = row.write_off.text();
    row.client = views.directory.clients.key(write_off->client);
    row.client_name = views.directory.clients.at(write_off->client).name;
    row.on = write_off->on;
    row.code = write_off->code;
    row.up = write_off->up;
    row.amount.currency = views.directory.clients.at(write_off->client).currency;
    for (const WrittenOffShare& share : write_off->shares) {
      row.amount.minor += share.minor;
      row.seconds += share.seconds;
    }
    row.reason = write_off->reason;
    if (write_off->reversed_on && bounds.last >= *write_off->reversed_on) row.reversed_on = write_off->reversed_on;
    if (write_off->engagement != no_row) row.engagement = views.work.engagements[write_off->engagement];
    row.period = write_off->period;
  }
  return answer;
}

}  // namespace billtrail
