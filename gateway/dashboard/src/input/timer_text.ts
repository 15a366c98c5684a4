// Reads the line in the timer bar: "Weekly report @acme #optimisation" is a description, a client, and a task, project or
// service. Names may have several words; the longest name that fits what follows the sign wins.
import {best, fitness} from "./fuzzy";
import type {DirectoryRow} from "../live/wire";

export interface TypedWork {
  client?: DirectoryRow;
  task?: DirectoryRow;
  project?: DirectoryRow;
  service?: DirectoryRow;
  description: string;
  unknown: string[];  // words after a sign that name nothing
}

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, " ");

// What "#" may mean for a client: its tasks first, then its projects, then any service.
export function hash_choices(directory: readonly DirectoryRow[], client: string | undefined): DirectoryRow[] {
  const fits = (row: DirectoryRow) => !row.archived && (!client || !row.client || row.client === client);
  const of = (noun: string) => directory.filter((row) => row.noun === noun && fits(row));
  const own = (rows: DirectoryRow[]) => [...rows.filter((row) => row.client === client && client), ...rows.filter((row) => row.client !== client || !client)];
  return [...own(of("task")), ...own(of("project")), ...of("service")];
}

export const clients_of = (directory: readonly DirectoryRow[]) => directory.filter((row) => row.noun === "client" && !row.archived);

// The row a sign's words name and how many characters that took: a whole name if one fits, else the best fit of the first word.
function named(words: string, choices: readonly DirectoryRow[]): {row: DirectoryRow; taken: number} | null {
  const text = fold(words);
  let longest: {row: DirectoryRow; taken: number} | null = null;
  for (const row of choices) {
    const name = fold(row.name);
    const ends = text.length === name.length || /[\s@#]/.test(text[name.length] ?? "");
    if (text.startsWith(name) && ends && name.length > (longest?.taken ?? 0)) longest = {row, taken: name.length};
  }
  if (longest) return longest;
  const word = /^\S+/.exec(text)?.[0] ?? "";
  if (!word) return null;
  const by_id = choices.find((row) => fold(row.id) === word);
  const found = by_id ?? best(word, choices, (row) => row.name, 1).find((row) => fitness(word, row.name) > 100);
  return found ? {row: found, taken: word.length} : null;
}

export function read_timer_text(text: string, directory: readonly DirectoryRow[], chosen_client?: string): TypedWork {
  const work: TypedWork = {description: "", unknown: []};
  let rest = text;
  const take = (sign: "@" | "#", choices: () => DirectoryRow[], found: (row: DirectoryRow) => void) => {
    for (;;) {
      const match = new RegExp(`(?:^|\\s)${sign}(?=\\S)`).exec(rest);
      if (!match) return;
      const at = match.index + match[0].length;
      const hit = named(rest.slice(at), choices());
      const word = /^\S+/.exec(rest.slice(at))![0];
      if (hit) found(hit.row);
      else work.unknown.push(sign + word);
      rest = `${rest.slice(0, match.index)} ${rest.slice(at + (hit?.taken ?? word.length))}`;
    }
  };
  take("@", () => clients_of(directory), (row) => (work.client = row));
  take("#", () => hash_choices(directory, work.client?.id ?? chosen_client), (row) => {
    if (row.noun === "task") work.task = row;
    else if (row.noun === "project") work.project = row;
    else work.service = row;
  });
  work.description = rest.replace(/\s+/g, " ").trim();
  return work;
}

// The sign and words the caret is in, for the list of suggestions: "@ac|" or "Report #opt|".
export function word_at(text: string, caret: number): {sign: "@" | "#"; query: string; from: number} | null {
  const match = /(?:^|\s)([@#])([^@#]*)$/.exec(text.slice(0, caret));
  if (!match) return null;
  return {sign: match[1] as "@" | "#", query: match[2]!, from: caret - match[2]!.length - 1};
}
