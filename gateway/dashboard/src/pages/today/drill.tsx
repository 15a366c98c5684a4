// The entries behind a bar: a panel from the side, its list live.
import {signal} from "@preact/signals";
import {Dialog} from "../../components/dialog";
import {Badge, Empty} from "../../components/basics";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {money_text, price_text, sum_by_currency} from "../../formats/money";
import {useLive, type Params} from "../../live/store";
import type {EntriesAnswer} from "../../live/wire";
import {work_text} from "../../time/work";

interface Question {
  title: string;
  params: Params;
}

const shown_max = 200;
const question = signal<Question | null>(null);
export const drill = (asked: Question) => (question.value = asked);

function Panel({title, params}: Question) {
  const answer = useLive<EntriesAnswer>("entries", {...params, limit: shown_max});
  const rows = answer?.rows ?? [];
  const sums = sum_by_currency(rows.map((row) => row.value)).map((money) => money_text(money)).join(" + ");
  return (
    <Dialog title={title} kind="side" close={() => (question.value = null)}>
      {answer && (rows.length ? (
        <>
          <p class="drill-sum"><b class="figure">{sums || "–"}</b> <span class="figure">{hours_minutes(rows.reduce((sum, row) => sum + row.seconds, 0))}</span> in {rows.length}{answer.has_more ? " newest" : ""} entries</p>
          <Table caption={title} rows={rows} key_of={(row) => row.key} columns={[
            {name: "Date", cell: (row) => short_date(row.work_date)},
            {name: "Who", cell: (row) => row.member_name ?? row.member},
            {name: "What", cell: (row) => <>{row.description || work_text(row)}{row.unpriced && <> <Badge tone="warn">No rate</Badge></>}</>},
            {name: "Time", numeric: true, cell: (row) => hours_minutes(row.seconds)},
            {name: "Rate", numeric: true, cell: (row) => (row.agreed ? price_text(row.agreed.price) : "–")},
            {name: "Value", numeric: true, cell: (row) => (row.value ? money_text(row.value) : "–")},
          ]} />
        </>
      ) : <Empty title="No entries behind this any more." />)}
    </Dialog>
  );
}

export const Drill = () => (question.value ? <Panel key={JSON.stringify(question.value)} {...question.value} /> : null);
