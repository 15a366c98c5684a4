// Clients and rates: who is billed, what the practice does, what an hour costs, who works here and how much.
import "../../first_load";
import {useEffect} from "preact/hooks";
import {Badge, Empty, Section} from "../../components/basics";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {money_text} from "../../formats/money";
import {useLive} from "../../live/store";
import type {Answer, ClientStatusRow} from "../../live/wire";
import {Table} from "../../components/table";
import {go, link, route} from "../../shell/router";
import {currency, directory, of_noun, page_title} from "../../shell/session";
import {AddLine, add, fresh_id} from "./add_line";
import {ClientPanel} from "./client_panel";
import {Rates} from "./rates";
import {RetainerPage} from "./retainer_page";
import {Team} from "./team";

const add_client = (name: string) => {
  const client = fresh_id("client", name);
  return add("AddClient", {client, name}, `${name} added`, () => go("clients", client));
};
const add_service = (name: string) => add("AddService", {service: fresh_id("service", name), name}, `${name} added`);

function ClientTable() {
  const answer = useLive<Answer<ClientStatusRow>>("client-status");
  if (!answer) return null;
  const rows = answer.rows.filter((row) => !row.archived);
  if (!rows.length) return <Empty title="No clients yet."><p>Add the first one above; its rate comes next.</p></Empty>;
  return (
    <Table caption="Clients" rows={rows} key_of={(row) => row.key} open={(row) => go("clients", row.client)} columns={[
      {name: "Client", cell: (row) => <>{row.client_name}{row.running ? <> <Badge tone="live">{row.running} running</Badge></> : null}</>},
      {name: "Unbilled", numeric: true, cell: (row) => <b>{money_text(row.unbilled)}</b>},
      {name: "Hours", numeric: true, cell: (row) => hours_minutes(row.unbilled_seconds)},
      {name: "Oldest", numeric: true, cell: (row) => (row.oldest_age_days === null || row.oldest_age_days === undefined ? "–" : `${row.oldest_age_days} d`)},
      {name: "Owed", numeric: true, cell: (row) => (row.balance?.minor ? money_text(row.balance) : "–")},
      {name: "Retainer left", numeric: true, cell: (row) => (row.retainer_left === undefined || row.retainer_left === null ? "–" : hours_minutes(row.retainer_left))},
      {name: "This month", numeric: true, cell: (row) => hours_minutes(row.month_seconds)},
      {name: "Last work", numeric: true, cell: (row) => (row.last_work_date ? short_date(row.last_work_date) : "–")},
      {name: "No rate", numeric: true, cell: (row) => (row.unpriced_entries ? <Badge tone="warn">{row.unpriced_entries}</Badge> : "–")},
    ]} />
  );
}

export function Clients() {
  const [id, what, engagement, period] = route.value.rest;
  const client = directory.value.find((row) => row.noun === "client" && row.id === id);
  useEffect(() => {
    if (!what) page_title.value = client?.name ?? "Clients & rates";
  }, [client?.name, what]);
  if (id && client) {
    return (
      <div class="clients">
        {what === "retainer" && engagement ? <RetainerPage client={client} engagement={engagement} period={period} /> : (
          <>
            <nav class="crumbs" aria-label="Where you are"><a href={link("clients")}>Clients & rates</a></nav>
            <ClientPanel key={client.id} client={client} />
          </>
        )}
      </div>
    );
  }
  return (
    <div class="clients">
      <h1>Clients & rates</h1>
      <Section title="Clients" class="card" aside={<AddLine label={`New client, billed in ${currency.value}`} placeholder="Client name" add={add_client} />}><ClientTable /></Section>
      <div class="clients-columns">
        <Rates title="Rates" note="The strongest match prices the work: project over client over service over member; one without selectors is the practice's own." scope={{}} />
        <div class="clients-stack">
          <Team />
          <Section title="Services" class="card" note="Types of work, such as optimisation, reporting, advisory." aside={<AddLine label="New service" placeholder="Service name" add={add_service} />}>
            <ul class="tags">{of_noun("service").map((service) => <li key={service.id} class="badge">{service.name}</li>)}</ul>
          </Section>
        </div>
      </div>
    </div>
  );
}
