// Starts the page: styles, connection, shell, keys, and the page the address names.
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/components.css";
import "./styles/charts.css";
import "./styles/today.css";
import "./styles/clients.css";
import "./styles/billing.css";
import "./styles/invoice.css";
import "./styles/print.css";
import {type ComponentType, render} from "preact";
import {clock} from "./formats/duration";
import {resume_queue} from "./live/commands";
import {connect, state, watch_network} from "./live/socket";
import {Today} from "./pages/today/today";
import {listen_to_keys} from "./shell/actions";
import {fetch_all_ahead, later} from "./shell/later";
import {offer_shell_actions} from "./shell/shell_actions";
import {route, watch_route} from "./shell/router";
import {keep_title, read_server_clock, tick, watch_presence} from "./shell/session";
import {Shell, type PageLink} from "./shell/shell";
import {SignedOut} from "./shell/signed_out";
import {work_text} from "./time/work";

// Today is what people open; the other pages come when they are asked for.
const pages: (PageLink & {view: ComponentType})[] = [
  {page: "today", name: "Today", icon: "today", view: Today},
  {page: "clients", name: "Clients", icon: "people", ...later(() => import("./pages/clients/clients").then(({Clients}) => Clients))},
  {page: "month-end", name: "Month end", icon: "run", ...later(() => import("./pages/month_end/month_end").then(({MonthEnd}) => MonthEnd))},
  {page: "invoices", name: "Invoices", icon: "invoice", ...later(() => import("./pages/invoices/invoices").then(({Invoices}) => Invoices))},
  {page: "money", name: "Money", icon: "coins", ...later(() => import("./pages/money/money").then(({MoneyPage}) => MoneyPage))},
  {page: "settings", name: "Billing settings", icon: "gear", aside: true, ...later(() => import("./pages/settings/settings").then(({Settings}) => Settings))},
];

function App() {
  if (state.value === "signed_out") return <SignedOut />;
  const View = (pages.find(({page}) => page === route.value.page) ?? pages[0]!).view;
  return <Shell pages={pages}><View /></Shell>;
}

watch_route();
watch_presence();
watch_network();
offer_shell_actions();
listen_to_keys();
tick();
keep_title(clock, (timer) => work_text(timer) || timer.description || "");
connect();
resume_queue();
void read_server_clock();
render(<App />, document.getElementById("app")!);
setTimeout(() => state.peek() === "live" && fetch_all_ahead(), 1_500);
