// The shapes that go over the wire, as the server's contract names them. Rows carry more fields than are named here.
import type {Money, Price} from "../formats/money";

export interface Row {
  key: string;
  pending?: boolean;  // ours alone: painted before the server has answered
}

export interface Answer<R extends Row = Row> {
  model: string;
  position: number;
  as_of?: string;
  rows: R[];
}

export interface Changes {
  rows?: Row[];
  removed?: string[];
  order?: string[];
  head?: Record<string, unknown>;
}

export type Category = "retainer" | "project" | "ad_hoc" | "non_billable";
export type Noun = "member" | "client" | "service" | "project" | "campaign" | "task";

export interface PracticeAnswer extends Answer {
  practice: string;
  name: string;
  zone: string;
  currency: string;
  locked_until?: string | null;
  today: string;
}

export interface DirectoryRow extends Row {
  noun: Noun;
  id: string;
  name: string;
  archived: boolean;
  client?: string;
  project?: string;
  campaign?: string;
  service?: string;
  category?: Category;
  kind?: "task" | "touch";
  currency?: string;
  role?: string;
  zone?: string;
}

// What work is for. Shared by timers and entries.
export interface Work {
  client?: string | null;
  client_name?: string | null;
  project?: string | null;
  project_name?: string | null;
  campaign?: string | null;
  campaign_name?: string | null;
  task?: string | null;
  task_name?: string | null;
  service?: string | null;
  service_name?: string | null;
  category: Category;
  description?: string | null;
  tags?: string[];
}

export interface TimerRow extends Row, Work {
  entry: string;
  member: string;
  member_name?: string;
  at: string;
  zone?: string;
  forgotten?: boolean;
}

export interface AppliedRate {
  price: Price;
  origin: "rule" | "typed" | "imported";
  rule?: string | null;
}

export interface EntryRow extends Row, Work {
  entry: string;
  member: string;
  member_name?: string;
  work_date: string;
  seconds: number;
  billed_seconds?: number;
  start?: string | null;
  end?: string | null;
  zone?: string | null;
  agreed?: AppliedRate | null;
  value?: Money | null;
  unpriced?: boolean;
  review?: "not_needed" | "needed" | "done";
  state?: string;
  locks?: string[];
  position?: number;
}

export interface EntriesAnswer extends Answer<EntryRow> {
  total_seconds?: number;
  has_more?: boolean;
  next_cursor?: string | null;
}

export interface WipRow extends Row {
  client: string;
  client_name: string;
  value: Money;
  ageing: number[];
  seconds: number;
  retainer_fixed?: Money;  // W2: retainer work at standard value, never added to the first column
  unpriced_seconds?: number;
  unpriced_entries?: number;
  mean_age_days?: number | null;
  oldest?: string | null;
  entries: number;
}

export interface WipAnswer extends Answer<WipRow> {
  ageing_edges: number[];
  totals: {currency: string; value: Money | number; ageing: number[]}[];
}

export interface UtilisationRow extends Row {
  member: string;
  member_name: string;
  available_seconds: number;
  gross_seconds: number;
  logged_seconds: number;
  billable_seconds: number;
  non_billable_seconds: number;
  review_seconds?: number;
  utilisation_net: number | null;
  utilisation_gross: number | null;
}

export interface UtilisationAnswer extends Answer<UtilisationRow> {
  from?: string;
  to?: string;
  totals?: Partial<UtilisationRow>;
}

export interface DayRow extends Row {
  day: string;
  seconds: number;
}

export interface ClientStatusRow extends Row {
  client: string;
  client_name: string;
  unbilled: Money;
  unbilled_seconds: number;
  oldest_age_days: number | null;
  month_seconds: number;
  last_work_date?: string | null;
  unpriced_entries: number;
  running: number;
  archived: boolean;
  retainer_left?: number | null;  // seconds
  last_invoice?: {number: string; on: string; total: Money} | null;
  balance?: Money | null;
}

export interface RateRow extends Row {
  rule: string;
  kind: "bill" | "cost";
  project?: string | null;
  client?: string | null;
  service?: string | null;
  member?: string | null;
  role?: string | null;
  price: Price;
  valid_from: string;
  valid_to?: string | null;
}

export interface LedgerEvent {
  position: number;
  type: string;
  recorded_at?: string;
  actor?: string;
  data: Record<string, unknown>;
}

export interface Fault {
  pointer?: string;
  code: string;
  message: string;
}

export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  faults?: Fault[];
}

// What a command came to. `events` is what the ledger recorded.
export type Outcome =
  | {ok: true; position: number; events: LedgerEvent[]}
  | {ok: false; problem: Problem};

export interface CommandBody {
  command: string;
  data: object;
}
