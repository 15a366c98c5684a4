// How much of an allowance is used, against how much of its period has passed: used, beyond, and a line for today.
import {share} from "./scale";

interface Props {
  label: string;
  used: number;       // of the allowance
  beyond: number;     // past it
  allowance: number;
  elapsed?: number | undefined;  // share of the period that has passed, hundredths of a percent
}

export function UseBar({label, used, beyond, allowance, elapsed}: Props) {
  const max = Math.max(1, allowance, used + beyond);
  const [within, over] = [share(used, max), share(beyond, max)];
  return (
    <svg class="bar use-bar" role="img" aria-label={label}>
      <title>{label}</title>
      <rect class="bar-track" width="100%" height="100%" />
      <rect class="used" height="100%" style={{width: `${within}%`}} />
      {beyond > 0 && <g class="over"><rect class="part-fill" height="100%" style={{x: `${within}%`, width: `${over}%`}} /><rect class="part-pattern" height="100%" style={{x: `${within}%`, width: `${over}%`}} /></g>}
      {elapsed !== undefined && <rect class="target-line" height="100%" width="2" style={{x: `calc(${share(elapsed, 10_000) * (allowance > 0 ? Math.min(1, allowance / max) : 1)}% - 1px)`}} />}
    </svg>
  );
}
