// A small trend without axes: its label says the numbers that matter.
import {share} from "./scale";

export function Sparkline({label, values}: {label: string; values: readonly number[]}) {
  const max = Math.max(1, ...values);
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  const points = values.map((value, index) => `${(index * step).toFixed(2)},${(26 - share(value, max) * 0.24).toFixed(2)}`);
  return (
    <svg class="sparkline" viewBox="0 0 100 28" preserveAspectRatio="none" role="img" aria-label={label}>
      <polygon class="sparkline-area" points={`0,28 ${points.join(" ")} 100,28`} />
      <polyline class="sparkline-line" points={points.join(" ")} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
