// The two questions of the run: what would be drafted, and whether these may go out.
import {useEffect, useRef, useState} from "preact/hooks";
import {Select} from "../../components/basics";
import {Dialog} from "../../components/dialog";
import {DateField} from "../../components/fields";
import {Table} from "../../components/table";
import {money_text, sum_text} from "../../formats/money";
import type {InvoiceRow, Money} from "../../live/billing_wire";
import {close_dialog} from "../../shell/dialogs";
import {name_of, today} from "../../shell/session";
import {problem_text} from "../../shell/toasts";
import {count_text, preview, refusal_text, run, running, type Preview} from "./run";

export function DraftPreview({title, name, data}: {title: string; name: string; data: object}) {
  const [found, set_found] = useState<Preview | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => void preview(name, data).then(set_found), []);
  useEffect(() => button.current?.focus(), [found]);
  const go = () => {
    close_dialog();
    void run(name, data, (count) => `${count_text(count, "draft")} made`);
  };
  const drafts = found?.drafts ?? [];
  const sum = sum_text(drafts.map(({total, currency}) => ({minor: total, currency})));
  return (
    <Dialog title={title} close={close_dialog}>
      <div class="dialog-form">
        {!found && <p class="faint" role="status">Working out what would be drafted…</p>}
        {found?.problem && <p class="field-fault" role="alert">{problem_text(found.problem)}</p>}
        {found?.nothing && <p>Nothing is waiting to be drafted.</p>}
        {drafts.length > 0 && (
          <Table caption="What would be drafted" rows={drafts.map((draft, index) => ({...draft, key: String(index)}))} key_of={(row) => row.key} columns={[
            {name: "Client", cell: (row) => name_of("client", row.client), foot: "Together"},
            {name: "Lines", numeric: true, cell: (row) => row.lines, foot: ""},
            {name: "Total", numeric: true, cell: (row) => money_text({minor: row.total, currency: row.currency}), foot: <b>{sum}</b>},
          ]} />
        )}
        {!!found?.refused.length && <div class="refusals"><b>Left out</b><ul>{found.refused.map((refusal, index) => <li key={index}>{refusal_text(refusal)}</li>)}</ul></div>}
        <footer class="form-foot">
          <button type="button" class="button quiet" onClick={close_dialog}>Cancel</button>
          <button type="button" class="button primary" disabled={!drafts.length || running.value} onClick={go} ref={button}>{drafts.length ? `Make ${count_text(drafts.length, "draft")}` : "Make drafts"}</button>
        </footer>
      </div>
    </Dialog>
  );
}

export interface Outgoing {
  invoice: string;
  client_name: string;
  total: Money;
}

export const outgoing = (row: InvoiceRow): Outgoing => ({invoice: row.invoice, client_name: row.client_name, total: row.total});

const channels = [{id: "email", name: "By e-mail"}, {id: "post", name: "By post"}, {id: "portal", name: "In the portal"}, {id: "", name: "Not yet"}] as const;

// Issuing gives the numbers and cannot be taken back: the one question that is asked.
export function IssueDialog({invoices}: {invoices: readonly Outgoing[]}) {
  const [on, set_on] = useState(today.peek());
  const [send, set_send] = useState("email");
  const go = () => {
    close_dialog();
    const data = {invoices: invoices.map(({invoice}) => invoice), ...(on !== today.peek() ? {on} : {}), ...(send ? {send} : {})};
    void run("IssueInvoices", data, (count) => `${count_text(count, "invoice")} issued${send ? " and sent" : ""}`);
  };
  return (
    <Dialog title={`Issue ${count_text(invoices.length, "invoice")}`} close={close_dialog}>
      <form class="dialog-form" onSubmit={(event) => { event.preventDefault(); go(); }}>
        <p class="form-note">Each gets its number now and cannot be changed afterwards.</p>
        <Table caption="To be issued" rows={invoices} key_of={(row) => row.invoice} columns={[
          {name: "Client", cell: (row) => row.client_name, foot: "Together"},
          {name: "Total", numeric: true, cell: (row) => money_text(row.total), foot: <b>{sum_text(invoices.map(({total}) => total))}</b>},
        ]} />
        <div class="form-grid">
          <DateField label="Dated" value={on} set={set_on} />
          <Select label="Sent" value={send} choices={channels} set={set_send} />
        </div>
        <footer class="form-foot">
          <button type="button" class="button quiet" onClick={close_dialog}>Cancel</button>
          <button type="submit" class="button primary" disabled={running.value} autofocus>{send ? "Issue and send" : "Issue"} {invoices.length}</button>
        </footer>
      </form>
    </Dialog>
  );
}
