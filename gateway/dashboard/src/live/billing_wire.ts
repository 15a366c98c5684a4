// The shapes of agreements, invoices and payments on the wire, as the server's contract names them. Amounts inside a document are minor
// units of its currency; everywhere else they are money.
import type {Money, Price} from "../formats/money";
import type {Answer, Row} from "./wire";

export type EngagementKind = "hourly" | "capped" | "fixed_fee" | "recurring_fee" | "retainer" | "deposit" | "milestone" | "non_billable";
export type Basis = "none" | "hours" | "money" | "deliverables";
export type OveragePolicy = "rate_card" | "overage_rate" | "needs_approval" | "absorb" | "deficit";
export type RollOver = "none" | "periods" | "year_end" | "forever";

export interface CycleTerms {
  unit: "month" | "week";
  every: number;
  anchor_day: number;
  timing: "advance" | "arrears";
  lead_days: number;
}

export interface PeriodTerms {
  fee: number;
  basis: Basis;
  allowance: number;
  unit: string;
  services?: string[];
  roll_over: RollOver;
  roll_over_periods: number;
  roll_over_cap?: number | null;
  overage: OveragePolicy;
  overage_rate?: string | null;
  alert_percent?: number[];
  list_covered?: boolean;
}

export interface Milestone {
  milestone: string;
  name: string;
  amount: number;
  planned?: string | null;
  reached?: string | null;
  approved?: string | null;
  invoice?: string | null;
}

export interface EngagementRow extends Row {
  engagement: string;
  client: string;
  client_name: string;
  name: string;
  kind: EngagementKind;
  starts: string;
  ends?: string | null;
  scope?: string;
  fee?: Money | null;
  cap?: Money | null;
  cap_used?: Money | null;
  fee_invoiced?: Money | null;
  cycle?: CycleTerms | null;
  terms?: PeriodTerms | null;
  paused?: boolean;
  open_period?: number | null;
  next_opens?: string | null;
  milestones?: Milestone[];
}

export type OverageState = "none" | "running" | "to_bill" | "waiting" | "on_draft" | "invoiced" | "absorbed" | "carried" | "declined";

export interface CycleRow extends Row {
  engagement: string;
  engagement_name: string;
  client: string;
  client_name: string;
  period: number;
  from: string;
  to: string;  // exclusive
  state: "open" | "closed" | "skipped";
  timing: "advance" | "arrears";
  fee: Money;
  basis: Basis;
  unit: string;
  own: number;
  deficit_in: number;
  carried_in: number;
  allowance: number;
  used: number;
  left: number;
  overage: number;
  deficit_out: number;
  percent_used?: number | null;
  late: number;
  expired: number;
  carried_out: number;
  overage_value: Money;
  policy: OveragePolicy;
  overage_state: OverageState;
  run_out?: string | null;
  invoice?: string | null;
  buckets: {origin: number; amount: number; expires?: number | null; drawn: number}[];
  alerts: number[];
  scope?: string;
}

export interface RetainerLineRow extends Row {
  entry: string;
  member: string;
  member_name?: string;
  work_date: string;
  description?: string | null;
  service_name?: string | null;
  project_name?: string | null;
  seconds: number;
  billed_seconds: number;
  covered: number;
  overage: number;
  deficit: number;
  value?: Money | null;
  late: boolean;
}

export interface RetainerLinesAnswer extends Answer<RetainerLineRow> {
  cycle?: CycleRow | null;
}

export type InvoiceState = "draft" | "approved" | "issued" | "part_paid" | "paid" | "credited" | "written_off" | "void" | "discarded";

export interface InvoiceRow extends Row {
  invoice: string;
  client: string;
  client_name: string;
  kind: "invoice" | "deposit" | "adjustment";
  state: InvoiceState;
  number?: string | null;
  on?: string | null;
  due_on?: string | null;
  from?: string | null;
  to?: string | null;
  net: Money;
  tax: Money;
  total: Money;
  due: Money;
  balance: Money;
  paid: Money;
  credited: Money;
  flagged: boolean;
  sent: number;
  overdue_days: number;
  author?: string;
  approver?: string | null;
  engagement?: string | null;
  period?: number | null;
  lines: number;
  seconds: number;
  drafted_on?: string;
}

export interface InvoicesAnswer extends Answer<InvoiceRow> {
  totals?: {currency: string; count: number; total: Money | number; balance: Money | number}[];
}

export interface Party {
  name: string;
  address: string[];
  city: string;
  postcode: string;
  country: string;
  tax_number: string;
  registration: string;
  email: string;
}

export interface PaymentTerms {
  rule: "days_after_issue" | "days_after_month_end" | "day_of_next_month";
  days: number;
}

export type TaxCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O";
export type Digits = "two" | "three" | "four" | "six";

