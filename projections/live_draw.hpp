// What of each piece of work could be charged at the end of a day, and what a fee covers (2.5, H1-H4, W1, W2). Work of closed periods is as
// their close drew it, from the close's date on; work of periods open on that day is drawn down live, as a close would draw it. Looks at
// the entries of an agreement only once somebody asks for one of them, and then at all of them.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <map>
#include <optional>
#include <vector>

#include "domain/retainer/draw_down.hpp"
#include "projections/views.hpp"

namespace billtrail {

// One entry, before anything was billed or written off.
struct WorkToday {
  Charge charge;
  bool priced = true;       // whether the charge has a rate
  bool fee = false;         // a fee is paid for some of it: second column
  Seconds covered;          // by that fee, deficit included
  Row engagement = no_row;  // whose fee, of WorkView::engagements
  std::optional<std::int32_t> period;
};

// Law of seconds: billed seconds = billed + covered + unbilled + written off, for every billable entry.
struct SecondsAccount {
  Seconds billed, covered, unbilled, written_off;
};

// How the work of one open period stands.
struct LivePeriod {
  std::int32_t period = 0;
  DrawDown draw;
  std::vector<Row> entries;    // as draw.parts
  std::vector<Bucket> buckets;  // as draw.drawn
};

// The standard value of part of an entry's billed seconds.
std::int64_t standard_part(const EntryRow& entry, Seconds part);

class LiveDraw {
 public:
  LiveDraw(const Views& views, Date day) : views_(views), day_(day) {}

  // The entry must be billable, there, and of that day or before.
  WorkToday of(Row row);
  SecondsAccount account_of(Row row);
  // W2, 2.21: what the fee covers has left the second column, because the period has ended and its fee is issued.
  bool has_left(Row engagement, std::optional<std::int32_t> period);
  // The periods open on that day, earliest first, with the work they hold so far.
  std::vector<LivePeriod> periods_of(const EngagementId& engagement);

 private:
  struct Agreement {
    EngagementKind kind = EngagementKind::hourly;
    std::int64_t cap = 0, fee = 0;
    std::optional<Date> ends;
    Currency currency;
    bool known = false, looked_up = false, drawn = false, split = false;
  };
  Agreement& agreement_of(Row engagement);
  void draw(Row engagement, Agreement& agreement);
  std::vector<LivePeriod> periods(const EngagementFacts& facts, Row engagement) const;
  void take(const LivePeriod& live, const PeriodTerms& terms, Row engagement, const Currency& currency);
  void split(Row engagement, const Agreement& agreement);
  WorkToday drawn_entry(Row row, const EntryRow& entry, Row engagement);
  std::optional<std::int32_t> period_holding(Row engagement, Date date) const;
  std::int64_t fees_of(Row engagement, std::optional<std::int32_t> period);

  const Views& views_;
  Date day_;
  std::vector<Agreement> agreements_;  // by engagement
  boost::unordered_flat_map<Row, WorkToday> parts_;
  std::optional<std::map<std::pair<Row, std::optional<std::int32_t>>, std::int64_t>> fees_;
};

}  // namespace billtrail
