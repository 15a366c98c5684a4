// Reads what people type for an amount of money: 1234.5, 1,234.50, 1.234,50, 1 234, €20. Minor units out, or null when it cannot be
// read. The digits are placed as text; no amount becomes a fraction on the way.
import {exponent_of} from "../formats/money";

const digits_max = 15;

// The last mark is the decimal sign, unless exactly three digits follow it and the currency has no three decimals, or it occurs twice.
function split_decimals(text: string, exponent: number): [string, string] | null {
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (at < 0) return [text, ""];
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  const grouping = whole.includes(text[at]!) || (decimals.length === 3 && exponent !== 3 && /^[1-9]/.test(whole));
  return grouping ? (decimals.length === 3 ? [text, ""] : null) : [whole, decimals];
}

export function read_money(typed: string, currency: string): number | null {
  const exponent = exponent_of(currency);
  const text = typed.trim().replace(/[\s\u00a0']/g, "").replace(/^([-−]?)[^\d.,-]*/, "$1").replace(/[^\d.,]+$/, "").replace("−", "-");
  const match = /^(-?)([\d.,]*\d[\d.,]*)$/.exec(text);
  const parts = match && split_decimals(match[2]!, exponent);
  if (!parts) return null;
  const [whole, decimals] = parts;
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  if (decimals.replace(/0+$/, "").length > exponent) return null;
  const digits = whole.replace(/[.,]/g, "") + decimals.slice(0, exponent).padEnd(exponent, "0");
  if (!digits || digits.length > digits_max) return null;
  return match![1] ? -Number(digits) || 0 : Number(digits);
}

// What a person would type to get exactly this amount: 123450 gives "1234.50".
export function editable_money(minor: number, currency: string): string {
  const exponent = exponent_of(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  return `${minor < 0 ? "-" : ""}${whole}${exponent ? `.${digits.slice(-exponent)}` : ""}`;
}

// "10%", "12,5 %" in hundredths of a percent; null when it is no percentage.
export function read_percent(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(typed.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

// That share of an amount, rounded half away from zero.
export function percent_of(minor: number, hundredths: number): number {
  const product = 2n * BigInt(Math.abs(minor)) * BigInt(hundredths) + 10_000n;
  return Number(product / 20_000n) * (minor < 0 ? -1 : 1);
}

// "10%", "100" off, or "=400" for what it should come to.
export function written_down(typed: string, net: number, currency: string): number | null {
  const percent = read_percent(typed);
  if (percent !== null) return net - percent_of(net, percent);
  const to = typed.trim().startsWith("=");
  const minor = read_money(to ? typed.trim().slice(1) : typed, currency);
  return minor === null ? null : to ? minor : net - minor;
}
