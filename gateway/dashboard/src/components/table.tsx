// A table of figures: real table markup, numbers to the right, scrolls by itself on a narrow screen.
import type {ComponentChildren} from "preact";

export interface Column<R> {
  name: string;
  numeric?: boolean;
  cell: (row: R) => ComponentChildren;
  foot?: ComponentChildren;
}

interface Props<R> {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  key_of: (row: R) => string;
  open?: (row: R) => void;
}

export function Table<R>({caption, columns, rows, key_of, open}: Props<R>) {
  const foot = columns.some((column) => column.foot !== undefined);
  const side = (column: Column<R>) => (column.numeric ? "figure" : undefined);
  return (
    <div class="table-box" tabIndex={0} role="group" aria-label={caption}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column.name} scope="col" class={side(column)}>{column.name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={key_of(row)} class={open ? "opens" : undefined} onClick={open && (() => open(row))}>
              {columns.map((column, index) => index
                ? <td key={column.name} class={side(column)}>{column.cell(row)}</td>
                : <th key={column.name} scope="row">{open ? <button type="button" class="link">{column.cell(row)}</button> : column.cell(row)}</th>)}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot><tr>{columns.map((column) => <td key={column.name} class={side(column)}>{column.foot}</td>)}</tr></tfoot>}
      </table>
    </div>
  );
}
