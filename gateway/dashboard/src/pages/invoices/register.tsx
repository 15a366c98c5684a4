// The register: every document, newest first, with totals, and the proof that no number is missing (N4).
import {signal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import {Empty, Section, Select} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {invoice_name, StateBadge, state_names} from "../../components/invoice_state";
import {pick_actions, usePicks} from "../../components/picks";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {as_money, money_text} from "../../formats/money";
import {proof_text} from "../../formats/numbering";
import type {InvoiceRow, InvoicesAnswer, SeriesRow} from "../../live/billing_wire";
import {useAsked, useLive} from "../../live/store";
import type {Answer} from "../../live/wire";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {go} from "../../shell/router";
import {of_noun, page_title} from "../../shell/session";
import {problem_text} from "../../shell/toasts";
import {IssueDialog, outgoing} from "../month_end/dialogs";
import {count_text, run} from "../month_end/run";

const listed_max = 200;  // what the server gives at once
const chosen_state = signal("");
const chosen_client = signal("");

const states = [
  {id: "", name: "All"}, {id: "draft", name: "Drafts"}, {id: "approved", name: "Approved"}, {id: "open", name: "Open"}, {id: "overdue", name: "Overdue"},
  ...(["paid", "credited", "written_off", "void", "discarded"] as const).map((id) => ({id, name: state_names[id]})),
];

function Proof() {
  const rows = useLive<Answer<SeriesRow>>("number-series")?.rows ?? [];
  return <ul class="proof" aria-label="Number series">{rows.map((row) => <li key={row.key} class={row.dense ? "" : "warn-text"}>{proof_text(row)}</li>)}</ul>;
}

function Totals({answer}: {answer: InvoicesAnswer}) {
  if (!answer.totals?.length || chosen_state.value === "overdue") return null;
  return (
    <p class="totals-line">
      {answer.totals.map(({currency, count, total, balance}) => (
        <span key={currency}>{count_text(count, "document")}, <b class="figure">{money_text(as_money(total, currency))}</b>{as_money(balance, currency).minor ? <>, of it open <b class="figure">{money_text(as_money(balance, currency))}</b></> : null}</span>
      ))}
    </p>
  );
}

function Tools({chosen}: {chosen: readonly InvoiceRow[]}) {
  const drafts = chosen.filter(({state}) => state === "draft");
  const approved = chosen.filter(({state}) => state === "approved");
  const approve = () => drafts.length && void run("ApproveInvoices", {invoices: drafts.map(({invoice}) => invoice)}, (count) => `${count_text(count, "draft")} approved`);
  const issue = () => approved.length && show_dialog(<IssueDialog invoices={approved.map(outgoing)} />);
  useActions([
    {id: "approve-selected", title: "Approve the selected drafts", group: "Billing", keys: "a", when: () => drafts.length > 0, run: approve},
    {id: "issue-selected", title: "Issue the selected", group: "Billing", keys: "i", when: () => approved.length > 0, run: issue},
  ]);
  if (!drafts.length && !approved.length) return null;
  return (
    <span class="aside-buttons">
      {drafts.length > 0 && <button type="button" class="button primary" onClick={approve}>Approve {drafts.length}<kbd>A</kbd></button>}
      {approved.length > 0 && <button type="button" class="button primary" onClick={issue}>Issue and send {approved.length}<kbd>I</kbd></button>}
    </span>
  );
}

export function Register() {
  const state = chosen_state.value;
  const client = chosen_client.value;
  const {answer, problem} = useAsked<InvoicesAnswer>("invoices", {
    ...(client ? {client} : {}), ...(state ? {state: state === "overdue" ? "open" : state} : {}), limit: listed_max,
  });
  const rows = (answer?.rows ?? []).filter((row) => state !== "overdue" || row.overdue_days > 0);
  const picks = usePicks(rows.map(({key}) => key));
  const chosen = rows.filter(({key}) => picks.chosen().includes(key));
  useEffect(() => void (page_title.value = "Invoices"), []);
  useActions(pick_actions(picks, "invoice", (key) => go("invoices", key)));
  return (
    <div class="register page">
      <header class="page-head"><div><h1>Invoices</h1><Proof /></div><Tools chosen={chosen} /></header>
      <Section title="Register" class="card" aside={
        <span class="filters">
          <Select label="State" hide_label value={state} choices={states} set={(id) => (chosen_state.value = id)} />
          <Combobox label="Client" hide_label choices={of_noun("client")} chosen={client || null} empty_label="All clients" choose={(id) => (chosen_client.value = id)} />
        </span>} note={rows.length === listed_max ? `The ${listed_max} newest; choose a client or a state to see others.` : undefined}>
        {problem && <Empty title={problem_text(problem)} />}
        {answer && <Totals answer={answer} />}
        {answer && (rows.length ? (
          <Table caption="Invoices" rows={rows} key_of={(row) => row.key} picks={picks} row_name={(row) => `${invoice_name(row)} of ${row.client_name}`} open={(row) => go("invoices", row.invoice)} columns={[
            {name: "Number", cell: invoice_name},
            {name: "Client", cell: (row) => row.client_name},
            {name: "State", cell: (row) => <StateBadge row={row} />},
            {name: "Date", numeric: true, cell: (row) => (row.on ? short_date(row.on) : "–")},
            {name: "Due", numeric: true, cell: (row) => (row.due_on ? short_date(row.due_on) : "–")},
            {name: "Net", numeric: true, cell: (row) => money_text(row.net)},
            {name: "Total", numeric: true, cell: (row) => <b>{money_text(row.total)}</b>},
            {name: "Open", numeric: true, cell: (row) => (row.balance.minor ? money_text(row.balance) : "–")},
            {name: "Sent", numeric: true, cell: (row) => row.sent || "–"},
          ]} />
        ) : <Empty title={state || client ? "None of these." : "No invoices yet."}><p>{state || client ? "Choose another state or client." : "Draft one from a client, or all of them at month end."}</p></Empty>)}
      </Section>
    </div>
  );
}
