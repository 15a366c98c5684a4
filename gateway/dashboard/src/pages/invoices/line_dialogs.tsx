// The questions about lines: how much to write down and why, until when to wait, what it should say, what to add.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {DateField, MoneyField, TextArea} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {add_days, month_start, short_date} from "../../formats/date";
import {money_text} from "../../formats/money";
import {read_money, written_down} from "../../input/money_text";
import type {InvoiceLine} from "../../live/billing_wire";
import {today} from "../../shell/session";
import {undo_defer, undo_net, undo_text} from "./line_acts";

export function WriteDown({invoice, line, currency}: {invoice: string; line: InvoiceLine; currency: string}) {
  const [typed, set_typed] = useState("");
  const [reason, set_reason] = useState("");
  const net = typed.trim() ? written_down(typed, line.net, currency) : null;
  const money = (minor: number) => money_text({minor, currency});
  return (
    <FormDialog title="Write the line down" button={net === null ? "Write down" : `Make it ${money(net)}`} ready={net !== null && net !== line.net && !!reason.trim()}
      save={sending("ChangeInvoiceLine", {invoice, line: line.line, net, reason: reason.trim()})}
      told={() => `${money(line.net)} is now ${money(net!)}`} undo={undo_net(invoice, line)}
      note={<p><b>{line.text}</b>, {money(line.net)}. {net === null ? "The difference is written off when the invoice is issued." : net <= line.net ? `${money(line.net - net)} is written off when the invoice is issued.` : `${money(net - line.net)} is written up.`}</p>}>
      <Field label="By how much" value={typed} set={set_typed} placeholder="10% or 100" hint="10% off, 100 off, or =400 for what it comes to" autofocus
        fault={typed.trim() && net === null ? "10%, 100, or =400" : undefined} />
      <Field label="Reason" value={reason} set={set_reason} required />
    </FormDialog>
  );
}

export function EditText({invoice, line}: {invoice: string; line: InvoiceLine}) {
  const [text, set_text] = useState(line.text);
  return (
    <FormDialog title="What the line says" button="Save" ready={!!text.trim() && text.trim() !== line.text} save={sending("ChangeInvoiceLine", {invoice, line: line.line, text: text.trim()})}
      told="Line changed" undo={undo_text(invoice, line)}>
      <TextArea label="Text" value={text} set={set_text} autofocus />
    </FormDialog>
  );
}

export function Defer({invoice, entries, done}: {invoice: string; entries: readonly string[]; done: () => void}) {
  const next = add_days(month_start(add_days(month_start(today.peek()), 32)), 0);
  const [until, set_until] = useState(next);
  const [reason, set_reason] = useState("");
  const data = {invoice, entries, defer: true, ...(until ? {until} : {}), reason: reason.trim() || "Deferred"};
  const what = entries.length === 1 ? "entry" : "entries";
  return (
    <FormDialog title={`Defer ${entries.length} ${what}`} button="Defer" ready={entries.length > 0} save={sending("RemoveInvoiceEntries", data)} then={done}
      told={`Deferred${until ? ` until ${short_date(until)}` : ""}`} undo={undo_defer(invoice, entries)}
      note={<p>Off this draft, still work in progress; it is proposed again on the day.</p>}>
      <DateField label="Until" value={until} set={set_until} hint="Nothing: until it is released" autofocus />
      <Field label="Reason" value={reason} set={set_reason} placeholder="Deferred" />
    </FormDialog>
  );
}

export function AddLineDialog({invoice, currency}: {invoice: string; currency: string}) {
  const [text, set_text] = useState("");
  const [quantity, set_quantity] = useState("1");
  const [price, set_price] = useState("");
  const [unit, set_unit] = useState("unit");
  const decimal = (value: string) => value.trim().replace(",", ".");
  const fits = /^-?\d{1,9}(\.\d{1,4})?$/.test(decimal(quantity)) && read_money(price, currency) !== null;
  const data = {invoice, text: text.trim(), quantity: decimal(quantity), unit, price: decimal(price).replace(/[^\d.]/g, "")};
  return (
    <FormDialog title="Add a line" button="Add" ready={!!text.trim() && fits} save={sending("AddInvoiceLine", data)} told="Line added">
      <TextArea label="Text" value={text} set={set_text} rows={2} autofocus />
      <Field label="Quantity" value={quantity} set={set_quantity} inputMode="decimal" hint="Negative for a reduction" />
      <Select label="Unit" value={unit} choices={[{id: "unit", name: "Piece"}, {id: "hour", name: "Hour"}, {id: "day", name: "Day"}, {id: "month", name: "Month"}]} set={set_unit} />
      <MoneyField label="Price each" value={price} currency={currency} set={set_price} />
    </FormDialog>
  );
}
