// Commands over the socket. Each carries an id of its own, so that sending it again after a lost connection is safe: the server
// answers the second as it did the first (TM7). What cannot be sent waits, also through a reload of the page, in order.
import {computed, signal} from "@preact/signals";
import {uuid7} from "./ids";
import {listen, practice, reconnect, send as say, state} from "./socket";
import {next_id, paint, type Patch} from "./store";
import type {LedgerEvent, Outcome, Problem} from "./wire";

const answer_ms_max = 10_000;  // then the connection is taken for dead and made anew
const tries_max = 20;          // of a command the server keeps telling to come back later

interface Waiting {
  key: string;
  name: string;
  data: object;
  occurred_at?: string | undefined;  // when it was done, for what had to wait (TM7)
  id: number;
  tries: number;
  timer: number;
  finish(outcome: Outcome): void;
}

const queue = signal<Waiting[]>([]);
export const unsent = computed(() => (state.value === "live" ? 0 : queue.value.length));
export const in_flight = computed(() => queue.value.length);

const shelf = `billtrail.queue.${practice ?? "main"}.`;

function shelve({key, name, data, occurred_at}: Waiting): void {
  try {
    localStorage.setItem(shelf + key, JSON.stringify({name, data, occurred_at}));
  } catch {
    // Storage is off: the command still lives as long as the page.
  }
}

function unshelve(key: string): void {
  try {
    localStorage.removeItem(shelf + key);
  } catch {
    // As above.
  }
}

function transmit(waiting: Waiting): void {
  waiting.id = next_id();
  waiting.tries += 1;
  const {name, id, key, data, occurred_at} = waiting;
  if (!say({command: name, id, key, data, ...(occurred_at ? {occurred_at} : {})})) return;
  clearTimeout(waiting.timer);
  waiting.timer = window.setTimeout(reconnect, answer_ms_max);
}

function settle(waiting: Waiting, outcome: Outcome): void {
  clearTimeout(waiting.timer);
  queue.value = queue.value.filter((other) => other !== waiting);
  unshelve(waiting.key);
  waiting.finish(outcome);
}

function answered(waiting: Waiting, message: Record<string, unknown>): void {
  const problem = (message.error ?? message) as Problem;
  const status = Number(message.status ?? problem.status ?? 500);
  if (status === 200) {
    settle(waiting, {ok: true, position: message.position as number, events: (message.events ?? []) as LedgerEvent[]});
  } else if ((status === 503 || status === 429) && waiting.tries < tries_max) {
    clearTimeout(waiting.timer);
    waiting.timer = window.setTimeout(() => transmit(waiting), 400 * waiting.tries);
  } else {
    settle(waiting, {ok: false, problem: {...problem, status}});
  }
}

listen({
  opened: () => queue.value.forEach(transmit),
  message: (message) => {
    const waiting = queue.value.find((other) => other.id === message.id);
    if (waiting) answered(waiting, message);
  },
  lost: () => queue.value.forEach((waiting) => clearTimeout(waiting.timer)),
});

function enqueue(name: string, data: object, key: string, occurred_at?: string): Promise<Outcome> {
  return new Promise((finish) => {
    const waiting: Waiting = {key, name, data, occurred_at, id: 0, tries: 0, timer: 0, finish};
    queue.value = [...queue.value, waiting];
    shelve(waiting);
    if (state.peek() === "live") transmit(waiting);
  });
}

// Sends a command; `painted` shows what it will have done until the server says so, and goes away when it refuses.
export async function command(name: string, data: object, painted: Patch[] = []): Promise<Outcome> {
  const patch = paint(painted);
  const outcome = await enqueue(name, data, uuid7(), state.peek() === "live" ? undefined : new Date().toISOString());
  if (outcome.ok) patch.settled(outcome.position);
  else patch.rolled_back();
  return outcome;
}

// Sends what an earlier page could not. Their ids make it safe that another tab may do the same.
export function resume_queue(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(shelf)).sort();
    for (const key of keys) {
      const {name, data, occurred_at} = JSON.parse(localStorage.getItem(key)!) as {name: string; data: object; occurred_at?: string};
      void enqueue(name, data, key.slice(shelf.length), occurred_at);
    }
  } catch {
    // Nothing to resume.
  }
}
