// Facts as they come, and the laws that events alone can break: nothing is claimed twice, numbers have no gaps.
#include "tests/simulation/plain_books.hpp"

namespace billtrail::simulation {
namespace {

template <class SomeId>
std::string name(const SomeId& id) {
  return std::string(id.text());
}

std::size_t place(const PlainEngagement& engagement, std::int32_t period) {
  for (std::size_t i = 0; i < engagement.cycles.size(); ++i) {
    if (engagement.cycles[i].period == period) return i;
  }
  throw Broken("an event names a period that was not opened");
}

}  // namespace

void PlainBooks::take(const Recorded& recorded) {
  take_work(recorded.event);
  take_agreement(recorded.event);
  take_document(recorded.event);
  take_money(recorded.event);
}

void PlainBooks::take_work(const Event& event) {
  if (const auto* e = std::get_if<ClientAdded>(&event)) clients_[e->client] = e->currency;
  if (const auto* e = std::get_if<TimeLogged>(&event)) entries_[e->entry] = {e->facts, false, e->adjusts};
  const auto change = [&](const EntryId& entry, const EntryFacts& after) {
    entries_[entry].facts = after;
    entries_[entry].touched = true;
    // 2.19: what is billed, closed or written off is not changed; what was only written up is rounded anew.
    if (holders_.count(entry) == 0) frozen_.erase(entry);
  };
  if (const auto* e = std::get_if<TimeEntryCorrected>(&event)) change(e->entry, e->after);
  if (const auto* e = std::get_if<TimeEntryReviewed>(&event)) change(e->entry, e->after);
  if (const auto* e = std::get_if<TimeEntryRemoved>(&event)) entries_[e->entry].removed = true;
  if (const auto* e = std::get_if<EntryRerounded>(&event)) {
    entries_[e->entry].facts.rounding = e->after;
    entries_[e->entry].touched = true;
  }
  if (const auto* e = std::get_if<EntryRepriced>(&event)) entries_[e->entry].facts.agreed = e->new_agreed;
  const auto act = [&](const WriteOffId& id, PlainAct made) {
    const auto before = billed();
    for (const WriteOffShare& share : made.shares) freeze(share.entry, share.billed, before);
    acts_[id] = std::move(made);
  };
  if (const auto* e = std::get_if<WipWrittenOff>(&event))
    act(e->write_off, {e->client, e->on, false, e->engagement, e->period, e->shares, {}});
  if (const auto* e = std::get_if<WipWrittenUp>(&event)) act(e->write_off, {e->client, e->on, true, {}, {}, e->shares, {}});
  if (const auto* e = std::get_if<WriteOffReversed>(&event)) {
    PlainAct& reversed = acts_.at(e->write_off);
    reversed.reversed_on = e->on;
    for (const WriteOffShare& share : reversed.shares) thaw(share.entry);
  }
  if (const auto* e = std::get_if<ExpenseRecorded>(&event)) expenses_[e->expense] = {*e, false, {}};
  if (const auto* e = std::get_if<ExpenseRemoved>(&event)) expenses_[e->expense].removed = true;
  if (const auto* e = std::get_if<ExpenseWrittenOff>(&event)) expenses_[e->expense].written_off_on = e->on;
}

void PlainBooks::take_agreement(const Event& event) {
  if (const auto* e = std::get_if<EngagementAgreed>(&event)) engagements_[e->engagement] = {e->client, e->kind, e->cap, {}};
  if (const auto* e = std::get_if<RetainerAgreed>(&event)) engagements_[e->engagement] = {e->client, e->kind, 0, {}};
  if (const auto* e = std::get_if<EngagementChanged>(&event); e && e->cap) engagements_[e->engagement].cap = *e->cap;
  const auto cycle = [&](const EngagementId& engagement, std::int32_t period) -> PlainCycle& {
    PlainEngagement& agreed = engagements_.at(engagement);
    return agreed.cycles[place(agreed, period)];
  };
  if (const auto* e = std::get_if<RetainerCycleOpened>(&event)) {
    std::vector<PlainCycle>& cycles = engagements_.at(e->engagement).cycles;
    if (!cycles.empty() && (cycles.back().period + 1 != e->period || cycles.back().to != e->from)) {
      throw Broken("C5: period " + std::to_string(e->period) + " of " + name(e->engagement) + " is not the next one");
    }
    cycles.push_back({e->period, e->from, e->to, e->skipped, e->allowance, e->deficit, e->carried, e->terms, {}});
  }
  if (const auto* e = std::get_if<RetainerCycleRestated>(&event)) {
    PlainCycle& restated = cycle(e->engagement, e->period);
    restated.own = e->allowance;
    restated.terms = e->terms;
    restated.to = e->to;
  }
  if (const auto* e = std::get_if<RetainerCycleClosed>(&event)) {
    check_close(*e);
    PlainEngagement& engagement = engagements_.at(e->engagement);
    cycle(e->engagement, e->period).closed = *e;
    hand_on(engagement, place(engagement, e->period));
  }
  if (const auto* e = std::get_if<RetainerCycleReopened>(&event)) {
    PlainCycle& reopened = cycle(e->engagement, e->period);
    const RetainerCycleClosed closed = *reopened.closed;
    reopened.closed.reset();
    PlainEngagement& engagement = engagements_.at(e->engagement);
    hand_on(engagement, place(engagement, e->period));
    // What the close absorbed was never written off.
    std::erase_if(acts_,
                  [&](const auto& act) { return act.second.engagement == e->engagement && act.second.period == e->period; });
    for (const Draw& draw : closed.draws) thaw(draw.entry);
  }
}

void PlainBooks::hold(const InvoiceId& invoice, const InvoiceDocument& document, bool by_person) {
  check_document(document);
  check_claims(invoice, document);
  const auto before = billed();
  for (const InvoiceLine& line : document.lines) {
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      const auto [held, added] = holders_.emplace(claim.entry, invoice);
      if (!added && held->second != invoice) throw Broken(name(claim.entry) + " is held by two drafts");
      if (by_person)
        freeze(claim.entry, claim.billed, before);
      else
        frozen_[claim.entry] = claim.billed;
      entries_.at(claim.entry).touched = false;
    }
  }
}

