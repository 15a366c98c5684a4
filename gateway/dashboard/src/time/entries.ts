// Correcting, moving, removing and reviewing time entries in place, each with its undo.
import {command} from "../live/commands";
import {uuid7} from "../live/ids";
import {add_days, instant, local, to_instant} from "../formats/date";
import {hours_minutes, spoken_duration} from "../formats/duration";
import {typed_seconds, type TypedTime} from "../input/duration_text";
import type {EntryRow, Outcome} from "../live/wire";
import {directory, name_of, zone} from "../shell/session";
import {refused, said} from "../shell/toasts";
import {add_row, replace_row} from "./paint";
import {log_again, reverse_correction, type Correction} from "./reverse";
import {same_work, with_names, work_text, type WorkFields} from "./work";

const by_hand = "Corrected by hand";
const undone = "Undone";

function corrected(entry: EntryRow, change: Correction): EntryRow {
  const kept = same_work(entry);
  const cleared = Object.fromEntries((change.clear ?? []).map((field) => [field, undefined]));
  const {project, campaign, task, service, category, description, tags} = {...kept, ...change, ...cleared} as WorkFields;
  const work = with_names({client: entry.client ?? undefined, project, campaign, task, service, category, description, tags}, directory.peek());
  const no_clock = change.clear?.includes("start_and_end");
  const start = no_clock ? null : (change.start ?? entry.start);
  return {
    ...entry, ...work, pending: true, start, end: no_clock ? null : (change.end ?? entry.end), seconds: change.seconds ?? entry.seconds,
    work_date: change.date ?? (change.start ? local(Date.parse(change.start), zone.peek()).date : entry.work_date),
  };
}

function send_correction(entry: EntryRow, change: Correction, reason: string): Promise<Outcome> {
  const after = corrected(entry, change);
  return command("CorrectTimeEntry", {entry: entry.entry, ...change, reason}, [
    {model: "entries", edit: (rows, params) => replace_row(rows, params, entry.key, after)},
  ]);
}

export async function correct_entry(entry: EntryRow, change: Correction, what: string): Promise<void> {
  const outcome = await send_correction(entry, change, by_hand);
  if (!outcome.ok) return refused(outcome.problem, "Not changed");
  const after = corrected(entry, change);
  said(what, async () => {
    const back = await send_correction(after, reverse_correction(entry, change), undone);
    if (!back.ok) refused(back.problem, "Not undone");
  });
}

// A typed duration or range. On an entry with clock times a duration moves the end; a range sets both. Only what changed is sent, so
// that editing the end never re-reads the start (TM2).
export function correct_time(entry: EntryRow, typed: TypedTime): void {
  const seconds = typed_seconds(typed);
  const clock_zone = entry.zone ?? zone.peek();
  const change: Correction = {};
  if (typed.kind === "range") {
    const date = entry.start ? local(Date.parse(entry.start), clock_zone).date : entry.work_date;
    const at = (reading: number) => to_instant(instant({date: add_days(date, Math.floor(reading / 86_400)), seconds: reading % 86_400}, clock_zone));
    const [start, end] = [at(typed.from), at(typed.to)];
    if (start !== entry.start) change.start = start;
    if (end !== entry.end) change.end = end;
    if (!change.start && !change.end) return;
    change.seconds = Math.floor((Date.parse(end) - Date.parse(start)) / 1000);
  } else {
    if (seconds === entry.seconds) return;
    if (entry.start) change.end = to_instant(Date.parse(entry.start) + seconds * 1000);
    change.seconds = seconds;
  }
  void correct_entry(entry, change, `Now ${spoken_duration(change.seconds)}`);
}

export async function remove_entry(entry: EntryRow): Promise<void> {
  const outcome = await command("RemoveTimeEntry", {entry: entry.entry, reason: "Removed by hand"}, [
    {model: "entries", edit: (rows) => rows.filter((row) => row.key !== entry.key)},
  ]);
  if (!outcome.ok) return refused(outcome.problem, "Not removed");
  said(`Removed ${hours_minutes(entry.seconds)}${work_text(entry) ? ` of ${work_text(entry)}` : ""}`, async () => {
    const id = uuid7();
    const again = {...entry, key: id, entry: id, pending: true};
    const back = await command("LogTime", log_again(entry, id), [{model: "entries", edit: (rows, params) => add_row(rows, params, again)}]);
    if (!back.ok) refused(back.problem, "Not undone");
  });
}

function send_move(entry: EntryRow, as: string, fields: WorkFields, reason: string): Promise<Outcome> {
  const after: EntryRow = {...entry, ...with_names(fields, directory.peek()), key: as, entry: as, pending: true, description: entry.description};
  return command("MoveTimeEntry", {entry: entry.entry, as, ...fields, reason}, [
    {model: "entries", edit: (rows, params) => replace_row(rows, params, entry.key, after)},
  ]);
}

// 2.19: another client is a move: the old entry goes, a new one comes, in one append.
export async function move_entry(entry: EntryRow, client: string, fields: WorkFields = {}): Promise<void> {
  const as = uuid7();
  const category = entry.client && entry.category !== "non_billable" && !fields.task ? {category: entry.category} : {};
  const outcome = await send_move(entry, as, {...category, ...fields, client}, "Moved by hand");
  if (!outcome.ok) return refused(outcome.problem, "Not moved");
  said(`Moved to ${name_of("client", client)}`, () => void move_back(entry, as));
}

async function move_back(before: EntryRow, moved: string): Promise<void> {
  const {description: _text, tags: _tags, ...fields} = same_work(before);
  if (before.client) {
    const back = await send_move({...before, key: moved, entry: moved}, uuid7(), fields, undone);
    if (!back.ok) refused(back.problem, "Not undone");
    return;
  }
  const gone = await command("RemoveTimeEntry", {entry: moved, reason: undone});
  const back = gone.ok ? await command("LogTime", log_again(before, uuid7())) : gone;
  if (!back.ok) refused(back.problem, "Not undone");
}

// TM5: confirms a forgotten timer's time, or trims it.
export async function review_entry(entry: EntryRow, seconds?: number): Promise<void> {
  const after: EntryRow = {...entry, review: "done", pending: true, seconds: seconds ?? entry.seconds};
  if (seconds && entry.start) after.end = to_instant(Date.parse(entry.start) + seconds * 1000);
  const outcome = await command("ReviewTimeEntry", {entry: entry.entry, ...(seconds ? {seconds} : {})}, [
    {model: "entries", edit: (rows, params) => replace_row(rows, params, entry.key, after)},
  ]);
  if (!outcome.ok) return refused(outcome.problem, "Not reviewed");
  said(`${seconds ? "Trimmed to" : "Confirmed"} ${hours_minutes(after.seconds)}`);
}
