// The other half of the work fold: what drafts hold, what issued invoices, write-offs and closed periods took of the work, and what they
// gave back, each from its business date on (2.7, 2.8, 2.13).
#pragma once

#include "projections/work_fold.hpp"

namespace billtrail {

class BillingFold {
 public:
  BillingFold(WorkView& view, const DirectoryView& directory, WorkFold& entries)
      : view_(view), directory_(directory), entries_(entries) {}

  void take(const InvoiceDrafted& event);
  void take(const InvoiceRevised& event);
  void take(const InvoiceDiscarded& event);
  void take(const InvoiceIssued& event);
  void take(const InvoiceVoided& event);
  void take(const CreditNoteIssued& event);
  void take(const WipWrittenOff& event);
  void take(const WipWrittenUp& event);
  void take(const WriteOffReversed& event);
  void take(const EntryDeferred& event);
  void take(const EntryReleased& event);
  void take(const RetainerCycleClosed& event);
  void take(const RetainerCycleReopened& event);
  void take(const ExpenseRecorded& event);
  void take(const ExpenseRemoved& event);
  void take(const ExpenseWrittenOff& event);

 private:
  WorkInvoice& invoice_of(const InvoiceId& invoice, WorkInvoiceStage expected);
  WorkExpense& expense_of(const ExpenseId& expense);
  std::vector<WorkLine> lines_of(const InvoiceDocument& document);
  void hold(Row invoice, const std::vector<WorkLine>& lines);
  void let_go(const WorkInvoice& invoice);
  void bill(Row invoice, const WorkLine& line, Date on, int sign);
  void charge(const WorkInvoice& invoice, const WorkLine& line, Date on, std::int64_t before_tax);
  void give_back(Row invoice, WorkLine& line, Date on);
  void settle(Row entry, const Settlement& settlement);
  void settle_down(Row entry);
  void write_off(WorkWriteOff write_off, const std::vector<WriteOffShare>& shares);

  WorkView& view_;
  const DirectoryView& directory_;
  WorkFold& entries_;
};

}  // namespace billtrail
