// The day's entries, grouped by client with a total each. J and K move, E or Enter opens, Delete removes.
import {useEffect, useRef, useState} from "preact/hooks";
import {Empty} from "../../components/basics";
import {Icon} from "../../components/icon";
import {hours_minutes} from "../../formats/duration";
import {money_text, sum_by_currency} from "../../formats/money";
import type {EntryRow} from "../../live/wire";
import {offer} from "../../shell/actions";
import {today} from "../../shell/session";
import {recent_entries} from "../../shell/timer_line";
import {remove_entry} from "../../time/entries";
import {continue_entry} from "../../time/timers";
import {recent_works, work_text} from "../../time/work";
import {EntryLine} from "./entry_line";

interface Group {
  key: string;
  name: string;
  entries: EntryRow[];
}

// Clients in the order of their newest work; inside, newest first.
export function grouped(entries: readonly EntryRow[]): Group[] {
  const groups = new Map<string, Group>();
  const when = (entry: EntryRow) => entry.start ?? "";
  for (const entry of [...entries].sort((a, b) => when(b).localeCompare(when(a)) || b.key.localeCompare(a.key))) {
    const key = entry.client ?? "";
    const group = groups.get(key) ?? {key, name: entry.client_name ?? (key || "Internal"), entries: []};
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const total = (entries: readonly EntryRow[]) => entries.reduce((sum, entry) => sum + entry.seconds, 0);
const worth = (entries: readonly EntryRow[]) => sum_by_currency(entries.map((entry) => entry.value)).filter(({minor}) => minor).map((money) => money_text(money)).join(" + ");

function Again() {
  const works = recent_works(recent_entries.value, 5);
  if (!works.length) return null;
  return (
    <div class="again">
      <span>Start again</span>
      {works.map((entry) => (
        <button key={entry.key} type="button" class="chip" onClick={() => void continue_entry(entry)}>
          <Icon name="play" /><span>{entry.description || work_text(entry) || "Without description"}</span>{entry.client_name && entry.description && <small>{entry.client_name}</small>}
        </button>
      ))}
    </div>
  );
}

export function DayEntries({day, entries}: {day: string; entries: readonly EntryRow[] | undefined}) {
  const groups = grouped(entries ?? []);
  const order = groups.flatMap((group) => group.entries.map((entry) => entry.key));
  const [at, set_at] = useState<string | null>(null);
  const [open, set_open] = useState<string | null>(null);
  const held = useRef({order, at, entries});
  held.current = {order, at, entries};
  useEffect(() => {
    const move = (step: number) => () => {
      const {order: keys, at: current} = held.current;
      if (!keys.length) return;
      const index = current ? keys.indexOf(current) : -1;
      const next = keys[Math.max(0, Math.min(keys.length - 1, index < 0 ? (step > 0 ? 0 : keys.length - 1) : index + step))]!;
      set_at(next);
      document.querySelector<HTMLElement>(`[data-entry="${next}"] button`)?.focus();
    };
    const current = () => held.current.entries?.find((entry) => entry.key === held.current.at);
    return offer([
      {id: "next-entry", title: "Next entry", group: "Entries", keys: "j", run: move(1)},
      {id: "previous-entry", title: "Entry before", group: "Entries", keys: "k", run: move(-1)},
      {id: "edit-entry", title: "Edit entry", group: "Entries", keys: "e", when: () => !!current(), run: () => set_open((key) => (key === current()!.key ? null : current()!.key))},
      {id: "remove-entry", title: "Remove entry", group: "Entries", keys: "delete", when: () => !!current(), run: () => void remove_entry(current()!)},
    ]);
  }, []);
  return (
    <section class="day-entries" aria-label={`Entries of ${day}`}>
      {entries && !entries.length && (
        <Empty title={day > today.value ? "Nothing logged ahead of time." : day === today.value ? "Nothing logged yet today." : "Nothing was logged on this day."}>
          <p>Press <kbd>N</kbd> and type what you do, or log what you did in words above.</p>
        </Empty>
      )}
      {groups.map((group) => (
        <section key={group.key} class="entry-group" aria-label={group.name}>
          <header><h2>{group.name}</h2><span class="group-worth figure">{worth(group.entries)}</span><span class="figure group-total">{hours_minutes(total(group.entries))}</span></header>
          <ul>
            {group.entries.map((entry) => (
              <EntryLine key={entry.key} entry={entry} current={at === entry.key} open={open === entry.key} enter={() => set_at(entry.key)}
                toggle={() => set_open(open === entry.key ? null : entry.key)} />
            ))}
          </ul>
        </section>
      ))}
      {day === today.value && <Again />}
    </section>
  );
}
