// What happens to work in random histories. Amounts are any numbers: the read models take what events say.
#include <algorithm>

#include "tests/projections/random_history.hpp"

namespace billtrail::testing {
namespace {

constexpr Date far{1'000'000};

bool may_be_billed(const EntryFacts& facts) {
  return facts.work.client && facts.work.category != Category::non_billable && facts.review != Review::needed;
}

bool held(const PlainBilling& now, const ExpenseId& expense) {
  for (const auto& [id, document] : now.documents) {
    for (const InvoiceLine& line : document.document.lines) {
      if (line.expense == expense && !document.back(line.line)) return true;
    }
  }
  return false;
}

InvoiceLine& add(InvoiceDocument& document, LineKind kind, std::int64_t net) {
  InvoiceLine& line = document.lines.emplace_back();
  line.line = ++document.lines_made;
  line.kind = kind;
  line.net = net;
  document.net = document.total = document.due = document.net + net;
  return line;
}

}  // namespace

// g0 is a retainer of c0 with four months, g1 capped work of c1.
void RandomHistory::agree(History& history) {
  RetainerAgreed agreed;
  agreed.engagement = id<EngagementId>("g0");
  agreed.client = id<ClientId>("c0");
  agreed.name = "Retainer";
  agreed.kind = EngagementKind::retainer;
  agreed.starts = day("2026-01-01");
  agreed.terms.fee = 100000;
  agreed.terms.basis = AllowanceBasis::hours;
  agreed.terms.allowance = hours(12).count;
  history.add(agreed);
  const char* bounds[] = {"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"};
  for (std::int32_t period = 0; period < 4; ++period) {
    RetainerCycleOpened opened;
    opened.engagement = agreed.engagement;
    opened.client = agreed.client;
    opened.period = period;
    opened.from = day(bounds[period]);
    opened.to = day(bounds[period + 1]);
    opened.fees = {{opened.from, opened.to, 100000, 100000}};
    opened.allowance = agreed.terms.allowance;
    opened.terms = agreed.terms;
    history.add(opened);
  }
  history.add(EngagementAgreed{
      id<EngagementId>("g1"), id<ClientId>("c1"), "Capped", EngagementKind::capped, day("2026-01-01"), {}, 0, 150000, ""});
}

void RandomHistory::billing_event(History& history) {
  const PlainBilling now(history.recorded(), history.recorded().size());
  switch (below(13)) {
    case 0:
    case 1:
    case 2: return draft(history, now);
    case 3: return edit_draft(history, now);
    case 4:
    case 5: return issue(history, now);
    case 6: return give_back(history, now);
    case 7: return write_off(history, now);
    case 8: return reverse(history, now);
    case 9: return defer(history);
    case 10: return close(history, now);
    case 11: return below(3) == 0 ? reopen(history, now) : close(history, now);
    default: return expense_event(history, now);
  }
}

std::optional<EntryId> RandomHistory::some_entry(const PlainBilling& now, const std::optional<ClientId>& client) {
  std::vector<EntryId> found;
  for (const auto& [entry, facts] : live_) {
    if (may_be_billed(facts) && (!client || facts.work.client == client) && !now.on_draft(entry)) found.push_back(entry);
  }
  if (found.empty()) return std::nullopt;
  return found[below(found.size())];
}

std::optional<InvoiceId> RandomHistory::some_document(const PlainBilling& now, bool draft) {
  std::vector<InvoiceId> found;
  for (const auto& [invoice, document] : now.documents) {
    if (document.draft == draft && !document.voided) found.push_back(invoice);
  }
  if (found.empty()) return std::nullopt;
  return found[below(found.size())];
}

Seconds RandomHistory::billed_of(const PlainBilling& now, const EntryId& entry) {
  const Seconds any = live_.at(entry).span.seconds + Seconds{static_cast<std::int64_t>(below(600))};
  return now.fixed(entry).value_or(any);
}

InvoiceDocument RandomHistory::document(const PlainBilling& now, const ClientId& client, const std::optional<InvoiceId>& of) {
  InvoiceDocument document;
  if (of) document = now.documents.at(*of).document;  // keeps what it holds, or some of it
  document.client = client;
  document.currency = cur(client == id<ClientId>("c3") ? "JPY" : "EUR");
  if (below(3) == 0 && !document.lines.empty()) document.lines.pop_back();
  for (std::uint64_t i = below(3); i < 3; ++i) {
    const std::optional<EntryId> entry = some_entry(now, client);
    const auto claims = [&](const InvoiceLine& line) { return !line.claims.empty() && line.claims.front().entry == *entry; };
    if (!entry || std::ranges::any_of(document.lines, claims)) continue;
    Claim claim;
    claim.entry = *entry;
    claim.billed = billed_of(now, *entry);
    claim.seconds = Seconds{1 + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(claim.billed.count)))};
    claim.value = static_cast<std::int64_t>(below(20000));
    claim.proposed = claim.value + static_cast<std::int64_t>(below(3)) - 1;
    claim.amount = claim.proposed + static_cast<std::int64_t>(below(2001)) - 1000;
    add(document, LineKind::time, claim.amount).claims = {claim};
  }
  for (const auto& [expense, facts] : now.expenses) {
    if (facts.client != client || held(now, expense) || now.left_of(facts, far) == 0 || below(2) == 0) continue;
    add(document, LineKind::recharge, facts.price).expense = expense;
  }
  if (below(4) == 0) add(document, LineKind::progress, static_cast<std::int64_t>(below(20000)) - 5000);
  return document;
}

