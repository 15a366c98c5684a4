// Month end, from left to right: look through the time, draft, review, approve, issue. Each step says what is left of it.
import "../../first_load";
import {useEffect, useState} from "preact/hooks";
import {Empty, Section} from "../../components/basics";
import {DateField} from "../../components/fields";
import {pick_actions, usePicks} from "../../components/picks";
import {billed_until, is_date, long_date, month_name} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {as_money, sum_text} from "../../formats/money";
import type {MonthEndRow} from "../../live/billing_wire";
import {useAsked} from "../../live/store";
import type {Answer} from "../../live/wire";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {go, link} from "../../shell/router";
import {page_title, today} from "../../shell/session";
import {problem_text} from "../../shell/toasts";
import {drill, Drill} from "../today/drill_open";
import {ClientTable, to_draft} from "./client_table";
import {DraftPreview, IssueDialog} from "./dialogs";
import {count_text, last_run, refusal_text, run, running} from "./run";

interface StepProps {
  number: number;
  title: string;
  left: string;
  done: boolean;
  button?: string;
  keys?: string;
  run?: (() => void) | undefined;
}

function Step({number, title, left, done, button, keys, run: act}: StepProps) {
  return (
    <li class={`step${done ? " done" : ""}`}>
      <span class="step-number" aria-hidden="true">{done ? "✓" : number}</span>
      <div><h2>{title}</h2><p>{left}</p></div>
      {button && act && <button type="button" class={`button${done ? "" : " primary"}`} disabled={running.value} onClick={act}>{button}{keys && <kbd>{keys}</kbd>}</button>}
    </li>
  );
}

const drafts_of = (rows: readonly MonthEndRow[], state: "draft" | "approved") =>
  rows.flatMap((row) => row.drafts.filter((draft) => draft.state === state).map((draft) => ({
    invoice: draft.invoice, client_name: row.client_name, total: as_money(draft.total, row.unbilled.currency),
  })));

function Refusals() {
  const done = last_run.value;
  if (!done) return null;
  return (
    <section class="refusals card" aria-label="What was refused">
      <header><b>{done.title}. {count_text(done.refused.length, "thing")} could not be done:</b><button type="button" class="button quiet small" onClick={() => (last_run.value = null)}>Dismiss</button></header>
      <ul>{done.refused.map((refusal, index) => (
        <li key={index}>{refusal_text(refusal)}{refusal.invoice && <> <a class="link" href={link("invoices", refusal.invoice)}>Open the draft</a></>}</li>
      ))}</ul>
    </section>
  );
}

function useSteps(rows: readonly MonthEndRow[], chosen: readonly MonthEndRow[], until: string) {
  const scope = chosen.length ? {clients: chosen.map(({client}) => client)} : {};
  const of = chosen.length ? chosen : rows;
  const last = until > today.value ? today.value : until;
  const review = of.filter((row) => row.review_seconds || row.unpriced_entries);
  const waiting = drafts_of(of, "draft");
  const approved = drafts_of(of, "approved");
  return {
    review, recurring: of.reduce((sum, row) => sum + row.recurring_due, 0), unbilled: of.filter((row) => to_draft(row).minor > 0), waiting, approved,
    unbilled_sum: sum_text(of.map(to_draft)),
    draft_recurring: () => show_dialog(<DraftPreview title="Recurring drafts" name="DraftAllRecurring" data={{until: last, ...scope}} />),
    draft_unbilled: () => show_dialog(<DraftPreview title="Drafts for unbilled work" name="DraftAllUnbilled" data={{until: last, ...scope}} />),
    approve: () => waiting.length && void run("ApproveInvoices", {invoices: waiting.map(({invoice}) => invoice)}, (count) => `${count_text(count, "draft")} approved`),
    issue: () => approved.length && show_dialog(<IssueDialog invoices={approved} />),
  };
}

