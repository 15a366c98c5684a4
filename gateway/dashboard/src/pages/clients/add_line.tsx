// One field and a button that add one thing; and the ids of new things, readable and free.
import {useState} from "preact/hooks";
import {command} from "../../live/commands";
import type {Noun} from "../../live/wire";
import {directory} from "../../shell/session";
import {refused, said} from "../../shell/toasts";
import {slug} from "../today/first_run";

export function fresh_id(noun: Noun, name: string): string {
  const base = slug(name);
  const taken = (id: string) => directory.peek().some((row) => row.noun === noun && row.id === id);
  let id = base;
  for (let number = 2; taken(id); number++) id = `${base}-${number}`;
  return id;
}

export async function add(name: string, data: object, done: string, then?: () => void): Promise<boolean> {
  const outcome = await command(name, data);
  if (outcome.ok) {
    said(done);
    then?.();
  } else {
    refused(outcome.problem, "Not added");
  }
  return outcome.ok;
}

export function AddLine({label, placeholder, add: take}: {label: string; placeholder: string; add: (name: string) => Promise<boolean>}) {
  const [name, set_name] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await take(name.trim()))) set_name("");
  };
  return (
    <form class="add-line" onSubmit={submit}>
      <input class="input" aria-label={label} placeholder={placeholder} value={name} onInput={(event) => set_name(event.currentTarget.value)} autocomplete="off" />
      <button type="submit" class="button" disabled={!name.trim()}>Add</button>
    </form>
  );
}
