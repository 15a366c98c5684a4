// Work of Ana's for Acme and documents that hold it, told as events, for the tests of what becomes of work.
#pragma once

#include "domain/wip/open_work.hpp"
#include "tests/domain/rate_scenes.hpp"

namespace billtrail::testing {

inline EntryId entry(std::string_view text) { return id<EntryId>(text); }
inline const auto off = id<WriteOffId>("off");

// So long at so much an hour; ad hoc, so that it is billed by its time.
inline TimeLogged worked(std::string_view name, std::string_view date, std::int64_t seconds, std::string_view rate = "100") {
  TimeLogged time = logged(name, date, by(old_rule, rate), by(old_rule, rate));
  time.facts.span.seconds = {seconds};
  return time;
}

inline const Event old_rate = bill(old_rule, for_acme(), "100", "2020-01-01");

// Acme with 8, 1.5 and half an hour at 100.00: 800.00, 150.00 and 50.00.
inline std::vector<Event> golden_work() {
  std::vector<Event> history = agency;
  history.insert(history.end(), {old_rate, worked("a", "2026-02-02", 8 * 3600), worked("b", "2026-02-03", 5400),
                                 worked("c", "2026-02-04", 1800)});
  return history;
}

// All of an entry, as a line claims it.
inline Claim claim(std::string_view name, std::int64_t seconds, std::int64_t value) {
  return {entry(name), {seconds}, {seconds}, value, value, value};
}

inline InvoiceDocument document(std::vector<Claim> claims) {
  InvoiceLine line;
  line.line = 1;
  line.kind = LineKind::time;
  line.claims = std::move(claims);
  for (const Claim& held : line.claims) line.net += held.amount;
  InvoiceDocument whole;
  whole.client = acme;
  whole.currency = cur("EUR");
  whole.net = whole.total = whole.due = line.net;
  whole.lines = {line};
  whole.lines_made = 1;
  return whole;
}

inline InvoiceDrafted drafted(std::string_view invoice, std::vector<Claim> claims) {
  return {id<InvoiceId>(invoice), {}, id<ActorId>("ana"), document(std::move(claims))};
}

inline InvoiceIssued issued(std::string_view invoice, std::string_view number, std::string_view on, std::vector<Claim> claims) {
  InvoiceIssued event;
  event.invoice = id<InvoiceId>(invoice);
  event.number = number;
  event.counter = 1;
  event.on = event.due_on = day(on);
  event.author = event.approver = id<ActorId>("ana");
  event.document = document(std::move(claims));
  return event;
}

// Drafted, approved and issued, in one go.
inline std::vector<Event> invoiced(std::string_view invoice, std::string_view number, std::string_view on,
                                   std::vector<Claim> claims) {
  return {drafted(invoice, claims), InvoiceApproved{id<InvoiceId>(invoice), id<ActorId>("ana")},
          issued(invoice, number, on, claims)};
}

inline WipWrittenOff written_off(std::string_view reason, std::vector<WriteOffShare> shares, std::string_view on) {
  return {off, acme, day(on), WriteOffReason::other, std::string(reason), std::move(shares), {}, {}};
}

// "3600 s of 3600, 100.00": what is open of the entry; "-" for nothing.
inline std::string open_text(const Books& books, std::string_view name) {
  const std::optional<OpenWork> open = open_work(books, books.entries.row_of(entry(name)));
  if (!open) return "-";
  return std::to_string(open->seconds.count) + " s of " + std::to_string(open->billed.count) + ", " +
         to_text({open->value, cur("EUR")}).substr(0, to_text({open->value, cur("EUR")}).size() - 4);
}

}  // namespace billtrail::testing
