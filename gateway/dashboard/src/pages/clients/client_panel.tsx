// One client: name, projects, tasks, and what an hour of work for it costs.
import {useState} from "preact/hooks";
import {Badge, Empty, Section, Select} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {Icon} from "../../components/icon";
import {InlineEdit} from "../../components/inline_edit";
import {hours_minutes} from "../../formats/duration";
import {money_text} from "../../formats/money";
import {command} from "../../live/commands";
import {useLive} from "../../live/store";
import type {Answer, Category, ClientStatusRow, DirectoryRow} from "../../live/wire";
import {of_noun} from "../../shell/session";
import {refused, said} from "../../shell/toasts";
import {start_timer} from "../../time/timers";
import {categories, category_name} from "../../time/work";
import {add, AddLine, fresh_id} from "./add_line";
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

export function ClientPanel({client}: {client: DirectoryRow}) {
  const status = useLive<Answer<ClientStatusRow>>("client-status")?.rows.find((row) => row.client === client.id);
  const rename = async (name: string) => {
    const outcome = await command("ChangeClient", {client: client.id, name});
    if (!outcome.ok) return refused(outcome.problem, "Not renamed");
    said(`Renamed to ${name}`, () => void command("ChangeClient", {client: client.id, name: client.name}).then((back) => back.ok || refused(back.problem)));
  };
  return (
    <>
      <header class="client-head">
        <h1><InlineEdit label="Client name" class="heading" value={client.name} save={(name) => name && void rename(name)} /></h1>
        <dl class="glance">
          <div><dt>Unbilled</dt><dd class="figure">{status ? money_text(status.unbilled) : "–"}</dd></div>
          <div><dt>Hours</dt><dd class="figure">{status ? hours_minutes(status.unbilled_seconds) : "–"}</dd></div>
          <div><dt>Oldest</dt><dd class="figure">{status?.oldest_age_days != null ? `${status.oldest_age_days} d` : "–"}</dd></div>
          <div><dt>This month</dt><dd class="figure">{status ? hours_minutes(status.month_seconds) : "–"}</dd></div>
        </dl>
        <button type="button" class="button primary" onClick={() => void start_timer({client: client.id})}><Icon name="play" />Start timer</button>
      </header>
      <div class="clients-columns">
        <Rates title="Rates" note={`In ${client.currency ?? "the practice's currency"}. Without a service or member the rate is for all work.`} scope={{client: client.id}} />
        <div class="clients-stack"><Projects client={client.id} /><Tasks client={client.id} /></div>
      </div>
    </>
  );
}
