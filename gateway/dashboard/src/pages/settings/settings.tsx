// Settings for billing: who we are on a document, tax, terms, numbers, who approves; and how each client is billed.
import "../../first_load";
import {useEffect} from "preact/hooks";
import {Empty} from "../../components/basics";
import type {BillingAnswer} from "../../live/billing_wire";
import {useAsked} from "../../live/store";
import {page_title} from "../../shell/session";
import {problem_text} from "../../shell/toasts";
import {ClientBilling} from "./client_billing";
import {Numbers, Rules, Supplier, Tax} from "./practice_billing";

export function Settings() {
  const {answer, problem} = useAsked<BillingAnswer>("billing");
  useEffect(() => void (page_title.value = "Billing settings"), []);
  if (problem) return <div class="page"><Empty title={problem_text(problem)} /></div>;
  if (!answer) return null;
  return (
    <div class="settings-page page">
      <header class="page-head"><div><h1>Billing settings</h1><p class="section-note">What is changed here holds for documents issued from now on. Issued ones stay as they are.</p></div></header>
      <div class="clients-columns even">
        <div class="clients-stack"><Supplier answer={answer} /><Numbers answer={answer} /></div>
        <div class="clients-stack"><Tax answer={answer} /><Rules answer={answer} /></div>
      </div>
      <ClientBilling answer={answer} />
    </div>
  );
}
