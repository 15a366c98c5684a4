// A dialog on the platform's own <dialog>: focus stays in, Esc and a press on the backdrop close it, focus goes back where it was.
import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef} from "preact/hooks";
import {Icon} from "./icon";

interface Props {
  title: string;
  kind?: "panel" | "drawer" | "palette";
  hide_head?: boolean;
  close: () => void;
  children: ComponentChildren;
}

export function Dialog({title, kind = "panel", hide_head, close, children}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const element = dialog.current!;
    element.showModal();
    return () => {
      element.close();
      before?.focus?.();
    };
  }, []);
  return (
    <dialog ref={dialog} class={`dialog ${kind}`} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); close(); }}
      onPointerDown={(event) => event.target === dialog.current && close()}>
      <div class="dialog-body">
        <header class={hide_head ? "unseen" : "dialog-head"}>
          <h2 id={id}>{title}</h2>
          {!hide_head && <button type="button" class="icon-button" aria-label="Close" onClick={close}><Icon name="close" /></button>}
        </header>
        {children}
      </div>
    </dialog>
  );
}
