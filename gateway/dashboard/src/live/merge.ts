// Merges a change of a read model into the answer held: the whole of what the contract says about "changes", as one pure function.
import type {Answer, Changes, Row} from "./wire";

// Nothing when the change does not fit what is held (an order that names other rows): the caller asks for a fresh snapshot.
export function merge<A extends Answer>(held: A, position: number, changes: Changes): A | null {
  const removed = new Set(changes.removed);
  const fresh = new Map((changes.rows ?? []).map((row) => [row.key, row]));
  let rows: Row[] = [];
  for (const row of held.rows) {
    const changed = fresh.get(row.key);
    if (changed) fresh.delete(row.key);
    if (changed ?? !removed.has(row.key)) rows.push(changed ?? row);
  }
  rows.push(...fresh.values());
  if (changes.order) {
    const by_key = new Map(rows.map((row) => [row.key, row]));
    if (changes.order.length !== rows.length || !changes.order.every((key) => by_key.has(key))) return null;
    rows = changes.order.map((key) => by_key.get(key)!);
  }
  return {...held, ...changes.head, position, rows};
}
