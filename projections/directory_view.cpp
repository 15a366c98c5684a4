// Fold of the directory.
#include "projections/directory_view.hpp"

#include <limits>

#include "projections/canonical.hpp"
#include "projections/event_families.hpp"

namespace billtrail {
namespace {

struct DirectoryIgnores
    : Ignores<PracticeOpened, PracticeChanged, ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled, RateSet,
              RateEnded, EntryRepriced, RoundingSet, EntryRerounded, TimerStarted, TimerChanged, TimerStopped, TimerDiscarded,
              TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed, PeriodLocked> {
  using Ignores::operator();
};

struct DirectoryArms
    : DirectoryIgnores, IgnoresAgreements, IgnoresInvoices, IgnoresPayments, IgnoresWipActs, IgnoresRuns {
  using DirectoryIgnores::operator();
  using IgnoresAgreements::operator();
  using IgnoresInvoices::operator();
  using IgnoresPayments::operator();
  using IgnoresWipActs::operator();
  using IgnoresRuns::operator();
  DirectoryView& view;
  explicit DirectoryArms(DirectoryView& view_) : view(view_) {}

  template <class Key, class Facts>
  static void set_archived(Register<Key, Facts>& noun, const std::string& id, std::optional<Date> on) {
    const auto key = Key::parse(id);
    if (!key) throw CannotTake("not an id: " + id);
    noun.edit(*key).archived_on = on;
  }
  void set_archived(Noun noun, const std::string& id, std::optional<Date> on) const {
    switch (noun) {
      case Noun::member: return set_archived(view.members, id, on);
      case Noun::client: return set_archived(view.clients, id, on);
      case Noun::service: return set_archived(view.services, id, on);
      case Noun::project: return set_archived(view.projects, id, on);
      case Noun::campaign: return set_archived(view.campaigns, id, on);
      case Noun::task: return set_archived(view.tasks, id, on);
    }
    throw CannotTake("unknown noun");
  }
  void operator()(const Archived& e) const { set_archived(e.noun, e.id, e.on); }
  void operator()(const Restored& e) const { set_archived(e.noun, e.id, std::nullopt); }

  void operator()(const MemberAdded& e) const {
    MemberFacts facts{e.name, e.email, e.zone, e.joined, {}, {}};
    if (e.role) facts.roles.emplace(Date{std::numeric_limits<std::int32_t>::min()}, *e.role);
    view.members.add(e.member, std::move(facts));
  }
  void operator()(const MemberChanged& e) const {
    MemberFacts& facts = view.members.edit(e.member);
    if (e.name) facts.name = *e.name;
    if (e.email) facts.email = e.email;
    if (e.zone) facts.zone = e.zone;
    if (e.joined) facts.joined = e.joined;
  }
  void operator()(const MemberRoleSet& e) const { view.members.edit(e.member).roles[e.valid_from] = e.role; }

  void operator()(const ClientAdded& e) const { view.clients.add(e.client, {e.name, e.currency, {}}); }
  void operator()(const ClientChanged& e) const {
    ClientFacts& facts = view.clients.edit(e.client);
    if (e.name) facts.name = *e.name;
    if (e.currency) facts.currency = *e.currency;
  }
  void operator()(const ServiceAdded& e) const { view.services.add(e.service, {e.name, {}}); }
  void operator()(const ServiceChanged& e) const { view.services.edit(e.service).name = e.name; }
  void operator()(const ProjectOpened& e) const { view.projects.add(e.project, {e.name, e.client, {}, e.engagement}); }
  void operator()(const ProjectChanged& e) const {
    ProjectFacts& facts = view.projects.edit(e.project);
    facts.name = e.name;
    if (e.engagement) facts.engagement = e.engagement;
  }
  void operator()(const CampaignOpened& e) const { view.campaigns.add(e.campaign, {e.name, e.client, e.project, {}}); }
  void operator()(const CampaignChanged& e) const { view.campaigns.edit(e.campaign).name = e.name; }
  void operator()(const TaskAdded& e) const {
    view.tasks.add(e.task, {e.name, e.kind, e.client, e.project, e.campaign, e.service, e.category, {}});
  }
  void operator()(const TaskChanged& e) const { view.tasks.edit(e.task).name = e.name; }
};

void member_line(const MemberFacts& facts, std::string& out) {
  append_all(out, facts.name, facts.email, facts.zone, facts.joined, facts.archived_on);
  for (const auto& [from, role] : facts.roles) append_all(out, from.days, role);
}

}  // namespace

void DirectoryView::apply(const Event& event) { std::visit(DirectoryArms(*this), event); }

std::size_t DirectoryView::lines() const {
  return members.size() + clients.size() + services.size() + projects.size() + campaigns.size() + tasks.size();
}

void DirectoryView::line(std::size_t i, std::string& out) const {
  const auto within = [&](const auto& noun, const char* word, auto&& facts) {
    if (i >= noun.size()) {
      i -= noun.size();
      return false;
    }
    const Row row = static_cast<Row>(i);
    append_all(out, std::string_view(word), noun.key(row));
    facts(noun.at(row));
    return true;
  };
  within(members, "member", [&](const MemberFacts& f) { member_line(f, out); }) ||
      within(clients, "client", [&](const ClientFacts& f) { append_all(out, f.name, f.currency, f.archived_on); }) ||
      within(services, "service", [&](const ServiceFacts& f) { append_all(out, f.name, f.archived_on); }) ||
      within(projects, "project", [&](const ProjectFacts& f) { append_all(out, f.name, f.client, f.archived_on, f.engagement); }) ||
      within(campaigns, "campaign", [&](const CampaignFacts& f) { append_all(out, f.name, f.client, f.project, f.archived_on); }) ||
      within(tasks, "task", [&](const TaskFacts& f) {
        append_all(out, f.name, f.kind, f.client, f.project, f.campaign, f.service, f.category, f.archived_on);
      });
}

}  // namespace billtrail
