// Rows that are gone through and selected by key: J and K move, X selects, Shift with X selects all. The place follows the focus.
import {useRef, useState} from "preact/hooks";
import type {Action} from "../shell/actions";

export interface Picks {
  keys: readonly string[];
  at: string | null;
  picked: ReadonlySet<string>;
  enter(key: string): void;
  toggle(key: string): void;
  toggle_all(): void;
  clear(): void;
  move(step: number): void;
  chosen(): string[];  // the selected ones, or the one the reader stands on
}

export function usePicks(keys: readonly string[]): Picks {
  const [at, set_at] = useState<string | null>(null);
  const [picked, set_picked] = useState<ReadonlySet<string>>(new Set());
  const held = useRef<Picks | null>(null);
  const there = new Set(keys);
  const known = new Set([...picked].filter((key) => there.has(key)));
  const place = at !== null && there.has(at) ? at : null;
  const picks: Picks = {
    keys, at: place, picked: known,
    enter: set_at,
    toggle: (key) => {
      const next = new Set(held.current!.picked);
      if (!next.delete(key)) next.add(key);
      set_picked(next);
    },
    toggle_all: () => set_picked(held.current!.picked.size === held.current!.keys.length ? new Set() : new Set(held.current!.keys)),
    clear: () => set_picked(new Set()),
    move: (step) => {
      const {keys: all, at: from} = held.current!;
      if (!all.length) return;
      const index = from === null ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, all.indexOf(from) + step));
      set_at(all[index]!);
      const row = document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(all[index]!)}"]`);
      row?.focus();
      row?.scrollIntoView({block: "nearest"});
    },
    chosen: () => {
      const {picked: some, at: one, keys: all} = held.current!;
      return some.size ? all.filter((key) => some.has(key)) : one ? [one] : [];
    },
  };
  held.current = picks;
  return picks;
}

export function pick_actions(picks: Picks, what: string, open?: (key: string) => void): Action[] {
  const there = () => picks.at !== null;
  return [
    {id: "next-row", title: `Next ${what}`, group: "Lines", keys: "j", run: () => picks.move(1)},
    {id: "previous-row", title: `${what[0]!.toUpperCase()}${what.slice(1)} before`, group: "Lines", keys: "k", run: () => picks.move(-1)},
    {id: "pick-row", title: `Select ${what}`, group: "Lines", keys: "x", when: there, run: () => picks.toggle(picks.at!)},
    {id: "pick-all", title: "Select all, or none", group: "Lines", keys: "mod+a", run: picks.toggle_all},
    ...(open ? [{id: "open-row", title: `Open ${what}`, group: "Lines" as const, keys: "o", when: there, run: () => open(picks.at!)}] : []),
  ];
}
