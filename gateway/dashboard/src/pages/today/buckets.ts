// Ageing buckets (W3): their names, and the work dates each holds on a day.
import {add_days} from "../../formats/date";

// [30, 60, 90, 120] gives "0–30 d", "31–60 d" ... "over 120 d".
export function bucket_names(edges: readonly number[]): string[] {
  return [...edges.map((edge, index) => `${index ? edges[index - 1]! + 1 : 0}–${edge} d`), `over ${edges[edges.length - 1] ?? 0} d`];
}

export function bucket_dates(edges: readonly number[], bucket: number, as_of: string): {from?: string; to: string} {
  const youngest = bucket ? edges[bucket - 1]! + 1 : 0;
  const oldest = edges[bucket];
  return {...(oldest === undefined ? {} : {from: add_days(as_of, -oldest)}), to: add_days(as_of, -youngest)};
}