export interface InvoiceLine {
  line: number;
  kind: string;
  text: string;
  quantity: number;
  decimals: Digits;
  unit: string;
  price: string;
  gross: number;
  allowance: number;
  allowance_reason?: string;
  net: number;
  tax: TaxCategory;
  tax_percent: string;
  tax_reason?: string;
  from?: string | null;
  to?: string | null;
  claims?: {entry: string; seconds: number; amount: number}[];
  changed?: boolean;
}

export interface InvoiceDocument {
  client: string;
  kind: "invoice" | "deposit" | "adjustment";
  currency: string;
  prices: "net" | "gross";
  from?: string | null;
  to?: string | null;
  reference: string;
  note: string;
  terms: PaymentTerms;
  lines: InvoiceLine[];
  taxes: {category: TaxCategory; percent: string; net: number; tax: number; reason?: string}[];
  net: number;
  tax: number;
  total: number;
  deposits: {deposit: string; amount: number}[];
  due: number;
  conversion?: {currency: string; rate: string; date: string; net: number; tax: number; total: number} | null;
}

export interface ClaimRow extends Row {
  line: number;
  entry: string;
  member: string;
  member_name?: string;
  work_date: string;
  description?: string | null;
  service_name?: string | null;
  project_name?: string | null;
  seconds: number;  // claimed here
  billed: number;   // of the whole entry
  value: Money | number;
  proposed: Money | number;
  amount: Money | number;
}

export interface InvoiceAnswer extends Answer<ClaimRow> {
  invoice: string;
  row?: InvoiceRow | null;  // neither this nor a document where there is no such invoice
  number?: string | null;
  on?: string | null;
  due_on?: string | null;
  supplier?: Party | null;
  customer?: Party | null;
  document: InvoiceDocument;
  credit_notes: {credit_note: string; number: string; on: string; kind: string; total: Money | number; reason: string}[];
  payments: {allocation: string; payment?: string | null; credit_note?: string | null; amount: Money | number; on: string; undone_on?: string | null}[];
  history: {position: number; on?: string | null; what: string; actor?: string | null; reason?: string | null}[];
}

export interface SeriesRow extends Row {
  kind: "invoice" | "credit_note";
  year: number;
  format: string;
  next: number;
  first?: number | null;
  last?: number | null;
  issued: number;
  reserved: number;
  voided: number;
  gaps: number[];
  duplicates: number[];
  dense: boolean;
}

export interface PaymentRow extends Row {
  payment: string;
  client: string;
  client_name: string;
  amount: Money;
  on: string;
  method: string;
  reference: string;
  allocated: Money;
  refunded: Money;
  unallocated: Money;
  reversed_on?: string | null;
  allocations: {allocation: string; invoice: string; number?: string | null; amount: Money | number; on: string; undone_on?: string | null}[];
  refunds: {refund: string; amount: Money | number; on: string; reversed_on?: string | null}[];
}

export interface CreditNoteRow extends Row {
  credit_note: string;
  number: string;
  invoice: string;
  invoice_number: string;
  client: string;
  client_name: string;
  kind: string;
  on: string;
  total: Money;
  unallocated: Money;
  reason: string;
}

export interface DebtorRow extends Row {
  client: string;
  client_name: string;
  balance: Money;
  ageing: number[];
  unallocated: Money;
  net: Money;
  invoices: number;
  oldest_due?: string | null;
}

export interface DebtorsAnswer extends Answer<DebtorRow> {
  totals: {
    currency: string;
    balance: Money | number;
    ageing: number[];
    unallocated: Money | number;
    net: Money | number;
    foot: Record<string, Money | number>;
    foots: boolean;
  }[];
}

export interface StatementRow extends Row {
  on: string;
  kind: string;
  reference: string;
  text: string;
  debit: Money;
  credit: Money;
  balance: Money;
}

export interface StatementAnswer extends Answer<StatementRow> {
  client: string;
  client_name: string;
  opening: Money;
  closing: Money;
}

export interface MonthEndRow extends Row {
  client: string;
  client_name: string;
  recurring_due: number;
  unbilled: Money;  // without what stands in the columns after it, and without what is on a draft
  unbilled_seconds: number;
  overage: Money;
  expenses: Money;
  milestones: Money;
  deferred: Money;
  unpriced_entries: number;
  review_seconds: number;
  drafts: {invoice: string; total: Money | number; state: "draft" | "approved"; flagged: boolean}[];
  issued: {invoice: string; number: string; total: Money | number}[];
  done: boolean;
}

export interface WriteOffRow extends Row {
  write_off: string;
  client: string;
  on: string;
  code: string;
  up: boolean;
  amount: Money;
  seconds: number;
  reason: string;
  reversed_on?: string | null;
  engagement?: string | null;
  period?: number | null;
}

// The last event of a run.
export interface RunRefusal {
  client?: string | null;
  engagement?: string | null;
  invoice?: string | null;
  code: string;
  detail: string;
}

export interface RunResult {
  invoices: string[];
  cycles: number;
  refused: RunRefusal[];
}

export type {Money, Price};
export type * from "./settings_wire";
