// H1, H6: the work that draws from a period, in the order of H3, and how it draws.
#pragma once

#include "domain/books.hpp"
#include "domain/retainer/draw_down.hpp"

namespace billtrail {

// H1: work awaiting its review draws nothing at the close; alerts look at both.
enum class Pending { left_out, counted };

struct PeriodWork {
  std::vector<Row> entries;
  std::vector<DrawnWork> work;  // of each
  std::vector<Bucket> buckets;
  DrawDown drawn;  // deliverables: used, drawn and overage are pieces
};

// Late time, dated before the period and not drawn yet, goes to the earliest period that is open.
PeriodWork period_work(const Books& books, const EngagementId& engagement, const CycleState& cycle, Pending pending);

}  // namespace billtrail
