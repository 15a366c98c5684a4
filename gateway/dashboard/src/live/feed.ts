// The event feed: every event once, in order, resumed after a lost connection from the last position seen.
import {signal} from "@preact/signals";
import {listen, send, state} from "./socket";
import {take_events} from "./resume";
import {next_id} from "./store";
import type {LedgerEvent} from "./wire";

const kept_events_max = 60;

export const events = signal<LedgerEvent[]>([]);
let id = 0;
let next = 0;  // the position to ask for; 0 while nobody has asked

function ask(): void {
  id = next_id();
  send({subscribe: "events", id, from: next});
}

// Starts the feed at a position. Asking again changes nothing.
export function follow_events(from: number): void {
  if (next) return;
  next = Math.max(1, from);
  if (state.peek() === "live") ask();
}

listen({
  opened: () => next && ask(),
  message: (message) => {
    if (message.id !== id || !message.events) return;
    events.value = take_events(events.value, message.events as LedgerEvent[], kept_events_max);
    const last = events.value[events.value.length - 1];
    if (last) next = last.position + 1;
  },
  lost: () => undefined,
});
