// Finding names in a line: naming.hpp says in which order.
#include "gateway/quicklog/naming.hpp"

#include <boost/describe.hpp>

#include <algorithm>
#include <array>

#include "domain/kernel/names.hpp"

namespace billtrail::quicklog {

namespace {

constexpr std::array<MatchQuality, 4> best_first{MatchQuality::exact, MatchQuality::words, MatchQuality::prefix,
                                                 MatchQuality::typo};
// What a task says beats what a project says, and so on; a client is looked for before all.
constexpr std::array<Noun, 4> work_nouns{Noun::task, Noun::project, Noun::campaign, Noun::service};

std::string noun_name(Noun noun) { return boost::describe::enum_to_string(noun, ""); }

// Whether both are known and differ.
template <class SomeId>
bool clash(const std::optional<SomeId>& a, const std::optional<SomeId>& b) {
  return a && b && *a != *b;
}

}  // namespace

Naming::Naming(const Directory& directory, std::vector<Token>& tokens, std::vector<Fault>& faults,
               std::map<std::size_t, Word>& means)
    : directory_(directory), tokens_(tokens), faults_(faults), means_(means) {
  for (const DirectoryRow& row : directory.rows) {
    if (!row.archived) named_[row.noun].push_back({&row, folded(row.name)});
  }
}

// Those that fit what has been chosen so far.
std::vector<NamedRow> Naming::candidates(Noun noun) const {
  std::vector<NamedRow> rows;
  const auto found = named_.find(noun);
  const bool said = chosen_.contains(noun) && !(noun == Noun::client && client_implied_);
  if (found == named_.end() || said || ambiguous_[slot(noun)]) return rows;
  std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(rows),
               [this](const NamedRow& row) { return fits(*row.row); });
  return rows;
}

bool Naming::fits(const DirectoryRow& row) const {
  if (row.noun == Noun::client) {
    if (client_implied_) return &row == chosen_.at(Noun::client);
    return std::none_of(chosen_.begin(), chosen_.end(),
                        [&](const auto& one) { return clash(one.second->client, ClientId::parse(row.id)); });
  }
  for (const auto& [noun, other] : chosen_) {
    const bool is_client = noun == Noun::client;
    if (clash(row.client, is_client ? ClientId::parse(other->id) : other->client)) return false;
    if (clash(row.project, noun == Noun::project ? ProjectId::parse(other->id) : other->project)) return false;
    if (row.noun == Noun::project && clash(ProjectId::parse(row.id), other->project)) return false;
    if (noun == Noun::campaign && clash(row.campaign, CampaignId::parse(other->id))) return false;
    if (row.noun == Noun::service && clash(ServiceId::parse(row.id), other->service)) return false;
  }
  return true;
}

// Of several rows, those that belong to the chosen client before those that belong to nobody.
const DirectoryRow* Naming::the_one(const Matches& matches) const {
  if (matches.rows.size() == 1) return matches.rows.front();
  const DirectoryRow* own = nullptr;
  for (const DirectoryRow* row : matches.rows) {
    if (!row->client) continue;
    if (own) return nullptr;
    own = row;
  }
  return chosen_.contains(Noun::client) ? own : nullptr;
}

std::string Naming::label(const DirectoryRow& row) const {
  const DirectoryRow* client = row.client ? directory_.find(Noun::client, row.client->text()) : nullptr;
  return client ? row.name + " (" + client->name + ")" : row.name;
}

void Naming::take_row(const DirectoryRow& row, Run run) {
  means_[run.first] = {text_of(tokens_, run), noun_name(row.noun) + ": " + row.name};
  for (std::size_t i = run.first; i < run.first + run.count; ++i) tokens_[i].taken = true;
  chosen_[row.noun] = &row;
  if (row.noun == Noun::client) client_implied_ = false;
  if (!row.client || chosen_.contains(Noun::client)) return;
  if (const DirectoryRow* client = directory_.find(Noun::client, row.client->text())) {
    chosen_[Noun::client] = client;
    client_implied_ = true;
  }
}

void Naming::ambiguous(Noun noun, const Matches& matches) {
  constexpr std::size_t candidates_max = 10;
  ambiguous_[slot(noun)] = true;
  Fault fault{"ambiguous_" + noun_name(noun), "", text_of(tokens_, matches.run), {}};
  fault.message = "\"" + fault.text + "\" fits more than one " + noun_name(noun) + ".";
  for (const DirectoryRow* row : matches.rows) {
    if (fault.candidates.size() < candidates_max) fault.candidates.push_back(label(*row));
  }
  means_[matches.run.first] = {fault.text, "not clear: which " + noun_name(noun)};
  for (std::size_t i = matches.run.first; i < matches.run.first + matches.run.count; ++i) tokens_[i].taken = true;
  faults_.push_back(std::move(fault));
}

bool Naming::take(Noun noun, const Matches& matches) {
  if (matches.rows.empty()) return false;
  if (const DirectoryRow* row = the_one(matches)) {
    take_row(*row, matches.run);
  } else {
    ambiguous(noun, matches);
  }
  return true;
}

void Naming::said_outright() {
  sigils('@');
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (free_run(tokens_, {i, 1}) && tokens_[i].word == "by") author(i);
  }
  whole_names();
}

