// The document as it will print: parties, lines, tax by group, totals. What is printed multiplies (M2) and adds up (T2).
import {payment_terms_text, tax_names} from "../../formats/agreement";
import {short_date} from "../../formats/date";
import {as_money, money_text, price_text, quantity_text, trimmed_decimal} from "../../formats/money";
import type {BillingAnswer, InvoiceAnswer, InvoiceDocument, InvoiceLine, Party} from "../../live/billing_wire";
import {useLive} from "../../live/store";
import {name_of} from "../../shell/session";

const titles = {invoice: "Invoice", deposit: "Deposit invoice", adjustment: "Adjustment"} as const;

export function PartyLines({party}: {party: Party}) {
  const town = [party.postcode, party.city].filter(Boolean).join(" ");
  return (
    <>
      <b>{party.name || "No name yet"}</b>
      {[...(party.address ?? []), town, party.country].filter(Boolean).map((line, index) => <span key={index}>{line}</span>)}
      {party.tax_number && <span>Tax number {party.tax_number}</span>}
      {party.registration && <span>Registration {party.registration}</span>}
    </>
  );
}

const units: Record<string, string> = {hour: "h", day: "d", month: "mo"};
const span_text = ({from, to}: {from?: string | null; to?: string | null}) => (!from || !to ? "" : from === to ? short_date(from) : `${short_date(from)} – ${short_date(to)}`);
const amount_text = (minor: number, currency: string) => money_text({minor, currency});
const price_of = (line: InvoiceLine, currency: string) => price_text({amount: line.price, currency, per: "fixed"}).replace(/ fixed$/, "");

function Line({line, currency, at}: {line: InvoiceLine; currency: string; at: boolean}) {
  const unit = units[line.unit] ?? (line.unit === "unit" ? "" : line.unit);
  const spans = span_text(line);
  return (
    <>
      <tr class={at ? "at" : ""} data-paper-line={line.line}>
        <td>{line.text}{spans && !line.text.includes(spans) && <small>{spans}</small>}</td>
        <td class="figure">{quantity_text(line.quantity, line.decimals)}{unit && ` ${unit}`}</td>
        <td class="figure">{price_of(line, currency)}</td>
        <td class="figure">{amount_text(line.gross, currency)}</td>
      </tr>
      {line.allowance > 0 && (
        <tr class="allowance"><td colSpan={3}>{line.allowance_reason || "Reduction"}</td><td class="figure">{amount_text(-line.allowance, currency)}</td></tr>
      )}
    </>
  );
}

function Totals({document}: {document: InvoiceDocument}) {
  const {currency, conversion} = document;
  const drawn = document.deposits.reduce((sum, {amount}) => sum + amount, 0);
  return (
    <dl class="paper-totals">
      <div><dt>Net</dt><dd class="figure">{amount_text(document.net, currency)}</dd></div>
      {document.taxes.map((group) => (
        <div key={`${group.category}${group.percent}`}>
          <dt>{group.category === "S" ? `Tax ${trimmed_decimal(group.percent)} % on ${amount_text(group.net, currency)}` : `${tax_names[group.category]}, on ${amount_text(group.net, currency)}`}</dt>
          <dd class="figure">{amount_text(group.tax, currency)}</dd>
        </div>
      ))}
      <div class="sum"><dt>Total</dt><dd class="figure">{amount_text(document.total, currency)}</dd></div>
      {drawn > 0 && <div><dt>Less deposits paid</dt><dd class="figure">{amount_text(-drawn, currency)}</dd></div>}
      {drawn > 0 && <div class="sum"><dt>To pay</dt><dd class="figure">{amount_text(document.due, currency)}</dd></div>}
      {conversion && <div><dt>In {conversion.currency}, at {trimmed_decimal(conversion.rate)} of {short_date(conversion.date)}</dt><dd class="figure">{amount_text(conversion.total, conversion.currency)}</dd></div>}
    </dl>
  );
}

function Lines({document, at}: {document: InvoiceDocument; at: number | null}) {
  const charged = document.lines.filter(({kind}) => kind !== "covered");
  const covered = document.lines.filter(({kind}) => kind === "covered");
  const rows = (lines: readonly InvoiceLine[]) => lines.map((line) => <Line key={line.line} line={line} currency={document.currency} at={line.line === at} />);
  return (
    <div class="table-box" tabIndex={0} role="group" aria-label="Lines of the document">
      <table class="paper-lines">
        <thead><tr><th scope="col">Description</th><th scope="col" class="figure">Quantity</th><th scope="col" class="figure">Price</th><th scope="col" class="figure">Amount</th></tr></thead>
        <tbody>{rows(charged)}</tbody>
        {covered.length > 0 && <tbody><tr class="covered-head"><th colSpan={4} scope="colgroup">Included in the fee</th></tr>{rows(covered)}</tbody>}
      </table>
    </div>
  );
}


export function Paper({answer, at = null}: {answer: InvoiceAnswer; at?: number | null}) {
  const {document} = answer;
  const billing = useLive<BillingAnswer>("billing", {}, !answer.supplier || !answer.customer);
  const supplier = answer.supplier ?? billing?.supplier;
  const customer = answer.customer ?? billing?.rows.find((row) => row.client === document.client)?.party;
  const client_name = name_of("client", document.client);
  const facts: [string, string][] = [
    ["Number", answer.number ?? "given at issue"], ["Date", answer.on ? short_date(answer.on) : "day of issue"],
    ["Due", answer.due_on ? short_date(answer.due_on) : payment_terms_text(document.terms)], ["For", span_text(document)], ["Your reference", document.reference],
  ];
  const reasons = [...new Set(document.taxes.map(({reason}) => reason).filter(Boolean))];
  return (
    <article class={`paper${answer.number ? "" : " unissued"}`} aria-label="The document">
      <header>
        <address>{supplier ? <PartyLines party={supplier} /> : <b>Your firm</b>}</address>
        <h2>{titles[document.kind]}</h2>
      </header>
      <div class="paper-head">
        <address>{customer ? <PartyLines party={{...customer, name: customer.name || client_name}} /> : <b>{client_name}</b>}</address>
        <dl>{facts.filter(([, text]) => text).map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>
      </div>
      <Lines document={document} at={at} />
      <Totals document={document} />
      {document.prices === "gross" && <p class="paper-note">Prices include tax.</p>}
      {reasons.map((reason) => <p key={reason} class="paper-note">{reason}</p>)}
      {document.note && <p class="paper-note">{document.note}</p>}
      <p class="paper-note">Please pay {money_text(as_money(document.due, document.currency))}{answer.due_on ? ` by ${short_date(answer.due_on)}` : `, ${payment_terms_text(document.terms)}`}.</p>
    </article>
  );
}
