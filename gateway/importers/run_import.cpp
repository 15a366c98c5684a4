// The import itself: chunks of planned rows, each sent once, each answer counted.
#include "gateway/importers/run_import.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace billtrail::importers {

namespace {

// What the JSON of a command takes at most: its texts may be escaped, the rest is bounded.
std::size_t bytes_of(const ImportedRow& row) {
  constexpr std::size_t besides_texts = 1200;
  std::size_t bytes = besides_texts + row.description.size() * 2;
  for (const std::string& tag : row.tags) bytes += tag.size() * 2 + 3;
  return bytes;
}
constexpr std::size_t addition_bytes = 1200;

std::string noun_of(const Command& command) {
  if (std::holds_alternative<AddMember>(command)) return "members";
  if (std::holds_alternative<AddClient>(command)) return "clients";
  if (std::holds_alternative<OpenProject>(command)) return "projects";
  return "tasks";
}

bool taken(const CommandAnswer& answer) { return answer.status == 200; }

// The id of the command and that of what it makes come from the row itself: whoever has taken either has taken the row.
bool imported_before(const CommandAnswer& answer) {
  return (taken(answer) && answer.replayed) || answer.code == "id_in_use" || answer.code == "idempotency_key_reused";
}

class Import {
 public:
  Import(RowSource& rows, Ledger& ledger, const ZoneRules& zones, const ImportOptions& options)
      : rows_(rows),
        ledger_(ledger),
        options_(options),
        directory_(ledger.directory()),
        plan_(directory_, zones, options.system, options.zone) {
    report_.dry_run = options.dry_run;
  }

  ImportReport run() {
    const bool compare = options_.dry_run == DryRun::no;
    const std::optional<LedgerTotals> before = compare ? ledger_.totals(0) : std::nullopt;
    while (read_row()) {
    }
    send_chunk();
    if (before && !report_.stopped) compare_with(*before);
    return std::move(report_);
  }

 private:
  struct Pending {
    std::uint64_t line = 0;
    ClientMonth by_name;
    ClientMonth by_id;
    std::int64_t seconds = 0;
    std::vector<std::string_view> notes;
    ImportCommand entry;
  };

  bool read_row() {
    RowStep step = rows_.next();
    if (std::holds_alternative<EndOfFile>(step)) return false;
    if (auto* fault = std::get_if<FileFault>(&step)) {
      report_.stopped = std::move(*fault);
      return false;
    }
    ++report_.rows;
    if (auto* refusal = std::get_if<RowRefusal>(&step)) {
      refuse(std::move(*refusal));
    } else {
      take(std::get<ImportedRow>(step));
    }
    return true;
  }

  void take(const ImportedRow& row) {
    PlannedRow planned = plan_.plan(row);
    std::size_t bytes = bytes_of(row);
    std::vector<std::size_t> needs;
    for (const std::size_t need : planned.needs) {
      const bool sent = needed_.contains(need) || (options_.dry_run == DryRun::no && sent_.contains(need));
      if (!sent) needs.push_back(need);
    }
    bytes += needs.size() * addition_bytes;
    const std::size_t commands = pending_.size() + needed_.size() + 1 + needs.size();
    if (commands > send_commands_max || pending_bytes_ + bytes > send_bytes_max) {
      send_chunk();
      // In a dry run nothing stays behind, so that a new chunk must bring along all its rows need.
      if (options_.dry_run == DryRun::yes) needs = planned.needs;
    }
    needed_.insert(needs.begin(), needs.end());
    pending_bytes_ += bytes;
    const std::string month = row.work_date.text().substr(0, 7);
    Pending pending{
        row.line,          {row.client, month}, {planned.client ? std::string(planned.client->text()) : std::string(), month},
        row.seconds.count, row.notes,           std::move(planned.entry)};
    pending.notes.insert(pending.notes.end(), planned.notes.begin(), planned.notes.end());
    name_of_client_.emplace(pending.by_id.client, row.client);
    pending_.push_back(std::move(pending));
  }

  void send_chunk() {
    if (pending_.empty()) return;
    std::vector<ImportCommand> commands;
    for (const std::size_t need : needed_) commands.push_back(plan_.additions()[need]);
    for (Pending& pending : pending_) commands.push_back(std::move(pending.entry));
    std::vector<CommandAnswer> answers = ledger_.send(commands, options_.dry_run);
    answers.resize(commands.size(), CommandAnswer{0, false, 0, "no_answer", {}});
    auto answer = answers.begin();
    for (const std::size_t need : needed_) count_addition(need, *answer++);
    for (const Pending& pending : pending_) count(pending, *answer++);
    sent_.insert(needed_.begin(), needed_.end());
    if (options_.progress) options_.progress(report_.rows, pending_.back().line);
    needed_.clear();
    pending_.clear();
    pending_bytes_ = 0;
  }

  void count_addition(std::size_t need, const CommandAnswer& answer) {
    position_ = std::max(position_, answer.position);
    if (sent_.contains(need) || imported_before(answer)) return;
    const ImportCommand& addition = plan_.additions()[need];
    if (taken(answer)) {
      ++report_.added[noun_of(addition.command)];
    } else {
      report_.not_added.push_back({0, answer.code, std::string(addition.id.text())});
    }
  }

  void count(const Pending& pending, const CommandAnswer& answer) {
    position_ = std::max(position_, answer.position);
    const bool before = imported_before(answer);
    if (!before && !taken(answer)) {
      refuse({pending.line, answer.code.empty() ? "no_answer" : answer.code, answer.detail});
      return;
    }
    ++(before ? report_.skipped : report_.created);
    report_.totals[pending.by_name] += pending.seconds;
    if (!before) created_[pending.by_id] += pending.seconds;
    for (const std::string_view note : pending.notes) ++report_.notes[std::string(note)];
  }

  void refuse(RowRefusal refusal) {
    ++report_.refused;
    ++report_.reasons[refusal.reason];
    report_.refusals.push_back(std::move(refusal));
  }

  // The ledger's totals must have grown by exactly what was created: client by client, month by month.
  void compare_with(const LedgerTotals& before) {
    const std::optional<LedgerTotals> after = ledger_.totals(position_);
    if (!after) return;
    LedgerTotals growth = *after;
    for (const auto& [key, seconds] : before) growth[key] -= seconds;
    for (const auto& [key, seconds] : created_) growth.try_emplace(key, 0);
    report_.differences.emplace();
    for (const auto& [key, found] : growth) {
      const auto created = created_.find(key);
      const std::int64_t expected = created == created_.end() ? 0 : created->second;
      if (found == expected) continue;
      const auto name = name_of_client_.find(key.client);
      report_.differences->push_back({name == name_of_client_.end() ? key.client : name->second, key.month, expected, found});
    }
  }

  RowSource& rows_;
  Ledger& ledger_;
  const ImportOptions& options_;
  const Directory directory_;
  Plan plan_;
  ImportReport report_;
  std::vector<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  std::set<std::size_t> needed_;  // additions in front of the pending rows
  std::set<std::size_t> sent_;    // additions answered for
  LedgerTotals created_;          // by id
  std::map<std::string, std::string> name_of_client_;
  std::uint64_t position_ = 0;
};

}  // namespace

ImportReport run_import(RowSource& rows, Ledger& ledger, const ZoneRules& zones, const ImportOptions& options) {
  return Import(rows, ledger, zones, options).run();
}

}  // namespace billtrail::importers
