// A cell that reads as text and is edited where it stands: Enter or leaving it saves, Esc puts it back. Same size in both states.
import {useRef, useState} from "preact/hooks";

interface Props {
  label: string;      // what it is, for those who do not see the column
  value: string;      // as it is edited
  shown?: string;     // as it is read; the value unless given
  empty?: string;     // what stands there when there is nothing
  class?: string;
  hint?: (typed: string) => string | null;  // null: cannot be read as what is wanted
  disabled?: boolean;
  save: (typed: string) => void;
}

export function InlineEdit({label, value, shown, empty = "Add…", class: kind = "", hint, disabled, save}: Props) {
  const [typed, set_typed] = useState<string | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const closed = useRef(true);  // taking the field away blurs it; that blur must not save again
  const said = typed === null || !hint ? "" : hint(typed);
  const bad = said === null && typed !== value;

  const close = (keep_focus: boolean) => {
    closed.current = true;
    set_typed(null);
    if (keep_focus) setTimeout(() => back.current?.focus());
  };
  const commit = (keep_focus: boolean) => {
    if (typed === null || closed.current) return;
    const text = typed.trim();
    if (bad && keep_focus) return;  // stays open: the hint says what is wanted
    close(keep_focus);
    if (!bad && text !== value.trim()) save(text);
  };
  const on_key = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      commit(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    }
  };
  if (typed === null) {
    return (
      <button ref={back} type="button" class={`cell ${kind}${value ? "" : " empty"}`} disabled={disabled}
        aria-label={`${label}: ${(shown ?? value) || empty}`}
        onClick={() => { closed.current = false; set_typed(value); }}>
        {(shown ?? value) || empty}
      </button>
    );
  }
  return (
    <span class={`cell-edit ${kind}`}>
      <input class="cell-input" aria-label={label} aria-invalid={bad} value={typed} size={1} autocomplete="off"
        ref={(element) => { if (element && document.activeElement !== element) { element.focus(); element.select(); } }}
        onInput={(event) => set_typed(event.currentTarget.value)} onKeyDown={on_key} onBlur={() => commit(false)} />
      {hint && <span class={`cell-hint${bad ? " bad" : ""}`} aria-live="polite">{bad ? "1:30, 1.5, 90m or 9-10:30" : said}</span>}
    </span>
  );
}
