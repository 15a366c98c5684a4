// Toasts: what was just done, with undo instead of "are you sure?". They wait while the pointer or focus is on them.
import {signal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {Icon} from "../components/icon";
import type {Problem} from "../live/wire";

interface Toast {
  id: number;
  text: string;
  tone: "done" | "refused";
  undo?: () => void;
  action?: {label: string; run: () => void};
}

const shown_ms = 8_000;
const toasts_max = 4;
let last_id = 0;
export const toasts = signal<Toast[]>([]);

const dismiss = (id: number) => (toasts.value = toasts.value.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, "id">): void {
  toasts.value = [...toasts.value, {...toast, id: ++last_id}].slice(-toasts_max);
}

export const said = (text: string, undo?: () => void, action?: Toast["action"]) => show({text, tone: "done", undo, action});

// The sentence a person needs: the first fault's own words, else the problem's.
export const problem_text = (problem: Problem) =>
  problem.faults?.[0]?.message ?? problem.detail ?? problem.title ?? "The server refused this.";
export const refused = (problem: Problem, what = "") => show({text: `${what ? `${what}: ` : ""}${problem_text(problem)}`, tone: "refused"});

// Ctrl/Cmd+Z: undoes what the newest toast offers.
export function undo_newest(): boolean {
  const newest = [...toasts.value].reverse().find((toast) => toast.undo);
  if (!newest) return false;
  dismiss(newest.id);
  newest.undo!();
  return true;
}

function Card({toast}: {toast: Toast}) {
  const timer = useRef(0);
  const wait = () => (timer.current = window.setTimeout(() => dismiss(toast.id), shown_ms));
  const hold = () => clearTimeout(timer.current);
  useEffect(() => {
    wait();
    return hold;
  }, []);
  const act = (run: () => void) => () => {
    dismiss(toast.id);
    run();
  };
  return (
    <div class={`toast ${toast.tone}`} onMouseEnter={hold} onMouseLeave={wait} onFocusCapture={hold} onBlurCapture={wait}>
      <Icon name={toast.tone === "done" ? "check" : "alert"} />
      <span class="toast-text">{toast.text}</span>
      {toast.action && <button type="button" class="button quiet small" onClick={act(toast.action.run)}>{toast.action.label}</button>}
      {toast.undo && <button type="button" class="button quiet small" onClick={act(toast.undo)}>Undo <kbd>Ctrl Z</kbd></button>}
      <button type="button" class="icon-button small" aria-label="Dismiss" onClick={() => dismiss(toast.id)}><Icon name="close" /></button>
    </div>
  );
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => <Card key={toast.id} toast={toast} />)}
    </div>
  );
}
