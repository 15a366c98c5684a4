// A practice that issues invoices and takes payments, and short ways to draft what it issues.
#pragma once

#include "domain/invoice/totals.hpp"
#include "tests/support/given_when_then.hpp"

namespace billtrail::testing::money {

inline const ClientId acme = id<ClientId>("acme"), bolt = id<ClientId>("bolt");
inline InvoiceId invoice(std::string_view text) { return id<InvoiceId>(text); }
inline PaymentId payment(std::string_view text) { return id<PaymentId>(text); }
inline AllocationId allocation(std::string_view text) { return id<AllocationId>(text); }
inline CreditNoteId note(std::string_view text) { return id<CreditNoteId>(text); }

inline Event in_jurisdiction(std::string jurisdiction) {
  BillingSet set;
  set.jurisdiction = std::move(jurisdiction);
  return set;
}

// Acme pays in EUR, Bolt in USD; tax is 15 % at home, 20 % in the north.
inline std::vector<Event> practice() {
  return {opened(),
          ClientAdded{acme, "Acme", cur("EUR")},
          ClientAdded{bolt, "Bolt", cur("USD")},
          TaxRateSet{"home", dec("15"), day("2020-01-01"), "VAT"},
          TaxRateSet{"north", dec("20"), day("2020-01-01"), "VAT"},
          in_jurisdiction("home")};
}

// One piece at the amount, in a currency of two decimals.
inline InvoiceLine line(std::int32_t number, std::int64_t net, TaxCategory tax = TaxCategory::S,
                        std::string_view percent = "15") {
  InvoiceLine line;
  line.line = number;
  line.text = "Line " + std::to_string(number);
  line.quantity = net < 0 ? -10'000 : 10'000;
  line.unit = "unit";
  line.price = Decimal4{(net < 0 ? -net : net) * 100};
  line.gross = line.net = net;
  line.tax = tax;
  if (tax == TaxCategory::S) line.tax_percent = dec(percent);
  if (tax == TaxCategory::E || tax == TaxCategory::O || tax == TaxCategory::AE) line.tax_reason = "because";
  return line;
}

inline InvoiceDocument document(const ClientId& client, std::vector<InvoiceLine> lines, Prices prices = Prices::net) {
  InvoiceDocument document;
  document.client = client;
  document.currency = cur(client == bolt ? "USD" : "EUR");
  document.prices = prices;
  document.lines = std::move(lines);
  document.lines_made = static_cast<std::int32_t>(document.lines.size());
  total_up(document);
  return document;
}

inline Event drafted(std::string_view name, InvoiceDocument document) {
  return InvoiceDrafted{invoice(name), {}, id<ActorId>("ben"), std::move(document)};
}
inline Event approved(std::string_view name) { return InvoiceApproved{invoice(name), id<ActorId>("ana")}; }

// Drafted, approved and issued by hand, as the log would have it; the number is INV-000n.
inline InvoiceIssued issue_event(std::string_view name, std::int64_t n, std::string_view on, const InvoiceDocument& document) {
  const Date date = day(on);
  return {invoice(name),
          "INV-000" + std::to_string(n),
          0,
          n,
          date,
          date + 30,
          Party{"Practice", {}, {}, {}, {}, {}, {}, {}},
          Party{document.client == bolt ? "Bolt" : "Acme", {}, {}, {}, {}, {}, {}, {}},
          id<ActorId>("ben"),
          id<ActorId>("ana"),
          document};
}
inline std::vector<Event> issued(std::string_view name, std::int64_t n, std::string_view on, const InvoiceDocument& document) {
  return {drafted(name, document), approved(name), issue_event(name, n, on, document)};
}

inline Event paid(std::string_view name, const ClientId& client, std::int64_t amount, std::string_view on) {
  return PaymentReceived{payment(name),      client, Money{amount, cur(client == bolt ? "USD" : "EUR")}, day(on),
                         PaymentMethod::eft, {}};
}
inline Event allocated(std::string_view name, std::string_view from, std::string_view to, std::int64_t amount,
                       std::string_view on) {
  return PaymentAllocated{allocation(name), payment(from), {}, invoice(to), amount, day(on)};
}

inline const InvoiceState& state(const Scenario& scenario, std::string_view name) {
  return *scenario.books().invoices.find(invoice(name));
}

struct Practice : Scenario {
  explicit Practice(const std::vector<Event>& more = {}) { given(practice()).given(more); }
};

}  // namespace billtrail::testing::money
