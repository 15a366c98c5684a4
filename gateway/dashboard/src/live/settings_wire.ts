// The shapes of the settings for billing on the wire: the practice's, and each client's.
import type {Digits, Party, PaymentTerms, TaxCategory} from "./billing_wire";
import type {Answer, Row} from "./wire";

export interface WipAlert {
  value?: number | null;
  aged_value?: number | null;
  aged_days: number;
}

export interface ClientBillingRow extends Row {
  client: string;
  client_name: string;
  party: Party;
  tax: TaxCategory;
  jurisdiction?: string | null;
  exemption: string;
  terms?: PaymentTerms | null;
  reference: string;
  alert: WipAlert;
}

export interface BillingAnswer extends Answer<ClientBillingRow> {
  supplier: Party;
  jurisdiction: string;
  prices: "net" | "gross";
  quantity_decimals: Digits;
  terms: PaymentTerms;
  tax_point: "issue_date" | "supply_date";
  approver_differs: boolean;
  void_months: number;
  backdated_issue: boolean;
  deposit_tax: "untaxed" | "taxed";
  small_difference_max: number;
  own_hours_first: boolean;
  tax_rates: {jurisdiction: string; percent: string; valid_from: string; name: string}[];
  series: {kind: "invoice" | "credit_note"; format: string; yearly: boolean; next: number}[];
}
