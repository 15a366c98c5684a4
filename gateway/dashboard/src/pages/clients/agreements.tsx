// The client's agreements: terms a person can read, how the period stands, and what can be done with each.
import {Badge, Empty, Section} from "../../components/basics";
import {Menu} from "../../components/menu";
import {kind_names, terms_text} from "../../formats/agreement";
import {short_date} from "../../formats/date";
import {as_money, money_text} from "../../formats/money";
import type {CycleRow, EngagementRow} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import type {Answer} from "../../live/wire";
import {act} from "../../shell/act";
import {show_dialog} from "../../shell/dialogs";
import {link} from "../../shell/router";
import {today} from "../../shell/session";
import {AgreeEngagement} from "./agree_engagement";
import {AgreeRetainer} from "./agree_retainer";
import {ChangeEngagement, ChangeRetainer, EndEngagement, PauseRetainer} from "./change_agreement";
import {CycleUse} from "./cycle_use";

const ended = (row: EngagementRow) => !!row.ends && row.ends <= today.value;

function Acts({row, currency}: {row: EngagementRow; currency: string}) {
  const cycles = row.kind === "retainer" || row.kind === "recurring_fee";
  const change = () => show_dialog(cycles ? <ChangeRetainer row={row} currency={currency} /> : <ChangeEngagement row={row} currency={currency} />);
  const resume = () => void act("ResumeRetainer", {engagement: row.engagement, from: today.peek()}, `${row.name} goes on`);
  return (
    <Menu label={`More for ${row.name}`} items={[
      {name: "Change terms…", run: change},
      ...(cycles ? [row.paused ? {name: "Resume", run: resume} : {name: "Pause…", run: () => show_dialog(<PauseRetainer row={row} />)}] : []),
      ...(ended(row) ? [] : [{name: "End…", run: () => show_dialog(<EndEngagement row={row} />)}]),
    ]} />
  );
}

function Progress({row}: {row: EngagementRow}) {
  const [done, whole] = row.kind === "capped" ? [row.cap_used, row.cap] : [row.fee_invoiced, row.fee];
  if (!done || !whole?.minor || row.cycle) return null;
  return <p class="cycle-foot"><span>{money_text(done)} of {money_text(whole)} {row.kind === "capped" ? "used" : "invoiced"}</span></p>;
}

function Milestones({row, currency}: {row: EngagementRow; currency: string}) {
  const reach = (milestone: string, name: string) => void act("ReachMilestone", {milestone}, `${name} reached`);
  const approve = (milestone: string, name: string) => void act("ApproveMilestone", {milestone}, `${name} approved: it can be billed`);
  return (
    <ul class="plain-list tight">
      {row.milestones!.map((item) => (
        <li key={item.milestone}>
          <span>{item.name}</span><span class="figure">{money_text(as_money(item.amount, currency))}</span>
          {item.invoice ? <a class="link" href={link("invoices", item.invoice)}>On an invoice</a>
            : item.approved ? <Badge tone="live">To be billed</Badge>
              : item.reached ? <button type="button" class="button small" onClick={() => approve(item.milestone, item.name)}>Approve</button>
                : <button type="button" class="button small" onClick={() => reach(item.milestone, item.name)}>Reached</button>}
        </li>
      ))}
    </ul>
  );
}

function Agreement({row, cycle, currency}: {row: EngagementRow; cycle: CycleRow | undefined; currency: string}) {
  return (
    <article class="agreement" aria-label={row.name}>
      <header>
        <h3>{cycle ? <a href={link("clients", row.client, "retainer", row.engagement)}>{row.name}</a> : row.name}</h3>
        {row.paused && <Badge tone="warn">Paused</Badge>}
        {ended(row) && <Badge>Ended {short_date(row.ends!)}</Badge>}
        <Acts row={row} currency={currency} />
      </header>
      <p class="terms">{terms_text(row, currency)}</p>
      {cycle && <CycleUse cycle={cycle} />}
      <Progress row={row} />
      {!!row.milestones?.length && <Milestones row={row} currency={currency} />}
      <p class="cycle-foot">
        <span>Since {short_date(row.starts)}{row.ends && !ended(row) ? `, until ${short_date(row.ends)}` : ""}</span>
        {row.scope && <span>{row.scope}</span>}
        {cycle && <a class="link" href={link("clients", row.client, "retainer", row.engagement)}>Covered work and past periods</a>}
      </p>
    </article>
  );
}

export function Agreements({client, client_name, currency}: {client: string; client_name: string; currency: string}) {
  const answer = useLive<Answer<EngagementRow>>("engagements", {client});
  const cycles = useLive<Answer<CycleRow>>("retainer-cycles", {client})?.rows ?? [];
  const rows = [...(answer?.rows ?? [])].sort((a, b) => Number(ended(a)) - Number(ended(b)) || Number(!a.cycle) - Number(!b.cycle) || a.name.localeCompare(b.name));
  const agree = (retainer: boolean) => show_dialog(retainer ? <AgreeRetainer client={client} client_name={client_name} currency={currency} /> : <AgreeEngagement client={client} client_name={client_name} currency={currency} />);
  const current = (row: EngagementRow) => {
    const own = cycles.filter((cycle) => cycle.engagement === row.engagement);
    return own.find((cycle) => cycle.from <= today.value && today.value < cycle.to) ?? own[0];
  };
  return (
    <Section title="Agreements" class="card" aside={
      <span class="aside-buttons"><button type="button" class="button" onClick={() => agree(true)}>Agree a retainer</button><button type="button" class="button quiet" onClick={() => agree(false)}>Other work</button></span>}>
      {answer && !rows.length && <Empty title="No agreement yet."><p>Without one, every billable hour is billed at its rate. {kind_names.retainer}s and fees are drafted by themselves.</p></Empty>}
      <div class="agreements">{rows.map((row) => <Agreement key={row.key} row={row} cycle={current(row)} currency={currency} />)}</div>
    </Section>
  );
}
