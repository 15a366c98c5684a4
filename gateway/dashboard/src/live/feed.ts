// The event feed: every event once, in order, resumed after a lost connection from the last position seen.
import {signal} from "@preact/signals";
import {listen, send, state} from "./socket";
import {next_id} from "./store";
import type {LedgerEvent} from "./wire";

const kept_events_max = 60;

// Takes a batch into what is held: drops what was seen before, keeps the newest. Pure, so that resuming can be tested.
export function take_events(held: readonly LedgerEvent[], batch: readonly LedgerEvent[], kept_max = kept_events_max): LedgerEvent[] {
  let last = held.length ? held[held.length - 1]!.position : 0;
  const fresh = batch.filter((event) => event.position > last && ((last = event.position), true));
  return [...held, ...fresh].slice(-kept_max);
}

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
    events.value = take_events(events.value, message.events as LedgerEvent[]);
    const last = events.value[events.value.length - 1];
    if (last) next = last.position + 1;
  },
  lost: () => undefined,
});
