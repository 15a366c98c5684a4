// A client's invoices, payments and write-offs, newest first.
import {useState} from "preact/hooks";
import {Badge, Empty, Section} from "../../components/basics";
import {invoice_name, StateBadge} from "../../components/invoice_state";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {money_text} from "../../formats/money";
import type {InvoicesAnswer, PaymentRow, WriteOffRow} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import type {Answer} from "../../live/wire";
import {show_dialog} from "../../shell/dialogs";
import {go, link} from "../../shell/router";
import {RecordPayment} from "../money/record_payment";

const shown_max = 8;

export function ClientInvoices({client}: {client: string}) {
  const [all, set_all] = useState(false);
  const answer = useLive<InvoicesAnswer>("invoices", {client});
  const rows = answer?.rows ?? [];
  return (
    <Section title="Invoices" class="card" aside={<a class="button quiet" href={link("money", "statement", client)}>Statement</a>}>
      {answer && (rows.length ? (
        <Table caption="Invoices" rows={all ? rows : rows.slice(0, shown_max)} key_of={(row) => row.key} open={(row) => go("invoices", row.invoice)} columns={[
          {name: "Number", cell: invoice_name},
          {name: "State", cell: (row) => <StateBadge row={row} />},
          {name: "Date", numeric: true, cell: (row) => (row.on ? short_date(row.on) : "–")},
          {name: "Total", numeric: true, cell: (row) => <b>{money_text(row.total)}</b>},
          {name: "Balance", numeric: true, cell: (row) => (row.balance.minor ? money_text(row.balance) : "–")},
        ]} />
      ) : <Empty title="Nothing has been invoiced yet." />)}
      {rows.length > shown_max && <button type="button" class="link more-link" aria-expanded={all} onClick={() => set_all(!all)}>{all ? "Show fewer" : `Show all ${rows.length}`}</button>}
    </Section>
  );
}

export function ClientPayments({client}: {client: string}) {
  const answer = useLive<Answer<PaymentRow>>("payments", {client});
  return (
    <Section title="Payments" class="card" aside={<button type="button" class="button" onClick={() => show_dialog(<RecordPayment client={client} />)}>Record a payment</button>}>
      {answer && (answer.rows.length ? (
        <Table caption="Payments" rows={answer.rows.slice(0, shown_max)} key_of={(row) => row.key} columns={[
          {name: "Date", cell: (row) => short_date(row.on)},
          {name: "Amount", numeric: true, cell: (row) => <b>{money_text(row.amount)}</b>},
          {name: "For", cell: (row) => row.allocations.filter(({undone_on}) => !undone_on).map(({number}) => number).filter(Boolean).join(", ") || "–"},
          {name: "Credit left", numeric: true, cell: (row) => (row.reversed_on ? <Badge tone="warn">Bounced</Badge> : row.unallocated.minor ? money_text(row.unallocated) : "–")},
        ]} />
      ) : <Empty title="No payment yet." />)}
    </Section>
  );
}

const codes: Record<string, string> = {
  over_servicing: "Over-servicing", rework: "Rework", goodwill: "Goodwill", fee_cap: "Fee cap", training: "Training", not_billable: "Not billable", other: "Other",
};

export function ClientWriteOffs({client}: {client: string}) {
  const rows = useLive<Answer<WriteOffRow>>("write-offs", {client})?.rows ?? [];
  if (!rows.length) return null;
  return (
    <Section title="Written off" class="card">
      <Table caption="Written off" rows={rows} key_of={(row) => row.key} columns={[
        {name: "Date", cell: (row) => short_date(row.on)},
        {name: "Why", cell: (row) => <>{codes[row.code] ?? row.code}{row.reason && <small class="faint"> {row.reason}</small>}{row.reversed_on && <> <Badge>Taken back</Badge></>}</>},
        {name: "Time", numeric: true, cell: (row) => (row.seconds ? hours_minutes(row.seconds) : "–")},
        {name: "Amount", numeric: true, cell: (row) => `${row.up ? "+" : "−"}${money_text(row.amount)}`},
      ]} />
    </Section>
  );
}
