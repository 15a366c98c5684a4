// One WebSocket to /v1/live that stays up: connects, and when it is lost connects again with back-off. It knows nothing of what
// is said on it; whoever listens resubscribes when it opens.
import {signal} from "@preact/signals";
import {wait_ms} from "./backoff";

// connecting: first try. live. waiting: lost, will try again. signed_out: the server refused us; trying again is no use.
export type SocketState = "connecting" | "live" | "waiting" | "signed_out";

export const practice = new URLSearchParams(location.search).get("practice");
const steady_ms = 5_000;  // a connection that held this long starts the back-off anew

interface Listener {
  opened(): void;
  message(message: Record<string, unknown>): void;
  lost(): void;
}

export const state = signal<SocketState>("connecting");
const listeners: Listener[] = [];
let socket: WebSocket | null = null;
let attempt = 0;
let timer = 0;

export function listen(listener: Listener): void {
  listeners.push(listener);
}

export function send(message: object): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(message));
  return true;
}

// Drops the connection so that it is made anew: used when an answer is overdue.
export function reconnect(): void {
  socket?.close(4000, "answer overdue");
  lose(socket);
}

export function connect(): void {
  clearTimeout(timer);
  if (socket && socket.readyState <= WebSocket.OPEN) return;
  const url = new URL("/v1/live", location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  if (practice) url.searchParams.set("practice", practice);
  const mine = new WebSocket(url, "billtrail.v1");
  socket = mine;
  let steady = 0;
  mine.onopen = () => {
    steady = window.setTimeout(() => (attempt = 0), steady_ms);
    state.value = "live";
    for (const listener of listeners) listener.opened();
  };
  mine.onmessage = ({data}) => {
    const message = JSON.parse(data as string) as Record<string, unknown>;
    for (const listener of listeners) listener.message(message);
  };
  mine.onclose = ({code}) => {
    clearTimeout(steady);
    if (code === 4401) {
      socket = null;
      state.value = "signed_out";
    } else {
      lose(mine);
    }
  };
}

function lose(lost: WebSocket | null): void {
  if (!lost || lost !== socket) return;
  socket = null;
  if (state.value === "live") for (const listener of listeners) listener.lost();
  state.value = "waiting";
  void check_signed_in();
  clearTimeout(timer);
  timer = window.setTimeout(connect, wait_ms(attempt++, Math.random()));
}

// A refused handshake looks like any other failure to a browser; a plain request tells a missing sign-in from a dead server.
async function check_signed_in(): Promise<void> {
  if (attempt < 1) return;
  try {
    const answer = await fetch("/v1/practice", {headers: practice ? {"Billtrail-Practice": practice} : {}});
    if (answer.status === 401) {
      clearTimeout(timer);
      state.value = "signed_out";
    }
  } catch {
    // The server is away: the next try will tell.
  }
}

// The network came back, or the reader did: no reason to wait out the back-off.
export function watch_network(): void {
  const now = () => {
    if (state.value === "waiting") {
      attempt = 0;
      connect();
    }
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && now());
}
