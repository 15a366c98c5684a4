// Runs: one command that does many things, each on its own. What could not be done comes back with its reason.
import {signal} from "@preact/signals";
import type {RunRefusal, RunResult} from "../../live/billing_wire";
import {command} from "../../live/commands";
import {post} from "../../live/http";
import type {LedgerEvent, Problem} from "../../live/wire";
import {name_of} from "../../shell/session";
import {refused, said} from "../../shell/toasts";

export interface Done {
  title: string;
  refused: RunRefusal[];
}

export const last_run = signal<Done | null>(null);
export const running = signal(false);

export function result_of(events: readonly LedgerEvent[]): RunResult {
  const last = [...events].reverse().find(({type}) => type === "RunCarriedOut")?.data as Partial<RunResult> | undefined;
  return {invoices: last?.invoices ?? [], cycles: last?.cycles ?? 0, refused: last?.refused ?? []};
}

export const count_text = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

// "Nothing is due" is an answer, not a failure.
const is_nothing = (problem: Problem) => problem.code === "nothing_due" || problem.faults?.some(({code}) => code === "nothing_due");

export async function run(name: string, data: object, told: (count: number) => string): Promise<RunResult | null> {
  if (running.peek()) return null;
  running.value = true;
  const outcome = await command(name, data);
  running.value = false;
  if (!outcome.ok) {
    if (is_nothing(outcome.problem)) said("Nothing is due");
    else refused(outcome.problem);
    return null;
  }
  const result = result_of(outcome.events);
  said(`${told(result.invoices.length)}${result.refused.length ? `, ${result.refused.length} refused` : ""}`);
  last_run.value = result.refused.length ? {title: told(result.invoices.length), refused: result.refused} : null;
  return result;
}

export interface Preview {
  drafts: {client: string; currency: string; total: number; lines: number}[];
  refused: RunRefusal[];
  nothing: boolean;
  problem?: Problem;
}

// What a run would make, recorded nowhere.
export async function preview(name: string, data: object): Promise<Preview> {
  const answer = await post<{events: LedgerEvent[]}>(`/v1/commands/${name}`, data, true);
  if (!answer.ok) return {drafts: [], refused: [], nothing: !!is_nothing(answer.problem), ...(is_nothing(answer.problem) ? {} : {problem: answer.problem})};
  const events = answer.value.events ?? [];
  const drafts = events.filter(({type}) => type === "InvoiceDrafted").map(({data: drafted}) => {
    const document = drafted.document as {client: string; currency: string; total: number; lines: unknown[]};
    return {client: document.client, currency: document.currency, total: document.total, lines: document.lines.length};
  });
  return {drafts, refused: result_of(events).refused, nothing: !drafts.length};
}

export const refusal_text = ({client, detail, code}: RunRefusal) => `${client ? `${name_of("client", client)}: ` : ""}${detail || code.replace(/_/g, " ")}`;
