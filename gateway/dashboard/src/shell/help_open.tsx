// Whether the help overlay is open. The overlay itself is fetched when it is.
import {signal} from "@preact/signals";
import {later} from "./later";

export const help_open = signal(false);
const {view: Help} = later(() => import("./help").then((loaded) => loaded.Help));

export const HelpHost = () => (help_open.value ? <Help /> : null);
