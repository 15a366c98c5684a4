// C6: the fee paid for allowance that can no longer be used goes back, in the fraction that was not used.
#include "domain/retainer/unused_credit.hpp"

namespace billtrail {

std::optional<IssueCreditNote> unused_credit(const Books& books, const Retainer& retainer) {
  const RetainerState& state = *retainer.cycles;
  if (state.cycle.unused_at_end != UnusedAtEnd::credited || !retainer.engagement->ends || state.cycles.empty()) return std::nullopt;
  const CycleState& last = state.cycles.back();
  if (!last.closed || last.to < *retainer.engagement->ends || !last.regular || last.allowance <= 0) return std::nullopt;
  const std::int64_t unused = std::min(last.allowance, available(last) - last.used);
  const Row row = books.invoices.row_of(*last.regular);
  if (unused <= 0 || row == no_row || books.invoices.at(row).stage != InvoiceStage::issued) return std::nullopt;

  const InvoiceState& invoice = books.invoices.at(row);
  for (const InvoiceLine& line : invoice.document->lines) {
    const bool its_fee = line.kind == LineKind::fee && line.period == last.period && line.net > 0;
    if (!its_fee || invoice.credited_lines.contains(line.line)) continue;
    const std::int64_t net = divide_half_away(Int128{line.net} * unused, last.allowance);
    if (net == 0) return std::nullopt;
    IssueCreditNote note;
    note.invoice = *last.regular;
    note.kind = CreditNoteKind::correction;
    note.lines.push_back({line.line, net, {}});
    note.reason = "Unused allowance at the end of the agreement";
    return note;
  }
  return std::nullopt;
}

}  // namespace billtrail
