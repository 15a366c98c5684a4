// M1: entries share a line when kind, project, service, rate and tax are the same; overage also its period, capped work its cap.
#include "domain/invoice/drafting.hpp"

#include "domain/wip/billed_seconds.hpp"

namespace billtrail {
namespace {

template <class SomeId, class State>
std::optional<SomeId> id_at(const Table<SomeId, State>& table, Row row) {
  if (row == no_row) return std::nullopt;
  return table.key(row);
}

// The agreement that the line must name: the cap's, or the overage's.
Row own_agreement(const Books& books, const LineWork& work) {
  const EntryState& entry = books.entries.at(work.entry);
  if (entry.engagement == no_row) return no_row;
  const bool capped =
      entry.category == Category::project && books.engagements.at(entry.engagement).kind == EngagementKind::capped;
  return work.overage || capped ? entry.engagement : no_row;
}

bool holds(const InvoiceLine& line, const EntryId& entry) {
  return std::any_of(line.claims.begin(), line.claims.end(), [&](const Claim& claim) { return claim.entry == entry; });
}

bool is_among(const EntryId& entry, const std::vector<EntryId>& entries) {
  return std::find(entries.begin(), entries.end(), entry) != entries.end();
}

void drop_claims(InvoiceLine& line, const std::vector<EntryId>& entries) {
  line.claims.erase(
      std::remove_if(line.claims.begin(), line.claims.end(), [&](const Claim& claim) { return is_among(claim.entry, entries); }),
      line.claims.end());
}

}  // namespace

Drafting::Drafting(const Books& books, InvoiceDocument document)
    : books_(books),
      document_(std::move(document)),
      tax_(client_tax(books, document_.client)),
      work_(books, books.clients.row_of(document_.client)) {}

InvoiceLine* Drafting::find(std::int32_t line) {
  for (InvoiceLine& held : document_.lines) {
    if (held.line == line) return &held;
  }
  return nullptr;
}

std::int32_t Drafting::add(InvoiceLine line) {
  line.line = ++document_.lines_made;
  document_.lines.push_back(std::move(line));
  return document_.lines_made;
}

void Drafting::erase(std::int32_t line) {
  std::vector<InvoiceLine>& lines = document_.lines;
  lines.erase(std::remove_if(lines.begin(), lines.end(), [&](const InvoiceLine& held) { return held.line == line; }),
              lines.end());
}

std::optional<LineWork> Drafting::work_of(Row entry) {
  const auto restated = restated_.find(entry);
  if (restated != restated_.end()) return restated->second;
  const std::optional<OpenWork> open = work_.open(entry);
  if (!open || !open->rate) return std::nullopt;
  return line_work(books_, entry, *open);
}

std::vector<LineWork> Drafting::work_of(const InvoiceLine& line) {
  std::vector<LineWork> work;
  for (const Claim& claim : line.claims) {
    if (const std::optional<LineWork> open = work_of(books_.entries.row_of(claim.entry))) work.push_back(*open);
  }
  return work;
}

std::string Drafting::work_text(const EntryState& entry) const {
  std::string text;
  if (entry.project != no_row) text = books_.projects.at(entry.project).name;
  if (entry.service != no_row) text += (text.empty() ? "" : ": ") + books_.services.at(entry.service).name;
  return text;
}

InvoiceLine Drafting::new_line(const LineWork& work) const {
  const EntryState& entry = books_.entries.at(work.entry);
  InvoiceLine line;
  line.kind = work.overage ? LineKind::overage : LineKind::time;
  line.text = work_text(entry);
  line.project = id_at(books_.projects, entry.project);
  line.service = id_at(books_.services, entry.service);
  line.engagement = id_at(books_.engagements, own_agreement(books_, work));
  if (work.overage) {
    line.period = settlement_of(books_, work.entry)->period;
    line.text = "Overage, " + books_.engagements.at(entry.engagement).name + (line.text.empty() ? "" : ": " + line.text);
  }
  if (line.text.empty()) line.text = "Work";
  line.tax = tax_.category;
  line.tax_reason = tax_.reason;
  return line;
}

bool Drafting::belongs(const InvoiceLine& line, const LineWork& work) const {
  const InvoiceLine wanted = new_line(work);
  if (line.kind != wanted.kind || line.price != work.price.amount || line.unit != unit_of(books_, work.price)) return false;
  if (line.engagement != wanted.engagement || line.period != wanted.period) return false;
  return (!line.project || line.project == wanted.project) && (!line.service || line.service == wanted.service);
}

InvoiceLine* Drafting::matching(const LineWork& work) {
  const InvoiceLine wanted = new_line(work);
  for (InvoiceLine& line : document_.lines) {
    if (line.tax == tax_.category && line.project == wanted.project && line.service == wanted.service && belongs(line, work)) {
      return &line;
    }
  }
  return nullptr;
}

void Drafting::add_work(const std::vector<LineWork>& added) {
  std::vector<LineWork> work = added;
  std::sort(work.begin(), work.end(),
            [&](const LineWork& a, const LineWork& b) { return comes_before(books_, a.entry, b.entry); });
  struct Share {
    std::int32_t line;
    std::vector<LineWork> work;
  };
  std::vector<Share> shares;
  for (const LineWork& part : work) {
    if (part.seconds.count == 0) continue;
    InvoiceLine* line = matching(part);
    if (line == nullptr) {
      // Enough of the line for the next entries to find it; its amounts follow.
      InvoiceLine made = new_line(part);
      made.price = part.price.amount;
      made.unit = unit_of(books_, part.price);
      line = find(add(std::move(made)));
    }
    const std::int32_t number = line->line;
    auto share = std::find_if(shares.begin(), shares.end(), [&](const Share& held) { return held.line == number; });
    if (share == shares.end()) share = shares.insert(shares.end(), {number, work_of(*line)});
    share->work.push_back(part);
  }
  for (const Share& share : shares) price(share.line, share.work, written_down(*find(share.line)));

  std::vector<LineWork> only_up;
  std::copy_if(work.begin(), work.end(), std::back_inserter(only_up),
               [](const LineWork& part) { return part.seconds.count == 0; });
  place_write_ups("", only_up);
}

void Drafting::price(std::int32_t number, const std::vector<LineWork>& work, std::int64_t written_down) {
  std::vector<LineWork> timed;
  std::copy_if(work.begin(), work.end(), std::back_inserter(timed), [](const LineWork& part) { return part.seconds.count != 0; });
  InvoiceLine& line = *find(number);
  const std::string text = line.text;
  if (timed.empty()) {
    erase(number);
  } else {
    price_line(books_, line, timed, written_down);
  }
  place_write_ups(text, work);
}

void Drafting::remove_entries(const std::vector<EntryId>& entries) {
  std::vector<std::int32_t> touched;
  for (InvoiceLine& line : document_.lines) {
    const bool named = std::any_of(entries.begin(), entries.end(), [&](const EntryId& entry) { return holds(line, entry); });
    if (!named) continue;
    drop_claims(line, entries);
    if (line.kind == LineKind::covered) count_covered(books_, line);
    if (is_work(line)) touched.push_back(line.line);
  }
  for (const std::int32_t number : touched) price(number, work_of(*find(number)), written_down(*find(number)));
  total_write_ups();
}

// Write-ups that stand on the entries already (W5) come as a line of their own that relieves their value.
void Drafting::place_write_ups(const std::string& text, const std::vector<LineWork>& work) {
  std::vector<EntryId> entries;
  for (const LineWork& part : work) entries.push_back(books_.entries.key(part.entry));
  std::int32_t host = 0;
  for (InvoiceLine& line : document_.lines) {
    if (line.kind != LineKind::write_up || line.changed) continue;
    const std::size_t before = line.claims.size();
    drop_claims(line, entries);
    if (line.claims.size() != before && host == 0) host = line.line;
  }
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (work[i].up == 0) continue;
    if (host == 0) {
      InvoiceLine line = one_piece(LineKind::write_up, text.empty() ? "Write-up" : "Write-up: " + text, 0, document_.currency);
      line.tax = tax_.category;
      line.tax_reason = tax_.reason;
      host = add(std::move(line));
    }
    find(host)->claims.push_back({entries[i], work[i].billed, {0}, work[i].up, work[i].up, work[i].up});
  }
  total_write_ups();
}

