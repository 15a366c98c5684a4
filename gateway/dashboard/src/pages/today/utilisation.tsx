// Utilisation this month by member: billable over available hours, net of holidays and leave (2.10), with a target line.
import {signal} from "@preact/signals";
import {ChartFrame} from "../../charts/chart_frame";
import {TargetBars} from "../../charts/target_bars";
import {Empty} from "../../components/basics";
import {InlineEdit} from "../../components/inline_edit";
import {Table} from "../../components/table";
import {month_name, month_start} from "../../formats/date";
import {hours_minutes, percent_text, spoken_duration} from "../../formats/duration";
import {useLive} from "../../live/store";
import type {UtilisationAnswer, UtilisationRow} from "../../live/wire";
import {link} from "../../shell/router";
import {today} from "../../shell/session";
import {drill} from "./drill_open";

const shelf = "billtrail.utilisation_target";
const target = signal(Number(localStorage.getItem(shelf)) || 75);  // percent; the reader's own, not the practice's
const scale_least = 10_000;
const scale_most = 15_000;

function set_target(typed: string): void {
  const percent = Number(typed.replace("%", "").trim());
  if (!Number.isInteger(percent) || percent < 1 || percent > 150) return;
  target.value = percent;
  localStorage.setItem(shelf, String(percent));
}

const hundredths = (part: number, whole: number) => (whole > 0 ? Math.round((part * 10_000) / whole) : 0);
const open = (row: UtilisationRow, from: string, to: string) =>
  drill({title: `${row.member_name}, this month`, params: {member: row.member, from, to}});

function Chart({rows, from, to}: {rows: readonly UtilisationRow[]; from: string; to: string}) {
  const logged = rows.map((row) => hundredths(row.logged_seconds, row.available_seconds));
  const max = Math.min(scale_most, Math.max(scale_least, ...logged));
  return (
    <TargetBars label="Utilisation by member" max={max} target={target.value * 100} rows={rows.map((row, index) => ({
      key: row.member, name: row.member_name, figure: percent_text(row.utilisation_net),
      note: `${hours_minutes(row.billable_seconds)} of ${hours_minutes(row.available_seconds)}`,
      label: `${row.member_name}: ${percent_text(row.utilisation_net)} of available hours billable, ${spoken_duration(row.billable_seconds)} of ${spoken_duration(row.available_seconds)}, target ${target.value} %`,
      value: row.utilisation_net ?? 0, beyond: Math.max(0, logged[index]! - (row.utilisation_net ?? 0)), reached: (row.utilisation_net ?? 0) >= target.value * 100,
      open: () => open(row, from, to),
    }))} />
  );
}

function Figures({rows, from, to}: {rows: readonly UtilisationRow[]; from: string; to: string}) {
  return (
    <Table caption="Utilisation by member" rows={rows} key_of={(row) => row.key} open={(row) => open(row, from, to)} columns={[
      {name: "Member", cell: (row) => row.member_name},
      {name: "Billable", numeric: true, cell: (row) => hours_minutes(row.billable_seconds)},
      {name: "Non-billable", numeric: true, cell: (row) => hours_minutes(row.non_billable_seconds)},
      {name: "Available, net", numeric: true, cell: (row) => hours_minutes(row.available_seconds)},
      {name: "Utilisation, net", numeric: true, cell: (row) => <b>{percent_text(row.utilisation_net)}</b>},
      {name: "Gross", numeric: true, cell: (row) => percent_text(row.utilisation_gross)},
    ]} />
  );
}

export function Utilisation() {
  const answer = useLive<UtilisationAnswer>("utilisation");
  if (!answer) return <section class="card section waiting-card" />;
  const to = answer.to ?? answer.as_of ?? today.value;
  const from = answer.from ?? month_start(to);
  const rows = answer.rows.filter((row) => row.available_seconds || row.logged_seconds).sort((a, b) => (b.utilisation_net ?? -1) - (a.utilisation_net ?? -1) || a.member_name.localeCompare(b.member_name));
  const team = answer.totals?.utilisation_net;
  const note = rows.length ? (
    <>{month_name(to)} to date{team !== undefined && <>, team <b class="figure">{percent_text(team)}</b> net</>}, target <InlineEdit label="Target in percent" class="target-edit figure" value={String(target.value)} shown={`${target.value} %`} save={set_target} /></>
  ) : undefined;
  const chart = rows.length ? (
    <>
      <Chart rows={rows} from={from} to={to} />
      <ul class="legend">
        <li><svg class="swatch" aria-hidden="true"><rect class="used" width="100%" height="100%" /></svg>Billable</li>
        <li><svg class="swatch" aria-hidden="true"><rect class="beyond" width="100%" height="100%" /></svg>Non-billable or in review</li>
        <li><svg class="swatch" aria-hidden="true"><rect class="target-line" x="45%" width="2" height="100%" /></svg>Target</li>
      </ul>
    </>
  ) : <Empty title="No contracted hours yet."><p>Say how much people work under <a href={link("clients")}>Clients & rates</a>, and this shows how much of it is billable.</p></Empty>;
  return <ChartFrame title="Utilisation" note={note} chart={chart} table={<Figures rows={rows} from={from} to={to} />} />;
}
