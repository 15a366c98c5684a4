// Drawing only: shares of a width and round ends of an axis. Nothing here is an amount that anyone books.

// Position of a value between 0 and max, as a percentage of the width, kept inside it.
export const share = (value: number, max: number) => (max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0);

// The next of 1, 2, 2.5, 5, 10 times a power of ten: an axis that ends on a number people read.
export function round_up(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((end) => end >= value) ?? 10 * power;
}
