// What work is for, in words, and as the fields that commands take.
import {clients_of, type TypedWork} from "../input/timer_text";
import type {Category, DirectoryRow, EntryRow, TimerRow, Work} from "../live/wire";

export const categories: {id: Category; name: string; short: string}[] = [
  {id: "retainer", name: "Billable: retainer", short: "Retainer"},
  {id: "project", name: "Billable: project", short: "Project"},
  {id: "ad_hoc", name: "Billable: ad hoc", short: "Ad hoc"},
  {id: "non_billable", name: "Non-billable", short: "Non-billable"},
];
export const category_name = (category: Category) => categories.find(({id}) => id === category)?.short ?? category;

// "Optimisation" of "Acme · Optimisation": the most telling thing below the client.
export function detail_text(work: Work): string {
  const names = [work.campaign_name ?? work.project_name, work.task_name ?? work.service_name];
  return names.filter((name, index) => name && names.indexOf(name) === index).join(" · ");
}
export const work_text = (work: Work) => [work.client_name ?? (work.client || ""), detail_text(work)].filter(Boolean).join(" · ");

export interface WorkFields {
  client?: string;
  project?: string;
  campaign?: string;
  task?: string;
  service?: string;
  category?: Category;
  description?: string;
  tags?: string[];
}

const given = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "")) as T;

// The fields to start the same work again. A task brings its own client, project and service along (F4).
export function same_work(work: Work): WorkFields {
  return given({
    client: work.client ?? undefined, project: work.project ?? undefined, campaign: work.campaign ?? undefined,
    task: work.task ?? undefined, service: work.service ?? undefined, category: work.category,
    description: work.description ?? undefined, tags: work.tags?.length ? work.tags : undefined,
  });
}

// A task names its client and the rest; without one, a project names its client.
export function typed_fields(typed: TypedWork): WorkFields {
  const {client, task, project, service, description} = typed;
  return given({
    client: client?.id ?? task?.client ?? project?.client, project: project?.id ?? task?.project, campaign: task?.campaign,
    task: task?.id, service: service?.id ?? task?.service, description,
  });
}

export const same_key = (work: Work) => [work.client, work.project, work.campaign, work.task, work.service, work.category, work.description].join("|");

// The distinct works of these entries, most recent first: what "continue" offers.
export function recent_works(entries: readonly EntryRow[], most: number): EntryRow[] {
  const seen = new Set<string>();
  const newest = [...entries].sort((a, b) => (b.end ?? b.work_date).localeCompare(a.end ?? a.work_date));
  return newest.filter((entry) => !seen.has(same_key(entry)) && seen.add(same_key(entry))).slice(0, most);
}

// The names for the ids, for painting a row before the server has sent it.
export function with_names(fields: WorkFields, directory: readonly DirectoryRow[]): Work {
  const name = (noun: string, id?: string) => (id ? (directory.find((row) => row.noun === noun && row.id === id)?.name ?? id) : undefined);
  const task = directory.find((row) => row.noun === "task" && row.id === fields.task);
  const category = fields.category ?? task?.category ?? (fields.client ? (fields.project ? "project" : "ad_hoc") : "non_billable");
  return {
    ...fields, category, client_name: name("client", fields.client), project_name: name("project", fields.project),
    campaign_name: name("campaign", fields.campaign), task_name: name("task", fields.task), service_name: name("service", fields.service),
  };
}

// The middle length of like work, for "your usual" (TM5). Nothing when there is none.
export function typical_seconds(entries: readonly EntryRow[], work: Work): number | null {
  const done = entries.filter((entry) => entry.review !== "needed");
  const alike = done.filter((entry) => (work.task ? entry.task === work.task : entry.client === work.client));
  const lengths = (alike.length ? alike : done).map((entry) => entry.seconds).sort((a, b) => a - b);
  return lengths.length ? Math.max(60, Math.round(lengths[Math.floor(lengths.length / 2)]! / 60) * 60) : null;
}

export const is_timer = (row: TimerRow | EntryRow): row is TimerRow => "at" in row;
export const known_clients = clients_of;
