// Books: the write-side state of a practice. Only what decisions need, no texts but a running timer's; a fold of the log, one
// slice per noun. Not copyable: tables point to the journal. One thread, the clerk's, owns it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/billing/billing_state.hpp"
#include "domain/engagement/engagement_state.hpp"
#include "domain/event.hpp"
#include "domain/expense/expense_state.hpp"
#include "domain/invoice/invoice_state.hpp"
#include "domain/kernel/names.hpp"
#include "domain/kernel/table.hpp"
#include "domain/payment/payment_state.hpp"
#include "domain/rate/rate_index.hpp"
#include "domain/retainer/retainer_state.hpp"
#include "domain/time/overlap_index.hpp"
#include "domain/wip/client_work.hpp"
#include "domain/wip/settlement_state.hpp"

namespace billtrail {

struct Settings {
  std::string name;
  Currency currency;
  std::string zone;
  bool opened = false;
  SecondTimer second_timer = SecondTimer::stops_the_first;
  Overlaps overlaps = Overlaps::warned;
  Seconds timer_warns_after{8 * 3600};
  Seconds timer_stops_after{16 * 3600};
  Seconds day_length{8 * 3600};
  std::vector<std::int32_t> ageing_edges{30, 60, 90, 120};
  // R1, strongest first: project 32, engagement 16, client 8, service 4, member 2, role 1.
  std::vector<Selector> selector_order{Selector::project, Selector::engagement, Selector::client,
                                       Selector::service, Selector::member,     Selector::role};
};

struct MemberState {
  std::optional<std::string> zone;
  std::optional<Date> joined;
  std::optional<Date> left;           // exclusive; set by archiving
  std::map<Date, std::string> roles;  // by the date they begin; Date{INT32_MIN} for the role given on adding
  std::optional<EntryId> running;     // TM1
};

struct ClientState {
  std::string name;
  Currency currency;
  bool archived = false;
  bool priced = false;  // has had priced work: its currency stays
};

struct ServiceState {
  std::string name;
  bool archived = false;
};

struct ProjectState {
  std::string name;
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  bool archived = false;
};

struct CampaignState {
  std::string name;
  ClientId client;
  std::optional<ProjectId> project;
  bool archived = false;
};

struct TaskState {
  std::string name;
  Assignment work;  // without the task itself
  bool archived = false;
};

struct LeaveState {
  MemberId member;
  Date first;
  bool cancelled = false;
};

struct RateRuleState {
  RateKind kind = RateKind::bill;
  RateSelectors selectors;
  Price price;
  Date valid_from;
  std::optional<Date> valid_to;
};

struct RoundingPolicyState {
  std::optional<ClientId> client;
  RoundingTerms terms;
  Date valid_from;
};

struct RunningTimer {
  MemberId member;
  Assignment work;
  std::optional<Personal> description;
  std::vector<std::string> tags;
  Instant at;
  std::string zone;
  bool running = true;
  std::optional<StopCause> stopped;  // none while it runs and when it was discarded
};

// A rate as an entry holds it: small, because there are many entries.
struct HeldRate {
  std::int64_t amount = 0;  // ten-thousandths
  std::int32_t per = 0;     // seconds; 0 fixed
  Currency currency;
  bool present = false;
  RateOrigin origin = RateOrigin::rule;
  Row rule = no_row;
};

// One time entry, small: ids are rows of the other tables, dates and seconds are plain.
struct EntryState {
  Row member = no_row, client = no_row, project = no_row, campaign = no_row, task = no_row, service = no_row;
  Row engagement = no_row;
  std::uint16_t zone = 0;      // row of Books::zone_names plus one; 0 none
  std::uint16_t rounding = 0;  // row of Books::rounding_terms
  Category category = Category::non_billable;
  Review review = Review::not_needed;
  bool removed = false;
  bool has_start = false, has_end = false;
  Date work_date;
  Seconds seconds;
  Instant start, end;
  HeldRate agreed, standard;
  Row days = no_row;  // row of Books::day_splits when the work is not all on its work date
};

struct Books {
  Journal journal;
  Cell<Settings> settings{journal};
  Cell<std::optional<Date>> locked_until{journal};
  Table<MemberId, MemberState> members{journal};
  Table<ClientId, ClientState> clients{journal};
  Table<ServiceId, ServiceState> services{journal};
  Table<ProjectId, ProjectState> projects{journal};
  Table<CampaignId, CampaignState> campaigns{journal};
  Table<TaskId, TaskState> tasks{journal};
  Table<LeaveId, LeaveState> leaves{journal};
  Table<RateRuleId, RateRuleState> rate_rules{journal};
  Table<RoundingPolicyId, RoundingPolicyState> rounding_policies{journal};
  Table<EntryId, RunningTimer> timers{journal};  // also stopped and discarded ones, as their ids stay taken
  Table<EntryId, EntryState> entries{journal};
  OverlapIndex clock{journal};                   // of the entries that are not removed and have clock times
  std::vector<std::vector<DayPart>> day_splits;  // few entries have one, so it stands apart; rolled back with the journal
  NameIndex names{journal};                      // derived: who holds which name
  RateIndex rate_index{journal};                 // derived: rate rules by what they name
  ClientWork client_work{journal};               // derived: entries by client
  // Agreements and billing:
  Table<EngagementId, EngagementState> engagements{journal};
  Table<EngagementId, RetainerState> retainers{journal};  // of the engagements that have cycles
  Cell<BillingSettings> billing{journal};
  Table<ClientId, ClientBillingState> client_billing{journal};  // only of clients for whom something has been set
  Cell<TaxRates> tax_rates{journal};
  Table<InvoiceId, InvoiceState> invoices{journal};
  Table<CreditNoteId, CreditNoteState> credit_notes{journal};
  std::array<Cell<SeriesState>, 2> series{Cell<SeriesState>(journal), Cell<SeriesState>(journal)};  // by DocumentKind
  Table<PaymentId, PaymentState> payments{journal};
  Table<AllocationId, AllocationState> allocations{journal};
  Table<RefundId, RefundState> refunds{journal};
  Table<EntryId, EntrySettlement> settlements{journal};
  Table<WriteOffId, WriteOffState> write_offs{journal};
  Table<ClientId, WipAlertState> wip_alerts{journal};
  Table<ExpenseId, ExpenseState> expenses{journal};
  Table<MilestoneId, MilestoneState> milestones{journal};
  Table<MediaId, MediaState> media{journal};
  Table<DeliverableId, EngagementId> deliverables{journal};
  // Interned, append only, so never rolled back:
  std::vector<std::string> zone_names;
  std::vector<RoundingTerms> rounding_terms{RoundingTerms{}};
};

}  // namespace billtrail
