// A duration that is edited in place: accepts 1:30, 1.5, 90m, 1h30 and 9-10:30, and says while typing what it understood.
import {clock_reading} from "../formats/date";
import {editable_duration, hours_minutes, spoken_duration} from "../formats/duration";
import {read_duration, typed_seconds, type TypedTime} from "../input/duration_text";
import {InlineEdit} from "./inline_edit";

export function typed_hint(typed: string): string | null {
  const read = read_duration(typed);
  if (!read) return null;
  const length = spoken_duration(typed_seconds(read));
  return read.kind === "range" ? `${clock_reading(read.from)}–${clock_reading(read.to)}, ${length}` : `= ${length}`;
}

interface Props {
  seconds: number;
  label?: string;
  disabled?: boolean;
  save: (typed: TypedTime) => void;
}

export function DurationField({seconds, label = "Duration", disabled, save}: Props) {
  const take = (typed: string) => {
    const read = read_duration(typed);
    if (read) save(read);
  };
  return <InlineEdit label={label} class="figure duration" value={editable_duration(seconds)} shown={hours_minutes(seconds)} hint={typed_hint} disabled={disabled} save={take} />;
}
