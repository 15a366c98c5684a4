// Payments, newest first: what each paid, what is still the client's credit, and what can be done with that.
import {Badge, Empty, Section} from "../../components/basics";
import {Menu} from "../../components/menu";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {as_money, money_text, sum_text} from "../../formats/money";
import type {CreditNoteRow, PaymentRow} from "../../live/billing_wire";
import {useAsked, useLive} from "../../live/store";
import type {Answer} from "../../live/wire";
import {act} from "../../shell/act";
import {show_dialog} from "../../shell/dialogs";
import {link} from "../../shell/router";
import {problem_text} from "../../shell/toasts";
import {AllocateDialog, RefundDialog, ReverseDialog} from "./payment_dialogs";
import {methods} from "./record_payment";

const method_name = (id: string) => methods.find((method) => method.id === id)?.name ?? id;

function Allocations({row}: {row: PaymentRow}) {
  const undo = (allocation: string) => void act("UndoAllocation", {allocation}, "Allocation undone; the money is the client's credit");
  return (
    <ul class="allocations">
      {row.allocations.map((item) => (
        <li key={item.allocation}>
          <a class="link" href={link("invoices", item.invoice)}>{item.number ?? "Invoice"}</a>
          <span class="figure">{item.undone_on ? <s>{money_text(as_money(item.amount, row.amount.currency))}</s> : money_text(as_money(item.amount, row.amount.currency))}</span>
          {!item.undone_on && !row.reversed_on && <button type="button" class="link" aria-label={`Undo the allocation to ${item.number ?? "the invoice"}`} onClick={() => undo(item.allocation)}>Undo</button>}
        </li>
      ))}
      {row.refunds.map((item) => (
        <li key={item.refund}>{item.reversed_on ? <s>Refund</s> : "Refund"} {short_date(item.on)} <span class="figure">{money_text(as_money(item.amount, row.amount.currency))}</span></li>
      ))}
      {!row.allocations.length && !row.refunds.length && <li class="faint">To nothing yet</li>}
    </ul>
  );
}

function Acts({row}: {row: PaymentRow}) {
  const left = row.unallocated.minor > 0 && !row.reversed_on;
  const items = [
    ...(left ? [{name: "Allocate…", run: () => show_dialog(<AllocateDialog source={{payment: row.payment}} client={row.client} left={row.unallocated} />)}] : []),
    ...(left ? [{name: "Refund…", run: () => show_dialog(<RefundDialog source={{payment: row.payment}} left={row.unallocated} />)}] : []),
    ...(row.reversed_on ? [] : [{name: "It bounced…", run: () => show_dialog(<ReverseDialog row={row} />)}]),
  ];
  return <Menu label={`More for the payment of ${row.client_name}`} items={items} />;
}

function CreditNotes() {
  const rows = useLive<Answer<CreditNoteRow>>("credit-notes")?.rows ?? [];
  if (!rows.length) return null;
  return (
    <Section title="Credit notes" class="card">
      <Table caption="Credit notes" rows={rows} key_of={(row) => row.key} columns={[
        {name: "Number", cell: (row) => row.number},
        {name: "Client", cell: (row) => row.client_name},
        {name: "Of", cell: (row) => <a class="link" href={link("invoices", row.invoice)}>{row.invoice_number}</a>},
        {name: "Date", numeric: true, cell: (row) => short_date(row.on)},
        {name: "Why", cell: (row) => row.reason},
        {name: "Total", numeric: true, cell: (row) => money_text(row.total)},
        {name: "Credit left", numeric: true, cell: (row) => (row.unallocated.minor ? <button type="button" class="link" onClick={() => show_dialog(<AllocateDialog source={{credit_note: row.credit_note}} client={row.client} left={row.unallocated} />)}>{money_text(row.unallocated)}</button> : "–")},
      ]} />
    </Section>
  );
}

export function Payments() {
  const {answer, problem} = useAsked<Answer<PaymentRow>>("payments");
  const rows = answer?.rows ?? [];
  const credit = sum_text(rows.filter((row) => !row.reversed_on && row.unallocated.minor).map((row) => row.unallocated));
  return (
    <>
      <Section title="Payments" class="card" note={credit ? <>Client credit, not yet allocated: <b class="figure">{credit}</b></> : undefined}>
        {problem && <Empty title={problem_text(problem)} />}
        {answer && (rows.length ? (
          <Table caption="Payments" rows={rows} key_of={(row) => row.key} columns={[
            {name: "Client", cell: (row) => row.client_name},
            {name: "Date", numeric: true, cell: (row) => short_date(row.on)},
            {name: "Amount", numeric: true, cell: (row) => <b>{money_text(row.amount)}</b>},
            {name: "How", cell: (row) => <>{method_name(row.method)}{row.reference && <small class="faint"> {row.reference}</small>}{row.reversed_on && <> <Badge tone="warn">Bounced {short_date(row.reversed_on)}</Badge></>}</>},
            {name: "Paid", cell: (row) => <Allocations row={row} />},
            {name: "Credit left", numeric: true, cell: (row) => (row.unallocated.minor && !row.reversed_on ? <b>{money_text(row.unallocated)}</b> : "–")},
            {name: "Acts", unseen: true, cell: (row) => <Acts row={row} />},
          ]} />
        ) : <Empty title="No payment has been recorded."><p>Press <kbd>P</kbd> when money has come in.</p></Empty>)}
      </Section>
      <CreditNotes />
    </>
  );
}
