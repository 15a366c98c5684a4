// Pages by hash, so that any static server can serve them: #/today, #/clients/acme.
import {signal} from "@preact/signals";

export interface Route {
  page: string;
  rest: string[];
}

const read = (): Route => {
  const [page = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return {page: page || "today", rest};
};

export const route = signal(read());
export const link = (page: string, ...rest: string[]) => `#/${[page, ...rest].map(encodeURIComponent).join("/")}`;
export const go = (page: string, ...rest: string[]) => (location.hash = link(page, ...rest));

export function watch_route(): void {
  addEventListener("hashchange", () => {
    route.value = read();
    scrollTo(0, 0);
  });
}
