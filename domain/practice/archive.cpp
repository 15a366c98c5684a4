// F20: things are archived, never deleted; time on them stays. A member is archived by leaving: the date is the first day on
// which the member is gone (2.21), and it may lie ahead.
#include "domain/checks.hpp"
#include "domain/practice/practice_rules.hpp"

namespace billtrail {
namespace {

bool is_archived(const MemberState& member) { return member.left.has_value(); }
template <class State>
bool is_archived(const State& state) {
  return state.archived;
}

// What the six nouns have in common.
enum class Standing { unknown, in_use, archived };

template <class SomeId, class State>
Standing find(const Table<SomeId, State>& table, const std::string& text) {
  const std::optional<SomeId> id = SomeId::parse(text);
  const State* state = id ? table.find(*id) : nullptr;
  if (state == nullptr) return Standing::unknown;
  return is_archived(*state) ? Standing::archived : Standing::in_use;
}

struct Looked {
  Standing standing;
  RefusalCode unknown;
};

Looked look(const Books& books, Noun noun, const std::string& id) {
  switch (noun) {
    case Noun::member: return {find(books.members, id), RefusalCode::unknown_member};
    case Noun::client: return {find(books.clients, id), RefusalCode::unknown_client};
    case Noun::service: return {find(books.services, id), RefusalCode::unknown_service};
    case Noun::project: return {find(books.projects, id), RefusalCode::unknown_project};
    case Noun::campaign: return {find(books.campaigns, id), RefusalCode::unknown_campaign};
    case Noun::task: return {find(books.tasks, id), RefusalCode::unknown_task};
  }
  throw std::logic_error("a noun that nobody knows");
}

void check_leaving(const Books& books, const MemberId& id, Date on, Faults& faults) {
  const MemberState& member = *books.members.find(id);
  check_unlocked(books, on, "/on", faults);
  if (member.joined && on < *member.joined) {
    faults.add(RefusalCode::before_member_joined, "/on", {{"joined", member.joined->text()}});
  }
}

template <class SomeId>
SomeId known_id(const std::string& text) {
  const std::optional<SomeId> id = SomeId::parse(text);
  if (!id) throw std::logic_error("an event names no id: " + text);
  return *id;
}

void set_standing(Books& books, Noun noun, const std::string& id, Standing standing) {
  const bool archived = standing == Standing::archived;
  switch (noun) {
    case Noun::member: break;  // its date says it
    case Noun::client: books.clients.edit(known_id<ClientId>(id)).archived = archived; break;
    case Noun::service: books.services.edit(known_id<ServiceId>(id)).archived = archived; break;
    case Noun::project: books.projects.edit(known_id<ProjectId>(id)).archived = archived; break;
    case Noun::campaign: books.campaigns.edit(known_id<CampaignId>(id)).archived = archived; break;
    case Noun::task: books.tasks.edit(known_id<TaskId>(id)).archived = archived; break;
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const Archive& command, const Given& given) {
  const Looked thing = look(books, command.noun, command.id);
  const Date on = command.on.value_or(today(books, given));
  Faults faults;
  if (thing.standing == Standing::unknown) faults.add(thing.unknown, "/id");
  if (thing.standing == Standing::archived) faults.add(RefusalCode::archived, "/id");
  if (thing.standing == Standing::in_use && command.noun == Noun::member) {
    check_leaving(books, known_id<MemberId>(command.id), on, faults);
  }
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{Archived{command.noun, command.id, on}};
}

Decision<Event> decide(const Books& books, const Restore& command, const Given&) {
  const Looked thing = look(books, command.noun, command.id);
  if (thing.standing == Standing::unknown) return refuse(thing.unknown, "/id");
  if (thing.standing == Standing::in_use) return refuse(RefusalCode::not_archived, "/id");

  return std::vector<Event>{Restored{command.noun, command.id}};
}

void evolve(Books& books, const Archived& event) {
  if (event.noun == Noun::member) books.members.edit(known_id<MemberId>(event.id)).left = event.on;
  set_standing(books, event.noun, event.id, Standing::archived);
}

void evolve(Books& books, const Restored& event) {
  if (event.noun == Noun::member) books.members.edit(known_id<MemberId>(event.id)).left.reset();
  set_standing(books, event.noun, event.id, Standing::in_use);
}

}  // namespace billtrail
