// Forgotten timers (TM5): one still running past the warning, and entries the server stopped. Three answers, one click each.
import {useState} from "preact/hooks";
import {Icon} from "../../components/icon";
import {InlineEdit} from "../../components/inline_edit";
import {instant, local, relative_day, time_of_day} from "../../formats/date";
import {hours_minutes, spoken_duration} from "../../formats/duration";
import {read_duration, read_time_of_day, typed_seconds} from "../../input/duration_text";
import {useLive} from "../../live/store";
import type {EntriesAnswer, EntryRow, TimerRow} from "../../live/wire";
import {last_seen_before, me, my_timer, now_ms, running_seconds, today, zone} from "../../shell/session";
import {recent_entries} from "../../shell/timer_line";
import {review_entry} from "../../time/entries";
import {discard_timer, stop_timer} from "../../time/timers";
import {typical_seconds, work_text} from "../../time/work";

const usual_without_history = 3600;
const kept = new Set<string>();  // timers the reader said are right, until the page is loaded again

const day_name = (day: string) => relative_day(day, today.value).replace(/^(Yest|Tod|Tom)/, (start) => start.toLowerCase());
const day_time = (ms: number) => {
  const day = local(ms, zone.value).date;
  return day === today.value ? time_of_day(ms, zone.value) : `${day_name(day)} ${time_of_day(ms, zone.value)}`;
};

// When the reader was last here, if that lies in the timer's span.
const seen_within = (from: number, to: number) => (last_seen_before && last_seen_before > from + 60_000 && last_seen_before < to ? last_seen_before : null);

const on = (row: TimerRow | EntryRow) => {
  const words = [row.description, work_text(row)].filter(Boolean).join(", ");
  return words && `on ${words}`;
};

function Running({timer}: {timer: TimerRow}) {
  const [, set_kept] = useState(0);
  if (kept.has(timer.entry)) return null;
  const started = Date.parse(timer.at);
  const seen = seen_within(started, now_ms() - 600_000);
  const usual = typical_seconds(recent_entries.value, timer) ?? usual_without_history;
  const keep = () => {
    kept.add(timer.entry);
    set_kept(kept.size);
  };
  const custom = (typed: string) => {
    const clock_time = read_time_of_day(typed);
    const at = clock_time === null ? NaN : instant({date: local(started, zone.value).date, seconds: clock_time}, zone.value);
    const length = read_duration(typed);
    if (at > started) void stop_timer(at, timer);
    else if (length) void stop_timer(started + typed_seconds(length) * 1000, timer);
  };
  return (
    <div class="banner warn" role="region" aria-label="Forgotten timer">
      <Icon name="alert" />
      <div class="banner-text"><b>Still {on(timer) || "working"}?</b> The timer has run since {day_time(started)}, {spoken_duration(running_seconds.value)}.</div>
      <div class="banner-actions">
        {seen ? <button type="button" class="button" onClick={() => void stop_timer(seen, timer)}>Stopped {day_time(seen)} <small>when you were last here</small></button>
          : <button type="button" class="button" onClick={() => void discard_timer(timer)}>Discard it</button>}
        <button type="button" class="button" onClick={() => void stop_timer(started + usual * 1000, timer)}>Stopped after {hours_minutes(usual)} <small>your usual</small></button>
        <button type="button" class="button" onClick={keep}>It is right <small>keep running</small></button>
        <InlineEdit label="When it really stopped" value="" empty="Other…" save={custom} />
      </div>
    </div>
  );
}

function Reviewed({entry}: {entry: EntryRow}) {
  const started = entry.start ? Date.parse(entry.start) : 0;
  const seen = entry.end ? seen_within(started, Date.parse(entry.end)) : null;
  const usual = Math.min(entry.seconds, typical_seconds(recent_entries.value, entry) ?? usual_without_history);
  const trim = (typed: string) => {
    const read = read_duration(typed);
    if (read) void review_entry(entry, typed_seconds(read));
  };
  const hint = (typed: string) => {
    const read = read_duration(typed);
    return read ? `= ${spoken_duration(typed_seconds(read))}` : null;
  };
  return (
    <div class="banner warn" role="region" aria-label="Entry that needs a review">
      <Icon name="alert" />
      <div class="banner-text"><b>{hours_minutes(entry.seconds)} {on(entry)}.</b> The timer from {started ? day_time(started) : day_name(entry.work_date)} was stopped for you. It is not billable until you say how long it was.</div>
      <div class="banner-actions">
        {seen && <button type="button" class="button" onClick={() => void review_entry(entry, Math.floor((seen - started) / 1000))}>{hours_minutes((seen - started) / 1000)} <small>until you left, {day_time(seen)}</small></button>}
        <button type="button" class="button" onClick={() => void review_entry(entry, usual)}>{hours_minutes(usual)} <small>your usual</small></button>
        <button type="button" class="button" onClick={() => void review_entry(entry)}>{hours_minutes(entry.seconds)} <small>it is right</small></button>
        <InlineEdit label="How long it really was" value="" empty="Other…" hint={hint} save={trim} />
      </div>
    </div>
  );
}

const reviews_max = 3;

export function Forgotten() {
  const answer = useLive<EntriesAnswer>("entries", {member: me.value, review: "needed", limit: 50}, !!me.value);
  const entries = (answer?.rows ?? []).filter((entry) => entry.review === "needed");
  const timer = my_timer.value;
  return (
    <>
      {timer?.forgotten && <Running timer={timer} />}
      {entries.slice(0, reviews_max).map((entry) => <Reviewed key={entry.key} entry={entry} />)}
      {entries.length > reviews_max && <p class="more-note">{entries.length - reviews_max} more to review after these.</p>}
    </>
  );
}
