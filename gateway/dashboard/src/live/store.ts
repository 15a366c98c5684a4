// Read models held live: one subscription a question, shared by whoever asks it, kept right by snapshot and changes, and painted
// over with what the reader just did until the server has said it too (optimistic patches).
import {batch, computed, type ReadonlySignal, type Signal, signal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import {fill} from "./fill";
import {merge} from "./merge";
import {listen, practice, send, state} from "./socket";
import type {Answer, Changes, Problem, Row} from "./wire";

export type Params = Record<string, string | number | undefined>;

const linger_ms = 8_000;          // an unused subscription stays this long, so that going back and forth costs nothing
const held_max = 24;              // unless there are this many; the server allows 32 a socket
const kept_bytes_max = 150_000;   // of a snapshot kept for the next first paint

interface Subscription {
  id: number;
  model: string;
  params: Params;
  users: number;
  was_used: boolean;
  base: Signal<Answer | undefined>;
  problem: Signal<Problem | undefined>;
  view: ReadonlySignal<Answer | undefined>;
}

// What the reader did, painted over every answer of that model until the server's own answer carries it.
export interface Patch {
  model: string;
  edit(rows: Row[], params: Params): Row[];
}

interface HeldPatch extends Patch {
  until?: number;  // the position at which the server's answer has it
}

const subscriptions = new Map<string, Subscription>();
const by_id = new Map<number, Subscription>();
const patches = signal<HeldPatch[]>([]);
export const head_position = signal(0);  // the newest position any answer carried
let last_id = 0;
export const next_id = () => ++last_id;

const key_of = (model: string, params: Params) => `${practice ?? ""}|${model}|${JSON.stringify(params)}`;

function kept(key: string): Answer | undefined {
  try {
    const text = sessionStorage.getItem(`billtrail.${key}`);
    return text ? (JSON.parse(text) as Answer) : undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, answer: Answer): void {
  try {
    const text = JSON.stringify(answer);
    if (text.length <= kept_bytes_max) sessionStorage.setItem(`billtrail.${key}`, text);
  } catch {
    // Storage is full or off: the next page starts from the server's snapshot.
  }
}

function painted(model: string, params: Params, base: Answer | undefined): Answer | undefined {
  if (!base) return base;
  let rows = base.rows;
  for (const patch of patches.value) {
    if (patch.model === model && !(patch.until !== undefined && base.position >= patch.until)) rows = patch.edit(rows, params);
  }
  return rows === base.rows ? base : {...base, rows};
}

function subscribe(subscription: Subscription): void {
  const params = Object.fromEntries(Object.entries(subscription.params).filter(([, value]) => value !== undefined));
  send({subscribe: subscription.model, id: subscription.id, params});
}

function drop(subscription: Subscription): void {
  if (!by_id.delete(subscription.id)) return;
  subscriptions.delete(key_of(subscription.model, subscription.params));
  send({unsubscribe: subscription.id});
}

function use(subscription: Subscription): void {
  subscription.users += 1;
  subscription.was_used = true;
}

function obtain(model: string, params: Params): Subscription {
  const key = key_of(model, params);
  let found = subscriptions.get(key);
  if (!found) {
    if (by_id.size >= held_max) for (const other of [...by_id.values()]) if (other.was_used && !other.users) drop(other);
    const base = signal(kept(key));
    found = {
      id: next_id(), model, params, users: 0, was_used: false, base, problem: signal<Problem | undefined>(undefined),
      view: computed(() => painted(model, params, base.value)),
    };
    subscriptions.set(key, found);
    by_id.set(found.id, found);
    if (state.peek() === "live") subscribe(found);
  }
  return found;
}

function release(subscription: Subscription): void {
  subscription.users -= 1;
  setTimeout(() => subscription.users > 0 || drop(subscription), linger_ms);
}

// Asks for the snapshot again under a new id, so that a late change of the old one cannot be mistaken for it.
function resubscribe(subscription: Subscription): void {
  send({unsubscribe: subscription.id});
  by_id.delete(subscription.id);
  subscription.id = next_id();
  by_id.set(subscription.id, subscription);
  subscribe(subscription);
}

function take(subscription: Subscription, message: Record<string, unknown>): void {
  const {base} = subscription;
  const position = message.position as number;
  if (message.error) {
    subscription.problem.value = message.error as Problem;
    console.error("refused subscription", subscription.model, message.error);
    return;
  }
  if (message.snapshot) {
    const snapshot = message.snapshot as Answer;
    fill(subscription.model, snapshot, snapshot.rows);
    subscription.problem.value = undefined;
    base.value = {...snapshot, position};
  } else if (message.changes) {
    if (!base.value || position < base.value.position) return;
    const changes = message.changes as Changes;
    fill(subscription.model, changes.head, changes.rows);
    const merged = merge(base.value, position, changes);
    if (!merged) return resubscribe(subscription);
    base.value = merged;
  } else {
    return;
  }
  if (position > head_position.peek()) head_position.value = position;
  patches.value = patches.peek().filter((patch) => patch.until === undefined || patch.until > position || patch.model !== subscription.model);
  keep(key_of(subscription.model, subscription.params), base.value!);
}

listen({
  opened: () => {
    for (const subscription of [...by_id.values()]) {
      by_id.delete(subscription.id);
      subscription.id = next_id();
      by_id.set(subscription.id, subscription);
      subscribe(subscription);
    }
  },
  message: (message) => {
    const subscription = by_id.get(message.id as number);
    if (subscription) batch(() => take(subscription, message));
  },
  lost: () => undefined,
});

// Paints a patch at once. `settled(position)` lets it go when the models have reached the position, or soon after: a model whose
// answer does not change sends nothing. `rolled_back()` takes it away now.
export function paint(edits: Patch[]): {settled(position: number): void; rolled_back(): void} {
  const held: HeldPatch[] = edits.map((edit) => ({...edit}));
  const drop = () => (patches.value = patches.peek().filter((patch) => !held.includes(patch)));
  patches.value = [...patches.peek(), ...held];
  return {
    settled: (position) => {
      for (const patch of held) patch.until = position;
      patches.value = [...patches.peek()];
      setTimeout(drop, 1_500);
    },
    rolled_back: drop,
  };
}

// The answer to a question, live for as long as the component is there. Undefined until the first snapshot.
export function useLive<A extends Answer>(model: string, params: Params = {}, wanted = true): A | undefined {
  const key = key_of(model, params);
  const subscription = useMemo(() => (wanted ? obtain(model, params) : null), [key, wanted]);
  useEffect(() => {
    if (!subscription) return undefined;
    use(subscription);
    return () => release(subscription);
  }, [subscription]);
  return subscription?.view.value as A | undefined;
}

// As useLive, and why there is no answer when the server refuses the question.
export function useAsked<A extends Answer>(model: string, params: Params = {}, wanted = true): {answer: A | undefined; problem: Problem | undefined} {
  const answer = useLive<A>(model, params, wanted);
  const problem = wanted ? subscriptions.get(key_of(model, params))?.problem.value : undefined;
  return {answer: problem ? undefined : answer, problem};
}

// The same outside a component, for the parts of the shell that never go away.
export function hold<A extends Answer>(model: string, params: Params = {}): ReadonlySignal<A | undefined> {
  const subscription = obtain(model, params);
  use(subscription);
  return subscription.view as ReadonlySignal<A | undefined>;
}
