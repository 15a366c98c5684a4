// The terms of a retainer as they are typed, and as the command takes them.
import {terms_text} from "../../formats/agreement";
import {read_money} from "../../input/money_text";
import type {Basis, EngagementRow, OveragePolicy, RollOver} from "../../live/billing_wire";

export interface Terms {
  fee: string;
  basis: Basis;
  allowance: string;
  unit: string;
  roll_over: RollOver;
  periods: string;
  cap: string;
  overage: OveragePolicy;
  overage_rate: string;
  list_covered: boolean;
}

export const fresh_terms: Terms = {
  fee: "", basis: "hours", allowance: "", unit: "", roll_over: "none", periods: "2", cap: "", overage: "rate_card", overage_rate: "", list_covered: false,
};

const whole = /^\d{1,6}$/;

// An allowance as typed in the unit of its basis: hours, money, pieces. Null when it cannot be read.
export function read_allowance(typed: string, basis: Basis, currency: string): number | null {
  if (basis === "money") return read_money(typed, currency);
  if (basis === "deliverables") return whole.test(typed.trim()) ? Number(typed) : null;
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?\s*h?$/.exec(typed.trim());
  return match ? Number(match[1]) * 3600 + Number((match[2] ?? "").padEnd(2, "0")) * 36 : null;
}

// The fields of the command, or null while something is missing.
export function read_terms(terms: Terms, currency: string): Record<string, unknown> | null {
  const fee = read_money(terms.fee, currency);
  if (fee === null || fee < 0) return null;
  if (terms.basis === "none") return {fee, basis: "none"};
  const allowance = read_allowance(terms.allowance, terms.basis, currency);
  const cap = terms.cap.trim() ? read_allowance(terms.cap, terms.basis, currency) : undefined;
  const rate = terms.overage_rate.trim().replace(",", ".");
  if (!allowance || cap === null || (terms.roll_over === "periods" && !whole.test(terms.periods))) return null;
  if (terms.overage === "overage_rate" && !/^\d+(\.\d{1,4})?$/.test(rate)) return null;
  return {
    fee, basis: terms.basis, allowance, roll_over: terms.roll_over, overage: terms.overage, list_covered: terms.list_covered,
    ...(terms.basis === "deliverables" ? {allowance_unit: terms.unit.trim() || "pieces"} : {}),
    ...(terms.roll_over === "periods" ? {roll_over_periods: Number(terms.periods)} : {}),
    ...(terms.roll_over !== "none" && cap !== undefined ? {roll_over_cap: cap} : {}),
    ...(terms.overage === "overage_rate" ? {overage_rate: rate} : {}),
  };
}

// The agreement as it would read, while it is typed.
export function terms_preview(data: Record<string, unknown> | null, every: string, timing: string, currency: string): string {
  if (!data) return "Fee and allowance make the agreement.";
  const [unit, count] = every.split(".") as ["month" | "week", string];
  const kind = data.basis === "none" ? "recurring_fee" : "retainer";
  const terms = {roll_over: "none", roll_over_periods: 0, unit: data.allowance_unit ?? "", ...data};
  return terms_text({kind, cycle: {unit, every: Number(count), anchor_day: 1, timing, lead_days: 0}, terms} as unknown as EngagementRow, currency);
}
