// What is done to the lines of a draft and to the work they hold, each with its way back where there is one.
import type {ClaimRow, InvoiceAnswer, InvoiceLine} from "../../live/billing_wire";
import {command} from "../../live/commands";
import {together} from "../../live/http";
import type {CommandBody} from "../../live/wire";
import {act} from "../../shell/act";
import {refused, said} from "../../shell/toasts";

export interface Item {
  key: string;
  line: InvoiceLine;
  claim?: ClaimRow;
}

// Lines in order; below an open one, the entries it holds.
export function items_of(answer: InvoiceAnswer, open: ReadonlySet<number>): Item[] {
  return answer.document.lines.flatMap((line): Item[] => [
    {key: `line-${line.line}`, line},
    ...(open.has(line.line) ? answer.rows.filter((row) => row.line === line.line).map((claim) => ({key: `line-${line.line}-${claim.entry}`, line, claim})) : []),
  ]);
}

const back = (commands: CommandBody[]) => () => void together(commands).then((outcome) => outcome.ok || refused(outcome.problem));
const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

// The entries the reader means: those chosen, and all of the lines chosen.
export function entries_of(items: readonly Item[], answer: InvoiceAnswer): string[] {
  const lines = new Set(items.filter(({claim}) => !claim).map(({line}) => line.line));
  const entries = items.flatMap(({claim}) => (claim ? [claim.entry] : []));
  return [...new Set([...entries, ...answer.rows.filter(({line}) => lines.has(line)).map(({entry}) => entry)])];
}

export async function remove_items(invoice: string, items: readonly Item[]): Promise<boolean> {
  const lines = [...new Set(items.filter(({claim}) => !claim).map(({line}) => line.line))];
  const entries = items.flatMap(({claim, line}) => (claim && !lines.includes(line.line) ? [claim.entry] : []));
  const commands: CommandBody[] = [
    ...(entries.length ? [{command: "RemoveInvoiceEntries", data: {invoice, entries}}] : []),
    ...lines.map((line) => ({command: "RemoveInvoiceLine", data: {invoice, line}})),
  ];
  const outcome = await together(commands);
  if (!outcome.ok) {
    refused(outcome.problem);
    return false;
  }
  const what = [lines.length ? count(lines.length, "line") : "", entries.length ? count(entries.length, "entry", "entries") : ""].filter(Boolean).join(" and ");
  said(`${what} taken off; the work is open again`, entries.length && !lines.length ? back([{command: "AddInvoiceEntries", data: {invoice, entries}}]) : undefined);
  return true;
}

export async function merge_lines(invoice: string, lines: readonly InvoiceLine[]): Promise<boolean> {
  return !!(await act("MergeInvoiceLines", {invoice, lines: lines.map(({line}) => line)}, `${lines.length} lines are one`));
}

export async function split_entries(invoice: string, line: InvoiceLine, entries: readonly string[]): Promise<boolean> {
  return !!(await act("SplitInvoiceLine", {invoice, line: line.line, entries}, `${count(entries.length, "entry", "entries")} on a line of ${entries.length === 1 ? "its" : "their"} own`));
}

export const undo_defer = (invoice: string, entries: readonly string[]) =>
  back([{command: "ReleaseEntries", data: {entries}}, {command: "AddInvoiceEntries", data: {invoice, entries}}]);

export const undo_text = (invoice: string, line: InvoiceLine) => () =>
  void command("ChangeInvoiceLine", {invoice, line: line.line, text: line.text}).then((outcome) => outcome.ok || refused(outcome.problem));

export const undo_net = (invoice: string, line: InvoiceLine) => () =>
  void command("ChangeInvoiceLine", {invoice, line: line.line, net: line.net, reason: "Undone"}).then((outcome) => outcome.ok || refused(outcome.problem));
