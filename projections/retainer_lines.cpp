// The entries of one retainer period.
#include "projections/retainer_lines.hpp"

#include "projections/live_draw.hpp"
#include "projections/naming.hpp"

namespace billtrail {
namespace {

const CycleFacts* cycle_asked(const EngagementFacts& facts, const Question& question) {
  if (question.period) return facts.find_cycle(*question.period);
  const CycleFacts* found = nullptr;
  for (const CycleFacts& cycle : facts.cycles) {
    if (cycle.from <= question.day()) found = &cycle;
  }
  return found;
}

RetainerLineRow line_of(const Views& views, Row number, const CycleFacts& cycle) {
  const EntryRow& entry = views.work.rows[number];
  RetainerLineRow row;
  row.entry = views.work.details[number].entry;
  row.key = row.entry.text();
  row.member = views.directory.members.key(entry.member);
  row.member_name = views.directory.members.at(entry.member).name;
  row.work_date = entry.work_date;
  row.description = views.work.description_of(number);
  name_dimension(row, Dimension::service, entry.service, views.directory);
  name_dimension(row, Dimension::project, entry.project, views.directory);
  row.seconds = Seconds{entry.seconds};
  row.billed_seconds = Seconds{entry.billed_seconds};
  row.late = entry.work_date < cycle.from;
  return row;
}

void closed_lines(RetainerLinesAnswer& answer, const Views& views, const CycleFacts& cycle, const RetainerCycleClosed& close) {
  for (const Draw& draw : close.draws) {
    const Row number = views.work.row_of(draw.entry);
    if (number == no_row) continue;
    RetainerLineRow row = line_of(views, number, cycle);
    row.billed_seconds = draw.billed;
    row.covered = draw.covered;
    row.overage = draw.overage;
    row.deficit = draw.deficit;
    row.value = {draw.value, answer.cycle->fee.currency};
    answer.rows.push_back(std::move(row));
  }
}

void live_lines(RetainerLinesAnswer& answer, const Views& views, LiveDraw& live, const CycleFacts& cycle,
                const EngagementId& engagement) {
  for (const LivePeriod& period : live.periods_of(engagement)) {
    if (period.period != cycle.period) continue;
    for (std::size_t i = 0; i < period.entries.size(); ++i) {
      const DrawnPart& part = period.draw.parts[i];
      RetainerLineRow row = line_of(views, period.entries[i], cycle);
      row.covered = part.covered;
      (cycle.terms.overage == OveragePolicy::deficit ? row.deficit : row.overage) = part.overage;
      row.value = {live.of(period.entries[i]).charge.minor, answer.cycle->fee.currency};
      answer.rows.push_back(std::move(row));
    }
  }
}

}  // namespace

RetainerLinesAnswer retainer_lines(const Views& views, const Question& question) {
  RetainerLinesAnswer answer;
  const Row agreement = question.engagement ? views.agreements.engagements.row_of(*question.engagement) : no_row;
  if (agreement == no_row) return answer;
  const CycleFacts* cycle = cycle_asked(views.agreements.engagements.at(agreement), question);
  if (cycle == nullptr) return answer;
  LiveDraw live(views, question.day());
  answer.cycle = cycle_row(views, live, agreement, *cycle, question.day());
  if (const CycleClosing* closing = cycle->closed_as_of(question.day())) {
    closed_lines(answer, views, *cycle, closing->facts);
    return answer;
  }
  live_lines(answer, views, live, *cycle, *question.engagement);
  return answer;
}

}  // namespace billtrail
