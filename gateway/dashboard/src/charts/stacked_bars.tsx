// Stacked bars, a row each: SVG that follows the style sheet's colours, so that dark mode and print are right by themselves.
// Parts differ by colour and by pattern, and each says in words what it is.
import {share} from "./scale";
import {useRoving} from "./roving";

export interface Part {
  key: string;
  value: number;
  kind: string;   // picks colour and pattern: "age-0" ... "age-4"
  label: string;  // "Acme, 31 to 60 days: €1,200.00"
  open: () => void;
}

export interface BarRow {
  key: string;
  name: string;
  note?: string;
  total: string;
  parts: Part[];
}

const gap_px = 1.5;

export function StackedBars({label, rows, max}: {label: string; rows: readonly BarRow[]; max: number}) {
  const shown = rows.map((row) => row.parts.filter((part) => part.value > 0));
  const {box, on_key, bar_props} = useRoving(shown.map((parts) => parts.length));
  return (
    <div class="bars" role="group" aria-label={label} ref={box} onKeyDown={on_key}>
      {rows.map((row, r) => {
        let from = 0;
        return (
          <div class="bar-row" key={row.key} data-row={row.key}>
            <span class="bar-name" title={row.name}>{row.name}{row.note && <small>{row.note}</small>}</span>
            <span class="bar-total figure">{row.total}</span>
            <svg class="bar" role="group" aria-label={row.name}>
              <rect class="bar-track" width="100%" height="100%" />
              {shown[r]!.map((part, b) => {
                const [x, width] = [share(from, max), share(part.value, max)];
                from += part.value;
                return (
                  <g key={part.key} class={`part ${part.kind}`} aria-label={part.label} {...bar_props(r, b, part.open)}>
                    <title>{part.label}</title>
                    <rect class="part-fill" height="100%" style={{x: `${x}%`, width: `max(2px, calc(${width}% - ${gap_px}px))`}} />
                    <rect class="part-pattern" height="100%" style={{x: `${x}%`, width: `max(2px, calc(${width}% - ${gap_px}px))`}} />
                  </g>
                );
              })}
            </svg>
          </div>
        );
      })}
    </div>
  );
}

export function Legend({entries}: {entries: readonly {kind: string; name: string; total?: string | undefined}[]}) {
  return (
    <ul class="legend">
      {entries.map((entry) => (
        <li key={entry.kind}>
          <svg class={`swatch part ${entry.kind}`} aria-hidden="true"><rect class="part-fill" width="100%" height="100%" /><rect class="part-pattern" width="100%" height="100%" /></svg>
          <span>{entry.name}</span>{entry.total && <b class="figure">{entry.total}</b>}
        </li>
      ))}
    </ul>
  );
}

// The patterns the ageing buckets differ by, beside their colours. Once in a page.
export function Patterns() {
  return (
    <svg class="pattern-defs" aria-hidden="true" width="0" height="0">
      <defs>
        <pattern id="p-dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.100" /><circle cx="5" cy="5" r="1.100" /></pattern>
        <pattern id="p-rise" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 1l2-2M0 6l6-6M5 7l2-2" /></pattern>
        <pattern id="p-posts" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M1 0v4" /></pattern>
        <pattern id="p-cross" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6l6-6M0 0l6 6" /></pattern>
      </defs>
    </svg>
  );
}
