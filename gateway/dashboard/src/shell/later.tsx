// What is fetched when it is asked for, or ahead of that once the page stands. What could not be fetched is asked for again when the
// server is back.
import {signal} from "@preact/signals";
import type {ComponentType} from "preact";
import {Empty} from "../components/basics";
import {state} from "../live/socket";

export interface Later {
  view: ComponentType;
  fetch_ahead: () => void;
}

const all: Later[] = [];
export const fetch_all_ahead = () => all.forEach(({fetch_ahead}) => fetch_ahead());

export function later(load: () => Promise<ComponentType>): Later {
  const view = signal<ComponentType | null>(null);
  let asked = false;
  const fetch_ahead = () => {
    if (asked) return;
    asked = true;
    load().then((loaded) => void (view.value = loaded), () => (asked = false));
  };
  const View = () => {
    if (state.value === "live") fetch_ahead();
    const Loaded = view.value;
    if (Loaded) return <Loaded />;
    return state.value === "waiting" ? <Empty title="This page comes as soon as the server can be reached again." /> : null;
  };
  const made = {view: View, fetch_ahead};
  all.push(made);
  return made;
}
