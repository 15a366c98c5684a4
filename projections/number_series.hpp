// Are the numbers of documents dense? N4, N5: a row for each series and year, with every counter that is missing or was given twice.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct NumberSeriesRow {
  std::string key;  // "invoice/2026"
  DocumentKind kind = DocumentKind::invoice;
  std::int32_t year = 0;  // 0 for a series that does not begin anew each year
  std::string format;
  std::int64_t next = 1;
  std::optional<std::int64_t> first, last;  // counters, issued or reserved
  std::int64_t issued = 0;    // documents with a number of it, void ones too (N2)
  std::int64_t reserved = 0;  // N5
  std::int64_t voided = 0;
  std::vector<std::int64_t> gaps;        // from where the series begins to its last counter; the first thousand
  std::vector<std::int64_t> duplicates;
  bool dense = true;
};
BOOST_DESCRIBE_STRUCT(NumberSeriesRow, (),
                      (key, kind, year, format, next, first, last, issued, reserved, voided, gaps, duplicates, dense))

struct NumberSeriesAnswer {
  std::vector<NumberSeriesRow> rows;
};
BOOST_DESCRIBE_STRUCT(NumberSeriesAnswer, (), (rows))

// With as_of only the documents dated by then are counted; a counter that a later one holds is no gap.
NumberSeriesAnswer number_series(const Views& views, const Question& question);

}  // namespace billtrail
