// How each client is billed: its party, its tax category, its terms, and when unbilled work should raise an alert (W4).
import {useState} from "preact/hooks";
import {Empty, Field, Section, Select} from "../../components/basics";
import {MoneyField, Switch} from "../../components/fields";
import {FormDialog, sending} from "../../components/form_dialog";
import {Table} from "../../components/table";
import {payment_terms_text, tax_names} from "../../formats/agreement";
import {money_text} from "../../formats/money";
import {editable_money, read_money} from "../../input/money_text";
import type {BillingAnswer, ClientBillingRow, TaxCategory} from "../../live/billing_wire";
import {show_dialog} from "../../shell/dialogs";
import {currency as practice_currency, directory} from "../../shell/session";
import {clean_party, no_party, PartyFields} from "./party_fields";
import {TermsFields} from "./practice_billing";

const currency_of = (client: string) => directory.value.find((row) => row.noun === "client" && row.id === client)?.currency ?? practice_currency.value;
const needs_reason = (tax: TaxCategory) => tax === "E" || tax === "AE" || tax === "O";
const categories = (Object.keys(tax_names) as TaxCategory[]).map((id) => ({id, name: tax_names[id]}));

function alert_text({alert}: ClientBillingRow, currency: string): string {
  const money = (minor: number) => money_text({minor, currency});
  const parts = [alert?.value ? `over ${money(alert.value)}` : "", alert?.aged_value ? `over ${money(alert.aged_value)} older than ${alert.aged_days} days` : ""];
  return parts.filter(Boolean).join(", or ") || "–";
}

function ClientDialog({row, practice}: {row: ClientBillingRow; practice: BillingAnswer}) {
  const currency = currency_of(row.client);
  const [party, set_party] = useState({...no_party, name: row.client_name, ...(row.party?.name ? row.party : {})});
  const [tax, set_tax] = useState<TaxCategory>(row.tax);
  const [exemption, set_exemption] = useState(row.exemption ?? "");
  const [reference, set_reference] = useState(row.reference ?? "");
  const [own_terms, set_own_terms] = useState(!!row.terms);
  const [terms, set_terms] = useState(row.terms ?? practice.terms);
  const [value, set_value] = useState(row.alert?.value ? editable_money(row.alert.value, currency) : "");
  const [aged, set_aged] = useState(row.alert?.aged_value ? editable_money(row.alert.aged_value, currency) : "");
  const [days, set_days] = useState(String(row.alert?.aged_days || 60));
  const threshold = (text: string) => (text.trim() ? read_money(text, currency) : null);
  const readable = (!value.trim() || threshold(value) !== null) && (!aged.trim() || threshold(aged) !== null);
  const data = {
    client: row.client, party: clean_party(party), tax, exemption: exemption.trim(), reference: reference.trim(), ...(own_terms ? {terms} : {}),
    alert: {aged_days: Number(days) || 60, ...(value.trim() ? {value: threshold(value)} : {}), ...(aged.trim() ? {aged_value: threshold(aged)} : {})},
  };
  return (
    <FormDialog title={`How ${row.client_name} is billed`} button="Save" ready={!!party.name.trim() && readable && (!needs_reason(tax) || !!exemption.trim())} save={sending("SetClientBilling", data)} told={`Saved for ${row.client_name}`}>
      <PartyFields party={party} set={set_party} />
      <Select label="Tax" value={tax} choices={categories} set={(id) => set_tax(id as TaxCategory)} />
      <Field label="Their reference" value={reference} set={set_reference} hint="Printed on every document" />
      {needs_reason(tax) && <Field label="Why no tax, as printed" value={exemption} set={set_exemption} required />}
      <Switch label="Terms of its own" on={own_terms} set={set_own_terms} />
      {own_terms && <TermsFields terms={terms} set={set_terms} />}
      <MoneyField label="Alert when unbilled work passes" value={value} currency={currency} set={set_value} optional />
      <MoneyField label="Or old work passes" value={aged} currency={currency} set={set_aged} optional />
      <Field label="Old means days" value={days} set={set_days} inputMode="numeric" />
    </FormDialog>
  );
}

export function ClientBilling({answer}: {answer: BillingAnswer}) {
  return (
    <Section title="Clients" class="card" note="Without anything set, a client is billed under its own name, at the standard rate and on the practice's terms.">
      {answer.rows.length ? (
        <Table caption="How clients are billed" rows={answer.rows} key_of={(row) => row.key} open={(row) => show_dialog(<ClientDialog row={row} practice={answer} />)} columns={[
          {name: "Client", cell: (row) => row.client_name},
          {name: "On documents", cell: (row) => [row.party?.name || row.client_name, row.party?.city, row.party?.country].filter(Boolean).join(", ")},
          {name: "Tax", cell: (row) => tax_names[row.tax] ?? row.tax},
          {name: "Terms", cell: (row) => (row.terms ? payment_terms_text(row.terms) : <span class="faint">{payment_terms_text(answer.terms)}</span>)},
          {name: "Reference", cell: (row) => row.reference || "–"},
          {name: "Alert", cell: (row) => alert_text(row, currency_of(row.client))},
        ]} />
      ) : <Empty title="No clients yet." />}
    </Section>
  );
}
