// The live dot: whether what is on the page is what the server knows now, in colour and in words.
import {unsent} from "../live/commands";
import {state} from "../live/socket";

export function LiveDot() {
  const waiting = unsent.value;
  const words = {connecting: "Connecting", live: "Live", waiting: "Offline", signed_out: "Signed out"}[state.value];
  const more = waiting ? `, ${waiting} to send` : "";
  return (
    <span class={`live-dot ${state.value}`} role="status" title={state.value === "waiting" ? "Trying to reach the server. What you do is kept and sent then." : "Figures on this page move by themselves"}>
      <i aria-hidden="true" />{words}{more}
    </span>
  );
}
