// F32: what a client has open, in one draft. The claims of a draft are exclusive (2.13), so drafting twice proposes nothing
// twice.
#include "domain/checks.hpp"
#include "domain/invoice/finish_draft.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/invoice/propose.hpp"

namespace billtrail {
namespace {

void check_filters(const Books& books, const DraftInvoice& command, Faults& faults) {
  for (std::size_t i = 0; i < command.projects.size(); ++i) {
    const std::string at = "/projects/" + std::to_string(i);
    const ProjectState* project = check_known(books.projects, command.projects[i], RefusalCode::unknown_project, at, faults);
    if (project != nullptr && project->client != command.client) faults.add(RefusalCode::project_of_another_client, at);
  }
  const EngagementState* engagement =
      check_known(books.engagements, command.engagement, RefusalCode::unknown_engagement, "/engagement", faults);
  if (engagement != nullptr && engagement->client != command.client) {
    faults.add(RefusalCode::engagement_of_another_client, "/engagement");
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const DraftInvoice& command, const Given& given) {
  const InvoiceId invoice = chosen(command.invoice);
  Faults faults;
  check_unused(books.invoices, invoice, "/invoice", faults);
  const ClientState* client = check_known(books.clients, command.client, RefusalCode::unknown_client, "/client", faults);
  check_filters(books, command, faults);
  if (client == nullptr) return faults.in_order();

  const Date now = today(books, given);
  Drafting draft(books, new_document(books, command.client));
  if (command.reference) draft.document().reference = *command.reference;
  if (command.note) draft.document().note = *command.note;
  const bool empty = command.empty.value_or(false);
  if (command.entries) {
    const std::vector<LineWork> work = named_work(draft, *command.entries, "/entries", faults);
    if (faults.none()) draft.add_work(work);
  } else if (!empty && faults.none()) {
    const Wanted wanted{command.until.value_or(now), command.projects, command.engagement};
    propose_work(draft, wanted);
    propose_items(draft, wanted);
  }
  InvoiceDocument document = draft.document();
  if (!empty && document.lines.empty() && faults.none()) faults.add(RefusalCode::nothing_to_bill);
  span_lines(document);
  if (faults.none()) draw_new(books, document, invoice, now, faults);
  if (!faults.none()) return faults.in_order();

  std::vector<Event> events{InvoiceDrafted{invoice, {}, given.actor, document}};
  for (Event& event : overage_charged(nullptr, document, invoice)) events.push_back(std::move(event));
  return events;
}

}  // namespace billtrail