void PlainBooks::let_go(const InvoiceId& invoice) {
  std::vector<EntryId> gone;
  for (const auto& [entry, holder] : holders_) {
    if (holder == invoice) gone.push_back(entry);
  }
  for (const EntryId& entry : gone) holders_.erase(entry);
}

// 2.13: an entry stands once in a document, and never for more than is left of it.
void PlainBooks::check_claims(const InvoiceId& invoice, const InvoiceDocument& document) const {
  std::set<EntryId> seen;
  for (const InvoiceLine& line : document.lines) {
    if (line.kind == LineKind::covered) continue;
    for (const Claim& claim : line.claims) {
      const auto held = entries_.find(claim.entry);
      if (held == entries_.end() || held->second.removed) throw Broken(name(invoice) + " claims what is not there");
      if (line.kind != LineKind::write_up && !seen.insert(claim.entry).second)
        throw Broken(name(claim.entry) + " stands twice on " + name(invoice));
      std::int64_t invoiced = claim.seconds.count;
      for (const auto& [other, issued] : invoices_) {
        if (other == invoice || !issued.on || issued.voided_on) continue;
        for (const InvoiceLine& of : issued.document.lines) {
          bool returned = of.kind == LineKind::covered;
          for (const CreditNoteIssued& note : issued.notes) {
            for (const CreditLine& credited : note.lines) returned = returned || (credited.line == of.line && credited.returns);
          }
          if (returned) continue;
          for (const Claim& earlier_claim : of.claims) {
            if (earlier_claim.entry == claim.entry) invoiced += earlier_claim.seconds.count;
          }
        }
      }
      if (std::abs(invoiced) > std::abs(claim.billed.count))
        throw Broken(name(claim.entry) + " is claimed for more than its seconds");
    }
  }
}

