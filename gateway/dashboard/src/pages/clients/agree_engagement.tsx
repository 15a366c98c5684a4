// Agreeing work without cycles: by the hour, with a cap, for a fixed fee, by milestones, against a deposit, or not billed.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {DateField, MoneyField, TextArea} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {kind_names} from "../../formats/agreement";
import {month_start} from "../../formats/date";
import {read_money} from "../../input/money_text";
import type {EngagementKind} from "../../live/billing_wire";
import {today} from "../../shell/session";

const kinds = (["hourly", "capped", "fixed_fee", "milestone", "deposit", "non_billable"] as const).map((id) => ({id, name: kind_names[id]}));

export function AgreeEngagement({client, client_name, currency}: {client: string; client_name: string; currency: string}) {
  const [kind, set_kind] = useState<EngagementKind>("hourly");
  const [name, set_name] = useState("");
  const [starts, set_starts] = useState(month_start(today.peek()));
  const [amount, set_amount] = useState("");
  const [scope, set_scope] = useState("");
  const minor = read_money(amount, currency);
  const field = {capped: "cap", fixed_fee: "fee", milestone: "fee"}[kind as string];
  const data = {client, name: name.trim(), kind, starts, ...(field && minor !== null ? {[field]: minor} : {}), ...(scope.trim() ? {scope: scope.trim()} : {})};
  return (
    <FormDialog title={`Agree work with ${client_name}`} button="Agree" ready={!!name.trim() && !!starts && (!field || minor !== null)}
      save={sending("AgreeEngagement", data)} told={`${name.trim()} agreed with ${client_name}`}>
      <Field label="Name" value={name} set={set_name} placeholder="Website relaunch" autofocus required />
      <Select label="Billed" value={kind} choices={kinds} set={(id) => set_kind(id as EngagementKind)} />
      <DateField label="Starts" value={starts} set={set_starts} />
      {field && <MoneyField label={{capped: "At most", fixed_fee: "The whole fee", milestone: "Contract value"}[kind as string]!} value={amount} currency={currency} set={set_amount} />}
      <TextArea label="Scope, as it was agreed" value={scope} set={set_scope} rows={2} />
    </FormDialog>
  );
}
