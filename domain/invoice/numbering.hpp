// Number series (N1-N5): one for each kind of document. The counter advances in the same append as the issue.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(DocumentKind, invoice, credit_note)

// The format holds {counter}, {counter:4} for leading zeros, {year}, {year2} and {month}. Without a series set, invoices count
// INV-0001 and credit notes CN-0001.
struct SetNumberSeries {
  DocumentKind kind = DocumentKind::invoice;
  std::optional<std::string> format;
  std::optional<bool> yearly;          // begins anew each year; the format must then hold the year
  std::optional<std::int64_t> next;    // the next counter; never one that was used
};
BOOST_DESCRIBE_STRUCT(SetNumberSeries, (), (kind, format, yearly, next))

struct NumberSeriesSet {
  DocumentKind kind = DocumentKind::invoice;
  std::string format;
  bool yearly = false;
  std::int64_t next = 1;
};
BOOST_DESCRIBE_STRUCT(NumberSeriesSet, (), (kind, format, yearly, next))

// N5: counters used elsewhere before; they count as present in the proof that there is no gap.
struct ReserveNumbers {
  DocumentKind kind = DocumentKind::invoice;
  std::optional<std::int32_t> year;  // of a yearly series
  std::int64_t first = 1, last = 1;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReserveNumbers, (), (kind, year, first, last, reason))

struct NumbersReserved {
  DocumentKind kind = DocumentKind::invoice;
  std::int32_t year = 0;
  std::int64_t first = 1, last = 1;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NumbersReserved, (), (kind, year, first, last, reason))

}  // namespace billtrail
