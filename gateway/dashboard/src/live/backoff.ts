// How long to wait before connecting again: doubles from a quarter of a second to fifteen, with jitter so that a thousand pages
// that lost the same server do not come back in the same moment.
export const wait_ms_first = 250;
export const wait_ms_max = 15_000;

// `random` in [0, 1) comes from the caller. Between half and all of the doubled wait.
export function wait_ms(attempt: number, random: number): number {
  const whole = Math.min(wait_ms_max, wait_ms_first * 2 ** Math.min(attempt, 16));
  return Math.round(whole / 2 + (whole / 2) * random);
}
