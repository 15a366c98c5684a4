// Money: who owes what and for how long, what was received, and a client's statement. #/money, #/money/payments, #/money/statement/acme.
import "../../first_load";
import {useEffect} from "preact/hooks";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {go, link, route} from "../../shell/router";
import {page_title} from "../../shell/session";
import {Debtors} from "./debtors";
import {Payments} from "./payments";
import {RecordPayment} from "./record_payment";
import {Statement} from "./statement";

const tabs = [["", "Debtors"], ["payments", "Payments"], ["statement", "Statement"]] as const;

export function MoneyPage() {
  const [tab = "", client] = route.value.rest;
  const name = tabs.find(([id]) => id === tab)?.[1] ?? "Debtors";
  const record = () => show_dialog(<RecordPayment />);
  useEffect(() => void (page_title.value = name), [name]);
  useActions([
    {id: "record-payment", title: "Record a payment", group: "Billing", keys: "p", run: record},
    {id: "debtors", title: "Debtors", group: "Go to", run: () => go("money")},
    {id: "payments", title: "Payments", group: "Go to", run: () => go("money", "payments")},
    {id: "statement", title: "Statement of a client", group: "Go to", run: () => go("money", "statement")},
  ]);
  return (
    <div class="money page">
      <header class="page-head">
        <h1>Money</h1>
        <nav class="tabs" aria-label="Money">{tabs.map(([id, text]) => <a key={id} href={id ? link("money", id) : link("money")} aria-current={tab === id ? "page" : undefined}>{text}</a>)}</nav>
        <button type="button" class="button primary" onClick={record}>Record a payment<kbd>P</kbd></button>
      </header>
      {tab === "payments" ? <Payments /> : tab === "statement" ? <Statement client={client} /> : <Debtors />}
    </div>
  );
}
