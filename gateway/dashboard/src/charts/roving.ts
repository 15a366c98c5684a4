// A chart is one tab stop: the arrow keys go from bar to bar, Home and End to the ends, Enter opens.
import {useRef, useState} from "preact/hooks";

export function useRoving(rows: readonly number[]) {  // how many bars each row has
  const box = useRef<HTMLDivElement>(null);
  const [at, set_at] = useState<[number, number]>([0, 0]);
  const row = Math.min(at[0], Math.max(0, rows.length - 1));
  const bar = Math.min(at[1], Math.max(0, (rows[row] ?? 1) - 1));
  const to = (next_row: number, next_bar: number) => {
    const r = Math.max(0, Math.min(rows.length - 1, next_row));
    const b = Math.max(0, Math.min((rows[r] ?? 1) - 1, next_bar));
    set_at([r, b]);
    box.current?.querySelector<HTMLElement | SVGElement>(`[data-bar="${r}.${b}"]`)?.focus();
  };
  const on_key = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowRight: () => to(row, bar + 1), ArrowLeft: () => to(row, bar - 1), ArrowDown: () => to(row + 1, bar), ArrowUp: () => to(row - 1, bar),
      Home: () => to(0, 0), End: () => to(rows.length - 1, 0),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const bar_props = (r: number, b: number, open: () => void) => ({
    "data-bar": `${r}.${b}`, tabIndex: r === row && b === bar ? 0 : -1, role: "button" as const,
    onFocus: () => set_at([r, b]), onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    },
  });
  return {box, on_key, bar_props};
}
