// What a payment pays, unless the reader says otherwise (2.16).
import type {InvoiceRow} from "../../live/billing_wire";

export interface Share {
  invoice: string;
  amount: number;
}

// exact_or_oldest as the server does it, so that the reader sees it before: the invoice whose number or balance is named, else by due date.
export function proposal(amount: number, reference: string, open: readonly InvoiceRow[]): Share[] {
  const named = open.find((row) => row.number && reference.toLowerCase().includes(row.number.toLowerCase())) ?? open.find((row) => row.balance.minor === amount);
  const order = named ? [named] : [...open].sort((a, b) => (a.due_on ?? "").localeCompare(b.due_on ?? "") || (a.number ?? "").localeCompare(b.number ?? ""));
  let left = amount;
  const shares: Share[] = [];
  for (const row of order) {
    const take = Math.min(left, row.balance.minor);
    if (take > 0) shares.push({invoice: row.invoice, amount: take});
    left -= take;
  }
  return shares;
}
