// The line in which a timer is described: words, "@client", "#task". Suggestions follow the caret; Tab completes a name, Enter starts
// with the best reading of what stands there, so nothing has to be picked.
import {computed} from "@preact/signals";
import {useId, useRef, useState} from "preact/hooks";
import {Option} from "../components/combobox";
import {best} from "../input/fuzzy";
import {clients_of, hash_choices, read_timer_text, word_at} from "../input/timer_text";
import {hold} from "../live/store";
import type {DirectoryRow, EntriesAnswer, EntryRow} from "../live/wire";
import {recent_works, typed_fields, work_text, type WorkFields} from "../time/work";
import {directory, me, name_of, now_ms} from "./session";

interface Props {
  value: string;
  placeholder: string;
  label: string;
  input_id: string;
  recents: boolean;            // offer recent work while no sign is being typed
  set: (text: string) => void;
  commit: (fields: WorkFields, since: number) => void;
  again?: (entry: EntryRow) => void;
  leave?: () => void;
  blur?: () => void;
}

type Suggestion = {kind: "name"; row: DirectoryRow; note: string} | {kind: "recent"; entry: EntryRow};

const recent_max = 6;
const names_max = 8;

// The reader's newest entries, whatever the day: what "continue" and the suggestions stand on.
const recent_answers = new Map<string, ReturnType<typeof hold<EntriesAnswer>>>();
export const recent_entries = computed<EntryRow[]>(() => {
  const member = me.value;
  if (!member) return [];
  let answer = recent_answers.get(member);
  if (!answer) recent_answers.set(member, (answer = hold<EntriesAnswer>("entries", {member, limit: 60})));
  return answer.value?.rows ?? [];
});

function suggestions(text: string, caret: number, recents: boolean): Suggestion[] {
  const word = word_at(text, caret);
  if (word) {
    const client = read_timer_text(text, directory.value).client?.id;
    const choices = word.sign === "@" ? clients_of(directory.value) : hash_choices(directory.value, client);
    const note = (row: DirectoryRow) => (word.sign === "@" ? "" : [row.noun, client ? "" : name_of("client", row.client)].filter(Boolean).join(" · "));
    return best(word.query, choices, (row) => row.name, names_max).map((row) => ({kind: "name", row, note: note(row)}));
  }
  if (!recents) return [];
  const works = recent_works(recent_entries.value, 40);
  return best(text, works, (entry) => `${entry.description ?? ""} ${work_text(entry)}`, recent_max).map((entry) => ({kind: "recent", entry}));
}

export function TimerLine(props: Props) {
  const {value, set, commit, recents} = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const since = useRef(0);
  const [open, set_open] = useState(false);
  const [at, set_at] = useState(-1);
  const caret = input.current?.selectionStart ?? value.length;
  const found = open ? suggestions(value, caret, recents) : [];

  const complete = (row: DirectoryRow) => {
    const word = word_at(value, caret)!;
    set(`${value.slice(0, word.from)}${word.sign}${row.name} ${value.slice(caret)}`);
    set_at(-1);
    setTimeout(() => input.current?.focus());
  };
  const pick = (suggestion: Suggestion) => {
    if (suggestion.kind === "name") return complete(suggestion.row);
    set_open(false);
    set("");
    props.again?.(suggestion.entry);
    input.current?.blur();
  };
  const start = () => {
    const chosen = found[at];
    if (chosen?.kind === "recent") return pick(chosen);
    // The name under the caret stands for what was typed, so "@ac" with "Acme" on top means Acme.
    const word = word_at(value, caret);
    const top = chosen ?? found[0];
    const text = word && top?.kind === "name" ? `${value.slice(0, word.from)}${word.sign}${top.row.name} ${value.slice(caret)}` : value;
    set_open(false);
    commit(typed_fields(read_timer_text(text, directory.value)), since.current || now_ms());
    since.current = 0;
  };
  const on_key = (event: KeyboardEvent) => {
    const top = found[Math.max(0, at)];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      set_open(true);
      if (found.length) set_at((at + (event.key === "ArrowDown" ? 1 : found.length - 1 + (at < 0 ? 1 : 0))) % found.length);
    } else if (event.key === "Tab" && !event.shiftKey && top?.kind === "name") {
      event.preventDefault();
      complete(top.row);
    } else if (event.key === "Enter") {
      event.preventDefault();
      start();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (open && found.length) set_open(false);
      else {
        since.current = 0;
        props.leave?.();
        input.current?.blur();
      }
    }
  };
  return (
    <div class="timer-line">
      <input ref={input} id={props.input_id} class="timer-input" role="combobox" aria-label={props.label} placeholder={props.placeholder} value={value}
        autocomplete="off" spellcheck={false} enterkeyhint="go" aria-expanded={found.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={at >= 0 && found[at] ? `${id}-${at}` : undefined}
        onFocus={() => set_open(true)} onBlur={() => { set_open(false); set_at(-1); props.blur?.(); }} onKeyDown={on_key}
        onInput={(event) => {
          if (!since.current) since.current = now_ms();
          if (!event.currentTarget.value) since.current = 0;
          set_at(-1);
          set_open(true);
          set(event.currentTarget.value);
        }} />
      {found.length > 0 && (
        <div class="listbox timer-list">
          <ul role="listbox" id={`${id}-list`} aria-label="Suggestions">
            {found.map((suggestion, index) => (
              <Option key={index} id={`${id}-${index}`} active={index === at} hover={() => set_at(index)} take={() => pick(suggestion)}>
                {suggestion.kind === "name"
                  ? <><span>{suggestion.row.name}</span><small>{suggestion.note}</small></>
                  : <><span>{suggestion.entry.description || work_text(suggestion.entry) || "Without description"}</span><small>{suggestion.entry.description ? work_text(suggestion.entry) : "again"}</small></>}
              </Option>
            ))}
          </ul>
          <p class="listbox-foot" aria-hidden="true">{found[0]!.kind === "name" ? <><kbd>Tab</kbd> completes <kbd>Enter</kbd> starts</> : <><kbd>↓</kbd> <kbd>Enter</kbd> starts it again</>}</p>
        </div>
      )}
    </div>
  );
}
