// The command palette: every action, client, task and invoice, found by typing; each row shows its key. Opens without animation.
import {signal} from "@preact/signals";
import {useEffect, useMemo, useState} from "preact/hooks";
import {Keys} from "../components/basics";
import {Option} from "../components/combobox";
import {Dialog} from "../components/dialog";
import {best} from "../input/fuzzy";
import {money_text} from "../formats/money";
import type {InvoiceRow, InvoicesAnswer} from "../live/billing_wire";
import {useLive} from "../live/store";
import {start_timer} from "../time/timers";
import {available} from "./actions";
import {directory, name_of} from "./session";
import {go} from "./router";

export const palette_open = signal(false);

interface Item {
  id: string;
  title: string;
  note: string;
  keys?: string | undefined;
  run: () => void;
}

const shown_max = 40;
const invoices_max = 200;

function items(): Item[] {
  const list: Item[] = available().filter(({id}) => id !== "palette").map(({id, title, group, keys, run}) => ({id, title, note: group, keys, run}));
  for (const row of directory.value) {
    if (row.archived) continue;
    if (row.noun === "client") {
      list.push({id: row.key, title: `Start timer: ${row.name}`, note: "Client", run: () => void start_timer({client: row.id})});
      list.push({id: `open ${row.key}`, title: `Open ${row.name}`, note: "Client", run: () => go("clients", row.id)});
    } else if (row.noun === "task") {
      const client = name_of("client", row.client);
      list.push({id: row.key, title: `Start timer: ${client ? `${client} · ` : ""}${row.name}`, note: row.kind === "touch" ? "Touch" : "Task", run: () => void start_timer({task: row.id, ...(row.client ? {client: row.client} : {})})});
    }
  }
  return list;
}

function invoice_items(rows: readonly InvoiceRow[]): Item[] {
  return rows.map((row) => ({
    id: `invoice ${row.key}`, title: `${row.number ?? "Draft"}, ${row.client_name}`, note: `Invoice, ${money_text(row.total)}`, run: () => go("invoices", row.invoice),
  }));
}

function Palette() {
  const [typed, set_typed] = useState("");
  const [at, set_at] = useState(0);
  const [fixed] = useState(items);
  const invoices = useLive<InvoicesAnswer>("invoices", {limit: invoices_max})?.rows;
  const all = useMemo(() => [...fixed, ...invoice_items(invoices ?? [])], [invoices]);
  const found = best(typed, all, (item) => item.title, shown_max);
  const close = () => (palette_open.value = false);
  const run = (item: Item | undefined) => {
    if (!item) return;
    close();
    setTimeout(item.run);
  };
  const on_key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      set_at((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(found[at]);
    }
  };
  useEffect(() => set_at(0), [typed]);
  return (
    <Dialog title="Command palette" kind="palette" hide_head close={close}>
      <input class="palette-input" role="combobox" aria-label="Type a command, client, task or invoice" aria-expanded="true" aria-controls="palette-list" autofocus
        aria-activedescendant={found[at] ? `palette-${at}` : undefined} placeholder="Type a command, client, task or invoice…" autocomplete="off" spellcheck={false}
        value={typed} onInput={(event) => set_typed(event.currentTarget.value)} onKeyDown={on_key} />
      <ul class="palette-list" role="listbox" id="palette-list" aria-label="Commands">
        {found.map((item, index) => (
          <Option key={item.id} id={`palette-${index}`} active={index === at} hover={() => set_at(index)} take={() => run(item)}>
            <span>{item.title}</span><small>{item.note}</small><Keys keys={item.keys} />
          </Option>
        ))}
        {!found.length && <li class="listbox-none" role="option" aria-selected="false" aria-disabled="true">Nothing fits “{typed}”</li>}
      </ul>
    </Dialog>
  );
}

export const PaletteHost = () => (palette_open.value ? <Palette /> : null);
