// What has happened to an invoice since: payments, credit notes, and its history from the first draft on.
import {Badge, Empty, Section} from "../../components/basics";
import {Table} from "../../components/table";
import {day_date, short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {as_money, money_text} from "../../formats/money";
import type {InvoiceAnswer} from "../../live/billing_wire";
import {act} from "../../shell/act";
import {name_of} from "../../shell/session";

const what_names: Record<string, string> = {
  InvoiceDrafted: "Drafted", InvoiceRevised: "Changed", InvoiceApproved: "Approved", InvoiceIssued: "Issued", InvoiceSent: "Sent", InvoiceVoided: "Voided",
  InvoiceDiscarded: "Discarded", CreditNoteIssued: "Credited", PaymentAllocated: "Payment allocated", AllocationUndone: "Allocation undone",
  InvoiceWrittenOff: "Written off", InvoiceWriteOffReversed: "Write-off taken back", DifferenceWrittenOff: "Small difference written off", OverageCharged: "Overage added",
};

// Causes that are codes, in words; what a person gave as the reason stands as it is.
const reason_names: Record<string, string> = {
  edited: "", entry_corrected: "An entry was corrected", entry_removed: "An entry was removed", entry_repriced: "A rate changed", entry_rerounded: "The rounding changed",
  overage_added: "Overage of the closed period", terms_changed: "The terms changed", email: "By e-mail", post: "By post", portal: "In the portal", peppol: "By Peppol", other: "",
};

export function History({answer}: {answer: InvoiceAnswer}) {
  return (
    <Section title="History" class="card">
      <ol class="timeline">
        {answer.history.map((item, index) => (
          <li key={`${item.position}.${index}`}>
            <b>{what_names[item.what] ?? item.what}</b>{item.actor && <span>by {item.actor === "system" ? "the schedule" : name_of("member", item.actor)}</span>}{item.on && <span class="faint">{short_date(item.on)}</span>}
            {item.reason && <small>{reason_names[item.reason] ?? item.reason}</small>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Settled({answer}: {answer: InvoiceAnswer}) {
  const {currency} = answer.document;
  const undo = (allocation: string) => void act("UndoAllocation", {allocation}, "Allocation undone; the money is the client's credit");
  return (
    <>
      <Section title="Payments" class="card">
        {answer.payments.length ? (
          <Table caption="Payments of this invoice" rows={answer.payments} key_of={(row) => row.allocation} columns={[
            {name: "Date", cell: (row) => short_date(row.on)},
            {name: "From", cell: (row) => <>{row.credit_note ? "Credit note" : "Payment"}{row.undone_on && <> <Badge>Undone {short_date(row.undone_on)}</Badge></>}</>},
            {name: "Amount", numeric: true, cell: (row) => (row.undone_on ? <s>{money_text(as_money(row.amount, currency))}</s> : money_text(as_money(row.amount, currency)))},
            {name: "Undo", unseen: true, cell: (row) => (row.undone_on ? null : <button type="button" class="link" onClick={() => undo(row.allocation)}>Undo</button>)},
          ]} />
        ) : <Empty title="Nothing paid yet." />}
      </Section>
      {answer.credit_notes.length > 0 && (
        <Section title="Credit notes" class="card">
          <Table caption="Credit notes" rows={answer.credit_notes} key_of={(row) => row.credit_note} columns={[
            {name: "Number", cell: (row) => row.number}, {name: "Date", cell: (row) => short_date(row.on)}, {name: "Why", cell: (row) => row.reason},
            {name: "Total", numeric: true, cell: (row) => money_text(as_money(row.total, currency))},
          ]} />
        </Section>
      )}
    </>
  );
}

// Each line down to its entries: why this number?
export function BehindLines({answer}: {answer: InvoiceAnswer}) {
  const {currency, lines} = answer.document;
  if (!answer.rows.length) return null;
  const text = (line: number) => lines.find((row) => row.line === line)?.text ?? `Line ${line}`;
  return (
    <Section title="The work behind it" class="card" note={`${answer.rows.length} ${answer.rows.length === 1 ? "entry" : "entries"}`}>
      <Table caption="The work behind it" rows={answer.rows} key_of={(row) => row.key} columns={[
        {name: "Date", cell: (row) => day_date(row.work_date)},
        {name: "What", cell: (row) => row.description || [row.project_name, row.service_name].filter(Boolean).join(" · ") || "Work"},
        {name: "Time", numeric: true, cell: (row) => hours_minutes(row.seconds)},
        {name: "Amount", numeric: true, cell: (row) => money_text(as_money(row.amount, currency))},
        {name: "Who", cell: (row) => row.member_name ?? row.member},
        {name: "Line", cell: (row) => text(row.line)},
      ]} />
    </Section>
  );
}
