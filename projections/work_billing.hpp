// What invoices, expenses and write-offs mean for work in progress: small, without texts. Rows are those of WorkView and the directory.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/settlement.hpp"

namespace billtrail {

// The hold of a line on an entry (W1a): value = what is relieved, amount = what is billed.
struct WorkClaim {
  Row entry = no_row;
  Seconds billed, seconds;
  std::int64_t value = 0, proposed = 0, amount = 0;
};

struct WorkLine {
  std::int32_t line = 0;
  LineKind kind = LineKind::fixed;
  std::int64_t net = 0;         // as on the document: with tax where its prices are gross
  std::int64_t before_tax = 0;  // T3: the same without tax
  Row project = no_row;
  Row engagement = no_row;      // of WorkView::engagements
  std::optional<std::int32_t> period;
  Row expense = no_row;
  std::vector<WorkClaim> claims;
  std::optional<Date> returned;  // K2, void: its work is open again from that date on
};

// A credit note; counts from its date on.
struct LineCredit {
  std::size_t line = 0;  // place in WorkInvoice::lines
  std::int64_t before_tax = 0;
};
struct WorkCredit {
  Date on;
  std::int64_t total = 0;
  std::vector<LineCredit> lines;
};

enum class WorkInvoiceStage : std::uint8_t { draft, issued, discarded };

struct WorkInvoice {
  InvoiceId invoice;
  Row client = no_row;
  Currency currency;
  WorkInvoiceStage stage = WorkInvoiceStage::draft;
  std::string number;
  Date on;
  std::optional<Date> voided;
  std::int64_t total = 0, due = 0;
  std::vector<WorkLine> lines;  // of a draft: as it is now
  std::vector<WorkCredit> credits;
};

struct WorkExpense {
  ExpenseId expense;
  Row client = no_row, project = no_row, campaign = no_row;
  Date on;
  std::int64_t price = 0;  // in the client's currency
  bool billable = true, removed = false;
  Row holder = no_row;  // the draft that holds it
  std::vector<Settlement> settled;
};

// Money without a member: on account of work not yet matched (progress), or of a fee (fees). Negative where it is given back.
struct InvoicedAmount {
  Row client = no_row, project = no_row;
  Row engagement = no_row;
  std::optional<std::int32_t> period;
  Currency currency;
  Date on;
  std::int64_t minor = 0;
};

struct WrittenOffShare {
  Row entry = no_row;
  Seconds seconds;
  std::int64_t minor = 0;
};

struct WorkWriteOff {
  WriteOffId write_off;
  Row client = no_row;
  Date on;
  WriteOffReason code = WriteOffReason::other;
  bool up = false;
  bool taken_back = false;  // H6: its period was opened again, as if it had never been
  std::optional<Date> reversed_on;
  Row engagement = no_row;  // H4: overage absorbed when that period closed
  std::optional<std::int32_t> period;
  std::string reason;
  std::vector<WrittenOffShare> shares;
};

// How a closed period drew an entry (H3, H6): counts from the close's date on.
struct DrawnEntry {
  Date on;
  Row engagement = no_row;
  std::int32_t period = 0;
  Seconds covered, overage, deficit;
  std::int64_t value = 0;    // of the overage
  bool priced = false;
};

}  // namespace billtrail
