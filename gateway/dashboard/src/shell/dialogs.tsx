// One place for dialogs, so that a key, a button and the palette can open the same one. Going to another page closes it.
import {signal} from "@preact/signals";
import type {ComponentChildren} from "preact";
import {useEffect} from "preact/hooks";
import {route} from "./router";

const shown = signal<ComponentChildren>(null);
let number = 0;

export const show_dialog = (dialog: ComponentChildren) => {
  number += 1;
  shown.value = dialog;
};
export const close_dialog = () => void (shown.value = null);

export function DialogHost() {
  const page = route.value;
  useEffect(close_dialog, [page]);
  return shown.value ? <div key={number}>{shown.value}</div> : null;
}