void Naming::sigils(char mark) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const bool marked = tokens_[i].word.size() > 1 && tokens_[i].word.front() == mark;
    if (marked && free_run(tokens_, {i, 1})) sigil(i);
  }
}

void Naming::sigil(std::size_t at) {
  const bool client = tokens_[at].word.front() == '@';
  tokens_[at].word.erase(0, 1);
  const std::vector<Noun> meant =
      client ? std::vector<Noun>{Noun::client} : std::vector<Noun>(work_nouns.begin(), work_nouns.end());
  for (const MatchQuality quality : best_first) {
    for (const Noun noun : meant) {
      if (take(noun, best_matches(tokens_, candidates(noun), quality, at))) return;
    }
  }
  const std::string noun = client ? "client" : "task";
  std::vector<NamedRow> rows;
  for (const Noun one : meant) {
    const auto of_noun = candidates(one);
    rows.insert(rows.end(), of_noun.begin(), of_noun.end());
  }
  faults_.push_back({"unknown_" + noun, "There is no " + noun + " called \"" + tokens_[at].text.substr(1) + "\".",
                     tokens_[at].text, near_names(tokens_[at].word, rows)});
  means_[at] = {tokens_[at].text, "unknown " + noun};
  tokens_[at].taken = true;
}

// "by anna", "by anna lee": nothing unless it is a whole first name or name.
void Naming::author(std::size_t at) {
  if (chosen_.contains(Noun::member)) return;
  for (const MatchQuality quality : {MatchQuality::exact, MatchQuality::words}) {
    Matches matches = best_matches(tokens_, candidates(Noun::member), quality, at + 1);
    if (matches.rows.empty()) continue;
    matches.run = {at, matches.run.count + 1};
    take(Noun::member, matches);
    return;
  }
}

void Naming::whole_names() {
  constexpr std::size_t several_words = 2;
  for (const Noun noun : {Noun::client, Noun::task, Noun::project, Noun::campaign, Noun::service}) {
    const Matches matches = best_matches(tokens_, candidates(noun), MatchQuality::exact, std::nullopt, several_words);
    if (!matches.rows.empty() && the_one(matches)) take(noun, matches);
  }
}

// Whether a half-matching word is the whole name of a thing of another kind.
bool Naming::names_something_else(const Matches& matches) const {
  const std::string said = words_of(tokens_, matches.run);
  return std::any_of(work_nouns.begin(), work_nouns.end(), [&](Noun noun) {
    const auto rows = candidates(noun);
    return std::any_of(rows.begin(), rows.end(), [&](const NamedRow& row) { return row.name == said; });
  });
}

void Naming::client_freely() {
  for (const MatchQuality quality : best_first) {
    const Matches matches = best_matches(tokens_, candidates(Noun::client), quality);
    if (matches.rows.empty()) continue;
    if (quality < MatchQuality::words && names_something_else(matches)) continue;
    take(Noun::client, matches);
    return;
  }
}

// Takes the longest runs first, until none is left. Two tasks that begin alike give way to a service of exactly that name, once
// it is clear for whom it was done.
void Naming::take_longest(const std::vector<Noun>& among, MatchQuality quality) {
  for (;;) {
    Noun noun = Noun::task;
    Matches longest;
    for (const Noun one : among) {
      Matches matches = best_matches(tokens_, candidates(one), quality);
      if (matches.rows.empty() || matches.run.count <= longest.run.count) continue;
      if (!the_one(matches) && names_a_service(matches)) continue;
      longest = std::move(matches);
      noun = one;
    }
    if (!take(noun, longest)) return;
  }
}

bool Naming::names_a_service(const Matches& matches) const {
  const std::string said = words_of(tokens_, matches.run);
  const auto rows = candidates(Noun::service);
  return chosen_.contains(Noun::client) &&
         std::any_of(rows.begin(), rows.end(), [&](const NamedRow& row) { return row.name == said; });
}

// A client's "Optimisation session" is what "optimisation" means before the service of that name: the task says how it is billed.
void Naming::said_freely() {
  client_freely();
  sigils('#');
  const std::vector<Noun> bodies{Noun::task, Noun::project, Noun::campaign};
  const std::vector<Noun> all(work_nouns.begin(), work_nouns.end());
  take_longest(bodies, MatchQuality::exact);
  take_longest(bodies, MatchQuality::words);
  take_longest({Noun::service}, MatchQuality::exact);
  take_longest({Noun::service}, MatchQuality::words);
  take_longest(all, MatchQuality::prefix);
  take_longest(all, MatchQuality::typo);
}

void Naming::fill(LogTime& entry) const {
  for (const auto& [noun, row] : chosen_) {
    if (noun == Noun::client) entry.client = ClientId::parse(row->id);
    if (noun == Noun::task) entry.task = TaskId::parse(row->id);
    if (noun == Noun::project) entry.project = ProjectId::parse(row->id);
    if (noun == Noun::campaign) entry.campaign = CampaignId::parse(row->id);
    if (noun == Noun::service) entry.service = ServiceId::parse(row->id);
    if (noun == Noun::member) {
      if (const auto member = MemberId::parse(row->id)) entry.member = *member;
    }
  }
}

}  // namespace billtrail::quicklog
