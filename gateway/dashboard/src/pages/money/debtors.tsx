// Debtors ageing as of any day, by due date or issue date. The totals foot: the page shows the sum that proves it (2.16).
import {useState} from "preact/hooks";
import {Badge, Empty, Section, Segmented} from "../../components/basics";
import {DateField} from "../../components/fields";
import {Table, type Column} from "../../components/table";
import {is_date, short_date} from "../../formats/date";
import {as_money, money_text} from "../../formats/money";
import type {DebtorRow, DebtorsAnswer} from "../../live/billing_wire";
import {useAsked} from "../../live/store";
import {go} from "../../shell/router";
import {today} from "../../shell/session";
import {problem_text} from "../../shell/toasts";

const bucket_names = {
  due: ["Not due", "1–30", "31–60", "61–90", "Over 90"],
  issue: ["0 days", "1–30", "31–60", "61–90", "Over 90"],
} as const;

const foot_names: Record<string, [string, 1 | -1]> = {
  invoices: ["Invoices", 1], credits: ["Credit notes", -1], receipts: ["Receipts", -1], refunds: ["Refunds", 1], bad_debt: ["Bad debt", -1],
  differences: ["Small differences", -1], deposits_drawn: ["Deposits drawn", -1],
};

type Total = DebtorsAnswer["totals"][number];

export function AgeBar({ageing}: {ageing: readonly number[]}) {
  const sum = ageing.reduce((total, minor) => total + Math.max(0, minor), 0);
  let from = 0;
  return (
    <svg class="bar age-bar" aria-hidden="true">
      <rect class="bar-track" width="100%" height="100%" />
      {sum > 0 && ageing.map((minor, bucket) => {
        const [x, width] = [(from / sum) * 100, (Math.max(0, minor) / sum) * 100];
        from += Math.max(0, minor);
        return width ? <g key={bucket} class={`part age-${bucket}`}><rect class="part-fill" height="100%" style={{x: `${x}%`, width: `${width}%`}} /><rect class="part-pattern" height="100%" style={{x: `${x}%`, width: `${width}%`}} /></g> : null;
      })}
    </svg>
  );
}

function Foot({total}: {total: Total}) {
  const text = (minor: number) => money_text({minor, currency: total.currency});
  const parts = Object.entries(total.foot ?? {}).map(([name, amount]) => ({name, minor: as_money(amount, total.currency).minor})).filter(({name, minor}) => minor && foot_names[name]);
  return (
    <p class="foots">
      {parts.map(({name, minor}, index) => {
        const [words, sign] = foot_names[name]!;
        const sign_text = sign < 0 ? " − " : index ? " + " : "";
        return <span key={name}>{sign_text}{words} <span class="figure">{text(minor)}</span></span>;
      })}
      {" = "}<b class="figure">{text(as_money(total.net, total.currency).minor)}</b> <Badge tone={total.foots ? "live" : "warn"}>{total.foots ? "It foots" : "Does not foot"}</Badge>
    </p>
  );
}

function Group({total, rows, basis}: {total: Total; rows: readonly DebtorRow[]; basis: "due" | "issue"}) {
  const text = (minor: number) => (minor ? money_text({minor, currency: total.currency}) : "–");
  const sum = (amount: Total["net"]) => <b>{text(as_money(amount, total.currency).minor)}</b>;
  const buckets = bucket_names[basis].map((name, bucket): Column<DebtorRow> => ({
    name, numeric: true, cell: (row) => text(row.ageing[bucket] ?? 0), foot: <b>{text(total.ageing[bucket] ?? 0)}</b>,
  }));
  if (!rows.length) return <div><p>Nobody owes anything in {total.currency}.</p><Foot total={total} /></div>;
  return (
    <>
      <AgeBar ageing={total.ageing} />
      <Table caption={`Debtors in ${total.currency}`} rows={rows} key_of={(row) => row.key} open={(row) => go("money", "statement", row.client)} columns={[
        {name: "Client", cell: (row) => row.client_name, foot: <b>Total, {total.currency}</b>},
        ...buckets,
        {name: "Owed", numeric: true, cell: (row) => <b>{text(row.balance.minor)}</b>, foot: sum(total.balance)},
        {name: "Credit", numeric: true, cell: (row) => text(row.unallocated.minor), foot: sum(total.unallocated)},
        {name: "Net", numeric: true, cell: (row) => text(row.net.minor), foot: sum(total.net)},
        {name: "Invoices", numeric: true, cell: (row) => row.invoices, foot: rows.reduce((count, row) => count + row.invoices, 0)},
        {name: "Oldest due", numeric: true, cell: (row) => (row.oldest_due ? short_date(row.oldest_due) : "–"), foot: ""},
      ]} />
      <Foot total={total} />
    </>
  );
}

export function Debtors() {
  const [typed, set_typed] = useState<string | null>(null);
  const [basis, set_basis] = useState<"due" | "issue">("due");
  const as_of = typed && is_date(typed) ? typed : today.value;
  const {answer, problem} = useAsked<DebtorsAnswer>("debtors", {...(as_of === today.value ? {} : {as_of}), ...(basis === "issue" ? {basis} : {})});
  const rows = answer?.rows ?? [];
  return (
    <Section title="Debtors" class="card" note={`As of ${short_date(as_of)}, by ${basis === "due" ? "due" : "issue"} date.`} aside={
      <span class="filters"><Segmented label="Age counts from" value={basis} choices={[["due", "Due date"], ["issue", "Issue date"]]} set={set_basis} /><DateField label="As of" value={as_of} set={set_typed} /></span>}>
      {problem && <Empty title={problem_text(problem)} />}
      {answer && (rows.length
        ? answer.totals.map((total) => <Group key={total.currency} total={total} rows={rows.filter((row) => row.balance.currency === total.currency)} basis={basis} />)
        : <Empty title="Nobody owes anything."><p>Issued invoices show up here until they are paid.</p></Empty>)}
    </Section>
  );
}
