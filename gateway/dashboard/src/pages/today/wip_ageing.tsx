// Work in progress by client, stacked by age (W3). A scale and a total for each currency: two are never added (W8).
import {useState} from "preact/hooks";
import {ChartFrame} from "../../charts/chart_frame";
import {Legend, StackedBars} from "../../charts/stacked_bars";
import {Empty} from "../../components/basics";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {money_text, sum_by_currency} from "../../formats/money";
import {useLive} from "../../live/store";
import type {WipAnswer, WipRow} from "../../live/wire";
import {today} from "../../shell/session";
import {bucket_dates, bucket_names} from "./buckets";
import {drill} from "./drill_open";

const shown_max = 8;

function Chart({rows, edges, as_of}: {rows: readonly WipRow[]; edges: readonly number[]; as_of: string}) {
  const names = bucket_names(edges);
  const max = Math.max(1, ...rows.map((row) => row.ageing.reduce((sum, minor) => sum + Math.max(0, minor), 0)));
  return (
    <StackedBars label="Work in progress by client and age" max={max} rows={rows.map((row) => ({
      key: row.client, name: row.client_name || "Internal", total: money_text(row.value, {whole: true}),
      ...(row.unpriced_entries ? {note: `${row.unpriced_entries} without a rate`} : {}),
      parts: row.ageing.map((minor, bucket) => ({
        key: String(bucket), value: minor, kind: `age-${bucket}`,
        label: `${row.client_name}, ${names[bucket]}: ${money_text({minor, currency: row.value.currency})}`,
        open: () => drill({
          title: `${row.client_name}, unbilled ${names[bucket]}`, params: {client: row.client, ...bucket_dates(edges, bucket, as_of)}, chargeable: true,
          total: money_text({minor, currency: row.value.currency}),
        }),
      })),
    }))} />
  );
}

function Figures({rows, edges}: {rows: readonly WipRow[]; edges: readonly number[]}) {
  const money = (minor: number, row: WipRow) => (minor ? money_text({minor, currency: row.value.currency}) : "–");
  return (
    <Table caption="Work in progress by client and age" rows={rows} key_of={(row) => row.key}
      open={(row) => drill({title: `${row.client_name}, unbilled`, params: {client: row.client}, chargeable: true, total: money_text(row.value)})}
      columns={[
        {name: "Client", cell: (row) => row.client_name},
        ...bucket_names(edges).map((name, bucket) => ({name, numeric: true, cell: (row: WipRow) => money(row.ageing[bucket] ?? 0, row)})),
        {name: "Total", numeric: true, cell: (row) => <b>{money_text(row.value)}</b>},
        {name: "Hours", numeric: true, cell: (row) => hours_minutes(row.seconds)},
        {name: "Under retainers", numeric: true, cell: (row) => (row.retainer_fixed?.minor ? money_text(row.retainer_fixed) : "–")},
        {name: "Oldest", numeric: true, cell: (row) => (row.oldest ? short_date(row.oldest) : "–")},
      ]} />
  );
}

export function WipAgeing() {
  const [all, set_all] = useState(false);
  const answer = useLive<WipAnswer>("wip", {by: "client"});
  if (!answer) return <section class="card section waiting-card" />;
  const edges = answer.ageing_edges ?? [30, 60, 90, 120];
  const as_of = answer.as_of ?? today.value;
  const rows = answer.rows.filter((row) => row.value.minor || row.unpriced_entries).sort((a, b) => b.value.minor - a.value.minor || a.key.localeCompare(b.key));
  const sums = sum_by_currency(rows.map((row) => row.value));
  const by_currency = sums.map(({currency}) => rows.filter((row) => row.value.currency === currency));
  const bucket_total = (bucket: number) => sum_by_currency(rows.map((row) => ({minor: row.ageing[bucket] ?? 0, currency: row.value.currency}))).filter(({minor}) => minor).map((money) => money_text(money, {whole: true})).join(" + ");
  const note = rows.length ? <>{sums.filter(({minor}) => minor).map((money, index) => <span key={money.currency}>{index ? " + " : ""}<b class="figure wip-total">{money_text(money)}</b></span>)} not yet billed</> : undefined;
  const chart = rows.length ? (
    <>
      {by_currency.map((group) => <Chart key={group[0]!.value.currency} rows={all ? group : group.slice(0, shown_max)} edges={edges} as_of={as_of} />)}
      {rows.length > shown_max && <button type="button" class="link more-link" aria-expanded={all} onClick={() => set_all(!all)}>{all ? "Show fewer" : `Show all ${rows.length} clients`}</button>}
      <Legend entries={bucket_names(edges).map((name, bucket) => ({kind: `age-${bucket}`, name, total: bucket_total(bucket)}))} />
    </>
  ) : <Empty title="Nothing is waiting to be billed."><p>Billable time you log shows up here at once.</p></Empty>;
  return <ChartFrame title="Work in progress" note={note} chart={chart} table={<Figures rows={rows} edges={edges} />} />;
}
