// Reads what people type for a length of time: 1:30, 1.5, 1,5, 90m, 1h30, 1h 30m, 2h, 9-10:30, 9am-1pm. Whole seconds only;
// decimals are scaled as integers. A bare number up to 12 is hours, above it is minutes.

export type TypedTime =
  | {kind: "length"; seconds: number}
  | {kind: "range"; from: number; to: number};  // seconds since 00:00; `to` past midnight is above 86400

const day_seconds = 86_400;

// Decimal hours such as "1.25" to seconds, without a float: 125 * 3600 / 100, rounded half up.
function decimal_hours(whole: string, decimals: string): number {
  const scale = 10 ** decimals.length;
  return Math.floor((2 * Number(whole + decimals) * 3600 + scale) / (2 * scale));
}

function length(text: string): number | null {
  let match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (match) return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  match = /^(\d{0,3})[.,](\d{1,4})\s*(?:h|hr|hrs|hours?)?$/.exec(text);
  if (match) return decimal_hours(match[1] || "0", match[2]!);
  match = /^(\d{1,4})$/.exec(text);
  if (match) return Number(match[1]) * (Number(match[1]) <= 12 ? 3600 : 60);
  // After hours the minutes need no unit: 1h30.
  match = /^(\d{1,3})\s*h(?:rs?|ours?)?(?:\s*(\d{1,4})\s*(?:m(?:ins?|inutes?)?)?)?$/.exec(text) ??
          /^(?:(\d{1,3})\s*h\s*)?(?:(\d{1,4})\s*m(?:ins?|inutes?)?)?\s*(?:(\d{1,5})\s*s(?:ec|econds?)?)?$/.exec(text);
  if (match && (match[1] || match[2] || match[3])) {
    return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  }
  return null;
}

// "9", "09:30", "9.30", "930", "9pm", "9:30 am" to seconds since 00:00.
export function read_time_of_day(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm|a|p)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  let hour = Number(match[1]);
  const half = match[3]?.[0];
  if (half && (hour < 1 || hour > 12)) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  const seconds = hour * 3600 + Number(match[2] ?? 0) * 60;
  return seconds <= day_seconds ? seconds : null;
}

export function read_duration(typed: string): TypedTime | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (!text) return null;
  const ends = text.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/);
  if (ends.length === 2) {
    const [first, second] = ends as [string, string];
    let from = read_time_of_day(first);
    const to = read_time_of_day(second);
    if (from === null || to === null) return null;
    // "2-4pm": the half of the day written once counts for both when that keeps the order.
    if (/p/.test(second) && !/[ap]/.test(first) && from < 12 * 3600 && from + 12 * 3600 < to) from += 12 * 3600;
    if (from >= day_seconds) return null;
    return {kind: "range", from, to: to > from ? to : to + day_seconds};
  }
  const seconds = length(text);
  return seconds === null || seconds <= 0 ? null : {kind: "length", seconds};
}

export const typed_seconds = (typed: TypedTime) => (typed.kind === "length" ? typed.seconds : typed.to - typed.from);
