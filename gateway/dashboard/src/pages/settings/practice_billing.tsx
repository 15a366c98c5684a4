// The practice's own side: party, tax, terms and rules, number series. Each card saves by itself.
import {useState} from "preact/hooks";
import {Empty, Field, Section, Select} from "../../components/basics";
import {DateField, MoneyField, Switch} from "../../components/fields";
import {Table} from "../../components/table";
import {payment_terms_text} from "../../formats/agreement";
import {short_date} from "../../formats/date";
import {trimmed_decimal} from "../../formats/money";
import {number_text} from "../../formats/numbering";
import {editable_money, read_money} from "../../input/money_text";
import type {BillingAnswer, PaymentTerms} from "../../live/billing_wire";
import {act} from "../../shell/act";
import {currency, today} from "../../shell/session";
import {clean_party, no_party, PartyFields} from "./party_fields";

const due_rules = [{id: "days_after_issue", name: "Days after issue"}, {id: "days_after_month_end", name: "Days after the month ends"}, {id: "day_of_next_month", name: "Day of the next month"}] as const;

export function Supplier({answer}: {answer: BillingAnswer}) {
  const [edited, set_edited] = useState<BillingAnswer["supplier"] | null>(null);
  const party = edited ?? {...no_party, ...answer.supplier};
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act("SetBilling", {supplier: clean_party(party)}, "Saved: it stands on documents from now on")) set_edited(null);
  };
  return (
    <Section title="Who we are" class="card" note="As printed on every document.">
      <form class="dialog-form" onSubmit={save}>
        <div class="form-grid"><PartyFields party={party} set={set_edited} /></div>
        <footer class="form-foot"><button type="submit" class="button primary" disabled={!edited || !party.name.trim()}>Save</button></footer>
      </form>
    </Section>
  );
}

const schemes = ["ZA", "DE", "FR", "NL", "IE", "ES", "IT", "AT", "BE", "PT", "PL", "SE", "DK", "FI"] as const;
const country_name = (code: string) => {
  try {
    return new Intl.DisplayNames(undefined, {type: "region"}).of(code) ?? code;
  } catch {
    return code;
  }
};

function AdoptScheme({answer}: {answer: BillingAnswer}) {
  const [chosen, set_chosen] = useState(answer.jurisdiction || "ZA");
  const codes = [...new Set([...schemes, ...(answer.jurisdiction ? [answer.jurisdiction] : [])])];
  const choices = codes.map((id) => ({id, name: `${country_name(id)} (${id})`})).sort((a, b) => a.name.localeCompare(b.name));
  const adopt = (event: Event) => {
    event.preventDefault();
    void act("AdoptTaxScheme", {jurisdiction: chosen}, `The rates of ${country_name(chosen)} apply`);
  };
  return (
    <form class="form-line" onSubmit={adopt}>
      <Select label="Tax scheme" value={chosen} choices={choices} set={set_chosen} />
      <button type="submit" class="button">{answer.jurisdiction === chosen ? "Bring up to date" : "Adopt"}</button>
    </form>
  );
}

function SetRate({answer}: {answer: BillingAnswer}) {
  const [percent, set_percent] = useState("");
  const [from, set_from] = useState(today.peek());
  const [name, set_name] = useState("VAT");
  const value = percent.trim().replace(",", ".").replace(/\s*%$/, "");
  const ok = /^\d{1,2}(\.\d{1,4})?$/.test(value);
  const save = async (event: Event) => {
    event.preventDefault();
    if (ok && (await act("SetTaxRate", {jurisdiction: answer.jurisdiction || "own", percent: value, valid_from: from, name: name.trim()}, `${value} % from ${short_date(from)}`))) set_percent("");
  };
  return (
    <form class="form-line rate-line" onSubmit={save}>
      <Field label="Or your own, %" value={percent} set={set_percent} inputMode="decimal" placeholder="15" fault={percent && !ok ? "A number such as 15 or 7.5" : undefined} />
      <Field label="Printed as" value={name} set={set_name} />
      <DateField label="Holds from" value={from} set={set_from} />
      <button type="submit" class="button" disabled={!ok}>Set</button>
    </form>
  );
}

export function Tax({answer}: {answer: BillingAnswer}) {
  const rows = answer.tax_rates.filter((rate) => !answer.jurisdiction || rate.jurisdiction === answer.jurisdiction).map((rate) => ({...rate, key: rate.jurisdiction + rate.valid_from})).reverse();
  return (
    <Section title="Tax" class="card" note={answer.jurisdiction ? `Rates of ${country_name(answer.jurisdiction)}, by the date of the document.` : "No scheme yet: documents with tax cannot be made before there is one."}>
      <AdoptScheme answer={answer} />
      <SetRate answer={answer} />
      {rows.length ? (
        <Table caption="Tax rates" rows={rows} key_of={(row) => row.key} columns={[
          {name: "From", cell: (row) => short_date(row.valid_from)}, {name: "Name", cell: (row) => row.name || "–"},
          {name: "Rate", numeric: true, cell: (row) => <b>{trimmed_decimal(row.percent)} %</b>},
        ]} />
      ) : <Empty title="No rate yet." />}
    </Section>
  );
}

