// The lines of a draft and the work under each, gone through by key: J and K move, X selects, D defers, W writes down, M merges, S splits.
import {useEffect, useRef, useState} from "preact/hooks";
import {Badge, Empty} from "../../components/basics";
import {Icon} from "../../components/icon";
import {pick_actions, usePicks, type Picks} from "../../components/picks";
import {day_date} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {as_money, money_text} from "../../formats/money";
import type {InvoiceAnswer, InvoiceLine} from "../../live/billing_wire";
import {useActions} from "../../shell/actions";
import {show_dialog} from "../../shell/dialogs";
import {refused} from "../../shell/toasts";
import {entries_of, items_of, merge_lines, remove_items, split_entries, type Item} from "./line_acts";
import {AddLineDialog, Defer, EditText, WriteDown} from "./line_dialogs";

const open_at_once_max = 30;

const kind_names: Record<string, string> = {
  overage: "Overage", fee: "Fee", milestone: "Milestone", disbursement: "Paid for the client", recharge: "Cost", pass_through: "Media", commission: "Commission",
  deposit: "Deposit", write_up: "Write-up", covered: "Covered", progress: "On account", adjustment: "Adjustment",
};

interface RowProps {
  item: Item;
  picks: Picks;
  currency: string;
}

function LineRow({item, picks, currency, open, toggle, count}: RowProps & {open: boolean; toggle: () => void; count: number}) {
  const {line} = item;
  const money = (minor: number) => money_text({minor, currency});
  return (
    <li class={`draft-line${picks.at === item.key ? " at" : ""}${picks.picked.has(item.key) ? " picked" : ""}`} onClick={() => picks.enter(item.key)}>
      <input type="checkbox" class="pick" data-row-key={item.key} aria-label={`Select line ${line.text}`} checked={picks.picked.has(item.key)} onChange={() => picks.toggle(item.key)} onFocus={() => picks.enter(item.key)} />
      <span class="draft-text">{line.text}{kind_names[line.kind] && <Badge>{kind_names[line.kind]}</Badge>}{line.changed && <Badge tone="info">Changed</Badge>}</span>
      <span class="figure draft-net">{line.allowance > 0 && <s class="faint">{money(line.gross)}</s>} <b>{money(line.net)}</b></span>
      {count > 0 ? (
        <button type="button" class="link draft-more" aria-expanded={open} onClick={toggle}><Icon name={open ? "down" : "right"} />{count} {count === 1 ? "entry" : "entries"}</button>
      ) : <span />}
      {line.allowance > 0 && <small class="draft-note">{money(line.allowance)} off: {line.allowance_reason}</small>}
    </li>
  );
}

function ClaimRowView({item, picks, currency}: RowProps) {
  const claim = item.claim!;
  const [amount, value] = [as_money(claim.amount, currency), as_money(claim.value, currency)];
  const what = claim.description || [claim.project_name, claim.service_name].filter(Boolean).join(" · ") || "Work";
  return (
    <li class={`draft-claim${picks.at === item.key ? " at" : ""}${picks.picked.has(item.key) ? " picked" : ""}`} onClick={() => picks.enter(item.key)}>
      <input type="checkbox" class="pick" data-row-key={item.key} aria-label={`Select entry ${what}`} checked={picks.picked.has(item.key)} onChange={() => picks.toggle(item.key)} onFocus={() => picks.enter(item.key)} />
      <span class="claim-text">{what}<small>{day_date(claim.work_date)}, {claim.member_name ?? claim.member}</small></span>
      <span class="figure">{hours_minutes(claim.seconds)}{claim.billed !== claim.seconds && <small class="faint"> of {hours_minutes(claim.billed)}</small>}</span>
      <span class="figure claim-amount">{amount.minor !== value.minor && <s class="faint">{money_text(value)}</s>} {money_text(amount)}</span>
    </li>
  );
}

