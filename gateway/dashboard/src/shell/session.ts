// What every page stands on: the practice, its directory, who the reader is, the running timers, and the clock.
import {computed, effect, signal} from "@preact/signals";
import {today_in} from "../formats/date";
import {hold} from "../live/store";
import {practice as practice_id} from "../live/socket";
import type {Answer, DirectoryRow, Noun, PracticeAnswer, TimerRow} from "../live/wire";

export const practice = hold<PracticeAnswer>("practice");
export const directory_answer = hold<Answer<DirectoryRow>>("directory");
export const timers = hold<Answer<TimerRow>>("timers");

const no_rows: DirectoryRow[] = [];
export const directory = computed(() => directory_answer.value?.rows ?? no_rows);
export const of_noun = (noun: Noun) => directory.value.filter((row) => row.noun === noun && !row.archived);
export const name_of = (noun: Noun, id: string | null | undefined) =>
  id ? (directory.value.find((row) => row.noun === noun && row.id === id)?.name ?? id) : "";

const me_shelf = `billtrail.me.${practice_id ?? "main"}`;
const chosen = signal(localStorage.getItem(me_shelf));

// The member the reader says they are; the first one until they say.
export const me = computed(() => {
  const members = of_noun("member");
  return members.find((member) => member.id === chosen.value)?.id ?? members[0]?.id;
});
export function choose_me(member: string): void {
  chosen.value = member;
  localStorage.setItem(me_shelf, member);
}

export const zone = computed(() => {
  const mine = directory.value.find((row) => row.noun === "member" && row.id === me.value)?.zone;
  return mine || practice.value?.zone || Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
});
export const currency = computed(() => practice.value?.currency ?? "EUR");

// The server's clock may differ from the browser's; commands carry the server's, or it would refuse them as lying in the future.
const skew = signal(0);
const skew_ms_noticed = 5_000;
export async function read_server_clock(): Promise<void> {
  try {
    const before = Date.now();
    const answer = await fetch("/health/live", {cache: "no-store"});
    const said = Date.parse(answer.headers.get("Date") ?? "");
    const apart = said - (before + Date.now()) / 2;
    if (Math.abs(apart) > skew_ms_noticed) skew.value = apart;
  } catch {
    // No answer, no correction.
  }
}
export const now_ms = () => Date.now() + skew.peek();

// Ticks once a second, on the second.
export const second = signal(now_ms());
export function tick(): void {
  second.value = now_ms();
  setTimeout(tick, 1000 - (second.peek() % 1000));
}

export const today = computed(() => today_in(zone.value, second.value));

export const my_timer = computed(() => timers.value?.rows.find((timer) => timer.member === me.value));
export const running_seconds = computed(() =>
  my_timer.value ? Math.max(0, Math.floor((second.value - Date.parse(my_timer.value.at)) / 1000)) : 0);

// The last moment the reader did something here: the best guess for when a forgotten timer should have stopped (TM5).
const seen_shelf = "billtrail.last_seen";
const seen_every_ms = 30_000;
let seen_written = 0;
export const last_seen_before = Number(localStorage.getItem(seen_shelf)) || null;  // of the visit before this one
export function watch_presence(): void {
  const seen = () => {
    if (now_ms() - seen_written < seen_every_ms) return;
    seen_written = now_ms();
    localStorage.setItem(seen_shelf, String(seen_written));
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) addEventListener(kind, seen, {passive: true});
}

// Where the page's own words for the tab title are put; the running clock stands before them.
export const page_title = signal("Today");
export function keep_title(clock: (seconds: number) => string, work: (timer: TimerRow) => string): void {
  effect(() => {
    const timer = my_timer.value;
    document.title = timer ? `▶ ${clock(running_seconds.value)} · ${work(timer) || "Timer"}` : `${page_title.value} · Billtrail`;
  });
}
