// The timer bar, on every page: one line to say what you do, the running clock, one button.
import {signal} from "@preact/signals";
import {useState} from "preact/hooks";
import {Icon} from "../components/icon";
import {clock, spoken_duration} from "../formats/duration";
import {time_of_day} from "../formats/date";
import type {TimerRow} from "../live/wire";
import {change_timer, continue_entry, discard_timer, start_timer, stop_timer} from "../time/timers";
import {work_text, type WorkFields} from "../time/work";
import {directory_answer, me, my_timer, running_seconds, zone} from "./session";
import {recent_entries, TimerLine} from "./timer_line";

// While a timer runs, N opens a second line for what comes next.
const composing = signal(false);
const line_id = "timer-line";

// The line may have to be drawn first, which takes a microtask; later would lose the first letters of a fast typist.
export function focus_timer(): void {
  if (my_timer.peek()) composing.value = true;
  queueMicrotask(() => queueMicrotask(() => document.getElementById(line_id)?.focus()));
}

export function continue_last(): void {
  const last = recent_entries.peek()[0];
  if (last && !my_timer.peek()) void continue_entry(last);
}

const draft = signal("");

function Compose({running}: {running: boolean}) {
  const begin = (fields: WorkFields, since: number) => {
    draft.value = "";
    composing.value = false;
    (document.activeElement as HTMLElement | null)?.blur();
    void start_timer(fields, running ? undefined : since);
  };
  const press = () => {
    const input = document.getElementById(line_id);
    if (draft.value.trim()) input?.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
    else begin({}, Date.now());
  };
  const last = recent_entries.value[0];
  return (
    <div class="timer compose">
      <TimerLine input_id={line_id} label="What are you working on?" value={draft.value} recents
        placeholder={running ? "What comes next? Starting it stops the running timer" : "What are you working on?  @client #task"}
        set={(text) => (draft.value = text)} commit={begin} again={(entry) => { composing.value = false; void continue_entry(entry); }}
        leave={() => { draft.value = ""; composing.value = false; }} />
      {!running && last && !draft.value && (
        <button type="button" class="button quiet timer-continue" onClick={continue_last} title={`Continue: ${last.description || work_text(last)} (C)`}>
          Continue<span class="wide-only"> {last.description || work_text(last)}</span>
        </button>
      )}
      <button type="button" class="button primary timer-button" onClick={press} disabled={!me.value} aria-label="Start timer"><Icon name="play" /><span class="wide-only">Start</span></button>
    </div>
  );
}

// The running clock is its own component: only it draws anew every second.
const Clock = ({since}: {since: string}) => (
  <time class="clock figure" role="timer" aria-label={`Running for ${spoken_duration(running_seconds.value)}`} title={`Since ${time_of_day(since, zone.value)}`}>
    {clock(running_seconds.value)}
  </time>
);

function Running({timer}: {timer: TimerRow}) {
  const [typed, set_typed] = useState<string | null>(null);
  const work = work_text(timer);
  const commit = (fields: WorkFields) => {
    set_typed(null);
    (document.activeElement as HTMLElement | null)?.blur();
    const changed = {...fields, ...(fields.description === undefined && typed?.trim() === "" ? {description: ""} : {})};
    if (Object.keys(changed).length && !(Object.keys(changed).length === 1 && changed.description === timer.description)) void change_timer(timer, changed);
  };
  const blur = () => {
    if (typed !== null && !/[@#]/.test(typed) && typed.trim() !== (timer.description ?? "")) void change_timer(timer, {description: typed.trim()});
    set_typed(null);
  };
  return (
    <div class={`timer running${timer.pending ? " pending" : ""}`}>
      <span class="pulse" aria-hidden="true" />
      <TimerLine input_id={composing.value ? "timer-running" : line_id} label="Description of the running timer" recents={false}
        value={typed ?? timer.description ?? ""} placeholder="Add a description, @client, #task" set={set_typed} commit={commit}
        leave={() => set_typed(null)} blur={blur} />
      {work && <span class="timer-work" title={work}>{work}</span>}
      <Clock since={timer.at} />
      <button type="button" class="icon-button wide-only" aria-label="Discard the running timer" title="Discard" onClick={() => void discard_timer()}><Icon name="trash" /></button>
      <button type="button" class="button stop timer-button" onClick={() => void stop_timer()} aria-label="Stop timer"><Icon name="stop" /><span class="wide-only">Stop</span></button>
    </div>
  );
}

export function TimerBar() {
  const timer = my_timer.value;
  if (!directory_answer.value) return <div class="timer-bar" />;
  return (
    <div class="timer-bar" role="region" aria-label="Timer">
      {timer && <Running key={timer.entry} timer={timer} />}
      {(!timer || composing.value) && <Compose running={!!timer} />}
    </div>
  );
}