void RandomHistory::draft(History& history, const PlainBilling& now) {
  const auto client = one_of<ClientId>("c", 4);
  history.add(InvoiceDrafted{id<InvoiceId>(name("i")), {}, id<ActorId>("m0"), document(now, client, {})});
}

void RandomHistory::edit_draft(History& history, const PlainBilling& now) {
  const std::optional<InvoiceId> invoice = some_document(now, true);
  if (!invoice) return;
  if (below(3) == 0) {
    history.add(InvoiceDiscarded{*invoice, ""});
    return;
  }
  const ClientId client = now.documents.at(*invoice).document.client;
  history.add(InvoiceRevised{*invoice, RevisionCause::edited, id<ActorId>("m0"), "", document(now, client, invoice)});
}

void RandomHistory::issue(History& history, const PlainBilling& now) {
  const std::optional<InvoiceId> invoice = some_document(now, true);
  if (!invoice) return;
  InvoiceIssued issued;
  issued.invoice = *invoice;
  issued.number = name("2026-");
  issued.on = date();
  issued.due_on = issued.on + 30;
  issued.document = now.documents.at(*invoice).document;
  history.add(issued);
}

void RandomHistory::give_back(History& history, const PlainBilling& now) {
  const std::optional<InvoiceId> invoice = some_document(now, false);
  if (!invoice) return;
  const PlainBilling::Document& document = now.documents.at(*invoice);
  const Date on = document.on + static_cast<int>(below(20));
  if (document.returned.empty() && below(2) == 0) {
    history.add(InvoiceVoided{*invoice, on, "wrong"});
    return;
  }
  if (document.document.lines.empty()) return;
  const InvoiceLine& line = document.document.lines[below(document.document.lines.size())];
  if (document.returned.contains(line.line)) return;
  CreditNoteIssued note;
  note.credit_note = id<CreditNoteId>(name("n"));
  note.invoice = *invoice;
  note.client = document.document.client;
  note.on = on;
  note.currency = document.document.currency;
  CreditLine& credit = note.lines.emplace_back();
  credit.line = line.line;
  credit.net = line.net;
  credit.returns = line.kind == LineKind::progress || below(3) != 0;
  note.net = note.total = line.net;
  history.add(note);
}

void RandomHistory::write_off(History& history, const PlainBilling& now) {
  const std::optional<EntryId> entry = some_entry(now, {});
  if (!entry) return;
  const Seconds billed = billed_of(now, *entry);
  WriteOffShare share{*entry, billed, {}, 1 + static_cast<std::int64_t>(below(5000))};
  const auto write_off = id<WriteOffId>(name("w"));
  const ClientId client = *live_.at(*entry).work.client;
  if (below(4) == 0) {
    history.add(WipWrittenUp{write_off, client, date(), "rush", {share}});
    return;
  }
  share.seconds = Seconds{static_cast<std::int64_t>(below(static_cast<std::uint64_t>(billed.count) + 1))};
  history.add(WipWrittenOff{write_off, client, date(), WriteOffReason::goodwill, "", {share}, {}, {}});
}

