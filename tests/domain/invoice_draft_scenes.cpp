// The studio, and its drafts as text.
#include "tests/domain/invoice_draft_scenes.hpp"

#include <boost/core/demangle.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace billtrail::testing {
namespace {

template <class Enum>
std::string name_of(Enum value) {
  return boost::describe::enum_to_string(value, "?");
}

std::string quantity_text(const InvoiceLine& line) {
  const int places = digits(line.decimals);
  std::string figures = std::to_string(line.quantity < 0 ? -line.quantity : line.quantity);
  while (static_cast<int>(figures.size()) <= places) figures.insert(figures.begin(), '0');
  figures.insert(figures.size() - static_cast<std::size_t>(places), ".");
  return (line.quantity < 0 ? "-" : "") + figures;
}

std::string amounts(const InvoiceLine& line) {
  std::string text = quantity_text(line) + " " + line.unit + " x " + line.price.text() + " = " + std::to_string(line.gross);
  text += " - " + std::to_string(line.allowance) + " = " + std::to_string(line.net);
  text += " " + name_of(line.tax) + line.tax_percent.text();
  if (line.from && line.to) text += " " + line.from->text() + ".." + line.to->text();
  return text;
}

}  // namespace

std::vector<Event> studio() {
  BillingSet billing;
  billing.jurisdiction = "ZA";
  return {opened(),
          MemberAdded{ana, {}, {}, "senior", {}, {}},
          ClientAdded{acme, "Acme", cur("EUR")},
          ClientAdded{bolt, "Bolt", cur("EUR")},
          ServiceAdded{payroll, "Payroll"},
          ProjectOpened{site, acme, "Site", {}},
          billing,
          TaxRateSet{"ZA", dec("15"), day("2018-04-01"), "VAT"}};
}

TimeLogged worked(std::string_view entry, std::string_view date, std::int64_t seconds, std::string_view rate) {
  TimeLogged time;
  time.entry = id<EntryId>(entry);
  time.facts.member = ana;
  time.facts.work.client = acme;
  time.facts.work.project = site;
  time.facts.work.category = Category::ad_hoc;
  time.facts.span.work_date = day(date);
  time.facts.span.seconds = {seconds};
  if (rate.empty()) return time;
  time.facts.agreed = AppliedRate{{dec(rate), cur("EUR"), {3600}}, RateOrigin::typed, {}};
  time.facts.standard = time.facts.agreed;
  return time;
}

std::vector<EntryId> entries(const std::vector<std::string_view>& names) {
  std::vector<EntryId> ids;
  for (const std::string_view name : names) ids.push_back(id<EntryId>(name));
  return ids;
}

DraftInvoice draft_all(InvoiceId invoice, std::string_view until) {
  DraftInvoice draft;
  draft.invoice = invoice;
  draft.client = acme;
  draft.until = day(until);
  return draft;
}

DraftInvoice draft_these(InvoiceId invoice, const std::vector<std::string_view>& names) {
  DraftInvoice draft = draft_all(invoice);
  draft.entries = entries(names);
  return draft;
}

std::string draft_text(const InvoiceDocument& document) {
  std::string text;
  for (const InvoiceLine& line : document.lines) {
    text += "#" + std::to_string(line.line) + " " + name_of(line.kind) + " " + line.text + ": " + amounts(line) + "\n";
    for (const Claim& claim : line.claims) {
      text += "  " + std::string(claim.entry.text()) + " " + std::to_string(claim.seconds.count) + "/" +
              std::to_string(claim.billed.count) + " " + std::to_string(claim.value) + " " + std::to_string(claim.proposed) +
              " " + std::to_string(claim.amount) + "\n";
    }
  }
  for (const DepositDraw& draw : document.deposits) {
    text += "draws " + std::string(draw.deposit.text()) + " " + std::to_string(draw.amount) + "\n";
  }
  return text + std::to_string(document.net) + " + " + std::to_string(document.tax) + " = " + std::to_string(document.total) +
         ", due " + std::to_string(document.due) + "\n";
}

std::string draft_text(const Scenario& scenario, const InvoiceId& invoice) {
  const InvoiceState* state = scenario.books().invoices.find(invoice);
  return state == nullptr ? "no such draft" : draft_text(*state->document);
}

std::string events_of(const Scenario& scenario) {
  if (!scenario.decision().accepted()) return "refused:\n" + printed(scenario.decision().refusals());
  std::string names;
  for (const Event& event : scenario.decision().events()) {
    const std::string name = std::visit([](const auto& held) { return boost::core::demangle(typeid(held).name()); }, event);
    names += (names.empty() ? "" : " ") + name.substr(name.rfind(':') + 1);
  }
  return names;
}

}  // namespace billtrail::testing
