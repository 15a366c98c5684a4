// The clients of the run, a row each, with what each step has left; drafts and invoices open with one press.
import {Badge} from "../../components/basics";
import type {Picks} from "../../components/picks";
import {Table} from "../../components/table";
import {hours_minutes} from "../../formats/duration";
import {as_money, money_text} from "../../formats/money";
import type {MonthEndRow, Money} from "../../live/billing_wire";
import {act, found} from "../../shell/act";
import {go, link} from "../../shell/router";

const or_dash = (money: Money) => (money.minor ? money_text(money) : "–");
// All that a draft would take up now; what is deferred stands beside it.
export const to_draft = (row: MonthEndRow): Money => ({minor: row.unbilled.minor + row.overage.minor + row.expenses.minor + row.milestones.minor, currency: row.unbilled.currency});
const extra = (row: MonthEndRow) => ({minor: row.expenses.minor + row.milestones.minor, currency: row.unbilled.currency});

async function draft(row: MonthEndRow): Promise<void> {
  const events = await act("DraftInvoice", {client: row.client}, `Draft made for ${row.client_name}`);
  const invoice = events && found(events, "InvoiceDrafted")?.invoice;
  if (invoice) go("invoices", String(invoice));
}

function Documents({row}: {row: MonthEndRow}) {
  const stop = (event: Event) => event.stopPropagation();
  return (
    <span class="documents">
      {row.done && <span class="done-mark">✓<span class="unseen">Nothing is left.</span></span>}
      {row.drafts.map((item) => (
        <a key={item.invoice} class="chip-link" href={link("invoices", item.invoice)} onClick={stop}>
          {item.state === "approved" ? "Approved" : "Review"} {money_text(as_money(item.total, row.unbilled.currency))}{item.flagged && <Badge tone="warn">Look again</Badge>}
        </a>
      ))}
      {row.issued.map((item) => <a key={item.invoice} class="chip-link done" href={link("invoices", item.invoice)} onClick={stop}>{item.number} {money_text(as_money(item.total, row.unbilled.currency))}</a>)}
      {!row.drafts.length && to_draft(row).minor > 0 && (
        <button type="button" class="button small" onClick={(event) => { stop(event); void draft(row); }}>Draft</button>
      )}
    </span>
  );
}

export function ClientTable({rows, picks}: {rows: readonly MonthEndRow[]; picks: Picks}) {
  return (
    <Table caption="Clients at month end" rows={rows} key_of={(row) => row.key} picks={picks} row_name={(row) => row.client_name} columns={[
      {name: "Client", cell: (row) => <a class="link" href={link("clients", row.client)}>{row.client_name}</a>},
      {name: "Documents", cell: (row) => <Documents row={row} />},
      {name: "To confirm", numeric: true, cell: (row) => (row.review_seconds ? <Badge tone="warn">{hours_minutes(row.review_seconds)}</Badge> : "–")},
      {name: "No rate", numeric: true, cell: (row) => (row.unpriced_entries ? <Badge tone="warn">{row.unpriced_entries}</Badge> : "–")},
      {name: "Recurring", numeric: true, cell: (row) => row.recurring_due || "–"},
      {name: "Unbilled", numeric: true, cell: (row) => (row.unbilled.minor ? <b>{money_text(row.unbilled)}</b> : "–")},
      {name: "Overage", numeric: true, cell: (row) => or_dash(row.overage)},
      {name: "Costs, milestones", numeric: true, cell: (row) => or_dash(extra(row))},
      {name: "Deferred", numeric: true, cell: (row) => or_dash(row.deferred)},
    ]} />
  );
}
