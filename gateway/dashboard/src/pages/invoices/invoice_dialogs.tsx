// What can still happen to an issued invoice: a credit note, a void while nothing has happened, a write-off. And noting that it was sent.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {DateField, MoneyField, Switch} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {money_text} from "../../formats/money";
import {editable_money, read_money} from "../../input/money_text";
import type {InvoiceAnswer, InvoiceLine, InvoiceRow} from "../../live/billing_wire";
import {found} from "../../shell/act";
import {today} from "../../shell/session";

type Shown = InvoiceAnswer & {row: InvoiceRow};

const kinds = [{id: "correction", name: "A correction"}, {id: "goodwill", name: "Goodwill"}, {id: "cancellation", name: "Cancels the invoice"}] as const;

function CreditLine({line, currency, value, set}: {line: InvoiceLine; currency: string; value: string; set: (value: string) => void}) {
  return (
    <label class="share">
      <span>{line.text}<small> {money_text({minor: line.net, currency})}</small></span>
      <input class="input figure" inputMode="decimal" aria-label={`Credit of ${line.text}`} value={value} placeholder="0" onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

export function CreditDialog({answer}: {answer: Shown}) {
  const {document, row} = answer;
  const {currency} = document;
  const lines = document.lines.filter(({net}) => net);
  const [typed, set_typed] = useState<Record<number, string>>(() => Object.fromEntries(lines.map(({line, net}) => [line, editable_money(net, currency)])));
  const [kind, set_kind] = useState("correction");
  const [returns, set_returns] = useState(false);
  const [reason, set_reason] = useState("");
  const amounts = lines.map((line) => ({line, net: (typed[line.line] ?? "").trim() ? read_money(typed[line.line]!, currency) : 0}));
  const said = amounts.filter(({net}) => net).map(({line, net}) => ({line: line.line, net, work: returns && net === line.net ? "returns" : "written_off"}));
  const sum = amounts.reduce((total, {net}) => total + (net ?? 0), 0);
  return (
    <FormDialog title={`Credit ${row.number ?? ""}`} button={`Credit ${money_text({minor: sum, currency})} net`} ready={!!reason.trim() && said.length > 0 && amounts.every(({net}) => net !== null)}
      save={sending("IssueCreditNote", {invoice: answer.invoice, kind, lines: said, reason: reason.trim()})}
      told={(events) => `Credit note ${String(found(events, "CreditNoteIssued")?.number ?? "")} issued`}
      note={<p>Net amounts; the tax of the original follows. The invoice stays as it is.</p>}>
      <fieldset class="shares wide"><legend class="field-label">Credited of each line</legend>
        {lines.map((line) => <CreditLine key={line.line} line={line} currency={currency} value={typed[line.line] ?? ""} set={(value) => set_typed({...typed, [line.line]: value})} />)}
      </fieldset>
      <Select label="What it is" value={kind} choices={kinds} set={set_kind} />
      <Field label="Reason" value={reason} set={set_reason} autofocus required />
      <Switch label="Work on wholly credited lines can be billed again" on={returns} set={set_returns} />
    </FormDialog>
  );
}

export function VoidDialog({answer}: {answer: Shown}) {
  const [reason, set_reason] = useState("");
  return (
    <FormDialog title={`Void ${answer.row.number ?? ""}`} button="Void it" ready={!!reason.trim()} save={sending("VoidInvoice", {invoice: answer.invoice, reason: reason.trim()})}
      told={`${answer.row.number} is void; its number stays used`} note={<p>Its number stays used and its work is open again. Possible only while it was neither sent, paid nor credited.</p>}>
      <Field label="Reason" value={reason} set={set_reason} autofocus required />
    </FormDialog>
  );
}

export function WriteOffDialog({answer}: {answer: Shown}) {
  const {balance} = answer.row;
  const [amount, set_amount] = useState(editable_money(balance.minor, balance.currency));
  const [on, set_on] = useState(today.peek());
  const [reason, set_reason] = useState("");
  const minor = read_money(amount, balance.currency);
  return (
    <FormDialog title={`Write off ${answer.row.number ?? ""}`} button="Write off" ready={!!reason.trim() && !!minor && minor > 0} told={() => `${money_text({minor: minor!, currency: balance.currency})} written off`}
      save={sending("WriteOffInvoice", {invoice: answer.invoice, amount: minor, on, reason: reason.trim()})} note={<p>Bad debt: {money_text(balance)} is open. It can be taken back.</p>}>
      <MoneyField label="Amount" value={amount} currency={balance.currency} set={set_amount} />
      <DateField label="On" value={on} set={set_on} />
      <Field label="Reason" value={reason} set={set_reason} autofocus required />
    </FormDialog>
  );
}

export function SentDialog({answer}: {answer: Shown}) {
  const [channel, set_channel] = useState("email");
  const [to, set_to] = useState(answer.customer?.email ?? "");
  const data = {invoice: answer.invoice, channel, ...(to.trim() ? {to: to.trim()} : {})};
  return (
    <FormDialog title={`${answer.row.number ?? "The invoice"} was sent`} button="Note it" save={sending("RecordInvoiceSent", data)} told="Noted as sent">
      <Select label="How" value={channel} set={set_channel} choices={[{id: "email", name: "By e-mail"}, {id: "post", name: "By post"}, {id: "portal", name: "In the portal"}, {id: "peppol", name: "Peppol"}, {id: "other", name: "Otherwise"}]} />
      <Field label="To" value={to} set={set_to} autofocus />
    </FormDialog>
  );
}

export function DiscardDialog({invoice, then}: {invoice: string; then: () => void}) {
  const [reason, set_reason] = useState("");
  return (
    <FormDialog title="Discard the draft" button="Discard" save={sending("DiscardInvoice", {invoice, ...(reason.trim() ? {reason: reason.trim()} : {})})} told="Draft discarded; its work is open again" then={then}
      note={<p>Everything it holds can be billed again.</p>}>
      <Field label="Reason" value={reason} set={set_reason} autofocus />
    </FormDialog>
  );
}

export function HeadDialog({answer}: {answer: Shown}) {
  const {document} = answer;
  const [reference, set_reference] = useState(document.reference);
  const [note, set_note] = useState(document.note);
  const [draw, set_draw] = useState(document.deposits.length > 0);
  const data = {
    invoice: answer.invoice, ...(reference.trim() !== document.reference ? {reference: reference.trim()} : {}), ...(note.trim() !== document.note ? {note: note.trim()} : {}),
    ...(draw !== document.deposits.length > 0 ? {draw_deposits: draw} : {}),
  };
  return (
    <FormDialog title="Reference, note and deposits" button="Save" ready={Object.keys(data).length > 1} save={sending("ChangeInvoice", data)} told="Document changed">
      <Field label="The client's reference" value={reference} set={set_reference} autofocus />
      <Field label="Note on the document" value={note} set={set_note} />
      <Switch label="Draw what paid deposits still hold" on={draw} set={set_draw} />
    </FormDialog>
  );
}
