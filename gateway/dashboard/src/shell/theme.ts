// Light, dark, or as the system says. Written on the document; early.ts reads it back before the first paint.
import {signal} from "@preact/signals";

export type Theme = "system" | "light" | "dark";
const shelf = "billtrail.theme";
const read = (): Theme => {
  const kept = localStorage.getItem(shelf);
  return kept === "light" || kept === "dark" ? kept : "system";
};

export const theme = signal<Theme>(read());

export function choose_theme(wanted: Theme): void {
  theme.value = wanted;
  if (wanted === "system") {
    localStorage.removeItem(shelf);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(shelf, wanted);
    document.documentElement.dataset.theme = wanted;
  }
}

const order: Theme[] = ["system", "light", "dark"];
export const next_theme = () => choose_theme(order[(order.indexOf(theme.value) + 1) % order.length]!);
