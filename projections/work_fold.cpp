// Fold of the work: takes time entries as events say they are, and keeps their billed seconds (D1, D4) and values (W1a).
#include <algorithm>
#include <limits>

#include "domain/rounding/round_time.hpp"
#include "projections/work_view.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

class WorkFold {
 public:
  WorkFold(WorkView& view, const DirectoryView& directory, Position position)
      : view_(view), directory_(directory), position_(position) {}

  void log(const TimeLogged& e) {
    if (view_.row_of(e.entry) != no_row) throw CannotTake("entry in use: " + std::string(e.entry.text()));
    const Row moved = e.moved_from ? existing(*e.moved_from) : no_row;
    EntryRow entry;
    EntryDetail detail;
    detail.entry = e.entry;
    fill(entry, detail, e.facts);
    const Row row = static_cast<Row>(view_.rows.size());
    view_.index.insert(std::hash<EntryId>{}(e.entry), row);
    view_.rows.push_back(entry);
    view_.details.push_back(detail);
    if (moved != no_row) copy_text(moved, row);
    if (e.description) describe(row, *e.description);
    if (moved == no_row || !e.tags.empty()) view_.details[row].tags = view_.tags.number_of(e.tags);
    joined(row);
  }

  void change(const EntryId& id, const EntryFacts& after) {
    const Row row = live(id);
    left(row);
    fill(view_.rows[row], view_.details[row], after);
    joined(row);
  }
  void text(const EntryId& id, const std::optional<Personal>& description, const std::optional<std::vector<std::string>>& tags) {
    const Row row = live(id);
    if (description) describe(row, *description);
    if (tags) view_.details[row].tags = view_.tags.number_of(*tags);
  }

  void reprice(const EntryRepriced& e) {
    const Row row = live(e.entry);
    set_rates(view_.rows[row], view_.details[row], e.new_agreed, e.new_standard);
    value(row);
    touch(row);
  }

  void reround(const EntryRerounded& e) {
    const Row row = live(e.entry);
    left(row);
    view_.details[row].rounding = view_.roundings.number_of(e.after);
    joined(row);
  }

  void remove(const EntryId& id) {
    const Row row = live(id);
    left(row);
    view_.rows[row].removed = true;
    touch(row);
  }

 private:
  Row existing(const EntryId& id) const {
    const Row row = view_.row_of(id);
    if (row == no_row) throw CannotTake("unknown entry " + std::string(id.text()));
    return row;
  }
  Row live(const EntryId& id) const {
    const Row row = existing(id);
    if (view_.rows[row].removed) throw CannotTake("entry was removed: " + std::string(id.text()));
    return row;
  }

  void touch(Row row) { view_.details[row].position = position_.value; }

  static std::int32_t narrow(std::int64_t seconds) {
    using Limits = std::numeric_limits<std::int32_t>;
    if (seconds > Limits::max() || seconds < Limits::min()) throw CannotTake("seconds out of range: " + std::to_string(seconds));
    return static_cast<std::int32_t>(seconds);
  }
  template <class Value>
  static std::uint16_t small_number(Interned<Value>& values, const Value& value) {
    const Row number = values.number_of(value);
    if (number >= std::numeric_limits<std::uint16_t>::max()) throw CannotTake("too many different zones or currencies");
    return static_cast<std::uint16_t>(number);
  }

  // Everything but texts and what is computed. Checks before it writes.
  void fill(EntryRow& entry, EntryDetail& detail, const EntryFacts& facts) {
    const Assignment& work = facts.work;
    const Span& span = facts.span;
    const std::int32_t seconds = narrow(span.seconds.count);
    const Row member = directory_.members.required(facts.member);
    const Row client = directory_.clients.required(work.client);
    const Row project = directory_.projects.required(work.project);
    const Row campaign = directory_.campaigns.required(work.campaign);
    const Row task = directory_.tasks.required(work.task);
    const Row service = directory_.services.required(work.service);
    entry.member = member;
    entry.client = client;
    entry.project = project;
    entry.campaign = campaign;
    entry.task = task;
    entry.service = service;
    entry.work_date = span.work_date;
    entry.seconds = seconds;
    entry.category_number = static_cast<std::uint8_t>(work.category);
    entry.review_number = static_cast<std::uint8_t>(facts.review);
    detail.engagement = work.engagement ? view_.engagements.number_of(*work.engagement) : no_row;
    detail.rounding = view_.roundings.number_of(facts.rounding);
    set_rates(entry, detail, facts.agreed, facts.standard);
    set_clock(entry, detail, span);
  }

  void set_rates(EntryRow& entry, EntryDetail& detail, const std::optional<AppliedRate>& agreed,
                 const std::optional<AppliedRate>& standard) {
    entry.agreed = agreed ? view_.rates.number_of(*agreed) : no_row;
    entry.currency = agreed ? small_number(view_.currencies, agreed->price.currency) : std::uint16_t{0};
    detail.standard = standard ? view_.rates.number_of(*standard) : no_row;
    entry.standard_currency = standard ? small_number(view_.currencies, standard->price.currency) : std::uint16_t{0};
    entry.has_standard = standard.has_value();
  }

