// Writes an import's report as JSON and as text for a person.
#include "gateway/importers/report.hpp"

#include <fmt/format.h>

#include <iterator>
#include <numeric>

#include "gateway/importers/reasons.hpp"
#include "gateway/json/write.hpp"

namespace billtrail::importers {

namespace {

constexpr std::size_t columns_max = 80;

void write_counts(JsonWriter& json, std::string_view name, const std::map<std::string, std::uint64_t>& counts) {
  json.key(name).begin_object();
  for (const auto& [code, count] : counts) json.field(code, count);
  json.end_object();
}

void write_refusals(JsonWriter& json, std::string_view name, const std::vector<RowRefusal>& refusals) {
  json.key(name).begin_array();
  for (const RowRefusal& refusal : refusals) {
    json.begin_object();
    if (refusal.line != 0) json.field("line", refusal.line);
    json.field("reason", refusal.reason);
    if (!refusal.detail.empty()) json.field("detail", refusal.detail);
    json.end_object();
  }
  json.end_array();
}

std::string hours(std::int64_t seconds) { return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60); }

// A row of the table of totals: a client over all its months.
struct ClientTotal {
  std::int64_t seconds = 0;
  std::string first_month;
  std::string last_month;
};

std::map<std::string, ClientTotal> by_client(const ImportReport& report) {
  std::map<std::string, ClientTotal> clients;
  for (const auto& [key, seconds] : report.totals) {
    ClientTotal& total = clients[key.client];
    total.seconds += seconds;
    if (total.first_month.empty()) total.first_month = key.month;
    total.last_month = key.month;
  }
  return clients;
}

// The first `columns` characters of a text; never half of one.
std::string clipped(std::string_view text, std::size_t columns) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && ++seen > columns) return std::string(text.substr(0, i));
  }
  return std::string(text);
}

void write_table(std::string& out, const ImportReport& report) {
  const auto to = std::back_inserter(out);
  const auto clients = by_client(report);
  if (clients.empty()) return;
  fmt::format_to(to, "\n{:<40} {:<19} {:>16}\n", "Client", "Months", "Hours");
  std::int64_t sum = 0;
  for (const auto& [name, total] : clients) {
    const std::string months =
        total.first_month == total.last_month ? total.first_month : total.first_month + " - " + total.last_month;
    fmt::format_to(to, "{:<40} {:<19} {:>16}\n", clipped(name.empty() ? "(internal)" : name, 40), months, hours(total.seconds));
    sum += total.seconds;
  }
  fmt::format_to(to, "{:<40} {:<19} {:>16}\n", "Together", "", hours(sum));
}

void write_refusals(std::string& out, const ImportReport& report) {
  const auto to = std::back_inserter(out);
  if (report.refusals.empty()) return;
  out += "\nRefused rows\n";
  for (std::size_t i = 0; i < report.refusals.size() && i < refusals_shown_max; ++i) {
    const RowRefusal& refusal = report.refusals[i];
    const std::string line = fmt::format("  line {}: {}", refusal.line, sentence_of(refusal.reason));
    const bool says_more = !refusal.detail.empty() && refusal.detail != sentence_of(refusal.reason);
    const bool fits = line.size() + refusal.detail.size() + 3 <= columns_max;
    out += line;
    if (says_more) fmt::format_to(to, "{}({})", fits ? " " : "\n      ", refusal.detail);
    out += '\n';
  }
  if (report.refusals.size() > refusals_shown_max) {
    fmt::format_to(to, "  ... and {} more; --json lists all of them\n", report.refusals.size() - refusals_shown_max);
  }
}

void write_comparison(std::string& out, const ImportReport& report) {
  if (!report.differences) return;
  if (report.differences->empty()) {
    out += "\nThe ledger's totals by client and month grew by exactly the created rows.\n";
    return;
  }
  out += "\nThe ledger's totals grew otherwise than by the created rows; perhaps somebody\nelse logged time meanwhile:\n";
  for (const ClientMonthDifference& difference : *report.differences) {
    fmt::format_to(std::back_inserter(out), "  {:<28} {} expected {:>12} found {:>12}\n", clipped(difference.client, 28),
                   difference.month, hours(difference.expected), hours(difference.found));
  }
}

}  // namespace

bool ImportReport::accounts_for_every_row() const {
  const auto add = [](std::uint64_t sum, const auto& reason) { return sum + reason.second; };
  const std::uint64_t with_reason = std::accumulate(reasons.begin(), reasons.end(), std::uint64_t{0}, add);
  return created + skipped + refused == rows && with_reason == refused && refusals.size() == refused;
}

std::string report_json(const ImportReport& report) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.field("dry_run", report.dry_run == DryRun::yes);
  json.field("rows", report.rows).field("created", report.created);
  json.field("skipped", report.skipped).field("refused", report.refused);
  write_counts(json, "reasons", report.reasons);
  write_counts(json, "notes", report.notes);
  write_counts(json, "added", report.added);
  json.key("totals").begin_array();
  for (const auto& [key, seconds] : report.totals) {
    json.begin_object().field("client", key.client).field("month", key.month).field("seconds", seconds).end_object();
  }
  json.end_array();
  write_refusals(json, "refusals", report.refusals);
  write_refusals(json, "not_added", report.not_added);
  if (report.stopped) {
    json.key("stopped").begin_object().field("line", report.stopped->line).field("code", report.stopped->code);
    json.field("message", sentence_of(report.stopped->code));
    if (!report.stopped->detail.empty()) json.field("detail", report.stopped->detail);
    json.end_object();
  }
  if (report.differences) {
    json.key("ledger").begin_object().field("agrees", report.differences->empty()).key("differences").begin_array();
    for (const ClientMonthDifference& difference : *report.differences) {
      json.begin_object().field("client", difference.client).field("month", difference.month);
      json.field("expected", difference.expected).field("found", difference.found).end_object();
    }
    json.end_array().end_object();
  }
  json.end_object();
  return out;
}

std::string report_text(const ImportReport& report) {
  std::string out;
  const auto to = std::back_inserter(out);
  const bool dry = report.dry_run == DryRun::yes;
  if (report.stopped) {
    fmt::format_to(to, "Stopped at line {}: {}{}\n", report.stopped->line, sentence_of(report.stopped->code),
                   report.stopped->detail.empty() ? "" : ": " + report.stopped->detail);
    if (report.rows > 0) out += "The rows before it were dealt with; after a repair import the file again.\n";
  }
  if (dry) out += "Dry run: nothing was recorded.\n";
  fmt::format_to(to, "{:>10} rows\n{:>10} {}\n{:>10} skipped: imported before\n{:>10} refused\n", report.rows, report.created,
                 dry ? "would be created" : "created", report.skipped, report.refused);
  for (const auto& [code, count] : report.reasons) fmt::format_to(to, "{:>14} {}\n", count, sentence_of(code));
  if (!report.notes.empty()) out += "\nOf the rows not refused\n";
  for (const auto& [code, count] : report.notes) fmt::format_to(to, "{:>10} {}\n", count, sentence_of(code));
  if (!report.added.empty()) out += dry ? "\nWould be added\n" : "\nAdded\n";
  for (const auto& [noun, count] : report.added) fmt::format_to(to, "{:>10} {}\n", count, noun);
  for (const RowRefusal& refusal : report.not_added) {
    fmt::format_to(to, "  not added: {} ({})\n", refusal.detail, sentence_of(refusal.reason));
  }
  write_table(out, report);
  write_refusals(out, report);
  write_comparison(out, report);
  return out;
}

}  // namespace billtrail::importers
