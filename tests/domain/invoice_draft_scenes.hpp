// What tests of drafts have in common: Ana works for Acme, in euros, with 15 % tax; and a draft as text, a line for each line and
// claim.
#pragma once

#include "tests/support/given_when_then.hpp"

namespace billtrail::testing {

inline const auto ana = id<MemberId>("ana");
inline const auto acme = id<ClientId>("acme");
inline const auto bolt = id<ClientId>("bolt");
inline const auto payroll = id<ServiceId>("payroll");
inline const auto site = id<ProjectId>("site");
inline const auto draft_1 = id<InvoiceId>("draft-1");
inline const auto draft_2 = id<InvoiceId>("draft-2");

// The practice, its people and its tax.
std::vector<Event> studio();
// Ad hoc work of Ana's for Acme on the project, typed at so much an hour; nothing: unpriced.
TimeLogged worked(std::string_view entry, std::string_view date, std::int64_t seconds, std::string_view rate = "100");

DraftInvoice draft_all(InvoiceId invoice, std::string_view until = "2026-03-01");
DraftInvoice draft_these(InvoiceId invoice, const std::vector<std::string_view>& entries);
std::vector<EntryId> entries(const std::vector<std::string_view>& names);

// "#1 time Site: 6.6667 hour x 100.0000 = 66667 - 0 = 66667 S15.0000 2026-02-02..2026-02-03" and below it "e1 900/900 2500 2500
// 2500" for each claim: claimed and billed seconds, value, proposed, amount. Last the totals.
std::string draft_text(const InvoiceDocument& document);
// Of the draft as the books hold it.
std::string draft_text(const Scenario& scenario, const InvoiceId& invoice);
// The names of the events that the last command left, in order.
std::string events_of(const Scenario& scenario);

}  // namespace billtrail::testing