void RandomHistory::reverse(History& history, const PlainBilling& now) {
  for (const auto& [write_off, facts] : now.write_offs) {
    if (facts.reversed || facts.period || below(2) == 0) continue;
    history.add(WriteOffReversed{write_off, facts.on + static_cast<int>(below(20)), "wrong"});
    return;
  }
}

void RandomHistory::defer(History& history) {
  if (live_.empty()) return;
  const EntryId entry = std::next(live_.begin(), static_cast<std::ptrdiff_t>(below(live_.size())))->first;
  const Date on = date();
  if (below(3) == 0)
    history.add(EntryReleased{entry, on});
  else
    history.add(
        EntryDeferred{entry, on, below(2) == 0 ? std::optional(on + static_cast<int>(below(40))) : std::nullopt, "later"});
}

// H6: everything of the period and before that no close has drawn, whatever the split.
void RandomHistory::close(History& history, const PlainBilling& now) {
  const auto next = std::ranges::find_if(now.periods, [](const auto& period) { return !period.second.close; });
  if (next == now.periods.end()) return;
  RetainerCycleClosed closed;
  closed.engagement = now.retainer;
  closed.client = id<ClientId>("c0");
  closed.period = next->first;
  closed.from = next->second.from;
  closed.to = next->second.to;
  closed.on = closed.to + (static_cast<int>(below(10)) - 1);
  closed.basis = AllowanceBasis::hours;
  WipWrittenOff absorbed{
      id<WriteOffId>(name("w")), closed.client, closed.on, WriteOffReason::over_servicing, "", {}, now.retainer, closed.period};
  for (const auto& [entry, facts] : live_) {
    if (facts.work.engagement != now.retainer || facts.work.category != Category::retainer || facts.review == Review::needed)
      continue;
    if (facts.span.work_date >= closed.to || now.on_draft(entry) || now.drawn(entry, far) != nullptr) continue;
    Draw draw;
    draw.entry = entry;
    draw.billed = billed_of(now, entry);
    draw.covered = Seconds{static_cast<std::int64_t>(below(static_cast<std::uint64_t>(draw.billed.count) + 1))};
    (below(3) == 0 ? draw.deficit : draw.overage) = draw.billed - draw.covered;
    if (draw.overage.count != 0) {
      draw.value = static_cast<std::int64_t>(below(20000));
      draw.rate = some_rate();
      absorbed.shares.push_back({entry, draw.billed, draw.overage, draw.value});
    }
    closed.draws.push_back(draw);
  }
  if (below(2) == 0)
    closed.carried = {{closed.period, hours(static_cast<std::int64_t>(below(4))).count, closed.period + 1}};
  else
    closed.deficit = hours(static_cast<std::int64_t>(below(4))).count;
  history.add(closed);
  if (below(3) == 0 && !absorbed.shares.empty()) history.add(absorbed);
}

// H6: only as long as nothing else stands on what it drew.
void RandomHistory::reopen(History& history, PlainBilling now) {
  const auto last =
      std::find_if(now.periods.rbegin(), now.periods.rend(), [](const auto& period) { return period.second.close; });
  if (last == now.periods.rend()) return;
  std::erase_if(now.write_offs, [&](const auto& one) { return one.second.period && one.second.period->second == last->first; });
  for (const Draw& draw : last->second.close->draws) {
    const PlainBilling::Taken taken = now.taken(draw.entry, far);
    if (now.on_draft(draw.entry) || taken.seconds.count != 0 || taken.minor != 0) return;
  }
  history.add(RetainerCycleReopened{now.retainer, last->first, "forgot one"});
}

void RandomHistory::expense_event(History& history, const PlainBilling& now) {
  const auto open = std::ranges::find_if(
      now.expenses, [&](const auto& one) { return !held(now, one.first) && now.left_of(one.second, far) != 0; });
  if (open == now.expenses.end() || below(2) == 0) {
    ExpenseRecorded expense;
    expense.expense = id<ExpenseId>(name("x"));
    expense.client = one_of<ClientId>("c", 4);
    expense.on = date();
    expense.price = expense.cost = 1 + static_cast<std::int64_t>(below(10000));
    expense.billable = below(4) != 0;
    history.add(expense);
  } else if (below(2) == 0) {
    history.add(ExpenseRemoved{open->first, "twice"});
  } else {
    history.add(ExpenseWrittenOff{open->first, open->second.on + static_cast<int>(below(30)), open->second.price, "goodwill"});
  }
}

}  // namespace billtrail::testing
