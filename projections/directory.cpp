// The directory's answer.
#include "projections/directory.hpp"

namespace billtrail {
namespace {

// Clear text in the type that answers use for names: nobody's key.
Personal clear(const std::string& name) { return {{}, name}; }

class Rows {
 public:
  explicit Rows(Date day) : day_(day) {}

  template <class Key, class Facts, class Fill>
  void add(Noun noun, const char* word, const Register<Key, Facts>& from, Fill&& fill) {
    for (Row i = 0; i < from.size(); ++i) {
      const Facts& facts = from.at(i);
      DirectoryRow row;
      row.noun = noun;
      row.id = from.key(i).text();
      row.key = word + (":" + row.id);
      row.archived = facts.archived_on && *facts.archived_on <= day_;
      fill(row, facts);
      answer.rows.push_back(std::move(row));
    }
  }
  DirectoryAnswer answer;

 private:
  Date day_;
};

void member(DirectoryRow& row, const MemberFacts& facts, Date day) {
  row.name = facts.name;
  row.email = facts.email;
  row.zone = facts.zone;
  row.joined = facts.joined;
  row.left = facts.archived_on;
  const auto later = facts.roles.upper_bound(day);
  if (later != facts.roles.begin()) row.role = std::prev(later)->second;
}

void task(DirectoryRow& row, const TaskFacts& facts) {
  row.name = clear(facts.name);
  row.kind = facts.kind;
  row.client = facts.client;
  row.project = facts.project;
  row.campaign = facts.campaign;
  row.service = facts.service;
  row.category = facts.category;
}

}  // namespace

DirectoryAnswer directory(const Views& views, const Question& question) {
  const DirectoryView& all = views.directory;
  Rows rows(question.day());
  rows.add(Noun::member, "member", all.members, [&](DirectoryRow& row, const MemberFacts& facts) { member(row, facts, question.day()); });
  rows.add(Noun::client, "client", all.clients, [](DirectoryRow& row, const ClientFacts& facts) {
    row.name = clear(facts.name);
    row.currency = facts.currency;
  });
  rows.add(Noun::service, "service", all.services, [](DirectoryRow& row, const ServiceFacts& facts) { row.name = clear(facts.name); });
  rows.add(Noun::project, "project", all.projects, [](DirectoryRow& row, const ProjectFacts& facts) {
    row.name = clear(facts.name);
    row.client = facts.client;
  });
  rows.add(Noun::campaign, "campaign", all.campaigns, [](DirectoryRow& row, const CampaignFacts& facts) {
    row.name = clear(facts.name);
    row.client = facts.client;
    row.project = facts.project;
  });
  rows.add(Noun::task, "task", all.tasks, [](DirectoryRow& row, const TaskFacts& facts) { task(row, facts); });
  return std::move(rows.answer);
}

}  // namespace billtrail
