// A table of figures: real table markup, numbers to the right, scrolls by itself on a narrow screen.
import type {ComponentChildren} from "preact";
import type {Picks} from "./picks";

export interface Column<R> {
  name: string;
  numeric?: boolean;
  unseen?: boolean;  // its name is for whoever hears it only
  cell: (row: R) => ComponentChildren;
  foot?: ComponentChildren;
}

interface Props<R> {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  key_of: (row: R) => string;
  open?: (row: R) => void;
  picks?: Picks | undefined;          // rows can be selected
  row_name?: (row: R) => string;      // for whoever hears the check box
}

// Selecting a row is no opening of it.
function PickBox({picks, id, name}: {picks: Picks; id: string; name: string}) {
  return (
    <input type="checkbox" class="pick" data-row-key={id} aria-label={`Select ${name}`} checked={picks.picked.has(id)}
      onClick={(event) => event.stopPropagation()} onChange={() => picks.toggle(id)} onFocus={() => picks.enter(id)} />
  );
}

export function Table<R>({caption, columns, rows, key_of, open, picks, row_name}: Props<R>) {
  const foot = columns.some((column) => column.foot !== undefined);
  const side = (column: Column<R>) => (column.numeric ? "figure" : undefined);
  return (
    <div class="table-box" tabIndex={0} role="group" aria-label={caption}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead><tr>{columns.map((column, index) => (
          <th key={column.name} scope="col" class={side(column)}>
            {!index && picks && <input type="checkbox" class="pick" aria-label="Select all" checked={rows.length > 0 && picks.picked.size === picks.keys.length} onChange={picks.toggle_all} />}{column.unseen ? <span class="unseen">{column.name}</span> : column.name}
          </th>))}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={key_of(row)} class={`${open ? "opens" : ""}${picks?.at === key_of(row) ? " at" : ""}`} onClick={open && (() => open(row))}>
              {columns.map((column, index) => index
                ? <td key={column.name} class={side(column)}>{column.cell(row)}</td>
                : <th key={column.name} scope="row">{picks && picks.keys.includes(key_of(row)) && <PickBox picks={picks} id={key_of(row)} name={row_name?.(row) ?? key_of(row)} />}{open ? <button type="button" class="link">{column.cell(row)}</button> : column.cell(row)}</th>)}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot><tr>{columns.map((column) => <td key={column.name} class={side(column)}>{column.foot}</td>)}</tr></tfoot>}
      </table>
    </div>
  );
}
