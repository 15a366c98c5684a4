// The actions that work on every page.
import {stop_timer, discard_timer} from "../time/timers";
import {actions, offer} from "./actions";
import {help_open} from "./help_open";
import {palette_open} from "./palette";
import {go} from "./router";
import {my_timer} from "./session";
import {choose_theme} from "./theme";
import {continue_last, focus_timer} from "./timer_bar";
import {recent_entries} from "./timer_line";
import {undo_newest} from "./toasts";

export function offer_shell_actions(): void {
  const running = () => !!my_timer.peek();
  offer([
    {id: "new", title: "New timer", group: "Timer", keys: "n", run: focus_timer},
    {id: "stop", title: "Stop timer", group: "Timer", keys: "s", when: running, run: () => void stop_timer()},
    {id: "continue", title: "Continue last", group: "Timer", keys: "c", when: () => !running() && recent_entries.peek().length > 0, run: continue_last},
    {id: "discard", title: "Discard timer", group: "Timer", when: running, run: () => void discard_timer()},
    {id: "today", title: "Today", group: "Go to", keys: "g t", run: () => go("today")},
    {id: "clients", title: "Clients & rates", group: "Go to", keys: "g c", run: () => go("clients")},
    {id: "month-end", title: "Month end", group: "Go to", keys: "g m", run: () => go("month-end")},
    {id: "invoices", title: "Invoices", group: "Go to", keys: "g i", run: () => go("invoices")},
    {id: "money", title: "Payments & debtors", group: "Go to", keys: "g p", run: () => go("money")},
    {id: "settings", title: "Billing settings", group: "Go to", keys: "g b", run: () => go("settings", "billing")},
    {id: "palette", title: "Command palette", group: "View", keys: "mod+k", run: () => (palette_open.value = !palette_open.peek())},
    {id: "search", title: "Search", group: "View", keys: "/", run: () => (palette_open.value = true)},
    {id: "help", title: "Keys and typing", group: "View", keys: "?", run: () => (help_open.value = true)},
    {id: "undo", title: "Undo", group: "View", keys: "mod+z", run: undo_newest},
    {id: "theme-system", title: "Theme: as the system", group: "View", run: () => choose_theme("system")},
    {id: "theme-light", title: "Theme: light", group: "View", run: () => choose_theme("light")},
    {id: "theme-dark", title: "Theme: dark", group: "View", run: () => choose_theme("dark")},
  ]);
  // Listed in the order people meet them.
  actions.value = [...actions.value];
}
