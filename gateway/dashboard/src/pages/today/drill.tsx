// The entries behind a bar: a panel from the side, its list live.
import "../../first_load";
import {Dialog} from "../../components/dialog";
import {Badge, Empty} from "../../components/basics";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {money_text, price_text, sum_by_currency} from "../../formats/money";
import {useLive} from "../../live/store";
import type {EntriesAnswer} from "../../live/wire";
import {work_text} from "../../time/work";
import {question, type Question} from "./drill_open";

const listed_max = 200;

function Panel({title, params, chargeable, total}: Question) {
  const first = useLive<EntriesAnswer>("entries", {...params, limit: listed_max, ...(chargeable ? {category: "ad_hoc"} : {})});
  const second = useLive<EntriesAnswer>("entries", {...params, limit: listed_max, category: "project"}, !!chargeable);
  const answer = chargeable ? first && second : first;
  const more = first?.has_more || second?.has_more;
  const rows = [...(first?.rows ?? []), ...(second?.rows ?? [])].filter((row) => !chargeable || row.review !== "needed");
  if (chargeable) rows.sort((a, b) => b.work_date.localeCompare(a.work_date) || a.key.localeCompare(b.key));
  const sums = more && total ? total : sum_by_currency(rows.map((row) => row.value)).map((money) => money_text(money)).join(" + ");
  const length = hours_minutes(rows.reduce((sum, row) => sum + row.seconds, 0));
  return (
    <Dialog title={title} kind="drawer" close={() => (question.value = null)}>
      {answer && (rows.length ? (
        <>
          <p class="drill-sum"><b class="figure">{sums || "–"}</b>{more ? <span>the {rows.length} newest entries</span> : <span><span class="figure">{length}</span> in {rows.length} {rows.length === 1 ? "entry" : "entries"}</span>}</p>
          <Table caption={title} rows={rows} key_of={(row) => row.key} columns={[
            {name: "Date", cell: (row) => short_date(row.work_date)},
            {name: "Who", cell: (row) => row.member_name ?? row.member},
            {name: "What", cell: (row) => <>{row.description || work_text(row)}{row.unpriced && <> <Badge tone="warn">No rate</Badge></>}</>},
            {name: "Time", numeric: true, cell: (row) => hours_minutes(row.seconds)},
            {name: "Billed as", numeric: true, cell: (row) => (row.billed_seconds === undefined || row.billed_seconds === row.seconds ? "" : hours_minutes(row.billed_seconds))},
            {name: "Rate", numeric: true, cell: (row) => (row.agreed ? price_text(row.agreed.price) : "–")},
            {name: "Value", numeric: true, cell: (row) => (row.value ? money_text(row.value) : "–")},
          ]} />
        </>
      ) : <Empty title="No entries behind this any more." />)}
    </Dialog>
  );
}

export const Drill = () => (question.value ? <Panel key={JSON.stringify(question.value)} {...question.value} /> : null);