  void set_clock(EntryRow& entry, EntryDetail& detail, const Span& span) {
    detail.has_start = span.start.has_value();
    detail.start = span.start.value_or(Instant{});
    detail.has_end = span.end.has_value();
    detail.end = span.end.value_or(Instant{});
    detail.zone = span.zone ? static_cast<std::uint16_t>(small_number(view_.zones, *span.zone) + 1) : std::uint16_t{0};
    entry.has_days = !span.days.empty();
    detail.days_first = static_cast<std::uint32_t>(view_.day_parts.size());
    detail.days_count = static_cast<std::uint32_t>(span.days.size());
    view_.day_parts.insert(view_.day_parts.end(), span.days.begin(), span.days.end());
  }

  void describe(Row row, const Personal& description) {
    EntryDetail& detail = view_.details[row];
    detail.subject = view_.subjects.number_of(description.subject);
    detail.description = view_.texts.keep(description.bytes);
  }
  // 2.19: a move takes the text along.
  void copy_text(Row from, Row to) {
    view_.details[to].subject = view_.details[from].subject;
    view_.details[to].description = view_.details[from].description;
    view_.details[to].tags = view_.details[from].tags;
  }

  // D1: non-billable work is never rounded, nor is work that awaits its review.
  bool rounds(Row row) const { return view_.rows[row].billable() && !view_.rows[row].removed && view_.rows[row].seconds > 0; }
  bool in_group(Row row) const {
    return view_.roundings[view_.details[row].rounding].scope == RoundingScope::group && rounds(row);
  }
  RoundingGroup group_of(Row row) const {
    const EntryRow& entry = view_.rows[row];
    const EntryDetail& detail = view_.details[row];
    return {entry.member, entry.client, detail.engagement, entry.service, detail.rounding, entry.work_date, entry.category_number};
  }

  // Takes the entry out of its group, whose others are spread anew.
  void left(Row row) {
    if (!in_group(row)) return;
    const auto found = view_.groups.find(group_of(row));
    std::vector<Row>& members = found->second;
    std::erase(members, row);
    if (members.empty()) {
      view_.groups.erase(found);
    } else {
      spread(members);
    }
  }

  // The entry has new facts: its billed seconds and value follow, and those of its group.
  void joined(Row row) {
    touch(row);
    if (in_group(row)) {
      std::vector<Row>& members = view_.groups[group_of(row)];
      const auto earlier = [this](Row a, Row b) { return comes_before(a, b); };
      members.insert(std::ranges::upper_bound(members, row, earlier), row);
      spread(members);
      return;
    }
    EntryRow& entry = view_.rows[row];
    const RoundingTerms& terms = view_.roundings[view_.details[row].rounding];
    entry.billed_seconds = rounds(row) ? narrow(rounded(Seconds{entry.seconds}, terms).count) : entry.seconds;
    value(row);
  }

  // 2.21, "earlier": work date, start or none first, entry id. The work date is the group's.
  bool comes_before(Row a, Row b) const {
    const EntryDetail& left_entry = view_.details[a];
    const EntryDetail& right_entry = view_.details[b];
    if (left_entry.has_start != right_entry.has_start) return !left_entry.has_start;
    if (left_entry.start != right_entry.start) return left_entry.start < right_entry.start;
    return left_entry.entry < right_entry.entry;
  }

  void spread(const std::vector<Row>& members) {
    std::vector<Seconds> raw;
    raw.reserve(members.size());
    for (const Row row : members) raw.push_back(Seconds{view_.rows[row].seconds});
    const std::vector<Seconds> billed = rounded_group(raw, view_.roundings[view_.details[members.front()].rounding]);
    for (std::size_t i = 0; i < members.size(); ++i) {
      view_.rows[members[i]].billed_seconds = narrow(billed[i].count);
      value(members[i]);
    }
  }

  // W1a, W2.
  void value(Row row) {
    EntryRow& entry = view_.rows[row];
    const EntryDetail& detail = view_.details[row];
    const Seconds billed{entry.billed_seconds};
    const bool billable = entry.billable_category();
    entry.value = billable && entry.agreed != no_row ? value_of(billed, view_.rates[entry.agreed].price).minor : 0;
    entry.standard_value = billable && entry.has_standard ? value_of(billed, view_.rates[detail.standard].price).minor : 0;
  }

  WorkView& view_;
  const DirectoryView& directory_;
  Position position_;
};

struct WorkIgnores
    : Ignores<PracticeOpened, PracticeChanged, Archived, Restored, MemberAdded, MemberChanged, MemberRoleSet,
              ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled, ClientAdded, ClientChanged, ServiceAdded,
              ServiceChanged, ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged, RateSet,
              RateEnded, RoundingSet, TimerStarted, TimerChanged, TimerStopped, TimerDiscarded, PeriodLocked> {
  using Ignores::operator();
};

struct WorkArms
    : WorkIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using WorkIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  WorkFold& fold;
  explicit WorkArms(WorkFold& fold_) : fold(fold_) {}

  void operator()(const TimeLogged& e) const { fold.log(e); }
  void operator()(const TimeEntryCorrected& e) const {
    fold.change(e.entry, e.after);
    fold.text(e.entry, e.description, e.tags);
  }
  void operator()(const TimeEntryReviewed& e) const { fold.change(e.entry, e.after); }
  void operator()(const TimeEntryRemoved& e) const { fold.remove(e.entry); }
  void operator()(const EntryRepriced& e) const { fold.reprice(e); }
  void operator()(const EntryRerounded& e) const { fold.reround(e); }
};

}  // namespace

void WorkView::apply(const Recorded& recorded, const DirectoryView& directory) {
  WorkFold fold(*this, directory, recorded.envelope.position);
  std::visit(WorkArms(fold), recorded.event);
}

}  // namespace billtrail
