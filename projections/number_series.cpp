// The proof of the numbers, from the documents themselves and not from a counter.
#include "projections/number_series.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <set>

namespace billtrail {
namespace {

constexpr std::size_t told_max = 1000;

// Counters that follow one another; both ends are among them.
struct Run {
  std::int64_t first, last;
  friend auto operator<=>(const Run&, const Run&) = default;
};

struct Series {
  std::vector<Run> taken;        // one for each of the documents asked about
  std::set<std::int64_t> later;  // counters of documents dated after the day
  std::vector<Run> reserved;
  std::int64_t issued = 0, voided = 0;
  std::optional<Position> first_use;
};
using AllSeries = std::map<std::pair<DocumentKind, std::int32_t>, Series>;

std::string default_format(DocumentKind kind) { return kind == DocumentKind::invoice ? "INV-{counter:4}" : "CN-{counter:4}"; }

void use(Series& series, std::int64_t counter, Date on, Position position, const Question& question) {
  if (!series.first_use || position < *series.first_use) series.first_use = position;
  if (question.as_of && on > *question.as_of) {
    series.later.insert(counter);
    return;
  }
  series.taken.push_back({counter, counter});
  ++series.issued;
}

AllSeries all_series(const Views& views, const Question& question) {
  AllSeries all;
  const DocumentsView& documents = views.documents;
  for (Row row = 0; row < documents.invoices.size(); ++row) {
    const InvoiceFacts& invoice = documents.invoices.at(row);
    if (!invoice.on) continue;
    Series& series = all[{DocumentKind::invoice, invoice.series_year}];
    use(series, invoice.counter, *invoice.on, invoice.issued_at, question);
    if (invoice.voided_on && *invoice.voided_on <= question.day()) ++series.voided;
  }
  for (Row row = 0; row < documents.credit_notes.size(); ++row) {
    const CreditNoteIssued& note = *documents.credit_notes.at(row).document;
    use(all[{DocumentKind::credit_note, note.series_year}], note.counter, note.on, documents.credit_notes.at(row).position, question);
  }
  for (const NumbersReserved& reserved : documents.reserved) {
    all[{reserved.kind, reserved.year}].reserved.push_back({reserved.first, reserved.last});
  }
  return all;
}

// The setting in force last, and for each series where it was told to begin before its first document.
struct Told {
  const SeriesSetting* last = nullptr;
  std::int64_t begins = 1;
  std::int64_t next = 1;  // as set last for this series, later than anything used
};

Told told_of(const DocumentsView& documents, DocumentKind kind, std::int32_t year, const Series& series) {
  Told told;
  for (const SeriesSetting& setting : documents.settings) {
    if (setting.facts.kind != kind) continue;
    told.last = &setting;
    const bool mine = setting.facts.yearly ? setting.on.year() == year : year == 0;
    if (!mine) continue;
    told.next = setting.facts.next;
    if (!series.first_use || setting.position < *series.first_use) told.begins = setting.facts.next;
  }
  return told;
}

void tell(std::vector<std::int64_t>& told, const Series& series, std::int64_t from, std::int64_t until) {
  for (; from < until && told.size() < told_max; ++from) {
    if (!series.later.contains(from)) told.push_back(from);
  }
}

// Walks the runs in order: what is not reached by the one before is missing, what was reached already is there twice.
void prove(NumberSeriesRow& row, const Series& series, std::int64_t begins) {
  std::vector<Run> runs = series.taken;
  runs.insert(runs.end(), series.reserved.begin(), series.reserved.end());
  if (runs.empty()) return;
  std::ranges::sort(runs);
  row.first = runs.front().first;
  std::int64_t expected = std::min(begins, *row.first);
  for (const Run& run : runs) {
    tell(row.gaps, series, expected, run.first);
    tell(row.duplicates, series, run.first, std::min(expected, run.last + 1));
    expected = std::max(expected, run.last + 1);
  }
  const auto again = std::ranges::unique(row.duplicates);
  row.duplicates.erase(again.begin(), again.end());
  row.last = expected - 1;
  row.dense = row.gaps.empty() && row.duplicates.empty();
}

}  // namespace

NumberSeriesAnswer number_series(const Views& views, const Question& question) {
  AllSeries all = all_series(views, question);
  // A series is there before its first document.
  for (const DocumentKind kind : {DocumentKind::invoice, DocumentKind::credit_note}) {
    const bool used = std::ranges::any_of(all, [&](const auto& series) { return series.first.first == kind; });
    const Told told = told_of(views.documents, kind, 0, Series{});
    const bool yearly = told.last != nullptr && told.last->facts.yearly;
    if (!used) all[{kind, yearly ? question.day().year() : 0}];
  }
  NumberSeriesAnswer answer;
  for (auto& [which, series] : all) {
    const auto& [kind, year] = which;
    const Told told = told_of(views.documents, kind, year, series);
    NumberSeriesRow& row = answer.rows.emplace_back();
    row.key = std::string(boost::describe::enum_to_string(kind, "")) + "/" + std::to_string(year);
    row.kind = kind;
    row.year = year;
    row.format = told.last != nullptr ? told.last->facts.format : default_format(kind);
    row.issued = series.issued;
    row.voided = series.voided;
    for (const Run& run : series.reserved) row.reserved += run.last - run.first + 1;
    prove(row, series, told.begins);
    row.next = std::max(told.next, row.last.value_or(0) + 1);
    if (!series.later.empty()) row.next = std::max(row.next, *series.later.rbegin() + 1);
  }
  return answer;
}

}  // namespace billtrail
