// The first minute: a client and a rate are all it takes. Whoever has no name here yet gives that too. One append for all.
import {useState} from "preact/hooks";
import {Field} from "../../components/basics";
import {together} from "../../live/http";
import type {CommandBody} from "../../live/wire";
import {choose_me, currency, of_noun, today} from "../../shell/session";
import {focus_timer} from "../../shell/timer_bar";
import {problem_text, said} from "../../shell/toasts";
import {help_open} from "../../shell/help_open";

// A readable id from a name; a number of its own follows when nothing is left of it.
export const slug = (name: string) =>
  name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 32) || `n${Date.now() % 1_000_000}`;

const rate_pattern = /^\d{1,7}([.,]\d{1,4})?$/;

export function FirstRun() {
  const [who, set_who] = useState("");
  const [client, set_client] = useState("");
  const [rate, set_rate] = useState("");
  const [fault, set_fault] = useState("");
  const nobody = !of_noun("member").length;
  const rate_ok = rate_pattern.test(rate.trim());
  const submit = async (event: Event) => {
    event.preventDefault();
    const id = slug(client);
    const member = slug(who);
    const commands: CommandBody[] = [
      ...(nobody ? [{command: "AddMember", data: {member, name: who.trim()}}] : []),
      {command: "AddClient", data: {client: id, name: client.trim()}},
      {command: "SetRate", data: {client: id, amount: rate.trim().replace(",", "."), valid_from: `${today.peek().slice(0, 4)}-01-01`}},
    ];
    const outcome = await together(commands);
    if (!outcome.ok) return set_fault(problem_text(outcome.problem));
    if (nobody) choose_me(member);
    said(`${client.trim()} is ready. Say what you do and press Enter.`);
    setTimeout(focus_timer, 120);
  };
  return (
    <form class="card first-run" onSubmit={submit}>
      <h2>Who do you work for?</h2>
      <p>One client and one hourly rate, and the clock can run. Everything else can wait.</p>
      <div class="first-run-fields">
        {nobody && <Field label="Your name" value={who} set={set_who} autofocus required autocomplete="name" />}
        <Field label="First client" value={client} set={set_client} placeholder="Acme" required autofocus={!nobody} />
        <Field label={`Rate an hour, ${currency.value}`} value={rate} set={set_rate} placeholder="120" inputMode="decimal" required
          fault={rate && !rate_ok ? "A number such as 120 or 87.50" : undefined} />
        <button type="submit" class="button primary" disabled={!client.trim() || !rate_ok || (nobody && !who.trim())}>Begin</button>
      </div>
      {fault && <p class="field-fault" role="alert">{fault}</p>}
      <p class="first-run-more">Already tracking somewhere else, or want to look around first? <button type="button" class="link" onClick={() => (help_open.value = true)}>Import a Toggl Track export or try the made-up agency</button></p>
    </form>
  );
}
