// Lengths of time for people: whole seconds in, "1:05" or "1:05:09" out.

const two = (value: number) => String(value).padStart(2, "0");

// 3900 gives "1:05": hours and minutes, for totals and entries. Seconds are cut, never rounded up.
export function hours_minutes(seconds: number): string {
  const sign = seconds < 0 ? "−" : "";
  const minutes = Math.floor(Math.abs(seconds) / 60);
  return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

// 3909 gives "1:05:09": for running clocks.
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

// What a person would type to get exactly this length again: seconds show only when there are any.
export function editable_duration(seconds: number): string {
  return seconds % 60 ? clock(seconds) : hours_minutes(seconds);
}

// "1 h 5 min", for labels that are read aloud.
export function spoken_duration(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const hours = Math.floor(minutes / 60);
  if (!hours && !minutes) return `${Math.abs(seconds)} s`;
  return [hours ? `${hours} h` : "", minutes % 60 ? `${minutes % 60} min` : ""].filter(Boolean).join(" ");
}

// Hundredths of a percent as the server sends them: 8750 gives "87.5 %"; null is not applicable.
export function percent_text(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) return "n/a";
  const sign = hundredths < 0 ? "−" : "";
  const value = Math.abs(hundredths);
  const decimals = two(value % 100).replace(/0+$/, "");
  return `${sign}${Math.floor(value / 100)}${decimals ? `.${decimals}` : ""} %`;
}
