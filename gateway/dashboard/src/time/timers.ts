// Starting, stopping, continuing and changing the reader's timer: one command each, painted at once, with undo where it makes sense.
import {command} from "../live/commands";
import {together} from "../live/http";
import {uuid7} from "../live/ids";
import type {Patch} from "../live/store";
import {local, to_instant} from "../formats/date";
import {hours_minutes} from "../formats/duration";
import type {EntryRow, TimerRow} from "../live/wire";
import {directory, me, my_timer, now_ms, zone} from "../shell/session";
import {refused, said} from "../shell/toasts";
import {add_row} from "./paint";
import {same_work, with_names, work_text, type WorkFields} from "./work";

const whole_second = (ms: number) => to_instant(Math.floor(ms / 1000) * 1000);

const stopped_row = (timer: TimerRow, at: string): EntryRow => {
  const started = Date.parse(timer.at);
  return {
    ...timer, key: timer.entry, entry: timer.entry, start: timer.at, end: at, zone: timer.zone ?? zone.peek(), pending: true,
    work_date: local(started, zone.peek()).date, seconds: Math.max(0, Math.floor((Date.parse(at) - started) / 1000)),
  };
};

const without_timer = (timer: TimerRow): Patch => ({model: "timers", edit: (rows) => rows.filter((row) => row.key !== timer.key)});

function stopping(timer: TimerRow | undefined, at: string): Patch[] {
  return timer ? [without_timer(timer), {model: "entries", edit: (rows, params) => add_row(rows, params, stopped_row(timer, at))}] : [];
}

// Starts a timer; a running one stops at the same instant, in the same append (TM1). `since` is when the reader began to type.
export async function start_timer(fields: WorkFields, since?: number): Promise<void> {
  const member = me.peek();
  if (!member) return;
  const running = my_timer.peek();
  const earliest = running ? Date.parse(running.at) : 0;
  const at = whole_second(Math.max(since ?? now_ms(), earliest));
  const entry = uuid7();
  const row: TimerRow = {key: entry, entry, member, at, zone: zone.peek(), pending: true, ...with_names(fields, directory.peek())};
  const outcome = await command("StartTimer", {entry, member, ...fields, at, zone: zone.peek()}, [
    ...stopping(running, at),
    {model: "timers", edit: (rows) => [...rows, row]},
  ]);
  if (!outcome.ok) refused(outcome.problem, "The timer did not start");
}

// Runs a stopped timer on as if it had not been stopped: the entry goes and the timer starts where it started.
async function resume_stopped(timer: TimerRow): Promise<void> {
  const {member, entry} = timer;
  const outcome = await together([
    {command: "RemoveTimeEntry", data: {entry, reason: "Timer resumed"}},
    {command: "StartTimer", data: {member, ...same_work(timer), at: timer.at, zone: timer.zone ?? zone.peek()}},
  ]);
  if (!outcome.ok) refused(outcome.problem, "The timer could not be resumed");
}

export async function stop_timer(at_ms?: number, timer = my_timer.peek()): Promise<void> {
  if (!timer) return;
  const at = whole_second(Math.max(at_ms ?? now_ms(), Date.parse(timer.at)));
  const outcome = await command("StopTimer", {member: timer.member, entry: timer.entry, at}, stopping(timer, at));
  if (!outcome.ok) return refused(outcome.problem, "The timer did not stop");
  const length = hours_minutes((Date.parse(at) - Date.parse(timer.at)) / 1000);
  said(`Logged ${length}${work_text(timer) ? ` for ${work_text(timer)}` : ""}`, () => void resume_stopped(timer));
}

export async function discard_timer(timer = my_timer.peek()): Promise<void> {
  if (!timer) return;
  const {member, entry} = timer;
  const outcome = await command("DiscardTimer", {member, entry}, [without_timer(timer)]);
  if (!outcome.ok) return refused(outcome.problem);
  const again = {member, ...same_work(timer), at: timer.at, zone: timer.zone ?? zone.peek()};
  said("Timer discarded", () => void command("StartTimer", again).then((undone) => undone.ok || refused(undone.problem)));
}

export async function change_timer(timer: TimerRow, fields: WorkFields): Promise<void> {
  const merged = with_names({...same_work(timer), ...fields}, directory.peek());
  const outcome = await command("ChangeTimer", {entry: timer.entry, ...fields}, [
    {model: "timers", edit: (rows) => rows.map((row) => (row.key === timer.key ? {...row, ...merged, pending: true} : row))},
  ]);
  if (!outcome.ok) refused(outcome.problem);
}

export const continue_entry = (entry: EntryRow) => start_timer(same_work(entry));
