// Numbers of documents (N1, N4): what a counter looks like in a series, and the proof that none is missing.
import type {SeriesRow} from "../live/billing_wire";

// "{year}-{counter:4}" with 7 in 2026 gives "2026-0007".
export function number_text(format: string, counter: number | string, date: string): string {
  return format.replace(/\{counter(?::(\d+))?\}/, (_, width) => String(counter).padStart(Number(width ?? 1), "0"))
    .replace("{year}", date.slice(0, 4)).replace("{year2}", date.slice(2, 4)).replace("{month}", date.slice(5, 7) || "··");
}

// "INV-0001 to INV-0214: no gap", or what is wrong with it.
export function proof_text(row: SeriesRow): string {
  if (row.first === null || row.first === undefined || row.last === null || row.last === undefined) return row.kind === "invoice" ? "No invoice has a number yet" : "No credit note yet";
  const name = (counter: number | string) => number_text(row.format, counter, row.year ? String(row.year) : "");
  const range = row.first === row.last ? name(row.first) : `${name(row.first)} to ${name(row.last)}`;
  const wrong = [row.gaps.length ? `missing ${row.gaps.map(name).join(", ")}` : "", row.duplicates.length ? `twice ${row.duplicates.map(name).join(", ")}` : ""].filter(Boolean).join("; ");
  return `${range}: ${row.dense && !wrong ? "no gap" : wrong || "a gap"}${row.voided ? `, ${row.voided} of them void` : ""}`;
}