void PlainBooks::take_document(const Event& event) {
  if (const auto* e = std::get_if<InvoiceDrafted>(&event)) {
    hold(e->invoice, e->document, true);
    invoices_[e->invoice].document = e->document;
  }
  if (const auto* e = std::get_if<InvoiceRevised>(&event)) {
    std::vector<EntryId> before;
    for (const auto& [entry, holder] : holders_) {
      if (holder == e->invoice) before.push_back(entry);
    }
    let_go(e->invoice);
    hold(e->invoice, e->document, e->cause == RevisionCause::edited);
    invoices_[e->invoice].document = e->document;
    for (const EntryId& entry : before) thaw(entry);
  }
  if (const auto* e = std::get_if<InvoiceDiscarded>(&event)) {
    std::vector<EntryId> before;
    for (const auto& [entry, holder] : holders_) {
      if (holder == e->invoice) before.push_back(entry);
    }
    let_go(e->invoice);
    invoices_[e->invoice].open = false;
    for (const EntryId& entry : before) thaw(entry);
  }
  if (const auto* e = std::get_if<InvoiceIssued>(&event)) {
    check_document(e->document);
    check_claims(e->invoice, e->document);
    let_go(e->invoice);
    PlainInvoice& issued = invoices_[e->invoice];
    issued.document = e->document;
    issued.open = false;
    issued.on = e->on;
    count_number(DocumentKind::invoice, e->series_year, e->counter);
    for (const InvoiceLine& line : e->document.lines) {
      for (const Claim& claim : line.claims) {
        if (line.kind != LineKind::covered && entries_.at(claim.entry).facts.span.work_date > e->on) {
          throw Broken(name(e->invoice) + " is dated before the work it claims");
        }
      }
    }
  }
  const auto returned = [&](const InvoiceLine& line) {
    for (const Claim& claim : line.claims) thaw(claim.entry);
  };
  if (const auto* e = std::get_if<InvoiceVoided>(&event)) {
    invoices_[e->invoice].voided_on = e->on;
    for (const InvoiceLine& line : invoices_[e->invoice].document.lines) returned(line);
  }
  if (const auto* e = std::get_if<CreditNoteIssued>(&event)) {
    PlainInvoice& credited = invoices_[e->invoice];
    check_credit_note(*e, credited.document);
    credited.notes.push_back(*e);
    count_number(DocumentKind::credit_note, e->series_year, e->counter);
    for (const InvoiceLine& line : credited.document.lines) returned(line);
  }
  if (const auto* e = std::get_if<NumbersReserved>(&event)) {
    for (std::int64_t counter = e->first; counter <= e->last; ++counter) count_number(e->kind, e->year, counter);
  }
}

void PlainBooks::count_number(DocumentKind kind, std::int32_t year, std::int64_t counter) {
  if (!numbers_[{kind, year}].insert(counter).second)
    throw Broken("N1: the number " + std::to_string(counter) + " was given twice");
}

void PlainBooks::check_numbers() const {
  for (const auto& [series, counters] : numbers_) {
    if (*counters.rbegin() - *counters.begin() + 1 != static_cast<std::int64_t>(counters.size()) || *counters.begin() != 1) {
      throw Broken("N4: a number is missing");
    }
  }
}

void PlainBooks::take_money(const Event& event) {
  if (const auto* e = std::get_if<PaymentReceived>(&event)) payments_[e->payment] = {e->client, {e->amount.minor, e->on, {}}};
  if (const auto* e = std::get_if<PaymentReversed>(&event)) payments_.at(e->payment).sum.until = e->on;
  if (const auto* e = std::get_if<PaymentAllocated>(&event)) {
    allocations_[e->allocation] = {e->payment, e->credit_note, e->invoice, {e->amount, e->on, {}}};
  }
  if (const auto* e = std::get_if<AllocationUndone>(&event)) allocations_.at(e->allocation).sum.until = e->on;
  if (const auto* e = std::get_if<PaymentRefunded>(&event))
    refunds_[e->refund] = {e->payment, e->credit_note, {e->amount, e->on, {}}};
  if (const auto* e = std::get_if<RefundReversed>(&event)) refunds_.at(e->refund).sum.until = e->on;
  if (const auto* e = std::get_if<DifferenceWrittenOff>(&event)) differences_.push_back({e->invoice, {e->amount, e->on, {}}});
  if (const auto* e = std::get_if<InvoiceWrittenOff>(&event)) bad_debts_.push_back({e->invoice, {e->amount, e->on, {}}});
  if (const auto* e = std::get_if<InvoiceWriteOffReversed>(&event)) bad_debts_.push_back({e->invoice, {-e->amount, e->on, {}}});
}

}  // namespace billtrail::simulation
