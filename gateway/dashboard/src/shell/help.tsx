// The help overlay: every key, what can be typed where, and how to bring in old time. From the same list as the palette.
import "../first_load";
import {Keys} from "../components/basics";
import {Dialog} from "../components/dialog";
import {help_open} from "./help_open";
import {actions, single_keys, switch_single_keys} from "./actions";

const groups = ["Timer", "Entries", "Lines", "Billing", "Go to", "View"] as const;

export function Help() {
  return (
    <Dialog title="Keys and typing" close={() => (help_open.value = false)}>
      <div class="help">
        {groups.filter((group) => actions.value.some((action) => action.group === group && action.keys)).map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl class="key-list">
              {actions.value.filter((action) => action.group === group && action.keys).map((action) => (
                <div key={action.id}><dt>{action.title}</dt><dd><Keys keys={action.keys} /><span class="unseen">{action.keys}</span></dd></div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>Typing</h3>
          <dl class="key-list">
            <div><dt>Timer</dt><dd><code>Weekly call @acme #optimisation</code></dd></div>
            <div><dt>Quick log</dt><dd><code>2h acme optimisation yesterday 9pm</code></dd></div>
            <div><dt>Durations</dt><dd><code>1:30 · 1.5 · 90m · 1h30 · 9-10:30</code></dd></div>
          </dl>
        </section>
        <section>
          <h3>Bring in what you have</h3>
          <dl class="key-list">
            <div><dt>Toggl Track export</dt><dd><code>billtrail import toggl FILE --zone Europe/Berlin --dry-run</code></dd></div>
            <div><dt>A made-up agency to try things on</dt><dd><code>billtrail serve --data DIR --demo</code></dd></div>
          </dl>
        </section>
        <label class="switch-line">
          <input type="checkbox" checked={single_keys.value} onChange={(event) => switch_single_keys(event.currentTarget.checked)} />
          <span>Single-letter keys (Ctrl/⌘ K works either way)</span>
        </label>
      </div>
    </Dialog>
  );
}
