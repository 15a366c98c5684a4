// The start page: what was done on a day, what needs an answer, and how work in progress and utilisation stand.
import {useEffect} from "preact/hooks";
import {add_days, is_date} from "../../formats/date";
import {useLive} from "../../live/store";
import type {EntriesAnswer} from "../../live/wire";
import {offer} from "../../shell/actions";
import {go, route} from "../../shell/router";
import {directory, directory_answer, me, of_noun, page_title, today} from "../../shell/session";
import {Activity} from "./activity";
import {DayEntries} from "./day_entries";
import {DaySwitch} from "./day_switch";
import {Drill} from "./drill_open";
import {FirstRun} from "./first_run";
import {Forgotten} from "./forgotten";
import {QuickLog} from "./quick_log";
import {Utilisation} from "./utilisation";
import {WipAgeing} from "./wip_ageing";

// #/today is today, #/today/2026-11-20 is that day.
export const shown_day = () => {
  const day = route.value.rest[0] ?? "";
  return is_date(day) ? day : today.value;
};
export const go_day = (day: string) => (day === today.peek() ? go("today") : go("today", day));

function day_actions() {
  const step = (days: number) => () => go_day(add_days(shown_day(), days));
  return offer([
    {id: "day-before", title: "Day before", group: "Go to", keys: "[", run: step(-1)},
    {id: "day-after", title: "Day after", group: "Go to", keys: "]", run: step(1)},
    {id: "quick-log", title: "Quick log", group: "Entries", keys: "q", run: () => document.getElementById("quick-log")?.focus()},
  ]);
}

export function Today() {
  const day = shown_day();
  const member = me.value;
  const answer = useLive<EntriesAnswer>("entries", {member, from: day, to: day, limit: 200}, !!member);
  useEffect(() => {
    page_title.value = "Today";
    return day_actions();
  }, []);
  if (!directory_answer.value) return null;
  const empty = !directory.value.some((row) => row.noun === "client");
  return (
    <div class={`today${empty ? " first" : ""}`}>
      <div class="today-main">
        <DaySwitch day={day} entries={answer?.rows} />
        {empty || !of_noun("member").length ? <FirstRun /> : <><Forgotten /><QuickLog day={day} /></>}
        {!empty && <DayEntries key={day} day={day} entries={answer?.rows} />}
      </div>
      {!empty && <aside class="today-side" aria-label="How it stands"><WipAgeing /><Utilisation /><Activity /></aside>}
      <Drill />
    </div>
  );
}
