// A page of entries: one scan counts them by date to find how far back the page can reach, a second one collects only those.
#include "projections/entries.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <limits>

#include "projections/entry_filter.hpp"
#include "projections/naming.hpp"

namespace billtrail {
namespace {

// What the list is sorted by; smaller stands earlier.
struct Place {
  Date work_date;
  std::optional<Instant> start;
  EntryId entry;

  friend bool operator<(const Place& a, const Place& b) {
    if (a.work_date != b.work_date) return a.work_date > b.work_date;
    if (a.start != b.start) return a.start > b.start;  // no start is smaller than any
    return a.entry > b.entry;
  }
};

Place place_of(const WorkView& work, Row row) {
  const EntryDetail& detail = work.details[row];
  return {work.rows[row].work_date, detail.has_start ? std::optional(detail.start) : std::nullopt, detail.entry};
}

struct Page {
  std::vector<Row> rows;
  bool has_more = false;
  Seconds total;
};

// How far back the page reaches. The cursor's own day may lie wholly before the cursor, so only days beyond it fill the page for certain.
std::optional<Date> reach_of(std::vector<std::pair<std::int32_t, std::size_t>> counts, const Question& question) {
  std::ranges::sort(counts, std::greater<>{});
  std::size_t sure = 0;
  for (const auto& [day, count] : counts) {
    if (!question.cursor || Date{day} < question.cursor->work_date) sure += count;
    if (sure > question.limit) return Date{day};
  }
  return std::nullopt;
}

Page page_of(const WorkView& work, const EntryFilter& filter, const Question& question) {
  const DateBounds bounds = bounds_of(question);
  const Date last = question.cursor ? std::min(bounds.last, question.cursor->work_date) : bounds.last;
  Page page;
  boost::unordered_flat_map<std::int32_t, std::size_t> by_day;
  for (const EntryRow& entry : work.rows) {
    if (!bounds.hold(entry.work_date) || !filter.lets_through(entry)) continue;
    page.total += Seconds{entry.seconds};
    if (entry.work_date > last) continue;
    ++by_day[entry.work_date.days];
  }
  const Date reach = reach_of({by_day.begin(), by_day.end()}, question).value_or(bounds.first);
  std::vector<std::pair<Place, Row>> found;
  const std::optional<Place> after =
      question.cursor ? std::optional(Place{question.cursor->work_date, question.cursor->start, question.cursor->entry}) : std::nullopt;
  for (std::size_t i = 0; i < work.rows.size(); ++i) {
    const EntryRow& entry = work.rows[i];
    if (entry.work_date < reach || entry.work_date > last || !bounds.hold(entry.work_date) || !filter.lets_through(entry)) continue;
    const Place place = place_of(work, static_cast<Row>(i));
    if (!after || *after < place) found.emplace_back(place, static_cast<Row>(i));
  }
  page.has_more = found.size() > question.limit;
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), question.limit));
  std::partial_sort(found.begin(), end, found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto it = found.begin(); it != end; ++it) page.rows.push_back(it->second);
  return page;
}

void name(EntryListRow& row, const EntryRow& entry, const DirectoryView& directory) {
  row.member = directory.members.key(entry.member);
  row.member_name = directory.members.at(entry.member).name;
  name_dimension(row, Dimension::client, entry.client, directory);
  name_dimension(row, Dimension::project, entry.project, directory);
  name_dimension(row, Dimension::campaign, entry.campaign, directory);
  name_dimension(row, Dimension::task, entry.task, directory);
  name_dimension(row, Dimension::service, entry.service, directory);
}

void value(EntryListRow& row, const EntryRow& entry, const WorkView& work) {
  if (entry.agreed != no_row) row.agreed = work.rates[entry.agreed];
  row.unpriced = entry.billable_category() && entry.agreed == no_row;
  if (!entry.billable_category()) return;
  if (entry.agreed != no_row) row.value = Money{entry.value, work.currencies[entry.currency]};
  if (entry.has_standard) row.standard_value = Money{entry.standard_value, work.currencies[entry.standard_currency]};
}

// 2.18: what became of it, whatever the date; and every reason why it cannot be changed.
void state(EntryListRow& row, const Views& views, Row number) {
  const WorkView& work = views.work;
  const EntryRow& entry = work.rows[number];
  const Row invoice = work.invoice_of(number);
  if (invoice != no_row) row.invoice = work.invoices[invoice].invoice;
  const Settled settled = settled_between(work.settled_of(number), std::nullopt, Date{std::numeric_limits<std::int32_t>::max()});
  const auto drawn = entry.drawn ? work.drawn.find(number) : work.drawn.end();
  const Seconds covered = drawn == work.drawn.end() ? Seconds{} : drawn->second.covered + drawn->second.deficit;
  const bool nothing_left = Seconds{entry.billed_seconds} == settled.written_off_seconds + covered;
  row.state = entry.removed                                                   ? "removed"
              : entry.on_draft                                                ? "on_draft"
              : invoice != no_row                                             ? "invoiced"
              : settled.written_off_seconds.count != 0 && nothing_left        ? "written_off"
              : covered.count != 0 && covered == Seconds{entry.billed_seconds} ? "covered"
                                                                              : "open";
  if (views.practice.locked_until && entry.work_date <= *views.practice.locked_until) row.locks.emplace_back("period_locked");
  if (entry.on_draft) row.locks.push_back("on_draft:" + std::string(row.invoice->text()));
  if (!entry.on_draft && invoice != no_row) row.locks.push_back("invoiced:" + work.invoices[invoice].number);
  if (entry.drawn) row.locks.emplace_back("cycle_closed");
}

void engagement(EntryListRow& row, const Views& views, Row number) {
  if (number == no_row) return;
  row.engagement = views.work.engagements[number];
  const Row agreed = views.agreements.engagements.row_of(*row.engagement);
  if (agreed != no_row) row.engagement_name = views.agreements.engagements.at(agreed).name;
}

EntryListRow row_of(const Views& views, Row number) {
  const WorkView& work = views.work;
  const EntryRow& entry = work.rows[number];
  const EntryDetail& detail = work.details[number];
  EntryListRow row;
  row.key = detail.entry.text();
  row.entry = detail.entry;
  name(row, entry, views.directory);
  row.category = entry.category();
  row.work_date = entry.work_date;
  row.seconds = Seconds{entry.seconds};
  row.billed_seconds = Seconds{entry.billed_seconds};
  if (detail.has_start) row.start = detail.start;
  if (detail.has_end) row.end = detail.end;
  if (detail.zone != 0) row.zone = work.zones[detail.zone - 1U];
  row.days = work.days_of(number);
  row.description = work.description_of(number);
  row.tags = work.tags[detail.tags];
  value(row, entry, work);
  row.review = entry.review();
  state(row, views, number);
  engagement(row, views, detail.engagement);
  row.position = static_cast<std::int64_t>(detail.position);
  return row;
}

}  // namespace

EntriesAnswer entries(const Views& views, const Question& question) {
  const Page page = page_of(views.work, EntryFilter(views.directory, question), question);
  EntriesAnswer answer;
  answer.total_seconds = page.total;
  answer.has_more = page.has_more;
  answer.rows.reserve(page.rows.size());
  for (const Row row : page.rows) answer.rows.push_back(row_of(views, row));
  if (page.has_more) {
    const Place last = place_of(views.work, page.rows.back());
    answer.next_cursor = Cursor{last.work_date, last.start, last.entry}.text();
  }
  return answer;
}

}  // namespace billtrail
