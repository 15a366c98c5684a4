// Small parts every page uses: field, badge, empty state, segmented switch, key caps, section.
import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";
import {key_caps} from "../shell/actions";

interface FieldProps {
  label: string;
  value: string;
  set: (value: string) => void;
  hint?: string;
  fault?: string | undefined;
  type?: "text" | "password" | "date" | "email";
  placeholder?: string;
  required?: boolean;
  autofocus?: boolean;
  inputMode?: "decimal" | "text" | "numeric";
  autocomplete?: string;
}

export function Field({label, value, set, hint, fault, type = "text", ...input}: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">{label}</label>
      <input autocomplete="off" {...input} type={type as "text"} id={id} class="input" value={value} onInput={(event) => set(event.currentTarget.value)}
        aria-invalid={!!fault} aria-describedby={hint || fault ? `${id}-hint` : undefined} />
      {(hint || fault) && <p id={`${id}-hint`} class={fault ? "field-fault" : "field-hint"}>{fault || hint}</p>}
    </div>
  );
}

export function Select({label, value, choices, set, hide_label}: {
  label: string; value: string; choices: readonly {id: string; name: string}[]; set: (id: string) => void; hide_label?: boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={hide_label ? "unseen" : "field-label"}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => set(event.currentTarget.value)}>
        {choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.name}</option>)}
      </select>
    </div>
  );
}

export const Badge = ({tone = "", children}: {tone?: string; children: ComponentChildren}) => <span class={`badge ${tone}`}>{children}</span>;

export function Keys({keys}: {keys: string | undefined}) {
  return keys ? <span class="keys" aria-hidden="true">{key_caps(keys).map((cap) => <kbd key={cap}>{cap}</kbd>)}</span> : null;
}

// An empty place says what the next step is.
export function Empty({title, children}: {title: string; children?: ComponentChildren}) {
  return (
    <div class="empty-state">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-body">{children}</div>}
    </div>
  );
}

export function Segmented<T extends string>({label, value, choices, set}: {label: string; value: T; choices: readonly [T, string][]; set: (value: T) => void}) {
  return (
    <div class="segmented" role="group" aria-label={label}>
      {choices.map(([id, name]) => (
        <button key={id} type="button" aria-pressed={id === value} onClick={() => set(id)}>{name}</button>
      ))}
    </div>
  );
}

interface SectionProps {
  title: string;
  aside?: ComponentChildren;
  note?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

export function Section({title, aside, note, class: kind = "", children}: SectionProps) {
  const id = useId();
  return (
    <section class={`section ${kind}`} aria-labelledby={id}>
      <header class="section-head">
        <div><h2 id={id}>{title}</h2>{note && <p class="section-note">{note}</p>}</div>
        {aside && <div class="section-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
