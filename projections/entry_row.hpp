// One time entry as the read models keep it, in two halves: the row that every question scans (one cache line), and the details that
// only a list of entries shows. Names are rows of the directory; shared values are numbers into WorkView's interned tables.
#pragma once

#include <cstdint>

#include "domain/event.hpp"
#include "domain/kernel/table.hpp"
#include "projections/text_store.hpp"

namespace billtrail {

struct EntryRow {
  Row member = no_row, client = no_row, project = no_row, campaign = no_row, task = no_row, service = no_row;
  Date work_date;
  std::int32_t seconds = 0;         // raw (D3: utilisation)
  std::int32_t billed_seconds = 0;  // D1, D4 (D3: WIP); raw when the work is not billable or awaits its review
  Row agreed = no_row;              // of WorkView::rates; no_row on billable work means unpriced
  std::int64_t value = 0;           // W1a: round(billed seconds x agreed rate), minor units; 0 when unpriced
  std::int64_t standard_value = 0;  // W2: round(billed seconds x standard rate)
  std::uint16_t currency = 0;           // of value, in WorkView::currencies
  std::uint16_t standard_currency = 0;  // of standard_value
  std::uint8_t category_number = 0;
  std::uint8_t review_number = 0;
  bool removed : 1 = false;
  bool has_standard : 1 = false;
  bool has_days : 1 = false;      // the work touches more than one local day (TM4)
  bool has_settled : 1 = false;   // something stands in WorkView::settled
  bool engaged : 1 = false;       // has an engagement
  bool on_draft : 1 = false;      // a draft holds it (2.13), and its billed seconds with it
  bool frozen : 1 = false;        // D2: billed seconds stay as they were billed, drawn or written off
  bool drawn : 1 = false;         // in a closed period: something stands in WorkView::drawn
  bool adjusts : 1 = false;       // 2.19: of a closed entry; never rounded

  Category category() const { return static_cast<Category>(category_number); }
  Review review() const { return static_cast<Review>(review_number); }
  bool billable_category() const { return category() != Category::non_billable; }
  bool awaits_review() const { return review() == Review::needed; }
  // TM5: not billable until the member confirms or trims it.
  bool billable() const { return billable_category() && !awaits_review(); }
};
static_assert(sizeof(EntryRow) == 64);

struct EntryDetail {
  EntryId entry;
  bool has_start = false, has_end = false;
  std::uint16_t zone = 0;  // number in WorkView::zones plus one; 0 none
  Instant start, end;
  std::uint64_t position = 0;  // of the last event that touched it
  TextPlace description;
  Row subject = no_row;        // whose key seals the description; no_row when there is none
  Row tags = 0;
  Row engagement = no_row;
  Row standard = no_row;       // of WorkView::rates
  Row rounding = 0;
  std::uint32_t days_first = 0, days_count = 0;  // in WorkView::day_parts
};

}  // namespace billtrail
