// Starts the page: styles, connection, shell, keys, and the page the address names.
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/components.css";
import "./styles/charts.css";
import "./styles/today.css";
import "./styles/clients.css";
import "./styles/print.css";
import {signal} from "@preact/signals";
import {type ComponentType, render} from "preact";
import {Empty} from "./components/basics";
import {clock} from "./formats/duration";
import {resume_queue} from "./live/commands";
import {connect, state, watch_network} from "./live/socket";
import {Today} from "./pages/today/today";
import {listen_to_keys} from "./shell/actions";
import {offer_shell_actions} from "./shell/shell_actions";
import {route, watch_route} from "./shell/router";
import {keep_title, read_server_clock, tick, watch_presence} from "./shell/session";
import {Shell, type PageLink} from "./shell/shell";
import {SignedOut} from "./shell/signed_out";
import {work_text} from "./time/work";

// Today is what people open; the other pages come when they are asked for, and are fetched ahead once the first one stands. What could
// not be fetched is asked for again when the server is back.
const later = (load: () => Promise<ComponentType>) => {
  const view = signal<ComponentType | null>(null);
  let asked = false;
  const fetch_ahead = () => {
    if (asked) return;
    asked = true;
    load().then((loaded) => void (view.value = loaded), () => (asked = false));
  };
  const Later = () => {
    if (state.value === "live") fetch_ahead();
    const View = view.value;
    if (View) return <View />;
    return state.value === "waiting" ? <Empty title="This page comes as soon as the server can be reached again." /> : null;
  };
  return {view: Later, fetch_ahead};
};

const pages: (PageLink & {view: ComponentType; fetch_ahead?: () => void})[] = [
  {page: "today", name: "Today", icon: "today", view: Today},
  {page: "clients", name: "Clients & rates", icon: "people", ...later(() => import("./pages/clients/clients").then(({Clients}) => Clients))},
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
setTimeout(() => state.peek() === "live" && pages.forEach(({fetch_ahead}) => fetch_ahead?.()), 1_500);
