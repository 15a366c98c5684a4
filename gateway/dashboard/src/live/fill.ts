// The wire leaves out lists that are empty, inside rows and documents. Here they are put back, so that nobody has to ask.
type Holder = Record<string, unknown>;

const in_rows: Record<string, string[]> = {
  engagements: ["milestones"], "retainer-cycles": ["buckets", "alerts"], "number-series": ["gaps", "duplicates"], payments: ["allocations", "refunds"],
  debtors: ["ageing"], "month-end": ["drafts", "issued"], billing: ["party.address"],
};
const in_head: Record<string, string[]> = {
  invoice: ["document.lines", "document.taxes", "document.deposits", "supplier.address", "customer.address"], billing: ["supplier.address"],
};

function put(holder: Holder, path: string): void {
  const [first, second] = path.split(".") as [string, string | undefined];
  if (second === undefined) holder[first] ??= [];
  else if (holder[first]) (holder[first] as Holder)[second] ??= [];
}

// Of a snapshot, or of the changed rows and the changed head.
export function fill(model: string, head: object | undefined, rows: readonly object[] | undefined): void {
  for (const path of in_head[model] ?? []) if (head) put(head as Holder, path);
  for (const path of in_rows[model] ?? []) for (const row of rows ?? []) put(row as Holder, path);
}
