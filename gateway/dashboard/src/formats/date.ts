// Dates ("2026-11-21"), instants (RFC 3339) and wall-clock readings, linked by a named zone. An instant is never guessed from a
// date alone, and a day is never taken to be 24 hours long.

const formats = new Map<string, Intl.DateTimeFormat>();

function format_for(zone: string, options: Intl.DateTimeFormatOptions, locale?: string): Intl.DateTimeFormat {
  const key = `${locale ?? ""}|${zone}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {timeZone: zone, ...options});
    formats.set(key, format);
  }
  return format;
}

const reading: Intl.DateTimeFormatOptions = {
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
};

export interface Reading {
  date: string;
  seconds: number;  // since the clock showed 00:00
}

// What a clock in the zone shows at that moment.
export function local(at_ms: number, zone: string): Reading {
  const parts: Record<string, string> = {};
  for (const part of format_for(zone, reading, "en-GB").formatToParts(at_ms)) parts[part.type] = part.value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    seconds: Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second),
  };
}

const as_utc = ({date, seconds}: Reading) => Date.parse(`${date}T00:00:00Z`) + seconds * 1000;

// TM2: a reading that never was moves forward by the gap; one that was twice takes the earlier. Milliseconds since 1970.
export function instant(at: Reading, zone: string): number {
  const wanted = as_utc(at);
  const offset = (ms: number) => as_utc(local(ms, zone)) - Math.floor(ms / 1000) * 1000;
  const before = offset(wanted - 86_400_000);
  const after = offset(wanted + 86_400_000);
  for (const candidate of [wanted - Math.max(before, after), wanted - Math.min(before, after)]) {
    if (as_utc(local(candidate, zone)) === wanted) return candidate;
  }
  return wanted - before;
}

export const to_instant = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
export const today_in = (zone: string, now_ms: number) => local(now_ms, zone).date;

export function add_days(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function days_between(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

// The Monday of the week the date is in.
export function week_start(date: string): string {
  return add_days(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}

export const month_start = (date: string) => `${date.slice(0, 8)}01`;

export function is_date(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && add_days(text, 0) === text;
}

const shown = (date: string, options: Intl.DateTimeFormatOptions, locale?: string) =>
  format_for("UTC", options, locale).format(Date.parse(`${date}T00:00:00Z`));

export const long_date = (date: string, locale?: string) => shown(date, {weekday: "long", day: "numeric", month: "long", year: "numeric"}, locale);
export const day_date = (date: string, locale?: string) => shown(date, {weekday: "short", day: "numeric", month: "short"}, locale);
export const short_date = (date: string, locale?: string) => shown(date, {day: "numeric", month: "short", year: "numeric"}, locale);
export const weekday = (date: string, locale?: string) => shown(date, {weekday: "short"}, locale);
export const weekday_name = (date: string, locale?: string) => shown(date, {weekday: "long"}, locale);
export const month_name = (date: string, locale?: string) => shown(date, {month: "long"}, locale);

// "Today", "Yesterday", "Tomorrow", else "Fri 20 Nov".
export function relative_day(date: string, today: string, locale?: string): string {
  const names: Record<number, string> = {0: "Today", [-1]: "Yesterday", 1: "Tomorrow"};
  return names[days_between(today, date)] ?? day_date(date, locale);
}

// "09:05": a 24-hour clock everywhere, because that is what the fields accept and show.
export function time_of_day(at: string | number, zone: string): string {
  const {seconds} = local(typeof at === "number" ? at : Date.parse(at), zone);
  return clock_reading(seconds);
}

export function clock_reading(seconds: number): string {
  const in_day = ((seconds % 86_400) + 86_400) % 86_400;
  return `${String(Math.floor(in_day / 3600)).padStart(2, "0")}:${String(Math.floor(in_day / 60) % 60).padStart(2, "0")}`;
}

// Early in a month, the month that ended is what is billed.
export function billed_until(day: string): string {
  return Number(day.slice(8)) <= 15 ? add_days(month_start(day), -1) : day;
}