export function TermsFields({terms, set}: {terms: PaymentTerms; set: (terms: PaymentTerms) => void}) {
  return (
    <>
      <Select label="Payable" value={terms.rule} choices={due_rules} set={(rule) => set({...terms, rule: rule as PaymentTerms["rule"]})} />
      <Field label={terms.rule === "day_of_next_month" ? "Which day" : "How many days"} value={String(terms.days)} inputMode="numeric" hint={payment_terms_text(terms)}
        set={(text) => set({...terms, days: Number(text.replace(/\D/g, "").slice(0, 3)) || 0})} />
    </>
  );
}

export function Rules({answer}: {answer: BillingAnswer}) {
  const [edited, set_edited] = useState<Partial<BillingAnswer>>({});
  const [typed, set_typed] = useState<string | null>(null);
  const now = {...answer, ...edited};
  const difference = typed ?? editable_money(answer.small_difference_max, currency.value);
  const small = read_money(difference, currency.value);
  const put = <K extends keyof BillingAnswer>(name: K) => (value: BillingAnswer[K]) => set_edited({...edited, [name]: value});
  const data = {...edited, ...(typed !== null && small !== null ? {small_difference_max: small} : {})};
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await act("SetBilling", data, "Saved"))) return;
    set_edited({});
    set_typed(null);
  };
  return (
    <Section title="Terms and rules" class="card">
      <form class="dialog-form" onSubmit={save}>
        <div class="form-grid">
          <TermsFields terms={now.terms} set={put("terms")} />
          <Select label="Prices and rates" value={now.prices} choices={[{id: "net", name: "Without tax"}, {id: "gross", name: "Include tax"}]} set={(id) => put("prices")(id as BillingAnswer["prices"])} />
          <Select label="Hours are printed with" value={now.quantity_decimals} choices={[{id: "two", name: "2 decimals"}, {id: "three", name: "3 decimals"}, {id: "four", name: "4 decimals"}, {id: "six", name: "6 decimals"}]} set={(id) => put("quantity_decimals")(id as BillingAnswer["quantity_decimals"])} />
          <Select label="The tax rate is that of" value={now.tax_point} choices={[{id: "issue_date", name: "The day of issue"}, {id: "supply_date", name: "The day of the work"}]} set={(id) => put("tax_point")(id as BillingAnswer["tax_point"])} />
          <MoneyField label="Small differences up to" value={difference} currency={currency.value} set={set_typed} hint="may be written off" />
          <Switch label="Another person than the author must approve" on={now.approver_differs} set={put("approver_differs")} />
          <Switch label="An invoice may be dated before the last one of its series" on={now.backdated_issue} set={put("backdated_issue")} />
        </div>
        <footer class="form-foot"><button type="submit" class="button primary" disabled={!Object.keys(data).length}>Save</button></footer>
      </form>
    </Section>
  );
}

type Series = BillingAnswer["series"][number];

function SeriesForm({series, name}: {series: Series; name: string}) {
  const [format, set_format] = useState(series.format);
  const [yearly, set_yearly] = useState(series.yearly);
  const [next, set_next] = useState(String(series.next));
  const changed = {
    ...(format.trim() !== series.format ? {format: format.trim()} : {}), ...(yearly !== series.yearly ? {yearly} : {}), ...(Number(next) !== series.next ? {next: Number(next)} : {}),
  };
  const sample = number_text(format, next, today.value);
  const save = (event: Event) => {
    event.preventDefault();
    void act("SetNumberSeries", {kind: series.kind, ...changed}, `The next one is ${sample}`);
  };
  return (
    <form class="form-line series" onSubmit={save}>
      <Field label={`${name}: format`} value={format} set={set_format} hint={`The next one: ${sample}`} />
      <Field label="Next" value={next} set={(text) => set_next(text.replace(/\D/g, ""))} inputMode="numeric" />
      <button type="submit" class="button" disabled={!Object.keys(changed).length || !/\{counter/.test(format)}>Save</button>
      <Switch label="Begins anew each year" on={yearly} set={set_yearly} />
    </form>
  );
}

export function Numbers({answer}: {answer: BillingAnswer}) {
  const series = (kind: Series["kind"], format: string): Series => answer.series.find((row) => row.kind === kind) ?? {kind, format, yearly: false, next: 1};
  const [invoices, credits] = [series("invoice", "INV-{counter:4}"), series("credit_note", "CN-{counter:4}")];
  return (
    <Section title="Numbers" class="card" note="{counter:4}, {year}, {year2} and {month} stand for what they say. A number is never used twice.">
      <SeriesForm key={JSON.stringify(invoices)} series={invoices} name="Invoices" />
      <SeriesForm key={JSON.stringify(credits)} series={credits} name="Credit notes" />
    </Section>
  );
}
