// Fields of forms about money: amounts that say what was understood, dates, areas of text, switches.
import {useId} from "preact/hooks";
import {money_text} from "../formats/money";
import {read_money} from "../input/money_text";
import {Field} from "./basics";

interface MoneyProps {
  label: string;
  value: string;
  currency: string;
  set: (value: string) => void;
  hint?: string;
  autofocus?: boolean;
  optional?: boolean;
  required?: boolean;
}

export function MoneyField({label, value, currency, set, hint, autofocus, optional}: MoneyProps) {
  const minor = read_money(value, currency);
  const fault = value.trim() && minor === null ? "An amount such as 1,250 or 87.50" : undefined;
  return (
    <Field label={label} value={value} set={set} inputMode="decimal" autofocus={autofocus ?? false} fault={fault} required={!optional}
      hint={minor === null ? (hint ?? currency) : `${money_text({minor, currency})}${hint ? `, ${hint}` : ""}`} />
  );
}

export const DateField = ({label, value, set, hint, autofocus}: {label: string; value: string; set: (value: string) => void; hint?: string; autofocus?: boolean}) => (
  <Field label={label} type="date" value={value} set={set} {...(hint ? {hint} : {})} autofocus={autofocus ?? false} />
);

export function TextArea({label, value, set, hint, rows = 3, autofocus}: {
  label: string; value: string; set: (value: string) => void; hint?: string; rows?: number; autofocus?: boolean;
}) {
  const id = useId();
  return (
    <div class="field wide">
      <label for={id} class="field-label">{label}</label>
      <textarea id={id} class="input area" rows={rows} value={value} autofocus={autofocus} onInput={(event) => set(event.currentTarget.value)} aria-describedby={hint ? `${id}-hint` : undefined} />
      {hint && <p id={`${id}-hint`} class="field-hint">{hint}</p>}
    </div>
  );
}

export const Switch = ({label, on, set}: {label: string; on: boolean; set: (on: boolean) => void}) => (
  <label class="switch-line wide"><input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} /><span>{label}</span></label>
);
