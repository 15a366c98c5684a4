// A field with type-ahead over a list: arrows move, Enter or a click chooses, Esc closes. One choice is applied at once; there is
// no save button. With `create`, what was typed may become a new thing.
import type {ComponentChildren} from "preact";
import {useId, useRef, useState} from "preact/hooks";
import {best} from "../input/fuzzy";
import {Icon} from "./icon";

export interface Choice {
  id: string;
  name: string;
  note?: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen?: string | null;
  placeholder?: string;
  empty_label?: string;  // offers "none" under this name
  hide_label?: boolean;
  autofocus?: boolean;
  disabled?: boolean;
  create?: (name: string) => void;
  choose: (id: string) => void;
}

const shown_max = 60;

export function Combobox({label, choices, chosen, placeholder, empty_label, hide_label, autofocus, disabled, create, choose}: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, set_typed] = useState<string | null>(null);
  const [at, set_at] = useState(0);
  const current = choices.find((choice) => choice.id === chosen);
  const open = typed !== null;
  const found: Choice[] = open ? best(typed, choices, (choice) => choice.name, shown_max) : [];
  if (open && empty_label && !typed.trim()) found.unshift({id: "", name: empty_label});
  const may_create = open && create && typed.trim() && !choices.some((choice) => choice.name.toLowerCase() === typed.trim().toLowerCase());
  const count = found.length + (may_create ? 1 : 0);

  const close = () => {
    set_typed(null);
    set_at(0);
  };
  const take = (index: number) => {
    const choice = found[index];
    const text = typed?.trim() ?? "";
    close();
    if (choice) {
      if (choice.id !== (chosen ?? "")) choose(choice.id);
    } else if (may_create && index === found.length) create(text);
  };
  const on_key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) set_typed("");
      else set_at((at + (event.key === "ArrowDown" ? 1 : count - 1)) % Math.max(1, count));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      event.stopPropagation();
      take(at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="field combobox">
      <label for={id} class={hide_label ? "unseen" : "field-label"}>{label}</label>
      <div class="combobox-box">
        <input ref={input} id={id} class="input" role="combobox" autocomplete="off" spellcheck={false} disabled={disabled} autofocus={autofocus}
          aria-expanded={open && count > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={open && count ? `${id}-${at}` : undefined} placeholder={current ? current.name : (placeholder ?? empty_label ?? "Choose…")}
          value={typed ?? current?.name ?? ""} onFocus={(event) => event.currentTarget.select()} onClick={() => open || set_typed("")}
          onInput={(event) => { set_typed(event.currentTarget.value); set_at(0); }} onKeyDown={on_key} onBlur={close} />
        <Icon name="down" />
        {open && (
          <ul class="listbox" role="listbox" id={`${id}-list`} aria-label={label}>
            {found.map((choice, index) => (
              <Option key={choice.id} id={`${id}-${index}`} active={index === at} take={() => take(index)} hover={() => set_at(index)} quiet={!choice.id}>
                <span>{choice.name}</span>{choice.note && <small>{choice.note}</small>}
              </Option>
            ))}
            {may_create && (
              <Option id={`${id}-${found.length}`} active={at === found.length} take={() => take(found.length)} hover={() => set_at(found.length)}>
                <span>Add “{typed.trim()}”</span><small>new</small>
              </Option>
            )}
            {!count && <li class="listbox-none" role="option" aria-selected="false" aria-disabled="true">Nothing fits “{typed}”</li>}
          </ul>
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  id: string;
  active: boolean;
  quiet?: boolean;
  take: () => void;
  hover: () => void;
  children: ComponentChildren;
}

// One row of a list of suggestions. It answers to the press, not the click, so that the field's blur does not close the list first.
export function Option({id, active, quiet, take, hover, children}: OptionProps) {
  const scroll = (element: HTMLElement | null) => {
    if (active) element?.scrollIntoView({block: "nearest"});
  };
  return (
    <li id={id} ref={scroll} role="option" aria-selected={active} class={`option${active ? " active" : ""}${quiet ? " quiet" : ""}`}
      onPointerMove={() => active || hover()} onPointerDown={(event) => { event.preventDefault(); take(); }}>
      {children}
    </li>
  );
}
