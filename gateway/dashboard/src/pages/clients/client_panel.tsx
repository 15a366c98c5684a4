// One client: name, projects, tasks, and what an hour of work for it costs.
import {useState} from "preact/hooks";
import {Badge, Empty, Section, Select} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {Icon} from "../../components/icon";
import {InlineEdit} from "../../components/inline_edit";
import {hours_minutes} from "../../formats/duration";
import {money_text, sum_text} from "../../formats/money";
import type {InvoicesAnswer} from "../../live/billing_wire";
import {is_draft} from "../../components/invoice_state";
import {command} from "../../live/commands";
import {useLive} from "../../live/store";
import type {Answer, Category, ClientStatusRow, DirectoryRow} from "../../live/wire";
import {act, found} from "../../shell/act";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {go} from "../../shell/router";
import {currency, of_noun} from "../../shell/session";
import {refused, said} from "../../shell/toasts";
import {start_timer} from "../../time/timers";
import {categories, category_name} from "../../time/work";
import {add, AddLine, fresh_id} from "./add_line";
import {RecordPayment} from "../money/record_payment";
import {Agreements} from "./agreements";
import {ClientInvoices, ClientPayments, ClientWriteOffs} from "./client_money";
import {Rates} from "./rates";

function Projects({client}: {client: string}) {
  const projects = of_noun("project").filter((project) => project.client === client);
  const open = (name: string) => add("OpenProject", {project: fresh_id("project", name), client, name}, `${name} opened`);
  return (
    <Section title="Projects" class="card" aside={<AddLine label="New project" placeholder="Project name" add={open} />}>
      {projects.length ? <ul class="plain-list">{projects.map((project) => <li key={project.id}>{project.name}</li>)}</ul> : <Empty title="No projects."><p>Time can go straight to the client; a project gathers what belongs together.</p></Empty>}
    </Section>
  );
}

function Tasks({client}: {client: string}) {
  const [name, set_name] = useState("");
  const [service, set_service] = useState("");
  const [category, set_category] = useState<Category>("ad_hoc");
  const tasks = of_noun("task").filter((task) => task.client === client);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    const made = await add("AddTask", {task: fresh_id("task", name), name: name.trim(), client, category, ...(service ? {service} : {})}, `${name.trim()} added`);
    if (made) set_name("");
  };
  return (
    <Section title="Tasks" class="card" note="What time is logged against. A task brings its service and category along.">
      <form class="form-line" onSubmit={submit}>
        <div class="field"><label class="field-label" for="task-name">Name</label><input id="task-name" class="input" value={name} onInput={(event) => set_name(event.currentTarget.value)} placeholder="Optimisation session" autocomplete="off" /></div>
        <Combobox label="Service" choices={of_noun("service")} chosen={service || null} empty_label="No service" choose={set_service} />
        <Select label="Category" value={category} choices={categories} set={(id) => set_category(id as Category)} />
        <button type="submit" class="button" disabled={!name.trim()}>Add task</button>
      </form>
      {tasks.length > 0 && (
        <ul class="plain-list">
          {tasks.map((task) => (
            <li key={task.id}>
              <span>{task.name}</span>{task.category && <Badge>{category_name(task.category)}</Badge>}
              <button type="button" class="icon-button" aria-label={`Start timer on ${task.name}`} title="Start timer" onClick={() => void start_timer({client, task: task.id})}><Icon name="play" /></button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

// What stands on drafts and what is owed, from the invoices themselves.
function useOwed(client: string) {
  const invoices = useLive<InvoicesAnswer>("invoices", {client})?.rows ?? [];
  return {
    drafts: sum_text(invoices.filter(({state}) => is_draft(state)).map(({net}) => net)),
    balance: sum_text(invoices.map(({balance}) => balance).filter(({minor}) => minor)),
  };
}

function Glance({client}: {client: DirectoryRow}) {
  const status = useLive<Answer<ClientStatusRow>>("client-status")?.rows.find((row) => row.client === client.id);
  const {drafts, balance} = useOwed(client.id);
  const left = status?.retainer_left;
  return (
    <dl class="glance">
      <div><dt>Unbilled</dt><dd class="figure">{status ? money_text(status.unbilled) : "–"}</dd></div>
      <div><dt>Hours</dt><dd class="figure">{status ? hours_minutes(status.unbilled_seconds) : "–"}</dd></div>
      <div><dt>On draft</dt><dd class="figure">{drafts || "–"}</dd></div>
      <div><dt>Owed to us</dt><dd class="figure">{balance || "–"}</dd></div>
      {left !== undefined && left !== null && <div><dt>Retainer left</dt><dd class="figure">{hours_minutes(left)}</dd></div>}
      <div><dt>This month</dt><dd class="figure">{status ? hours_minutes(status.month_seconds) : "–"}</dd></div>
    </dl>
  );
}

export async function draft_client(client: string, name: string): Promise<void> {
  const events = await act("DraftInvoice", {client}, `Draft made for ${name}`);
  const invoice = events && found(events, "InvoiceDrafted")?.invoice;
  if (invoice) go("invoices", String(invoice));
}

export function ClientPanel({client}: {client: DirectoryRow}) {
  const rename = async (name: string) => {
    const outcome = await command("ChangeClient", {client: client.id, name});
    if (!outcome.ok) return refused(outcome.problem, "Not renamed");
    said(`Renamed to ${name}`, () => void command("ChangeClient", {client: client.id, name: client.name}).then((back) => back.ok || refused(back.problem)));
  };
  const billed_in = client.currency ?? currency.value;
  useActions([
    {id: "draft-client", title: `Draft an invoice for ${client.name}`, group: "Billing", run: () => void draft_client(client.id, client.name)},
    {id: "client-payment", title: "Record a payment", group: "Billing", keys: "p", run: () => show_dialog(<RecordPayment client={client.id} />)},
  ]);
  return (
    <>
      <header class="client-head">
        <h1><InlineEdit label="Client name" class="heading" value={client.name} save={(name) => name && void rename(name)} /></h1>
        <Glance client={client} />
        <span class="aside-buttons">
          <button type="button" class="button primary" onClick={() => void start_timer({client: client.id})}><Icon name="play" />Start timer</button>
          <button type="button" class="button" onClick={() => void draft_client(client.id, client.name)}><Icon name="invoice" />Draft an invoice</button>
        </span>
      </header>
      <div class="clients-columns">
        <div class="clients-stack"><Agreements client={client.id} client_name={client.name} currency={billed_in} /><ClientInvoices client={client.id} /><ClientPayments client={client.id} /><ClientWriteOffs client={client.id} /></div>
        <div class="clients-stack">
          <Rates title="Rates" note={`In ${client.currency ?? "the practice's currency"}. Without a service or member the rate is for all work.`} scope={{client: client.id}} />
          <Projects client={client.id} /><Tasks client={client.id} />
        </div>
      </div>
    </>
  );
}
