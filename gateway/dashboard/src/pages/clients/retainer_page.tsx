// One retainer: how its period stands, what was covered line by line, where the allowance came from, and the periods before.
import {useEffect} from "preact/hooks";
import {Badge, Empty, Section} from "../../components/basics";
import {Table} from "../../components/table";
import {short_date} from "../../formats/date";
import {hours_minutes, percent_text} from "../../formats/duration";
import {money_text, sum_text} from "../../formats/money";
import {terms_text} from "../../formats/agreement";
import type {CycleRow, EngagementRow, RetainerLineRow, RetainerLinesAnswer} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import type {Answer, DirectoryRow} from "../../live/wire";
import {act} from "../../shell/act";
import {go, link} from "../../shell/router";
import {page_title, today} from "../../shell/session";
import {amount_of, CycleUse, overage_words, period_text} from "./cycle_use";

const or_dash = (seconds: number) => (seconds ? hours_minutes(seconds) : "–");

function Covered({cycle}: {cycle: CycleRow}) {
  const answer = useLive<RetainerLinesAnswer>("retainer-lines", {engagement: cycle.engagement, period: cycle.period});
  const rows = answer?.rows ?? [];
  const total = (field: "billed_seconds" | "covered" | "overage") => or_dash(rows.reduce((sum, row) => sum + row[field], 0));
  const what = (row: RetainerLineRow) => row.description || [row.project_name, row.service_name].filter(Boolean).join(" · ") || "Work";
  return (
    <Section title="Covered work" class="card" note={`${rows.length} ${rows.length === 1 ? "entry" : "entries"}, in the order they are drawn.`}>
      {answer && (rows.length ? (
        <Table caption="Covered work" rows={rows} key_of={(row) => row.key} columns={[
          {name: "Date", cell: (row) => short_date(row.work_date), foot: "Total"},
          {name: "What", cell: (row) => <>{what(row)}{row.late && <> <Badge>Late</Badge></>}</>, foot: ""},
          {name: "Who", cell: (row) => row.member_name ?? row.member, foot: ""},
          {name: "Time", numeric: true, cell: (row) => hours_minutes(row.billed_seconds), foot: total("billed_seconds")},
          {name: "Covered", numeric: true, cell: (row) => or_dash(row.covered), foot: total("covered")},
          {name: "Beyond", numeric: true, cell: (row) => or_dash(row.overage + row.deficit), foot: total("overage")},
          {name: "Value beyond", numeric: true, cell: (row) => (row.value?.minor ? money_text(row.value) : "–"), foot: rows.some((row) => row.value?.minor) ? sum_text(rows.map((row) => row.value)) : "–"},
        ]} />
      ) : <Empty title="No work in this period yet."><p>Time logged under the category Retainer draws from it.</p></Empty>)}
    </Section>
  );
}

function Allowance({cycle}: {cycle: CycleRow}) {
  const lines: [string, number][] = [["Own allowance", cycle.own], ["Carried in", cycle.carried_in], ["Taken back for the period before", -cycle.deficit_in]];
  return (
    <Section title="Where the allowance comes from" class="card">
      <dl class="sums">
        {lines.filter(([, amount]) => amount).map(([name, amount]) => <div key={name}><dt>{name}</dt><dd class="figure">{amount < 0 ? "−" : ""}{amount_of(cycle, Math.abs(amount))}</dd></div>)}
        <div class="sum"><dt>Available</dt><dd class="figure">{amount_of(cycle, cycle.allowance)}</dd></div>
        <div><dt>Used</dt><dd class="figure">{amount_of(cycle, cycle.used)}</dd></div>
        {cycle.late > 0 && <div><dt>of it for work dated earlier</dt><dd class="figure">{amount_of(cycle, cycle.late)}</dd></div>}
        {cycle.expired > 0 && <div><dt>Lapsed</dt><dd class="figure">{amount_of(cycle, cycle.expired)}</dd></div>}
        {cycle.carried_out > 0 && <div><dt>Carried on</dt><dd class="figure">{amount_of(cycle, cycle.carried_out)}</dd></div>}
      </dl>
    </Section>
  );
}

