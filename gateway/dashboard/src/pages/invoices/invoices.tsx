// #/invoices is the register, #/invoices/<id> one of them.
import "../../first_load";
import {route} from "../../shell/router";
import {InvoicePage} from "./invoice_page";
import {Register} from "./register";

export function Invoices() {
  const id = route.value.rest[0];
  return id ? <InvoicePage key={id} id={id} /> : <Register />;
}
