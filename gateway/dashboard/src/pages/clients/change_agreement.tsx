// What happens to an agreement later: new terms, a pause, the end of it. Terms change from the next period unless a day is named (C4).
import {useState} from "preact/hooks";
import {Field, Segmented} from "../../components/basics";
import {DateField, MoneyField} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {editable_money, read_money} from "../../input/money_text";
import type {EngagementRow} from "../../live/billing_wire";
import {today} from "../../shell/session";
import {TermsFields} from "./agree_retainer";
import {fresh_terms, read_terms, type Terms} from "./terms";

const hours = (seconds: number) => (seconds % 3600 ? (seconds / 3600).toFixed(2) : String(seconds / 3600));

// An allowance as it is typed, in the unit of its basis.
const typed = (amount: number, row: EngagementRow, currency: string) =>
  row.terms?.basis === "money" ? editable_money(amount, currency) : row.terms?.basis === "deliverables" ? String(amount) : hours(amount);

function terms_of(row: EngagementRow, currency: string): Terms {
  const {terms} = row;
  if (!terms) return fresh_terms;
  return {
    fee: editable_money(terms.fee, currency), basis: terms.basis, allowance: typed(terms.allowance, row, currency), unit: terms.unit ?? "", roll_over: terms.roll_over,
    periods: String(terms.roll_over_periods || 2), cap: terms.roll_over_cap === null || terms.roll_over_cap === undefined ? "" : typed(terms.roll_over_cap, row, currency),
    overage: terms.overage, overage_rate: terms.overage_rate ?? "", list_covered: !!terms.list_covered,
  };
}

export function ChangeRetainer({row, currency}: {row: EngagementRow; currency: string}) {
  const [before] = useState(() => terms_of(row, currency));
  const [terms, set_terms] = useState(before);
  const [when, set_when] = useState<"next" | "day">("next");
  const [from, set_from] = useState(today.peek());
  const was = read_terms(before, currency) ?? {};
  const read = read_terms(terms, currency);
  const changed = Object.fromEntries(Object.entries(read ?? {}).filter(([name, value]) => name !== "basis" && name !== "allowance_unit" && was[name] !== value));
  const data = {engagement: row.engagement, ...changed, ...(when === "day" ? {from} : {})};
  return (
    <FormDialog title={`Change ${row.name}`} button="Change" ready={!!read && Object.keys(changed).length > 0} save={sending("ChangeRetainer", data)} told={`${row.name} changed`}
      note={<p>What has been invoiced stays as it is.</p>}>
      <TermsFields terms={terms} set={set_terms} currency={currency} fixed_basis />
      <div class="field wide"><span class="field-label">From</span>
        <Segmented label="From when" value={when} choices={[["next", "The next period"], ["day", "A day of this period"]]} set={set_when} />
      </div>
      {when === "day" && <DateField label="Day" value={from} set={set_from} hint="Both parts are prorated" />}
    </FormDialog>
  );
}

export function ChangeEngagement({row, currency}: {row: EngagementRow; currency: string}) {
  const [name, set_name] = useState(row.name);
  const [fee, set_fee] = useState(row.fee ? editable_money(row.fee.minor, currency) : "");
  const [cap, set_cap] = useState(row.cap ? editable_money(row.cap.minor, currency) : "");
  const amounts = [["fee", fee, row.fee], ["cap", cap, row.cap]] as const;
  const changed = Object.fromEntries(amounts.filter(([, text, was]) => was && read_money(text, currency) !== was.minor).map(([field, text]) => [field, read_money(text, currency)]));
  const data = {engagement: row.engagement, ...(name.trim() !== row.name ? {name: name.trim()} : {}), ...changed};
  return (
    <FormDialog title={`Change ${row.name}`} button="Change" ready={!!name.trim() && Object.keys(data).length > 1 && !Object.values(changed).includes(null)}
      save={sending("ChangeEngagement", data)} told={`${name.trim()} changed`}>
      <Field label="Name" value={name} set={set_name} autofocus />
      {row.kind === "fixed_fee" || row.kind === "milestone" ? <MoneyField label="Fee" value={fee} currency={currency} set={set_fee} /> : null}
      {row.kind === "capped" && <MoneyField label="At most" value={cap} currency={currency} set={set_cap} />}
    </FormDialog>
  );
}

export function PauseRetainer({row}: {row: EngagementRow}) {
  const [from, set_from] = useState(row.next_opens ?? today.peek());
  const [until, set_until] = useState("");
  const [reason, set_reason] = useState("");
  const data = {engagement: row.engagement, from, ...(until ? {until} : {}), ...(reason.trim() ? {reason: reason.trim()} : {})};
  return (
    <FormDialog title={`Pause ${row.name}`} button="Pause" ready={!!from} save={sending("PauseRetainer", data)} told={`${row.name} pauses`}
      note={<p>Periods that begin in the pause cost nothing and include nothing; carried time does not lapse meanwhile.</p>}>
      <DateField label="From" value={from} set={set_from} autofocus />
      <DateField label="Until" value={until} set={set_until} hint="Nothing: until you resume it" />
      <Field label="Reason" value={reason} set={set_reason} />
    </FormDialog>
  );
}

export function EndEngagement({row}: {row: EngagementRow}) {
  const [on, set_on] = useState(row.next_opens ?? today.peek());
  const [reason, set_reason] = useState("");
  const data = {engagement: row.engagement, on, ...(reason.trim() ? {reason: reason.trim()} : {})};
  return (
    <FormDialog title={`End ${row.name}`} button="End it" ready={!!on} save={sending("EndEngagement", data)} told={`${row.name} ends`}>
      <DateField label="First day without it" value={on} set={set_on} autofocus />
      <Field label="Reason" value={reason} set={set_reason} />
    </FormDialog>
  );
}
