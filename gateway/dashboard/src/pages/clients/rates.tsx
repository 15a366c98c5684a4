// Rate rules and the form that sets one. A date in the past shows first which unbilled entries it would reprice (R4).
import {useEffect, useState} from "preact/hooks";
import {Empty, Field, Section} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {price_text} from "../../formats/money";
import {command} from "../../live/commands";
import {post} from "../../live/http";
import {useLive} from "../../live/store";
import type {Answer, AppliedRate, LedgerEvent, RateRow} from "../../live/wire";
import {name_of, of_noun, today} from "../../shell/session";
import {problem_text, refused, said} from "../../shell/toasts";

interface Scope {
  client?: string;
}

const amount_pattern = /^\d{1,9}([.,]\d{1,4})?$/;
const pause_ms = 250;

// "everything", or what the rule names: "Acme · Payroll".
export function selectors_text(rate: RateRow): string {
  const nouns = ["client", "project", "service", "member"] as const;
  const names = nouns.map((noun) => name_of(noun, rate[noun])).filter(Boolean);
  return [...names, ...(rate.role ? [`role ${rate.role}`] : [])].join(" · ") || "Everything";
}

// The repriced entries of a dry run, counted by old and new rate.
export function repriced(events: readonly LedgerEvent[]): {change: string; count: number}[] {
  const counts = new Map<string, number>();
  const shown = (rate: unknown) => (rate ? price_text((rate as AppliedRate).price) : "no rate");
  for (const {type, data} of events) {
    if (type !== "EntryRepriced") continue;
    const change = `${shown(data.old_agreed)} → ${shown(data.new_agreed)}`;
    counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return [...counts].map(([change, count]) => ({change, count}));
}

function usePreview(data: object | null): {text: string; fault: string} {
  const [preview, set_preview] = useState({text: "", fault: ""});
  const key = JSON.stringify(data);
  useEffect(() => {
    if (!data) return set_preview({text: "", fault: ""});
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await post<{events: LedgerEvent[]}>("/v1/commands/SetRate", data, true);
      if (!current) return;
      if (!answer.ok) return set_preview({text: "", fault: problem_text(answer.problem)});
      const changes = repriced(answer.value.events);
      const ends = answer.value.events.some(({type, data: said_data}) => type === "RateSet" && said_data.ends);
      const parts = [ends ? "The rate before it ends on that day." : "", ...changes.map(({change, count}) => `${count} unbilled ${count === 1 ? "entry" : "entries"}: ${change}.`)];
      set_preview({text: parts.filter(Boolean).join(" ") || "No entry logged so far changes its price.", fault: ""});
    }, pause_ms);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  return preview;
}

function Form({scope}: {scope: Scope}) {
  const [amount, set_amount] = useState("");
  const [service, set_service] = useState("");
  const [member, set_member] = useState("");
  const [project, set_project] = useState("");
  const [from, set_from] = useState(today.peek());
  const ok = amount_pattern.test(amount.trim());
  const data = ok && from ? {
    ...scope, ...(service ? {service} : {}), ...(member ? {member} : {}), ...(project ? {project} : {}), amount: amount.trim().replace(",", "."), valid_from: from,
  } : null;
  const {text, fault} = usePreview(data);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!data) return;
    const outcome = await command("SetRate", data);
    if (!outcome.ok) return refused(outcome.problem, "Rate not set");
    const count = outcome.events.filter(({type}) => type === "EntryRepriced").length;
    said(`Rate set from ${short_date(from)}${count ? `, ${count} ${count === 1 ? "entry" : "entries"} repriced` : ""}`);
    set_amount("");
  };
  const projects = of_noun("project").filter((row) => row.client === scope.client);
  return (
    <form class="form-line rate-form" onSubmit={submit}>
      <Field label="Rate an hour" value={amount} set={set_amount} inputMode="decimal" placeholder="120" fault={amount && !ok ? "A number such as 120 or 87.50" : undefined} />
      <Combobox label="Service" choices={of_noun("service")} chosen={service || null} empty_label="Any service" choose={set_service} />
      <Combobox label="Member" choices={of_noun("member")} chosen={member || null} empty_label="Any member" choose={set_member} />
      {scope.client && projects.length > 0 && <Combobox label="Project" choices={projects} chosen={project || null} empty_label="Any project" choose={set_project} />}
      <div class="field"><label class="field-label" for="rate-from">From</label><input id="rate-from" type="date" class="input" value={from} onInput={(event) => set_from(event.currentTarget.value)} /></div>
      <button type="submit" class="button primary" disabled={!data || !!fault}>Set rate</button>
      <p class={`rate-preview${fault ? " field-fault" : ""}`} role="status">{fault || text}</p>
    </form>
  );
}

export function Rates({title, note, scope}: {title: string; note: string; scope: Scope}) {
  const answer = useLive<Answer<RateRow>>("rates");
  const rows = (answer?.rows ?? []).filter((rate) => rate.kind === "bill" && (!scope.client || rate.client === scope.client))
    .sort((a, b) => selectors_text(a).localeCompare(selectors_text(b)) || b.valid_from.localeCompare(a.valid_from));
  return (
    <Section title={title} note={note} class="card">
      <Form scope={scope} />
      {answer && (rows.length ? (
        <Table caption="Rates" rows={rows} key_of={(rate) => rate.key} columns={[
          {name: "For", cell: selectors_text},
          {name: "Rate", numeric: true, cell: (rate) => <b>{price_text(rate.price)}</b>},
          {name: "From", numeric: true, cell: (rate) => short_date(rate.valid_from)},
          {name: "Until", numeric: true, cell: (rate) => (rate.valid_to ? short_date(rate.valid_to) : "open")},
        ]} />
      ) : <Empty title="No rate yet."><p>Billable time without a rate is kept, marked, and cannot be billed until it has one.</p></Empty>)}
    </Section>
  );
}
