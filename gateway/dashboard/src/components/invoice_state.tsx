// The state of an invoice in one word, and what it says about it.
import type {InvoiceRow, InvoiceState} from "../live/billing_wire";
import {Badge} from "./basics";

export const state_names: Record<InvoiceState, string> = {
  draft: "Draft", approved: "Approved", issued: "Issued", part_paid: "Part paid", paid: "Paid", credited: "Credited",
  written_off: "Written off", void: "Void", discarded: "Discarded",
};
const tones: Partial<Record<InvoiceState, string>> = {approved: "live", issued: "info", part_paid: "info", paid: "live", void: "quiet", discarded: "quiet"};

export function StateBadge({row}: {row: Pick<InvoiceRow, "state" | "overdue_days" | "flagged">}) {
  return (
    <span class="badges">
      <Badge tone={tones[row.state] ?? ""}>{state_names[row.state] ?? row.state}</Badge>
      {row.overdue_days > 0 && <Badge tone="warn">{row.overdue_days} d overdue</Badge>}
      {row.flagged && <Badge tone="warn">Look again</Badge>}
    </span>
  );
}

export const is_draft = (state: InvoiceState) => state === "draft" || state === "approved";
// What an invoice is called: its number once it has one.
export const invoice_name = (row: Pick<InvoiceRow, "number" | "state" | "kind">) =>
  row.number || ({deposit: "Deposit draft", adjustment: "Adjustment draft", invoice: "Draft"} as const)[row.kind] || "Draft";
