// Which things of the practice a line names: client, task, project, campaign, service and who did it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "gateway/quicklog/matching.hpp"
#include "gateway/quicklog/quick_log.hpp"

namespace billtrail::quicklog {

class Naming {
 public:
  // Takes the tokens it understands; `means` gets a note for the first token of each. All must outlive this.
  Naming(const Directory& directory, std::vector<Token>& tokens, std::vector<Fault>& faults, std::map<std::size_t, Word>& means);

  // Before anything else is read: @client, "by anna", and whole names of several words that fit one thing only, so that a
  // project called "3 March launch" is not taken for a date.
  void said_outright();
  // After times have been taken out: the client first, as it narrows down all else, then #task, then the rest from whole names to
  // typos.
  void said_freely();
  void fill(LogTime& entry) const;

 private:
  static constexpr std::size_t nouns = 6;
  static std::size_t slot(Noun noun) { return static_cast<std::size_t>(noun); }

  std::vector<NamedRow> candidates(Noun noun) const;
  bool fits(const DirectoryRow& row) const;
  bool names_something_else(const Matches& matches) const;
  const DirectoryRow* the_one(const Matches& matches) const;
  bool take(Noun noun, const Matches& matches);
  void take_row(const DirectoryRow& row, Run run);
  void ambiguous(Noun noun, const Matches& matches);
  std::string label(const DirectoryRow& row) const;
  void sigils(char mark);
  void sigil(std::size_t at);
  void whole_names();
  void author(std::size_t at);
  void client_freely();
  void take_longest(const std::vector<Noun>& among, MatchQuality quality);
  bool names_a_service(const Matches& matches) const;

  const Directory& directory_;
  std::vector<Token>& tokens_;
  std::vector<Fault>& faults_;
  std::map<std::size_t, Word>& means_;
  std::map<Noun, const DirectoryRow*> chosen_;
  std::map<Noun, std::vector<NamedRow>> named_;
  bool client_implied_ = false;  // by a project or task; the line may still name it
  bool ambiguous_[nouns] = {};
};

}  // namespace billtrail::quicklog
