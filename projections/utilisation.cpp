// The utilisation answer: logged time by local day over capacity.
#include "projections/utilisation.hpp"

#include <algorithm>

#include "domain/kernel/calendar.hpp"
#include "domain/kernel/rounding.hpp"
#include "projections/capacity_days.hpp"
#include "projections/entry_filter.hpp"

namespace billtrail {
namespace {

struct Logged {
  Seconds billable, non_billable, review;
};

// D3: raw seconds, each on the local day on which they were worked (2.21).
std::vector<Logged> logged_by_member(const Views& views, const EntryFilter& filter, DateBounds period) {
  std::vector<Logged> logged(views.directory.members.size());
  for (std::size_t i = 0; i < views.work.rows.size(); ++i) {
    const EntryRow& entry = views.work.rows[i];
    if (!filter.lets_through(entry) || (!entry.has_days && !period.hold(entry.work_date))) continue;
    Logged& member = logged[entry.member];
    Seconds& column = entry.awaits_review() ? member.review : entry.billable_category() ? member.billable : member.non_billable;
    views.work.each_day(static_cast<Row>(i), [&](Date date, Seconds seconds) {
      if (period.hold(date)) column += seconds;
    });
  }
  return logged;
}

std::optional<std::int64_t> share(Seconds part, Seconds whole) {
  if (whole.count <= 0) return std::nullopt;
  return percent_hundredths(part.count, whole.count);
}

template <class Columns>
void add(Columns& columns, const Capacity& capacity, const Logged& logged) {
  columns.gross_seconds += capacity.gross;
  columns.available_seconds += capacity.available();
  columns.holiday_seconds += capacity.holiday;
  columns.leave_seconds += capacity.leave;
  columns.billable_seconds += logged.billable;
  columns.non_billable_seconds += logged.non_billable;
  columns.review_seconds += logged.review;
  columns.logged_seconds += logged.billable + logged.non_billable + logged.review;
}

template <class Columns>
void divide(Columns& columns) {
  columns.utilisation_net = share(columns.billable_seconds, columns.available_seconds);
  columns.utilisation_gross = share(columns.billable_seconds, columns.gross_seconds);
  columns.billable_share = share(columns.billable_seconds, columns.logged_seconds);
  columns.logged_share = share(columns.logged_seconds, columns.available_seconds);
}

DateBounds period_of(const Question& question) {
  Date last = question.to.value_or(question.day());
  if (question.as_of) last = std::min(last, *question.as_of);
  return {question.from.value_or(first_of_month(last)), last};
}

// People who had left before the period and logged nothing in it are no row of it.
bool belongs(const MemberFacts& member, DateBounds period, const UtilisationRow& row) {
  return row.gross_seconds.count > 0 || row.logged_seconds.count != 0 || !member.archived_on || *member.archived_on > period.first;
}

UtilisationRow team_row(const UtilisationTotals& t) {
  UtilisationRow row;
  row.key = "team";
  row.gross_seconds = t.gross_seconds;
  row.available_seconds = t.available_seconds;
  row.holiday_seconds = t.holiday_seconds;
  row.leave_seconds = t.leave_seconds;
  row.logged_seconds = t.logged_seconds;
  row.billable_seconds = t.billable_seconds;
  row.non_billable_seconds = t.non_billable_seconds;
  row.review_seconds = t.review_seconds;
  divide(row);
  return row;
}

}  // namespace

UtilisationAnswer utilisation(const Views& views, const Question& question) {
  const DateBounds period = period_of(question);
  const EntryFilter filter(views.directory, question);
  const std::vector<Capacity> capacities = capacity_of_members(views, period.first, period.last);
  const std::vector<Logged> logged = logged_by_member(views, filter, period);

  UtilisationAnswer answer{period.first, period.last, {}, {}};
  for (Row row = 0; row < views.directory.members.size(); ++row) {
    if (!filter.lets_member_through(row)) continue;
    const MemberFacts& facts = views.directory.members.at(row);
    UtilisationRow member;
    member.member = views.directory.members.key(row);
    member.key = member.member->text();
    member.member_name = facts.name;
    add(member, capacities[row], logged[row]);
    add(answer.totals, capacities[row], logged[row]);
    divide(member);
    if (belongs(facts, period, member)) answer.rows.push_back(std::move(member));
  }
  divide(answer.totals);
  const bool team = std::ranges::find(question.by, Dimension::team) != question.by.end();
  if (team) answer.rows.assign(1, team_row(answer.totals));
  return answer;
}

}  // namespace billtrail
