// The head of the day: its name and total, the week as seven days to go to, and the trend of the last four weeks.
import {useMemo} from "preact/hooks";
import {Sparkline} from "../../charts/sparkline";
import {share} from "../../charts/scale";
import {Icon} from "../../components/icon";
import {add_days, days_between, long_date, relative_day, week_start, weekday, weekday_name} from "../../formats/date";
import {hours_minutes, spoken_duration} from "../../formats/duration";
import {useLive} from "../../live/store";
import type {Answer, DayRow, EntryRow} from "../../live/wire";
import {link} from "../../shell/router";
import {me, my_timer, running_seconds, today} from "../../shell/session";

const trend_days = 28;
const full_day_seconds = 8 * 3600;

// What the running timer adds to today, counted apart so that only this figure ticks.
const Total = ({day, seconds}: {day: string; seconds: number}) => {
  const live = day === today.value && my_timer.value ? running_seconds.value : 0;
  return <span class="day-total figure" title="Logged, and the running timer">{hours_minutes(seconds + live)}</span>;
};

export function DaySwitch({day, entries}: {day: string; entries: readonly EntryRow[] | undefined}) {
  const member = me.value;
  const monday = week_start(day);
  const sunday = add_days(monday, 6);
  const totals = useLive<Answer<DayRow>>("time-totals", {by: "day", member, from: add_days(monday, 7 - trend_days), to: sunday}, !!member);
  const by_day = useMemo(() => new Map(totals?.rows.map((row) => [row.day, row.seconds])), [totals]);
  const logged = entries?.reduce((sum, entry) => sum + entry.seconds, 0) ?? by_day.get(day) ?? 0;
  const seconds_of = (date: string) => (date === day && entries ? logged : (by_day.get(date) ?? 0));
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => add_days(monday, offset));
  const week = days.reduce((sum, date) => sum + seconds_of(date), 0);
  const trend = Array.from({length: trend_days}, (_, index) => seconds_of(add_days(sunday, index + 1 - trend_days)));
  const target = (date: string) => (date === today.value ? link("today") : link("today", date));
  const near = Math.abs(days_between(day, today.value)) <= 1;
  return (
    <header class="day-head">
      <div class="day-title">
        <div>
          <h1>{near ? relative_day(day, today.value) : weekday_name(day)}</h1>
          <p>{long_date(day)}</p>
        </div>
        <Total day={day} seconds={logged} />
      </div>
      <nav class="week" aria-label="Days of the week">
        <a class="icon-button" href={target(add_days(day, -7))} aria-label="Week before"><Icon name="left" /></a>
        {days.map((date) => {
          const seconds = seconds_of(date);
          const kind = `${date === today.value ? " is-today" : ""}${date > today.value ? " ahead" : ""}`;
          return (
            <a key={date} href={target(date)} class={`week-day${kind}`} aria-current={date === day ? "date" : undefined} title={long_date(date)}>
              <span class="week-name">{weekday(date)} <b>{Number(date.slice(8))}</b></span>
              <svg class="week-bar" aria-hidden="true"><rect width="100%" height="100%" class="bar-track" /><rect height="100%" class="used" style={{width: `${share(seconds, full_day_seconds)}%`}} /></svg>
              <span class="figure">{seconds ? hours_minutes(seconds) : "–"}</span>
            </a>
          );
        })}
        <a class="icon-button" href={target(add_days(day, 7))} aria-label="Week after"><Icon name="right" /></a>
        <span class="week-total"><span>Week <b class="figure">{hours_minutes(week)}</b></span><Sparkline label={`Hours a day over four weeks, this week ${spoken_duration(week)}`} values={trend} /></span>
      </nav>
    </header>
  );
}
