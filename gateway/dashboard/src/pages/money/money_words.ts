// What payments came to, in a sentence.
import {money_text} from "../../formats/money";
import type {LedgerEvent} from "../../live/wire";

export function said_payment(events: readonly LedgerEvent[], minor: number, currency: string): string {
  const allocated = events.filter(({type}) => type === "PaymentAllocated");
  const sum = allocated.reduce((total, {data}) => total + Number(data.amount), 0);
  const amount = money_text({minor, currency});
  if (!allocated.length) return `${amount} recorded as credit`;
  const rest = minor - sum;
  return `${amount} recorded, for ${allocated.length} ${allocated.length === 1 ? "invoice" : "invoices"}${rest > 0 ? `; ${money_text({minor: rest, currency})} stays as credit` : ""}`;
}
