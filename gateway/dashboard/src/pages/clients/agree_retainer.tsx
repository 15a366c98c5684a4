// Agreeing a retainer or a recurring fee: what it costs, what it includes, and what happens with too little and too much.
import {useState} from "preact/hooks";
import {Field, Select} from "../../components/basics";
import {DateField, MoneyField, Switch, TextArea} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {month_start} from "../../formats/date";
import type {Basis, OveragePolicy, RollOver} from "../../live/billing_wire";
import {today} from "../../shell/session";
import {fresh_terms, read_terms, terms_preview, type Terms} from "./terms";

const bases = [{id: "hours", name: "Hours"}, {id: "money", name: "Money at agreed rates"}, {id: "deliverables", name: "Pieces of work"}, {id: "none", name: "Nothing: a recurring fee"}] as const;
const roll_overs = [{id: "none", name: "It lapses"}, {id: "periods", name: "Carried for some periods"}, {id: "year_end", name: "Carried until the year ends"}, {id: "forever", name: "Carried without end"}] as const;
const overages = [
  {id: "rate_card", name: "Billed at the rate card"}, {id: "overage_rate", name: "Billed at a rate of its own"}, {id: "needs_approval", name: "Billed once the client agrees"},
  {id: "absorb", name: "Absorbed, and shown"}, {id: "deficit", name: "Taken from the next period"},
] as const;

export function TermsFields({terms, set, currency, fixed_basis}: {terms: Terms; set: (terms: Terms) => void; currency: string; fixed_basis?: boolean}) {
  const put = <K extends keyof Terms>(name: K) => (value: Terms[K]) => set({...terms, [name]: value});
  const unit = {hours: "Hours a period", money: `Included, ${currency}`, deliverables: "Pieces a period", none: ""}[terms.basis];
  return (
    <>
      <MoneyField label="Fee a period" value={terms.fee} currency={currency} set={put("fee")} autofocus={!!fixed_basis} />
      {!fixed_basis && <Select label="It includes" value={terms.basis} choices={bases} set={(id) => put("basis")(id as Basis)} />}
      {terms.basis !== "none" && (
        <>
          <Field label={unit} value={terms.allowance} set={put("allowance")} inputMode="decimal" placeholder={terms.basis === "hours" ? "40" : ""} />
          {terms.basis === "deliverables" && <Field label="What they are" value={terms.unit} set={put("unit")} placeholder="posts" />}
          <Select label="What is left over" value={terms.roll_over} choices={roll_overs} set={(id) => put("roll_over")(id as RollOver)} />
          {terms.roll_over === "periods" && <Field label="For how many periods" value={terms.periods} set={put("periods")} inputMode="numeric" />}
          {terms.roll_over !== "none" && <Field label="Carries at most" value={terms.cap} set={put("cap")} inputMode="decimal" hint="Nothing: all of it" />}
          <Select label="What goes beyond" value={terms.overage} choices={overages} set={(id) => put("overage")(id as OveragePolicy)} />
          {terms.overage === "overage_rate" && <Field label={`Rate beyond, ${currency}`} value={terms.overage_rate} set={put("overage_rate")} inputMode="decimal" placeholder="140" />}
          <Switch label="List the covered work on the invoice at no price" on={terms.list_covered} set={put("list_covered")} />
        </>
      )}
    </>
  );
}

const every_choices = [{id: "month.1", name: "A month"}, {id: "month.3", name: "A quarter"}, {id: "month.6", name: "Half a year"}, {id: "month.12", name: "A year"}, {id: "week.1", name: "A week"}, {id: "week.2", name: "Two weeks"}] as const;

export function AgreeRetainer({client, client_name, currency}: {client: string; client_name: string; currency: string}) {
  const [name, set_name] = useState("Retainer");
  const [terms, set_terms] = useState(fresh_terms);
  const [starts, set_starts] = useState(month_start(today.peek()));
  const [every, set_every] = useState("month.1");
  const [timing, set_timing] = useState("advance");
  const [anchor, set_anchor] = useState("1");
  const [scope, set_scope] = useState("");
  const read = read_terms(terms, currency);
  const [unit, count] = every.split(".");
  const data = {
    client, name: name.trim(), starts, timing, unit, every: Number(count), ...(unit === "month" ? {anchor_day: Number(anchor) || 1} : {}),
    ...(scope.trim() ? {scope: scope.trim()} : {}), ...read,
  };
  return (
    <FormDialog title={`Agree a retainer with ${client_name}`} button="Agree" ready={!!read && !!name.trim() && !!starts} save={sending("AgreeRetainer", data)}
      told={`${name.trim()} agreed with ${client_name}`} note={<p class="preview" role="status">{terms_preview(read, every, timing, currency)}</p>}>
      <Field label="Name" value={name} set={set_name} autofocus required />
      <DateField label="Starts" value={starts} set={set_starts} />
      <Select label="A period is" value={every} choices={every_choices} set={set_every} />
      {unit === "month" && <Field label="Begins on day" value={anchor} set={set_anchor} inputMode="numeric" />}
      <Select label="The fee is billed" value={timing} choices={[{id: "advance", name: "In advance"}, {id: "arrears", name: "In arrears"}]} set={set_timing} />
      <TermsFields terms={terms} set={set_terms} currency={currency} />
      <TextArea label="Scope, as it was agreed" value={scope} set={set_scope} rows={2} />
    </FormDialog>
  );
}
