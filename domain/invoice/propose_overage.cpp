// C5: overage of closed periods, in lines of its own; each period's apart. H7: covered work at zero price, so that the client
// sees what the fee bought.
#include <map>

#include "domain/invoice/propose.hpp"
#include "domain/retainer/cycles.hpp"
#include "domain/wip/billed_seconds.hpp"

namespace billtrail {
namespace {

// The agreement's entries of closed periods, in order.
std::vector<Row> closed_work(const Books& books, const EngagementId& engagement) {
  const Row agreed = books.engagements.row_of(engagement);
  const Row client = books.clients.row_of(books.engagements.at(agreed).client);
  std::vector<Row> rows;
  for (const Row row : books.client_work.of(client)) {
    const EntryState& entry = books.entries.at(row);
    if (entry.removed || entry.engagement != agreed) continue;
    const EntrySettlement* settlement = settlement_of(books, row);
    if (settlement != nullptr && settlement->closed) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [&](Row a, Row b) { return comes_before(books, a, b); });
  return rows;
}

}  // namespace

void propose_overage(Drafting& draft, const EngagementId& engagement, Date until, const WhichPeriods& which) {
  const Books& books = draft.books();
  const RetainerState& retainer = *books.retainers.find(engagement);
  std::vector<LineWork> work;
  for (const Row row : closed_work(books, engagement)) {
    const EntrySettlement* settlement = settlement_of(books, row);
    if (settlement->holder != no_row || is_deferred(settlement, until)) continue;
    const CycleState* cycle = find_cycle(retainer, settlement->period);
    if (cycle == nullptr || !which(*cycle)) continue;
    const std::optional<LineWork> open = draft.work_of(row);
    if (open && open->overage) work.push_back(*open);
  }
  draft.add_work(work);
  propose_pieces(draft, engagement, which);
}

void list_covered(Drafting& draft, const EngagementId& engagement, const CycleState& cycle) {
  const Books& books = draft.books();
  std::map<std::pair<Row, Row>, std::int32_t> lines;  // by project and service
  for (const Row row : closed_work(books, engagement)) {
    const EntrySettlement* settlement = settlement_of(books, row);
    if (settlement->period != cycle.period || settlement->covered.count == 0) continue;
    const EntryState& entry = books.entries.at(row);
    auto found = lines.find({entry.project, entry.service});
    if (found == lines.end()) {
      const std::string work = draft.work_text(entry);
      InvoiceLine line =
          one_piece(LineKind::covered, work.empty() ? "Covered" : "Covered: " + work, 0, draft.document().currency);
      const LineTax tax = client_tax(books, draft.document().client);
      line.tax = tax.category;
      line.tax_reason = tax.reason;
      line.unit = "hour";
      line.engagement = engagement;
      line.period = cycle.period;
      line.from = entry.work_date;
      if (entry.project != no_row) line.project = books.projects.key(entry.project);
      if (entry.service != no_row) line.service = books.services.key(entry.service);
      found = lines.emplace(std::pair{entry.project, entry.service}, draft.add(std::move(line))).first;
    }
    InvoiceLine& line = *draft.find(found->second);
    line.to = entry.work_date;
    line.claims.push_back({books.entries.key(row), settlement->billed, settlement->covered, 0, 0, 0});
  }
  for (const auto& [work, number] : lines) count_covered(books, *draft.find(number));
}

}  // namespace billtrail
