// Agreements in words: what a client signed, in one line a person can check.
import type {CycleTerms, EngagementKind, EngagementRow, OveragePolicy, PaymentTerms, PeriodTerms} from "../live/billing_wire";
import {days_between} from "./date";
import {hours_minutes} from "./duration";
import {money_text, price_text} from "./money";

export const kind_names: Record<EngagementKind, string> = {
  hourly: "Hourly", capped: "Hourly with a cap", fixed_fee: "Fixed fee", recurring_fee: "Recurring fee", retainer: "Retainer",
  deposit: "Deposit", milestone: "Milestones", non_billable: "Not billed",
};

export const overage_names: Record<OveragePolicy, string> = {
  rate_card: "overage billed at rate card", overage_rate: "overage billed at its own rate", needs_approval: "overage billed once the client agrees",
  absorb: "overage absorbed", deficit: "overage taken from the next period",
};

// How much of an allowance: "40 h", "€1,000.00", "20 posts".
export function allowance_text(amount: number, terms: {basis: PeriodTerms["basis"]; unit?: string}, currency: string): string {
  if (terms.basis === "money") return money_text({minor: amount, currency});
  if (terms.basis === "deliverables") return `${amount} ${terms.unit || "pieces"}`;
  return amount % 3600 ? hours_minutes(amount) : `${amount / 3600} h`;
}

export function every_text({unit, every}: Pick<CycleTerms, "unit" | "every">): string {
  if (unit === "month") return ({1: "a month", 3: "a quarter", 6: "every half year", 12: "a year"} as Record<number, string>)[every] ?? `every ${every} months`;
  return every === 1 ? "a week" : `every ${every} weeks`;
}

const periods = (count: number) => `${count} ${count === 1 ? "period" : "periods"}`;

function roll_over_text(terms: PeriodTerms, currency: string): string {
  if (terms.roll_over === "none") return "unused time lapses";
  const most = terms.roll_over_cap === null || terms.roll_over_cap === undefined ? "carries what is left" : `carries up to ${allowance_text(terms.roll_over_cap, terms, currency)}`;
  return `${most} ${{periods: `for ${periods(terms.roll_over_periods)}`, year_end: "until the year ends", forever: "without end"}[terms.roll_over]}`;
}

function overage_text(terms: PeriodTerms, currency: string): string {
  if (terms.overage !== "overage_rate" || !terms.overage_rate) return overage_names[terms.overage];
  const price = price_text({amount: terms.overage_rate, currency, per: terms.basis === "deliverables" ? "fixed" : "hour"});
  return `overage billed at ${price.replace(/ fixed$/, " each")}`;
}

// "Retainer, €2,400.00 a month in advance, 40 h, carries up to 10 h for 2 periods, overage billed at rate card".
export function terms_text(row: EngagementRow, currency: string): string {
  const parts = [kind_names[row.kind]];
  if (row.cycle && row.terms) {
    const fee = money_text(row.fee ?? {minor: row.terms.fee, currency});
    parts.push(`${fee} ${every_text(row.cycle)} ${row.cycle.timing === "advance" ? "in advance" : "in arrears"}`);
    if (row.terms.basis !== "none") parts.push(allowance_text(row.terms.allowance, row.terms, currency), roll_over_text(row.terms, currency), overage_text(row.terms, currency));
  } else {
    if (row.fee?.minor) parts.push(money_text(row.fee));
    if (row.cap?.minor) parts.push(`at most ${money_text(row.cap)}`);
    if (row.kind === "hourly") parts.push("every hour at its rate");
  }
  return parts.join(", ");
}

export function payment_terms_text({rule, days}: PaymentTerms): string {
  if (rule === "days_after_issue") return days ? `${days} days after issue` : "at once";
  return rule === "days_after_month_end" ? `${days} days after the month ends` : `on day ${days} of the next month`;
}

export const tax_names = {
  S: "Standard rate", Z: "Zero rate", E: "Exempt", AE: "Reverse charge", K: "Within the EU", G: "Export", O: "Outside the scope of tax",
} as const;

// Share of the period's days that have passed, today included; hundredths of a percent.
export function elapsed(cycle: {from: string; to: string}, on: string): number {
  const days = days_between(cycle.from, cycle.to);
  const passed = Math.max(0, Math.min(days, days_between(cycle.from, on) + 1));
  return days ? Math.round((passed * 10_000) / days) : 0;
}
