// Taking a batch of events into those held: what was seen before is dropped, the newest are kept.
import type {LedgerEvent} from "./wire";

export function take_events(held: readonly LedgerEvent[], batch: readonly LedgerEvent[], kept_max: number): LedgerEvent[] {
  let last = held[held.length - 1]?.position ?? 0;
  const fresh: LedgerEvent[] = [];
  for (const event of batch) {
    if (event.position <= last) continue;
    fresh.push(event);
    last = event.position;
  }
  return [...held, ...fresh].slice(-kept_max);
}
