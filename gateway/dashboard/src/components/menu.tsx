// A small menu behind three dots: arrows move, Enter does, Esc closes.
import {useEffect, useId, useRef, useState} from "preact/hooks";
import {Icon} from "./icon";

interface Item {
  name: string;
  run: () => void;
}

export function Menu({label, items}: {label: string; items: readonly Item[]}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, set_open] = useState(false);
  const buttons = () => [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  useEffect(() => {
    if (open) buttons()[0]?.focus();
  }, [open]);
  if (!items.length) return null;
  const close = () => {
    set_open(false);
    box.current?.querySelector("button")?.focus();
  };
  const on_key = (event: KeyboardEvent) => {
    if (!open) return;
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.key === "Escape") close();
    else if (step) all[(at + step + all.length) % all.length]?.focus();
    else if (event.key === "Tab") return set_open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: FocusEvent) => box.current?.contains(event.relatedTarget as Node) || set_open(false);
  return (
    <div class="menu" ref={box} onKeyDown={on_key} onFocusOut={leave}>
      <button type="button" class="icon-button small" aria-label={label} aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => set_open(!open)}><Icon name="more" /></button>
      {open && (
        <div class="menu-list" role="menu" id={id} aria-label={label}>
          {items.map((item) => <button key={item.name} type="button" role="menuitem" tabIndex={-1} onClick={() => { close(); item.run(); }}>{item.name}</button>)}
        </div>
      )}
    </div>
  );
}
