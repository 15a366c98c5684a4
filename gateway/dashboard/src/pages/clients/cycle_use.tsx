// How a period of a retainer stands: used against time, what is left, and the day it runs out at the pace so far.
import {UseBar} from "../../charts/use_bar";
import {Badge} from "../../components/basics";
import {allowance_text, elapsed} from "../../formats/agreement";
import {add_days, day_date, days_between, short_date} from "../../formats/date";
import {percent_text} from "../../formats/duration";
import {money_text} from "../../formats/money";
import type {CycleRow, OverageState} from "../../live/billing_wire";
import {today} from "../../shell/session";

export const amount_of = (cycle: CycleRow, amount: number) => allowance_text(amount, cycle, cycle.fee.currency);
export const period_text = (cycle: CycleRow) => `${short_date(cycle.from)} – ${short_date(add_days(cycle.to, -1))}`;

export const overage_words: Record<OverageState, string> = {
  none: "", running: "billed when the period closes", to_bill: "to be billed", waiting: "waits for the client's yes", on_draft: "on a draft",
  invoiced: "invoiced", absorbed: "absorbed", carried: "taken from the next period", declined: "declined by the client",
};

export function CycleUse({cycle}: {cycle: CycleRow}) {
  if (cycle.state === "skipped") return <p class="faint">Paused: no fee and nothing included, {period_text(cycle)}.</p>;
  if (cycle.basis === "none") return <p class="faint">{money_text(cycle.fee)} for {period_text(cycle)}.</p>;
  const passed = elapsed(cycle, today.value);
  const open = cycle.state === "open";
  const days_left = Math.max(0, days_between(today.value, cycle.to) - 1);
  const words = `${amount_of(cycle, cycle.used)} used of ${amount_of(cycle, cycle.allowance)}`;
  return (
    <div class="cycle-use">
      <p class="cycle-words">
        <b class="figure">{amount_of(cycle, cycle.used)}</b> <span>of {amount_of(cycle, cycle.allowance)}</span>
        {cycle.percent_used !== null && cycle.percent_used !== undefined && <Badge tone={cycle.percent_used >= 10_000 ? "warn" : ""}>{percent_text(cycle.percent_used)}</Badge>}
        <span class="cycle-left">{cycle.overage > 0 ? <><b class="figure">{amount_of(cycle, cycle.overage)}</b> beyond</> : <><b class="figure">{amount_of(cycle, cycle.left)}</b> left</>}</span>
      </p>
      <UseBar label={`${words}${cycle.overage ? `, ${amount_of(cycle, cycle.overage)} beyond` : ""}${open ? `; ${percent_text(passed)} of the period has passed` : ""}`}
        used={Math.min(cycle.used, cycle.allowance)} beyond={Math.max(0, cycle.used - cycle.allowance)} allowance={cycle.allowance} elapsed={open ? passed : undefined} />
      <p class="cycle-foot">
        <span>{period_text(cycle)}</span>
        {open && <span>{days_left} {days_left === 1 ? "day" : "days"} left, {percent_text(passed)} of the time has passed</span>}
        {open && (cycle.run_out ? <span class="warn-text">{cycle.run_out <= today.value ? "Used up on" : "At this pace it runs out on"} {day_date(cycle.run_out)}</span> : cycle.overage ? null : <span>At this pace it lasts</span>)}
        {cycle.overage_value.minor > 0 && <span>{money_text(cycle.overage_value)} beyond, {overage_words[cycle.overage_state]}</span>}
      </p>
    </div>
  );
}
