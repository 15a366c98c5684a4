// Recording a payment: who, how much, when; and what it pays. The proposal is the invoice it fits exactly, else the oldest due first.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {DateField, MoneyField} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {short_date} from "../../formats/date";
import {money_text} from "../../formats/money";
import {editable_money, read_money} from "../../input/money_text";
import type {InvoiceRow, InvoicesAnswer} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import {currency as practice_currency, directory, of_noun, today} from "../../shell/session";
import {proposal} from "./proposal";
import {said_payment} from "./money_words";

export const methods = [{id: "eft", name: "Bank transfer"}, {id: "card", name: "Card"}, {id: "cash", name: "Cash"}, {id: "other", name: "Other"}] as const;

function Open({open, typed, set, shares}: {open: readonly InvoiceRow[]; typed: Record<string, string>; set: (typed: Record<string, string>) => void; shares: Record<string, number>}) {
  return (
    <fieldset class="shares wide">
      <legend class="field-label">What it pays</legend>
      {open.map((row) => (
        <label key={row.key} class="share">
          <span>{row.number}<small> due {row.due_on ? short_date(row.due_on) : "–"}, {money_text(row.balance)} open</small></span>
          <input class="input figure" inputMode="decimal" aria-label={`For ${row.number}`} placeholder="0"
            value={typed[row.invoice] ?? (shares[row.invoice] ? editable_money(shares[row.invoice]!, row.balance.currency) : "")}
            onInput={(event) => set({...typed, [row.invoice]: event.currentTarget.value})} />
        </label>
      ))}
    </fieldset>
  );
}

export function RecordPayment({client: given, invoice}: {client?: string; invoice?: InvoiceRow}) {
  const [client, set_client] = useState(given ?? invoice?.client ?? "");
  const currency = invoice?.balance.currency ?? directory.value.find((row) => row.noun === "client" && row.id === client)?.currency ?? practice_currency.value;
  const answer = useLive<InvoicesAnswer>("invoices", {client, state: "open"}, !!client);
  const open = (answer?.rows ?? []).filter((row) => row.balance.minor > 0);
  const [amount, set_amount] = useState(invoice ? editable_money(invoice.balance.minor, currency) : "");
  const [on, set_on] = useState(today.peek());
  const [method, set_method] = useState("eft");
  const [reference, set_reference] = useState(invoice?.number ?? "");
  const [typed, set_typed] = useState<Record<string, string>>({});
  const minor = read_money(amount, currency);
  const proposed = minor ? (invoice ? [{invoice: invoice.invoice, amount: Math.min(minor, invoice.balance.minor)}] : proposal(minor, reference, open)) : [];
  const shares = Object.fromEntries(proposed.map((share) => [share.invoice, share.amount]));
  const to = open.map((row) => ({invoice: row.invoice, amount: row.invoice in typed ? (typed[row.invoice]!.trim() ? read_money(typed[row.invoice]!, currency) : 0) : (shares[row.invoice] ?? 0)}));
  const readable = to.every((share) => share.amount !== null && share.amount >= 0);
  const paid = to.reduce((sum, share) => sum + (share.amount ?? 0), 0);
  const left = (minor ?? 0) - paid;
  const data = {client, amount: minor, on, method, ...(reference.trim() ? {reference: reference.trim()} : {}), to: to.filter((share) => share.amount)};
  return (
    <FormDialog title="Record a payment" button={minor ? `Record ${money_text({minor, currency})}` : "Record"} ready={!!client && !!minor && minor > 0 && readable && left >= 0}
      save={sending("RecordPayment", data)} told={(events) => said_payment(events, minor ?? 0, currency)}
      note={minor && client ? <p role="status" class={left < 0 ? "field-fault" : ""}>{left < 0 ? `${money_text({minor: -left, currency})} more than was paid` : left ? `${money_text({minor: left, currency})} stays as the client's credit` : "All of it is allocated"}</p> : undefined}>
      <Combobox label="Client" choices={of_noun("client")} chosen={client || null} choose={(id) => { set_client(id); set_typed({}); }} autofocus={!client} disabled={!!invoice} />
      <MoneyField label="Amount" value={amount} currency={currency} set={set_amount} autofocus={!!client} />
      <DateField label="Received on" value={on} set={set_on} />
      <Select label="How" value={method} choices={methods} set={set_method} />
      <Field label="Reference" value={reference} set={set_reference} placeholder="INV-0001" />
      {open.length > 0 && minor ? <Open open={open} typed={typed} set={set_typed} shares={shares} /> : null}
    </FormDialog>
  );
}
