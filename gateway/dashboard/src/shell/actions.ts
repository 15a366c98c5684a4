// Everything the reader can do from anywhere: one list, from which come the keys, the command palette and the help overlay.
import {signal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";

export interface Action {
  id: string;
  title: string;
  group: "Timer" | "Entries" | "Billing" | "Lines" | "Go to" | "View";
  keys?: string;  // "n", "g t", "mod+k", "[": letters are single keys, a space makes a sequence
  when?: () => boolean;
  run: () => void;
}

export const actions = signal<Action[]>([]);

// Adds a page's or the shell's actions; calling what it returns takes them away again.
export function offer(added: Action[]): () => void {
  actions.value = [...actions.value, ...added];
  return () => (actions.value = actions.value.filter((action) => !added.includes(action)));
}

// A page's actions, for as long as it is there; what they do is always what the newest drawing of the page says.
export function useActions(list: Action[]): void {
  const held = useRef(list);
  held.current = list;
  const by_id = (id: string) => held.current.find((action) => action.id === id);
  useEffect(() => offer(list.map((action) => ({...action, when: () => !!by_id(action.id) && (by_id(action.id)!.when?.() ?? true), run: () => by_id(action.id)?.run()}))),
    [list.map(({id}) => id).join()]);
}

export const available = () => actions.value.filter((action) => action.when?.() ?? true);

const shelf = "billtrail.single_keys";
// WCAG 2.1.4: keys of one character can be switched off.
export const single_keys = signal(localStorage.getItem(shelf) !== "off");
export function switch_single_keys(on: boolean): void {
  single_keys.value = on;
  localStorage.setItem(shelf, on ? "on" : "off");
}

const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
const names: Record<string, string> = {mod: mac ? "⌘" : "Ctrl", enter: "Enter", arrowleft: "←", arrowright: "→", delete: "Del", escape: "Esc"};
// "g t" gives ["G", "T"]; "mod+k" gives ["Ctrl", "K"].
export const key_caps = (keys: string) => keys.split(/[ +]/).map((key) => names[key] ?? key.toUpperCase());

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));

const sequence_ms_max = 1_200;
let first = "";
let first_at = 0;

function spelled(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

export function listen_to_keys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const key = spelled(event);
    const with_mod = key.startsWith("mod+");
    if (!with_mod && (typing(event.target) || !single_keys.value || document.querySelector("dialog[open]"))) return;
    if (with_mod && key !== "mod+k" && (typing(event.target) || document.querySelector("dialog[open]"))) return;
    const both = first && event.timeStamp - first_at < sequence_ms_max ? `${first} ${key}` : "";
    // A page's own keys stand before the shell's.
    const offered = available().reverse();
    const found = offered.find((action) => action.keys === both) ?? offered.find((action) => action.keys === key);
    if (found) {
      event.preventDefault();
      first = "";
      found.run();
    } else {
      first = key;
      first_at = event.timeStamp;
    }
  });
}
