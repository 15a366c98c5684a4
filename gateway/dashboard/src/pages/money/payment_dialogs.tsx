// Later acts on money received: allocating what is left, paying it back, and taking a bounced payment out.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {DateField, MoneyField} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {short_date} from "../../formats/date";
import {money_text} from "../../formats/money";
import {editable_money, read_money} from "../../input/money_text";
import type {InvoicesAnswer, Money, PaymentRow} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import {today} from "../../shell/session";
import {methods} from "./record_payment";

type Source = {payment: string} | {credit_note: string};

export function AllocateDialog({source, client, left}: {source: Source; client: string; left: Money}) {
  const answer = useLive<InvoicesAnswer>("invoices", {client, state: "open"});
  const open = (answer?.rows ?? []).filter(({balance}) => balance.minor > 0 && balance.currency === left.currency);
  const [invoice, set_invoice] = useState("");
  const [typed, set_typed] = useState<string | null>(null);
  const chosen = open.find((row) => row.invoice === invoice) ?? open[0];
  const fits = chosen ? Math.min(left.minor, chosen.balance.minor) : 0;
  const amount = typed ?? (fits ? editable_money(fits, left.currency) : "");
  const minor = read_money(amount, left.currency);
  return (
    <FormDialog title="Allocate credit" button="Allocate" ready={!!chosen && !!minor && minor > 0 && minor <= fits} told={() => `${money_text({minor: minor!, currency: left.currency})} for ${chosen?.number}`}
      save={sending("AllocatePayment", {...source, to: [{invoice: chosen?.invoice, amount: minor}]})} note={<p>{open.length ? `${money_text(left)} is left.` : "This client has no open invoice."}</p>}>
      <Select label="Invoice" value={chosen?.invoice ?? ""} set={(id) => { set_invoice(id); set_typed(null); }}
        choices={open.map((row) => ({id: row.invoice, name: `${row.number}, due ${row.due_on ? short_date(row.due_on) : "–"}, ${money_text(row.balance)} open`}))} />
      <MoneyField label="Amount" value={amount} currency={left.currency} set={set_typed} />
    </FormDialog>
  );
}

export function RefundDialog({source, left}: {source: Source; left: Money}) {
  const [amount, set_amount] = useState(editable_money(left.minor, left.currency));
  const [on, set_on] = useState(today.peek());
  const [method, set_method] = useState("eft");
  const [reference, set_reference] = useState("");
  const minor = read_money(amount, left.currency);
  const data = {...source, amount: minor, on, method, ...(reference.trim() ? {reference: reference.trim()} : {})};
  return (
    <FormDialog title="Refund" button="Refund" ready={!!minor && minor > 0 && minor <= left.minor} save={sending("RefundPayment", data)} told={() => `${money_text({minor: minor!, currency: left.currency})} paid back`}
      note={<p>{money_text(left)} can be paid back.</p>}>
      <MoneyField label="Amount" value={amount} currency={left.currency} set={set_amount} autofocus />
      <DateField label="On" value={on} set={set_on} />
      <Select label="How" value={method} choices={methods} set={set_method} />
      <Field label="Reference" value={reference} set={set_reference} />
    </FormDialog>
  );
}

export function ReverseDialog({row}: {row: PaymentRow}) {
  const [on, set_on] = useState(today.peek());
  const [reason, set_reason] = useState("");
  return (
    <FormDialog title={`The payment of ${row.client_name} bounced`} button="Take it out" ready={!!on && !!reason.trim()} told={`${money_text(row.amount)} taken out`}
      save={sending("ReversePayment", {payment: row.payment, on, reason: reason.trim()})} note={<p>What it paid is open again from that day on.</p>}>
      <DateField label="On" value={on} set={set_on} />
      <Field label="Reason" value={reason} set={set_reason} autofocus required />
    </FormDialog>
  );
}