export function MonthEnd() {
  const [typed, set_typed] = useState<string | null>(null);
  const until = typed && is_date(typed) ? typed : billed_until(today.value);
  const {answer, problem} = useAsked<Answer<MonthEndRow>>("month-end", {as_of: until});
  const rows = answer?.rows ?? [];
  const picks = usePicks(rows.map(({key}) => key));
  const chosen = rows.filter((row) => picks.picked.has(row.key));
  const steps = useSteps(rows, chosen, until);
  useEffect(() => void (page_title.value = "Month end"), []);
  useActions([
    ...pick_actions(picks, "client", (key) => go("clients", rows.find((row) => row.key === key)!.client)),
    {id: "draft-recurring", title: "Draft all recurring", group: "Billing", keys: "r", run: steps.draft_recurring},
    {id: "draft-unbilled", title: "Draft all unbilled", group: "Billing", keys: "u", run: steps.draft_unbilled},
    {id: "approve-drafts", title: "Approve the drafts", group: "Billing", keys: "a", when: () => steps.waiting.length > 0, run: steps.approve},
    {id: "issue-approved", title: "Issue and send what is approved", group: "Billing", keys: "i", when: () => steps.approved.length > 0, run: steps.issue},
  ]);
  const review_hours = steps.review.reduce((sum, row) => sum + row.review_seconds, 0);
  const unpriced = steps.review.reduce((sum, row) => sum + row.unpriced_entries, 0);
  const first_draft = steps.waiting[0]?.invoice;
  return (
    <div class="month-end page">
      <header class="page-head">
        <div><h1>{month_name(until)} {until.slice(0, 4)}</h1><p class="section-note">Work dated up to {long_date(until)}{chosen.length ? `, for ${count_text(chosen.length, "client")} selected` : ""}.</p></div>
        <DateField label="Up to" value={until} set={set_typed} />
      </header>
      {problem && <Empty title={problem_text(problem)} />}
      <ol class="steps">
        <Step number={1} title="Time" done={!steps.review.length} left={steps.review.length ? [review_hours ? `${hours_minutes(review_hours)} to confirm` : "", unpriced ? `${unpriced} without a rate` : ""].filter(Boolean).join(", ") : "All confirmed and priced"}
          {...(review_hours ? {button: "Show", run: () => drill({title: "Time to confirm", params: {review: "needed", to: until}})} : {})} />
        <Step number={2} title="Recurring" done={!steps.recurring} left={steps.recurring ? `${count_text(steps.recurring, "draft")} due` : "Nothing due"} button="Draft all recurring" keys="R" run={steps.draft_recurring} />
        <Step number={3} title="Unbilled" done={!steps.unbilled.length} left={steps.unbilled.length ? `${steps.unbilled_sum} of ${count_text(steps.unbilled.length, "client")}` : "Nothing left"} button="Draft all unbilled" keys="U" run={steps.draft_unbilled} />
        <Step number={4} title="Review" done={!steps.waiting.length} left={steps.waiting.length ? `${count_text(steps.waiting.length, "draft")}, ${sum_text(steps.waiting.map(({total}) => total))}` : "No draft waits"}
          button={steps.waiting.length ? `Approve ${steps.waiting.length}` : ""} keys="A" run={steps.approve} />
        <Step number={5} title="Issue" done={!steps.approved.length} left={steps.approved.length ? `${count_text(steps.approved.length, "invoice")}, ${sum_text(steps.approved.map(({total}) => total))}` : "Nothing approved"}
          button={steps.approved.length ? `Issue and send ${steps.approved.length}` : ""} keys="I" run={steps.issue} />
      </ol>
      <Refusals />
      <Section title="Clients" class="card" note={first_draft ? "Open a draft to review it; select clients to act on them alone." : undefined}>
        <Drill />
        {answer && (rows.length ? <ClientTable rows={rows} picks={picks} /> : <Empty title="Nothing to bill, nothing waiting."><p>Time, retainers and drafts of the month gather here.</p></Empty>)}
      </Section>
    </div>
  );
}
