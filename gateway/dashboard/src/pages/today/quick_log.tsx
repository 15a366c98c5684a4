// The quick-log box: "2h acme optimisation yesterday 9pm". Shows while typing what the server understood; Enter logs it.
import {useEffect, useRef, useState} from "preact/hooks";
import {Icon} from "../../components/icon";
import {clock_reading, relative_day, time_of_day} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {command} from "../../live/commands";
import {get, post} from "../../live/http";
import type {Fault, LedgerEvent} from "../../live/wire";
import {me, name_of, today, zone} from "../../shell/session";
import {problem_text, refused, said} from "../../shell/toasts";
import {category_name} from "../../time/work";
import {go_day} from "./today";

interface Understood {
  client?: string;
  project?: string;
  task?: string;
  service?: string;
  category?: "retainer" | "project" | "ad_hoc" | "non_billable";
  description?: string;
  date?: string;
  seconds?: number;
  start?: string;
  end?: string;
  local_start?: string | {date: string; seconds: number};
}

interface Reading {
  understood: Understood;
  words: {text: string; means: string}[];
  faults: Fault[];
}

const pause_ms = 110;

const clock_of = (start: Understood["local_start"]) =>
  typeof start === "string" ? start.slice(11, 16) : start ? clock_reading(start.seconds) : "";

function facts({understood}: Reading): [string, string][] {
  const day = understood.date ?? (typeof understood.local_start === "string" ? understood.local_start.slice(0, 10) : understood.local_start?.date);
  const at = understood.start ? time_of_day(understood.start, zone.value) : clock_of(understood.local_start);
  const list: [string, string | undefined][] = [
    ["How long", understood.seconds ? hours_minutes(understood.seconds) : undefined],
    ["Client", name_of("client", understood.client)],
    ["Project", name_of("project", understood.project)],
    ["Task", name_of("task", understood.task)],
    ["Service", name_of("service", understood.service)],
    ["Category", understood.category && category_name(understood.category)],
    ["When", [day ? relative_day(day, today.value) : "Today", at].filter(Boolean).join(" ")],
    ["Description", understood.description],
  ];
  return list.filter((fact): fact is [string, string] => !!fact[1]);
}

// Asks the server what the words mean, a moment after the last key; an older answer never overwrites a newer one.
function useReading(text: string): Reading | null {
  const [reading, set_reading] = useState<Reading | null>(null);
  useEffect(() => {
    if (!text.trim()) {
      set_reading(null);
      return undefined;
    }
    const cancel = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await get<Reading>("/v1/quick-log", {text, member: me.peek()}, cancel.signal);
        if (cancel.signal.aborted) return;
        if (answer.ok) set_reading(answer.value);
        else set_reading({understood: {}, words: [], faults: [{code: answer.problem.code, message: problem_text(answer.problem)}]});
      } catch {
        // Overtaken by the next key.
      }
    }, pause_ms);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [text]);
  return reading;
}

function tell(event: LedgerEvent | undefined, shown: string): void {
  const facts = event?.data.facts as {span?: {work_date?: string; seconds?: number}; work?: {client?: string}} | undefined;
  const entry = event?.data.entry as string | undefined;
  const date = facts?.span?.work_date;
  const client = name_of("client", facts?.work?.client);
  const text = `Logged ${facts?.span?.seconds ? hours_minutes(facts.span.seconds) : "it"}${client ? ` for ${client}` : ""}${date && date !== shown ? `, ${relative_day(date, today.peek())}` : ""}`;
  const undo = entry ? () => void command("RemoveTimeEntry", {entry, reason: "Undone"}).then((back) => back.ok || refused(back.problem)) : undefined;
  said(text, undo, date && date !== shown ? {label: "Show", run: () => go_day(date)} : undefined);
}

export function QuickLog({day}: {day: string}) {
  const [text, set_text] = useState("");
  const [busy, set_busy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const reading = useReading(text);
  const fault = reading?.faults[0]?.message;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    set_busy(true);
    const answer = await post<{events: LedgerEvent[]}>("/v1/quick-log", {text, member: me.peek()});
    set_busy(false);
    if (!answer.ok) return refused(answer.problem, "Not logged");
    set_text("");
    tell(answer.value.events.find(({type}) => type === "TimeLogged"), day);
    input.current?.focus();
  };
  return (
    <form class="quick-log" onSubmit={submit}>
      <label class="unseen" for="quick-log">Quick log: say what you did</label>
      <div class="quick-log-box">
        <Icon name="bolt" />
        <input ref={input} id="quick-log" value={text} onInput={(event) => set_text(event.currentTarget.value)} autocomplete="off" spellcheck={false}
          placeholder="2h acme optimisation yesterday 9pm" aria-describedby="quick-log-reading" enterkeyhint="done"
          onKeyDown={(event) => event.key === "Escape" && (text ? set_text("") : event.currentTarget.blur())} />
        <button type="submit" class="button small" disabled={!text.trim() || busy || !!fault}>Log<kbd class="wide-only">Enter</kbd></button>
      </div>
      <div id="quick-log-reading" class="reading" role="status">
        {reading && facts(reading).map(([name, value]) => <span class="fact" key={name}><small>{name}</small> {value}</span>)}
        {fault && <span class="fact fault"><Icon name="alert" /> {fault}</span>}
      </div>
    </form>
  );
}