void Drafting::total_write_ups() {
  std::vector<std::int32_t> empty;
  for (InvoiceLine& line : document_.lines) {
    if (line.kind == LineKind::covered && line.claims.empty()) empty.push_back(line.line);
    if (line.kind != LineKind::write_up) continue;
    if (line.claims.empty()) {
      empty.push_back(line.line);
      continue;
    }
    std::int64_t amount = 0;
    line.from = line.to = books_.entries.at(books_.entries.row_of(line.claims.front().entry)).work_date;
    for (const Claim& claim : line.claims) {
      amount += claim.amount;
      const Date worked = books_.entries.at(books_.entries.row_of(claim.entry)).work_date;
      line.from = std::min(*line.from, worked);
      line.to = std::max(*line.to, worked);
    }
    set_one_piece(line, amount, document_.currency);
  }
  for (const std::int32_t line : empty) erase(line);
}

void Drafting::write_up(std::int32_t number, std::int64_t amount, const std::string& reason) {
  const InvoiceLine& raised = *find(number);
  std::vector<EntryId> entries;
  std::vector<std::int64_t> weights;
  for (const Claim& claim : raised.claims) {
    entries.push_back(claim.entry);
    weights.push_back(std::abs(claim.value));
  }
  InvoiceLine line = one_piece(LineKind::write_up, "Write-up: " + raised.text, amount, document_.currency);
  line.tax = raised.tax;
  line.tax_reason = raised.tax_reason;
  line.allowance_reason = reason;
  line.changed = true;
  const std::vector<std::int64_t> parts = spread(amount, weights);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    line.claims.push_back({entries[i], raised.claims[i].billed, {0}, 0, 0, parts[i]});
  }
  std::int32_t host = 0;
  for (InvoiceLine& held : document_.lines) {
    if (held.kind != LineKind::write_up || !held.changed) continue;
    const std::size_t before = held.claims.size();
    drop_claims(held, entries);
    if (held.claims.size() != before && held.claims.empty() && host == 0) host = held.line;
  }
  if (amount != 0 && host != 0) {
    line.line = host;
    *find(host) = std::move(line);
  } else if (amount != 0) {
    add(std::move(line));
  }
  total_write_ups();
}

}  // namespace billtrail
