// Bars with a target line: how much of what was available was used. The bar may pass the end of the scale; the figure says so.
import {share} from "./scale";
import {useRoving} from "./roving";

export interface TargetRow {
  key: string;
  name: string;
  figure: string;
  note: string;
  label: string;   // the whole row in words
  value: number;   // hundredths of a percent, like max and target
  beyond: number;  // a fainter part after the value: logged but not billable
  reached: boolean;
  open: () => void;
}

export function TargetBars({label, rows, max, target}: {label: string; rows: readonly TargetRow[]; max: number; target: number}) {
  const {box, on_key, bar_props} = useRoving(rows.map(() => 1));
  return (
    <div class="bars" role="group" aria-label={label} ref={box} onKeyDown={on_key}>
      {rows.map((row, r) => (
        <div class="bar-row" key={row.key} data-row={row.key}>
          <span class="bar-name" title={row.name}>{row.name}<small>{row.note}</small></span>
          <span class={`bar-total figure${row.reached ? " reached" : ""}`}>{row.figure}</span>
          <svg class="bar target" aria-label={row.label} {...bar_props(r, 0, row.open)}>
            <title>{row.label}</title>
            <rect class="bar-track" width="100%" height="100%" />
            <rect class="used" height="100%" style={{width: `${share(row.value, max)}%`}} />
            <rect class="beyond" height="100%" style={{x: `${share(row.value, max)}%`, width: `${share(row.beyond, max)}%`}} />
            <rect class="target-line" height="100%" style={{x: `${share(target, max)}%`}} width="2" />
          </svg>
        </div>
      ))}
    </div>
  );
}
