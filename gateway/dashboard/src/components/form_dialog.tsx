// A dialog with a form: what is wrong stands beside the button, in the server's own words. Ctrl Enter saves, Esc leaves.
import type {ComponentChildren} from "preact";
import {useState} from "preact/hooks";
import {command} from "../live/commands";
import type {LedgerEvent, Outcome, Problem} from "../live/wire";
import {close_dialog} from "../shell/dialogs";
import {problem_text, said} from "../shell/toasts";
import {Dialog} from "./dialog";

interface Props {
  title: string;
  button: string;
  ready?: boolean;
  note?: ComponentChildren;
  save: () => Promise<Outcome>;
  told: string | ((events: readonly LedgerEvent[]) => string);
  then?: (events: readonly LedgerEvent[]) => void;
  undo?: () => void;
  children?: ComponentChildren;
}

const all_faults = (problem: Problem) => (problem.faults?.length ? problem.faults.map(({message}) => message).join(" ") : problem_text(problem));

export function FormDialog({title, button, ready = true, note, save, told, then, undo, children}: Props) {
  const [fault, set_fault] = useState("");
  const [busy, set_busy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!ready || busy) return;
    set_busy(true);
    const outcome = await save();
    set_busy(false);
    if (!outcome.ok) return set_fault(all_faults(outcome.problem));
    close_dialog();
    const text = typeof told === "string" ? told : told(outcome.events);
    if (text) said(text, undo);
    then?.(outcome.events);
  };
  const on_key = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
  };
  return (
    <Dialog title={title} close={close_dialog}>
      <form class="dialog-form" onSubmit={submit} onKeyDown={on_key}>
        {note && <div class="form-note">{note}</div>}
        {children && <div class="form-grid">{children}</div>}
        {fault && <p class="field-fault" role="alert">{fault}</p>}
        <footer class="form-foot">
          <button type="button" class="button quiet" onClick={close_dialog}>Cancel</button>
          <button type="submit" class="button primary" disabled={!ready || busy}>{button}</button>
        </footer>
      </form>
    </Dialog>
  );
}

// The common case: one command.
export const sending = (name: string, data: object) => () => command(name, data);
