// Painting entries before the server has answered: an entry shows in a list only when the list's own question asks for it.
import type {Params} from "../live/store";
import type {EntryRow, Row} from "../live/wire";

export function belongs(entry: EntryRow, params: Params): boolean {
  return (!params.member || params.member === entry.member) && (!params.client || params.client === entry.client) &&
    (!params.from || entry.work_date >= params.from) && (!params.to || entry.work_date <= params.to) &&
    (params.review !== "needed" || entry.review === "needed");
}

export function add_row(rows: Row[], params: Params, entry: EntryRow): Row[] {
  return belongs(entry, params) && !rows.some((row) => row.key === entry.key) ? [entry, ...rows] : rows;
}

export function replace_row(rows: Row[], params: Params, key: string, entry: EntryRow): Row[] {
  if (!rows.some((row) => row.key === key)) return rows;
  return belongs(entry, params) ? rows.map((row) => (row.key === key ? entry : row)) : rows.filter((row) => row.key !== key);
}