function Periods({cycles, shown}: {cycles: readonly CycleRow[]; shown: CycleRow}) {
  return (
    <Section title="Periods" class="card">
      <Table caption="Periods" rows={cycles} key_of={(row) => row.key} open={(row) => go("clients", row.client, "retainer", row.engagement, String(row.period))} columns={[
        {name: "Period", cell: (row) => <>{period_text(row)}{row.key === shown.key ? " ●" : ""}</>},
        {name: "State", cell: (row) => ({open: "Open", closed: "Closed", skipped: "Paused"})[row.state]},
        {name: "Fee", numeric: true, cell: (row) => money_text(row.fee)},
        {name: "Used", numeric: true, cell: (row) => (row.basis === "none" ? "–" : amount_of(row, row.used))},
        {name: "Of", numeric: true, cell: (row) => (row.basis === "none" ? "–" : amount_of(row, row.allowance))},
        {name: "Use", numeric: true, cell: (row) => (row.percent_used === null || row.percent_used === undefined ? "–" : percent_text(row.percent_used))},
        {name: "Beyond", numeric: true, cell: (row) => (row.overage_value.minor ? `${money_text(row.overage_value)} ${overage_words[row.overage_state]}` : "–")},
        {name: "Invoice", cell: (row) => (row.invoice ? <a class="link" href={link("invoices", row.invoice)} onClick={(event) => event.stopPropagation()}>Open</a> : "–")},
      ]} />
    </Section>
  );
}

function Acts({cycle}: {cycle: CycleRow}) {
  const data = {engagement: cycle.engagement, period: cycle.period};
  if (cycle.overage_state === "waiting") {
    return (
      <span class="aside-buttons">
        <button type="button" class="button primary" onClick={() => void act("ApproveOverage", data, "The overage can be billed")}>The client agrees</button>
        <button type="button" class="button" onClick={() => void act("ApproveOverage", {...data, approved: false}, "The overage is written off")}>Declined</button>
      </span>
    );
  }
  if (cycle.state === "open" && cycle.to <= today.value) return <button type="button" class="button" onClick={() => void act("CloseRetainerCycle", data, "Period closed")}>Close the period</button>;
  return null;
}

export function RetainerPage({client, engagement, period}: {client: DirectoryRow; engagement: string; period: string | undefined}) {
  const answer = useLive<Answer<CycleRow>>("retainer-cycles", {engagement});
  const agreement = useLive<Answer<EngagementRow>>("engagements", {client: client.id})?.rows.find((row) => row.engagement === engagement);
  const cycles = answer?.rows ?? [];
  const shown = cycles.find((row) => String(row.period) === period) ?? cycles.find((row) => row.from <= today.value && today.value < row.to) ?? cycles[0];
  useEffect(() => void (page_title.value = agreement?.name ?? "Retainer"), [agreement?.name]);
  return (
    <>
      <nav class="crumbs" aria-label="Where you are"><a href={link("clients")}>Clients</a> / <a href={link("clients", client.id)}>{client.name}</a></nav>
      <header class="page-head"><div><h1>{agreement?.name ?? "Retainer"}</h1>{agreement && <p class="terms">{terms_text(agreement, shown?.fee.currency ?? client.currency ?? "EUR")}</p>}</div></header>
      {answer && !shown && <Empty title="No period has been opened yet."><p>{agreement?.next_opens ? `The first one opens on ${short_date(agreement.next_opens)}.` : "It opens when it is due."}</p></Empty>}
      {shown && (
        <>
          <div class={shown.basis !== "none" && shown.state !== "skipped" ? "clients-columns uneven" : ""}>
            <Section title={period_text(shown)} class="card" aside={<Acts cycle={shown} />}><CycleUse cycle={shown} /></Section>
            {shown.basis !== "none" && shown.state !== "skipped" && <Allowance cycle={shown} />}
          </div>
          <Covered cycle={shown} />
          <Periods cycles={cycles} shown={shown} />
        </>
      )}
    </>
  );
}
