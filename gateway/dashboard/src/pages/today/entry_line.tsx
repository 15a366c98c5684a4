// One entry: everything on it is edited where it stands. Opened, it shows what it is for and why it is worth what it is.
import {Badge} from "../../components/basics";
import {DurationField, typed_hint} from "../../components/duration_field";
import {Icon} from "../../components/icon";
import {InlineEdit} from "../../components/inline_edit";
import {time_of_day} from "../../formats/date";
import {money_text} from "../../formats/money";
import {read_duration} from "../../input/duration_text";
import type {EntryRow} from "../../live/wire";
import {zone} from "../../shell/session";
import {correct_entry, correct_time, remove_entry} from "../../time/entries";
import {continue_entry} from "../../time/timers";
import {category_name, detail_text} from "../../time/work";
import {EntryDetails} from "./entry_details";

const lock_names: Record<string, string> = {period_locked: "Period locked", submitted: "Submitted", approved: "Approved"};

interface Props {
  entry: EntryRow;
  current: boolean;
  open: boolean;
  enter: () => void;
  toggle: () => void;
}

function Marks({entry}: {entry: EntryRow}) {
  return (
    <span class="entry-marks">
      {entry.review === "needed" && <Badge tone="warn">Needs review</Badge>}
      {entry.unpriced && <Badge tone="warn">No rate</Badge>}
      {(entry.locks ?? []).map((lock) => <Badge key={lock}>{lock_names[lock] ?? lock.replace(/_/g, " ")}</Badge>)}
    </span>
  );
}

export function EntryLine({entry, current, open, enter, toggle}: Props) {
  const locked = !!entry.locks?.length;
  const clock_zone = entry.zone ?? zone.value;
  const range = entry.start && entry.end ? `${time_of_day(entry.start, clock_zone)}–${time_of_day(entry.end, clock_zone)}` : "";
  const time = (typed: string) => {
    const read = read_duration(typed);
    if (read) correct_time(entry, read);
  };
  const describe = (description: string) => void correct_entry(entry, {description}, "Description changed");
  const what = entry.description || detail_text(entry) || "entry";
  return (
    <li class={`entry${current ? " current" : ""}${open ? " open" : ""}${entry.pending ? " pending" : ""}`} data-entry={entry.key} onFocusCapture={enter}>
      <div class="entry-line">
        <InlineEdit label="Description" class="entry-description" value={entry.description ?? ""} empty="Add description" disabled={locked} save={describe} />
        <button type="button" class="cell entry-work" onClick={toggle} aria-expanded={open} title="Client, project, task, category and date">
          <span class="unseen">What it is for: </span>
          <span>{detail_text(entry) || <span class="faint">No task</span>}</span><small class={`category ${entry.category}`}>{category_name(entry.category)}</small>
        </button>
        <Marks entry={entry} />
        <InlineEdit label="From and to" class="entry-range figure" value={range} empty="–" hint={typed_hint} disabled={locked} save={time} />
        <DurationField seconds={entry.seconds} disabled={locked} save={(typed) => correct_time(entry, typed)} />
        <span class="entry-value figure" title={entry.value ? "Value at the agreed rate" : undefined}>{entry.value && entry.value.minor ? money_text(entry.value) : ""}</span>
        <span class="entry-actions">
          <button type="button" class="icon-button" aria-label={`Continue ${what}`} title="Start again" onClick={() => void continue_entry(entry)}><Icon name="play" /></button>
          <button type="button" class="icon-button" aria-label={`Remove ${what}`} title="Remove" disabled={locked} onClick={() => void remove_entry(entry)}><Icon name="trash" /></button>
        </span>
      </div>
      {open && <EntryDetails entry={entry} locked={locked} />}
    </li>
  );
}
