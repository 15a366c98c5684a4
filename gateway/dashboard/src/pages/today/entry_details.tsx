// What an entry is for, each field applied as soon as it is chosen, and where its rate came from.
import {Combobox} from "../../components/combobox";
import {Select} from "../../components/basics";
import {short_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {price_text} from "../../formats/money";
import {hash_choices} from "../../input/timer_text";
import type {Category, EntryRow} from "../../live/wire";
import {directory, of_noun} from "../../shell/session";
import {correct_entry, move_entry} from "../../time/entries";
import {categories} from "../../time/work";
import type {EntryField} from "../../time/reverse";

function Why({entry}: {entry: EntryRow}) {
  const origin = {rule: "by rate rule", typed: "typed on the entry", imported: "brought by the import"};
  const parts = [
    entry.agreed ? `${price_text(entry.agreed.price)} ${origin[entry.agreed.origin]}` : entry.unpriced ? "No rate fits: set one under Clients & rates" : null,
    entry.billed_seconds !== undefined && entry.billed_seconds !== entry.seconds ? `billed as ${hours_minutes(entry.billed_seconds)}` : null,
    entry.position ? `ledger position ${entry.position}` : null,
  ];
  return <p class="entry-why">{parts.filter(Boolean).join(" · ")}</p>;
}

// Each choice is a correction of its own. What contradicts the task the entry names lets go of the task (F4).
export function EntryDetails({entry, locked}: {entry: EntryRow; locked: boolean}) {
  const choices = hash_choices(directory.value, entry.client ?? undefined);
  const of = (noun: string) => choices.filter((row) => row.noun === noun);
  const change = (field: "project" | "task" | "service") => (id: string) => {
    const own = choices.find((row) => row.noun === "task" && row.id === entry.task)?.[field === "project" ? "project" : "service"];
    const clear: EntryField[] = [...(id ? [] : [field]), ...(field !== "task" && own && own !== id ? ["task" as const] : [])];
    const picked = {...(id ? {[field]: id} : {}), ...(clear.length ? {clear} : {})};
    const task = field === "task" && choices.find((row) => row.id === id && row.noun === "task");
    // A task of a client makes internal work that client's: that is a move.
    if (task && task.client && task.client !== entry.client) return void move_entry(entry, task.client, {task: id});
    void correct_entry(entry, picked, `${field[0]!.toUpperCase()}${field.slice(1)} changed`);
  };
  const billable = !!entry.client;
  return (
    <div class="entry-details">
      <Combobox label="Client" choices={of_noun("client")} chosen={entry.client ?? null} placeholder="Internal" disabled={locked} choose={(client) => void move_entry(entry, client)} />
      <Combobox label="Project" choices={of("project")} chosen={entry.project ?? null} empty_label="No project" disabled={locked} choose={change("project")} />
      <Combobox label="Task" choices={of("task")} chosen={entry.task ?? null} empty_label="No task" disabled={locked} choose={change("task")} />
      <Combobox label="Service" choices={of("service")} chosen={entry.service ?? null} empty_label="No service" disabled={locked} choose={change("service")} />
      <Select label="Category" value={entry.category} choices={categories.filter(({id}) => billable || id === "non_billable")}
        set={(category) => void correct_entry(entry, {category: category as Category}, "Category changed")} />
      <div class="field">
        <label class="field-label" for={`date-${entry.key}`}>Date</label>
        <input id={`date-${entry.key}`} type="date" class="input" value={entry.work_date} disabled={locked}
          onChange={(event) => {
            const date = event.currentTarget.value;
            if (date && date !== entry.work_date) void correct_entry(entry, moved_to(entry, date), `Moved to ${short_date(date)}`);
          }} />
      </div>
      <Why entry={entry} />
    </div>
  );
}

// An entry with clock times keeps them on the new day.
function moved_to(entry: EntryRow, date: string) {
  if (!entry.start || !entry.end) return {date, seconds: entry.seconds};
  const by = Date.parse(`${date}T00:00:00Z`) - Date.parse(`${entry.work_date}T00:00:00Z`);
  const shifted = (at: string) => new Date(Date.parse(at) + by).toISOString().replace(".000Z", "Z");
  return {start: shifted(entry.start), end: shifted(entry.end), seconds: entry.seconds};
}
