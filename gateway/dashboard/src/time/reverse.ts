// Undo: the commands that take a change back. Nothing is erased; the ledger gets the opposite said as well. Pure, so each is tested.
import {same_work, type WorkFields} from "./work";
import type {EntryRow} from "../live/wire";

export type EntryField = "engagement" | "project" | "campaign" | "task" | "service" | "start_and_end";

// CorrectTimeEntry's fields; those left out stay as they are.
export interface Correction extends Omit<WorkFields, "client"> {
  date?: string;
  seconds?: number;
  start?: string;
  end?: string;
  clear?: EntryField[];
}

const clearable = ["project", "campaign", "task", "service"] as const;

// The correction that puts back what this one changes.
export function reverse_correction(before: EntryRow, change: Correction): Correction {
  const back: Correction = {};
  const clear: EntryField[] = [];
  const touched = new Set<string>([...Object.keys(change), ...(change.clear ?? [])]);
  for (const field of clearable) {
    if (!touched.has(field)) continue;
    if (before[field]) back[field] = before[field]!;
    else clear.push(field);
  }
  if (touched.has("category")) back.category = before.category;
  if (touched.has("description")) back.description = before.description ?? "";
  if (touched.has("tags")) back.tags = before.tags ?? [];
  if (["date", "seconds", "start", "end", "start_and_end"].some((field) => touched.has(field))) {
    if (before.start && before.end) Object.assign(back, {start: before.start, end: before.end, seconds: before.seconds});
    else {
      Object.assign(back, {date: before.work_date, seconds: before.seconds});
      if (touched.has("start") || touched.has("end")) clear.push("start_and_end");
    }
  }
  if (clear.length) back.clear = clear;
  return back;
}

// LogTime with the same facts, for an entry that was removed.
export function log_again(entry: EntryRow, id: string): object {
  const when = entry.start && entry.end
    ? {start: entry.start, end: entry.end, seconds: entry.seconds, date: entry.work_date, ...(entry.zone ? {zone: entry.zone} : {})}
    : {date: entry.work_date, seconds: entry.seconds};
  const typed = entry.agreed && entry.agreed.origin !== "rule"
    ? {rate: entry.agreed.price.amount, currency: entry.agreed.price.currency, rate_reason: "Logged again after undo"}
    : {};
  return {entry: id, member: entry.member, ...same_work(entry), ...when, ...typed};
}
