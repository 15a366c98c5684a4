// What just happened in the practice, from the event feed: the ledger, read aloud.
import {useEffect} from "preact/hooks";
import {Section} from "../../components/basics";
import {time_of_day, local, relative_day} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {price_text, type Price} from "../../formats/money";
import {events, follow_events} from "../../live/feed";
import {head_position} from "../../live/store";
import type {LedgerEvent} from "../../live/wire";
import {name_of, today, zone} from "../../shell/session";

const shown_max = 7;
const from_before_head = 40;

interface Facts {
  member?: string;
  work?: {client?: string; task?: string; service?: string};
  span?: {seconds: number};
}

type Words = (data: Record<string, unknown>) => string;

const who = (facts: Facts | undefined) => name_of("member", facts?.member) || "Someone";
const for_client = (work: Facts["work"]) => (work?.client ? ` for ${name_of("client", work.client)}` : "");
const facts_of = (data: Record<string, unknown>, name = "facts") => data[name] as Facts | undefined;
const length_of = (facts: Facts | undefined) => hours_minutes(facts?.span?.seconds ?? 0);

// One sentence an event; those not named here tell nothing a person waits for.
const sentences: Record<string, Words> = {
  TimerStarted: (data) => `${who(data as Facts)} started a timer${for_client((data as Facts).work)}`,
  TimeLogged: (data) => `${who(facts_of(data))} logged ${length_of(facts_of(data))}${for_client(facts_of(data)?.work)}`,
  TimeEntryCorrected: (data) => {
    const [before, after] = [length_of(facts_of(data, "before")), length_of(facts_of(data, "after"))];
    return `${who(facts_of(data, "after"))} corrected an entry${for_client(facts_of(data, "after")?.work)}${before === after ? "" : `, ${before} to ${after}`}`;
  },
  TimeEntryRemoved: (data) => `${who(facts_of(data))} removed ${length_of(facts_of(data))}${for_client(facts_of(data)?.work)}`,
  TimeEntryReviewed: (data) => `${who(facts_of(data, "after"))} reviewed ${length_of(facts_of(data, "after"))}`,
  ClientAdded: (data) => `New client ${String(data.name)}`,
  ProjectOpened: (data) => `New project ${String(data.name)}`,
  TaskAdded: (data) => `New task ${String(data.name)}`,
  RateSet: (data) => `Rate set to ${price_text(data.price as Price)}`,
  PeriodLocked: (data) => `Period locked until ${String(data.until)}`,
};

const sentence = (event: LedgerEvent) => sentences[event.type]?.(event.data);

function when(at: string | undefined): string {
  if (!at) return "";
  const day = local(Date.parse(at), zone.value).date;
  return day === today.value ? time_of_day(at, zone.value) : relative_day(day, today.value);
}

export function Activity() {
  const position = head_position.value;
  useEffect(() => {
    if (position) follow_events(position - from_before_head);
  }, [!position]);
  const told = [...events.value].reverse().filter(sentence).slice(0, shown_max);
  if (!told.length) return null;
  return (
    <Section title="Just now" class="card activity">
      <ol>
        {told.map((event) => (
          <li key={event.position}><span>{sentence(event)}</span><small class="figure" title={`Ledger position ${event.position}`}>{when(event.recorded_at)}</small></li>
        ))}
      </ol>
    </Section>
  );
}