function useLineActions(answer: InvoiceAnswer, items: Item[], picks: Picks, toggle: (line: number) => void) {
  const {invoice, document: {currency}} = answer;
  const busy = useRef(false);
  const chosen = () => items.filter(({key}) => picks.chosen().includes(key));
  const current = (): InvoiceLine | undefined => items.find(({key}) => key === picks.at)?.line;
  const here = () => picks.at !== null;
  const once = async (work: () => Promise<boolean>) => {
    if (busy.current) return;
    busy.current = true;
    if (await work()) picks.clear();
    busy.current = false;
  };
  const acts = {
    write_down: () => show_dialog(<WriteDown invoice={invoice} line={current()!} currency={currency} />),
    edit: () => show_dialog(<EditText invoice={invoice} line={current()!} />),
    defer: () => {
      const entries = entries_of(chosen(), answer);
      if (entries.length) show_dialog(<Defer invoice={invoice} entries={entries} done={picks.clear} />);
      else refused({status: 0, code: "", title: "Only time can be deferred."});
    },
    remove: () => void once(() => remove_items(invoice, chosen())),
    merge: () => void once(() => merge_lines(invoice, chosen().filter(({claim}) => !claim).map(({line}) => line))),
    split: () => {
      const claims = chosen().filter(({claim}) => claim);
      void once(() => split_entries(invoice, claims[0]!.line, claims.map(({claim}) => claim!.entry)));
    },
    add: () => show_dialog(<AddLineDialog invoice={invoice} currency={currency} />),
  };
  const merges = () => chosen().filter(({claim}) => !claim).length > 1;
  const splits = () => {
    const claims = chosen().filter(({claim}) => claim);
    return claims.length > 0 && claims.every(({line}) => line.line === claims[0]!.line.line);
  };
  useActions([
    ...pick_actions(picks, "line", () => toggle(current()!.line)),
    {id: "write-down", title: "Write the line down", group: "Lines", keys: "w", when: here, run: acts.write_down},
    {id: "edit-line", title: "Edit the line's text", group: "Lines", keys: "e", when: here, run: acts.edit},
    {id: "defer", title: "Defer the work", group: "Lines", keys: "d", when: here, run: acts.defer},
    {id: "remove-line", title: "Take off the draft", group: "Lines", keys: "delete", when: here, run: acts.remove},
    {id: "merge-lines", title: "Merge the selected lines", group: "Lines", keys: "m", when: merges, run: acts.merge},
    {id: "split-line", title: "Split the selected entries off", group: "Lines", keys: "s", when: splits, run: acts.split},
    {id: "add-line", title: "Add a line", group: "Lines", keys: "l", run: acts.add},
  ]);
  return {acts, here: here(), merges: merges(), splits: splits()};
}

export function DraftLines({answer, at_line}: {answer: InvoiceAnswer; at_line: (line: number | null) => void}) {
  const {lines, currency} = answer.document;
  const [all_open] = useState(answer.rows.length <= open_at_once_max);
  const [others, set_others] = useState<ReadonlySet<number>>(new Set());  // lines that are not as the rest
  const open = new Set(lines.map(({line}) => line).filter((line) => others.has(line) !== all_open));
  const items = items_of(answer, open);
  const picks = usePicks(items.map(({key}) => key));
  const toggle = (line: number) => set_others((was) => {
    const next = new Set(was);
    if (!next.delete(line)) next.add(line);
    return next;
  });
  const {acts, here, merges, splits} = useLineActions(answer, items, picks, toggle);
  const current = items.find(({key}) => key === picks.at)?.line.line ?? null;
  useEffect(() => at_line(current), [current]);
  const count = (line: InvoiceLine) => answer.rows.filter((row) => row.line === line.line).length;
  return (
    <section class="card draft-lines" aria-label="Lines and their work">
      <div class="line-tools" role="toolbar" aria-label="What can be done with lines">
        <button type="button" class="button small" disabled={!here} onClick={acts.write_down}>Write down<kbd>W</kbd></button>
        <button type="button" class="button small" disabled={!here} onClick={acts.defer}>Defer<kbd>D</kbd></button>
        <button type="button" class="button small" disabled={!here} onClick={acts.edit}>Edit<kbd>E</kbd></button>
        <button type="button" class="button small" disabled={!merges} onClick={acts.merge}>Merge<kbd>M</kbd></button>
        <button type="button" class="button small" disabled={!splits} onClick={acts.split}>Split<kbd>S</kbd></button>
        <button type="button" class="button small" disabled={!here} onClick={acts.remove}>Take off<kbd>Del</kbd></button>
        <button type="button" class="button small quiet" onClick={acts.add}><Icon name="plus" />Line</button>
      </div>
      {lines.length ? (
        <ul>
          {items.map((item) => (item.claim
            ? <ClaimRowView key={item.key} item={item} picks={picks} currency={currency} />
            : <LineRow key={item.key} item={item} picks={picks} currency={currency} open={open.has(item.line.line)} toggle={() => toggle(item.line.line)} count={count(item.line)} />))}
        </ul>
      ) : <Empty title="No lines."><p>Press <kbd>L</kbd> to add one, or discard the draft.</p></Empty>}
    </section>
  );
}
