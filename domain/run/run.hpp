// Runs: one command that carries out many, each on its own (F36). What could not be done is told in the event, with its reason; the rest
// stands. A dry run previews it, for any date. The scheduler sends RunSchedule.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/invoice/invoice.hpp"

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(RunKind, schedule, draft_recurring, draft_unbilled, approve, issue)

// Opens and closes every cycle that is due by the date, in order, each exactly once, and checks the alerts.
struct RunSchedule {
  std::optional<Date> until;  // today unless given, never later but in a dry run
};
BOOST_DESCRIBE_STRUCT(RunSchedule, (), (until))

// "Make all recurring drafts": what RunSchedule does, and every scheduled draft due by the date.
struct DraftAllRecurring {
  std::optional<Date> until;
  std::vector<ClientId> clients;  // all unless given
};
BOOST_DESCRIBE_STRUCT(DraftAllRecurring, (), (until, clients))

// "Draft all unbilled hourly clients": one draft for each client with something open that is dated by `until`.
struct DraftAllUnbilled {
  std::optional<Date> until;
  std::vector<ClientId> clients;
};
BOOST_DESCRIBE_STRUCT(DraftAllUnbilled, (), (until, clients))

struct ApproveInvoices {
  std::vector<InvoiceId> invoices;
};
BOOST_DESCRIBE_STRUCT(ApproveInvoices, (), (invoices))

// Issues in the order given. With a channel each issued one is also noted as sent.
struct IssueInvoices {
  std::vector<InvoiceId> invoices;
  std::optional<Date> on;
  std::optional<Channel> send;
};
BOOST_DESCRIBE_STRUCT(IssueInvoices, (), (invoices, on, send))

// What a run could not do. `code` is the refusal's name.
struct RunRefusal {
  std::optional<ClientId> client;
  std::optional<EngagementId> engagement;
  std::optional<InvoiceId> invoice;
  std::string code;
  std::string detail;
  friend bool operator==(const RunRefusal&, const RunRefusal&) = default;
};
BOOST_DESCRIBE_STRUCT(RunRefusal, (), (client, engagement, invoice, code, detail))

// The last event of a run; its other events stand before it in the same append.
struct RunCarriedOut {
  RunKind kind = RunKind::schedule;
  Date until;
  std::vector<InvoiceId> invoices;  // drafted, approved or issued
  std::int32_t cycles = 0;          // opened and closed
  std::vector<RunRefusal> refused;
};
BOOST_DESCRIBE_STRUCT(RunCarriedOut, (), (kind, until, invoices, cycles, refused))

}  // namespace billtrail
