// One invoice: as a draft, its lines beside the document; once issued, the document beside what happened to it since.
import {useEffect, useState} from "preact/hooks";
import {Badge, Empty} from "../../components/basics";
import {invoice_name, is_draft, StateBadge} from "../../components/invoice_state";
import {Menu} from "../../components/menu";
import {short_date} from "../../formats/date";
import {money_text} from "../../formats/money";
import type {InvoiceAnswer, InvoiceRow} from "../../live/billing_wire";
import {useAsked} from "../../live/store";
import {act} from "../../shell/act";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {go, link} from "../../shell/router";
import {page_title} from "../../shell/session";
import {problem_text} from "../../shell/toasts";
import {IssueDialog, outgoing} from "../month_end/dialogs";
import {RecordPayment} from "../money/record_payment";
import {DraftLines} from "./draft_lines";
import {CreditDialog, DiscardDialog, HeadDialog, SentDialog, VoidDialog, WriteOffDialog} from "./invoice_dialogs";
import {BehindLines, History, Settled} from "./issued";
import {Paper} from "./paper";

type Shown = InvoiceAnswer & {row: InvoiceRow};

const approve = (answer: Shown) => void act("ApproveInvoice", {invoice: answer.invoice}, "Approved: it can be issued");
const issue = (answer: Shown) => show_dialog(<IssueDialog invoices={[outgoing(answer.row)]} />);
const discard = (answer: Shown) => show_dialog(<DiscardDialog invoice={answer.invoice} then={() => go("invoices")} />);

function DraftHead({answer}: {answer: Shown}) {
  const {row} = answer;
  useActions([
    {id: "approve", title: "Approve the draft", group: "Billing", keys: "a", when: () => row.state === "draft", run: () => approve(answer)},
    {id: "issue", title: "Issue the invoice", group: "Billing", keys: "i", when: () => row.state === "approved", run: () => issue(answer)},
    {id: "discard-draft", title: "Discard the draft", group: "Billing", run: () => discard(answer)},
  ]);
  return (
    <span class="aside-buttons">
      {row.state === "draft" ? <button type="button" class="button primary" onClick={() => approve(answer)}>Approve<kbd>A</kbd></button> : <button type="button" class="button primary" onClick={() => issue(answer)}>Issue and send<kbd>I</kbd></button>}
      <Menu label="More for this draft" items={[
        {name: "Reference, note, deposits…", run: () => show_dialog(<HeadDialog answer={answer} />)}, {name: "Discard…", run: () => discard(answer)},
      ]} />
    </span>
  );
}

function IssuedHead({answer}: {answer: Shown}) {
  const {row} = answer;
  const owed = row.balance.minor > 0 && row.state !== "void";
  const untouched = row.state === "issued" && !row.sent && !row.paid.minor && !row.credited.minor;
  const pay = () => show_dialog(<RecordPayment invoice={row} />);
  const credit = () => show_dialog(<CreditDialog answer={answer} />);
  const reversible = row.state === "written_off";
  useActions([
    {id: "pay-invoice", title: "Record its payment", group: "Billing", keys: "p", when: () => owed, run: pay},
    {id: "credit-invoice", title: "Credit the invoice", group: "Billing", when: () => row.state !== "void", run: credit},
  ]);
  return (
    <span class="aside-buttons">
      {owed && <button type="button" class="button primary" onClick={pay}>Record payment<kbd>P</kbd></button>}
      <button type="button" class="button quiet" onClick={() => print()}>Print</button>
      <Menu label="More for this invoice" items={[
        ...(row.state === "void" ? [] : [{name: "Note that it was sent…", run: () => show_dialog(<SentDialog answer={answer} />)}, {name: "Credit…", run: credit}]),
        ...(untouched ? [{name: "Void…", run: () => show_dialog(<VoidDialog answer={answer} />)}] : []),
        ...(owed ? [{name: "Write off as bad debt…", run: () => show_dialog(<WriteOffDialog answer={answer} />)}] : []),
        ...(owed ? [{name: "Write off a small difference", run: () => void act("WriteOffDifference", {invoice: answer.invoice, reason: "Small difference"}, "Difference written off")}] : []),
        ...(reversible ? [{name: "Take the write-off back", run: () => void act("ReverseInvoiceWriteOff", {invoice: answer.invoice, reason: "Taken back"}, "The debt stands again")}] : []),
      ]} />
    </span>
  );
}

function Figures({answer}: {answer: Shown}) {
  const {row} = answer;
  return (
    <dl class="glance">
      <div><dt>Total</dt><dd class="figure">{money_text(row.total)}</dd></div>
      {!is_draft(row.state) && <div><dt>Paid</dt><dd class="figure">{money_text(row.paid)}</dd></div>}
      {row.credited.minor > 0 && <div><dt>Credited</dt><dd class="figure">{money_text(row.credited)}</dd></div>}
      {!is_draft(row.state) && <div><dt>Open</dt><dd class="figure">{money_text(row.balance)}</dd></div>}
      {row.due_on && <div><dt>Due</dt><dd class="figure">{short_date(row.due_on)}</dd></div>}
    </dl>
  );
}

export function InvoicePage({id}: {id: string}) {
  const {answer, problem} = useAsked<InvoiceAnswer>("invoice", {invoice: id});
  const [at, set_at] = useState<number | null>(null);
  const row = answer?.row;
  const title = row ? `${invoice_name(row)}, ${row.client_name}` : "Invoice";
  useEffect(() => void (page_title.value = title), [title]);
  useActions([{id: "back-to-invoices", title: "Back to the invoices", group: "Go to", keys: "escape", run: () => go("invoices")}]);
  if (problem) return <div class="page"><Empty title={problem_text(problem)}><p><a class="link" href={link("invoices")}>All invoices</a></p></Empty></div>;
  if (answer && !row) return <div class="page"><Empty title="There is no invoice here."><p><a class="link" href={link("invoices")}>All invoices</a></p></Empty></div>;
  if (!answer || !row) return null;
  const shown: Shown = {...answer, row};
  const draft = is_draft(row.state);
  return (
    <div class="invoice-page page">
      <nav class="crumbs" aria-label="Where you are"><a href={link("invoices")}>Invoices</a> / <a href={link("clients", row.client)}>{row.client_name}</a></nav>
      <header class="client-head">
        <div class="invoice-title"><h1>{invoice_name(row)}</h1><StateBadge row={row} />{row.sent > 0 && <Badge>Sent{row.sent > 1 ? ` ${row.sent} times` : ""}</Badge>}</div>
        <Figures answer={shown} />
        {row.state !== "discarded" && (draft ? <DraftHead answer={shown} /> : <IssuedHead answer={shown} />)}
      </header>
      {row.flagged && <p class="notice" role="status">The work under this draft has changed since it was made. Look through it before you approve.</p>}
      <div class="invoice-columns">
        <div class="invoice-left">{draft ? <DraftLines answer={shown} at_line={set_at} /> : <Settled answer={shown} />}{!draft && <BehindLines answer={shown} />}<History answer={shown} /></div>
        <Paper answer={shown} at={at} />
      </div>
    </div>
  );
}
