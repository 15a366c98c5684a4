// A client's statement: what was owed, what happened, what is owed now.
import {useState} from "preact/hooks";
import {Empty, Section} from "../../components/basics";
import {Combobox} from "../../components/combobox";
import {DateField} from "../../components/fields";
import {Table} from "../../components/table";
import {add_days, month_start, short_date} from "../../formats/date";
import {money_text} from "../../formats/money";
import type {Money, StatementAnswer} from "../../live/billing_wire";
import {useAsked} from "../../live/store";
import {go} from "../../shell/router";
import {of_noun, today} from "../../shell/session";
import {problem_text} from "../../shell/toasts";

const kind_names: Record<string, string> = {
  invoice: "Invoice", credit_note: "Credit note", payment: "Payment", refund: "Refund", reversal: "Bounced payment", refund_reversal: "Refund taken back",
  bad_debt: "Bad debt", bad_debt_reversal: "Bad debt taken back", difference: "Small difference", void: "Void", deposit_drawn: "Deposit drawn",
};
const or_blank = (money: Money) => (money.minor ? money_text(money) : "");

// Three months back, from the first: what people ask for.
const first_from = (day: string) => month_start(add_days(month_start(day), -62));

export function Statement({client}: {client: string | undefined}) {
  const [from, set_from] = useState(first_from(today.peek()));
  const [to, set_to] = useState(today.peek());
  const {answer, problem} = useAsked<StatementAnswer>("statement", {client: client ?? "", from, to}, !!client && !!from && !!to && from <= to);
  return (
    <Section title={answer ? `Statement of ${answer.client_name}` : "Statement"} class="card" aside={
      <span class="filters">
        <Combobox label="Client" choices={of_noun("client")} chosen={client ?? null} choose={(id) => go("money", "statement", id)} />
        <DateField label="From" value={from} set={set_from} /><DateField label="To" value={to} set={set_to} />
      </span>}>
      {!client && <Empty title="Whose statement?"><p>Choose a client above, or one of the debtors.</p></Empty>}
      {problem && <Empty title={problem_text(problem)} />}
      {answer && (
        <>
          <p class="totals-line"><span>Owed before <b class="figure">{money_text(answer.opening)}</b></span><span>Owed on {short_date(to)} <b class="figure">{money_text(answer.closing)}</b></span></p>
          {answer.rows.length ? (
            <Table caption={`Statement of ${answer.client_name}`} rows={answer.rows} key_of={(row) => row.key} columns={[
              {name: "Date", cell: (row) => short_date(row.on), foot: <b>Closing</b>},
              {name: "What", cell: (row) => kind_names[row.kind] ?? row.kind.replace(/_/g, " "), foot: ""},
              {name: "Reference", cell: (row) => <>{row.reference}{row.text && row.text !== row.reference && <small class="faint"> {row.text}</small>}</>, foot: ""},
              {name: "Owed", numeric: true, cell: (row) => or_blank(row.debit), foot: ""},
              {name: "Paid or credited", numeric: true, cell: (row) => or_blank(row.credit), foot: ""},
              {name: "Balance", numeric: true, cell: (row) => money_text(row.balance), foot: <b>{money_text(answer.closing)}</b>},
            ]} />
          ) : <Empty title="Nothing happened between these days." />}
        </>
      )}
    </Section>
  );
}
