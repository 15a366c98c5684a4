// Amounts as typed, agreements in words, numbers and their proof, what a payment pays: by table.
import assert from "node:assert/strict";
import {test} from "node:test";
import {allowance_text, elapsed, payment_terms_text, terms_text} from "../src/formats/agreement";
import {billed_until} from "../src/formats/date";
import {as_money, quantity_text, trimmed_decimal} from "../src/formats/money";
import {number_text, proof_text} from "../src/formats/numbering";
import {editable_money, percent_of, read_money, read_percent, written_down} from "../src/input/money_text";
import type {EngagementRow, InvoiceAnswer, InvoiceLine, InvoiceRow, SeriesRow} from "../src/live/billing_wire";
import {fresh_terms, read_allowance, read_terms} from "../src/pages/clients/terms";
import {proposal} from "../src/pages/money/proposal";

const plain = (text: string) => text.replace(/\u00a0/g, " ");

const typed: [string, string, number | null][] = [
  ["1234.5", "EUR", 123450], ["1,234.50", "EUR", 123450], ["1.234,50", "EUR", 123450], ["1 234", "EUR", 123400], ["1,234", "EUR", 123400], ["1.5", "EUR", 150],
  ["€20", "EUR", 2000], ["20 €", "EUR", 2000], ["-12,34", "EUR", -1234], ["1.234", "KWD", 1234], ["1,234,567", "JPY", 1234567], ["12.5", "JPY", null], ["0.005", "EUR", null],
  ["1.2.3", "EUR", null], ["12,34,567", "EUR", null], ["", "EUR", null], ["abc", "EUR", null], ["0", "EUR", 0], [".5", "EUR", 50], ["12345678901234567", "EUR", null],
];
for (const [text, currency, minor] of typed) {
  test(`"${text}" in ${currency} is ${minor === null ? "no amount" : `${minor} minor units`}`, () => assert.equal(read_money(text, currency), minor));
}
test("an amount is edited as it would be typed", () => {
  assert.deepEqual([[123450, "EUR"], [5, "EUR"], [-5, "EUR"], [1500, "JPY"], [1234, "KWD"]].map(([minor, currency]) => editable_money(minor as number, currency as string)), ["1234.50", "0.05", "-0.05", "1500", "1.234"]);
});
test("a share of an amount rounds half away from zero", () => {
  assert.deepEqual([read_percent("10%"), read_percent("12,5 %"), read_percent("10")], [1000, 1250, null]);
  assert.deepEqual([percent_of(1005, 1000), percent_of(-1005, 1000), percent_of(10001, 3333)], [101, -101, 3333]);
});
test("a line is written down by a share, by an amount or to an amount", () => {
  assert.deepEqual(["10%", "100", "=400", "x"].map((text) => written_down(text, 100_000, "EUR")), [90_000, 90_000, 40_000, null]);
});

const retainer = {
  kind: "retainer", fee: {minor: 240_000, currency: "EUR"}, cycle: {unit: "month", every: 1, anchor_day: 1, timing: "advance", lead_days: 0},
  terms: {fee: 240_000, basis: "hours", allowance: 144_000, unit: "", roll_over: "periods", roll_over_periods: 2, roll_over_cap: 36_000, overage: "rate_card"},
} as unknown as EngagementRow;
test("a retainer reads as it was agreed", () => {
  assert.equal(plain(terms_text(retainer, "EUR")), "Retainer, €2,400.00 a month in advance, 40 h, carries up to 10 h for 2 periods, overage billed at rate card");
});
test("a quarterly fee in arrears, and an overage at its own rate", () => {
  const fee = {...retainer, kind: "recurring_fee", cycle: {...retainer.cycle, every: 3, timing: "arrears"}, terms: {...retainer.terms, basis: "none"}} as EngagementRow;
  assert.equal(plain(terms_text(fee, "EUR")), "Recurring fee, €2,400.00 a quarter in arrears");
  const own = {...retainer, terms: {...retainer.terms!, roll_over: "none", overage: "overage_rate", overage_rate: "140.0000"}} as EngagementRow;
  assert.equal(plain(terms_text(own, "EUR")), "Retainer, €2,400.00 a month in advance, 40 h, unused time lapses, overage billed at €140.00/h");
});
test("an allowance counts in its own unit", () => {
  assert.deepEqual([allowance_text(5400, {basis: "hours"}, "EUR"), allowance_text(20, {basis: "deliverables", unit: "posts"}, "EUR"), allowance_text(100_000, {basis: "money"}, "EUR")], ["1:30", "20 posts", "€1,000.00"]);
  assert.deepEqual([read_allowance("40", "hours", "EUR"), read_allowance("7,5 h", "hours", "EUR"), read_allowance("20", "deliverables", "EUR"), read_allowance("x", "hours", "EUR")], [144_000, 27_000, 20, null]);
});
test("typed terms become a command, or nothing while something is missing", () => {
  assert.equal(read_terms({...fresh_terms, fee: "2400"}, "EUR"), null);
  assert.deepEqual(read_terms({...fresh_terms, fee: "2400", allowance: "40", roll_over: "periods", cap: "10"}, "EUR"), {
    fee: 240_000, basis: "hours", allowance: 144_000, roll_over: "periods", overage: "rate_card", list_covered: false, roll_over_periods: 2, roll_over_cap: 36_000,
  });
  assert.deepEqual(read_terms({...fresh_terms, fee: "99", basis: "none"}, "EUR"), {fee: 9_900, basis: "none"});
});
test("days elapsed count today, and stay within the period", () => {
  const november = {from: "2026-11-01", to: "2026-12-01"};
  assert.deepEqual(["2026-10-31", "2026-11-01", "2026-11-15", "2026-11-30", "2027-01-01"].map((on) => elapsed(november, on)), [0, 333, 5_000, 10_000, 10_000]);
});
test("terms of payment in words", () => {
  assert.deepEqual((["days_after_issue", "days_after_month_end", "day_of_next_month"] as const).map((rule) => payment_terms_text({rule, days: 14})), ["14 days after issue", "14 days after the month ends", "on day 14 of the next month"]);
});
test("early in a month the month before is billed", () => {
  assert.deepEqual(["2026-11-03", "2026-11-15", "2026-11-16", "2026-03-01"].map(billed_until), ["2026-10-31", "2026-10-31", "2026-11-16", "2026-02-28"]);
});

for (const [quantity, decimals, text] of [[2778, "four", "0.2778"], [40_000, "four", "4"], [15_000_000, "four", "1,500"], [150, "two", "1.5"], [-10_000, "four", "−1"]] as const) {
  test(`a quantity of ${quantity} with ${decimals} decimals prints ${text}`, () => assert.equal(quantity_text(quantity, decimals, "en"), text));
}
test("what does not count is not printed", () => assert.deepEqual(["15.0000", "7.5000", "0.0000", "100", null].map(trimmed_decimal), ["15", "7.5", "0", "100", "0"]));
test("bare minor units are the document's currency", () => assert.deepEqual([as_money(5, "EUR"), as_money({minor: 5, currency: "USD"}, "EUR"), as_money(null, "EUR")], [{minor: 5, currency: "EUR"}, {minor: 5, currency: "USD"}, {minor: 0, currency: "EUR"}]));

test("N1: a number is its series' format filled", () => {
  assert.deepEqual([number_text("INV-{counter:4}", 7, "2026-03-01"), number_text("{year}/{month}-{counter}", "12", "2026-03-01"), number_text("R{year2}{counter:3}", 5, "2026")], ["INV-0007", "2026/03-12", "R26005"]);
});
const series: SeriesRow = {key: "invoice/0", kind: "invoice", year: 0, format: "INV-{counter:4}", next: 215, first: 1, last: 214, issued: 214, reserved: 0, voided: 0, gaps: [], duplicates: [], dense: true};
test("N4: the proof is one line", () => {
  assert.equal(proof_text(series), "INV-0001 to INV-0214: no gap");
  assert.equal(proof_text({...series, voided: 2}), "INV-0001 to INV-0214: no gap, 2 of them void");
  assert.equal(proof_text({...series, gaps: [7, 9], dense: false}), "INV-0001 to INV-0214: missing INV-0007, INV-0009");
  assert.equal(proof_text({...series, first: null, last: null}), "No invoice has a number yet");
});

const open = ([["a", "INV-0001", 10_000, "2026-10-01"], ["b", "INV-0002", 5_000, "2026-09-01"], ["c", "INV-0003", 7_500, "2026-11-01"]] as const).map(([invoice, number, minor, due_on]) =>
  ({key: invoice, invoice, number, balance: {minor, currency: "EUR"}, due_on}) as unknown as InvoiceRow);
const proposals: [number, string, [string, number][]][] = [
  [7_500, "", [["c", 7_500]]], [12_000, "for inv-0001, thanks", [["a", 10_000]]], [12_000, "", [["b", 5_000], ["a", 7_000]]], [30_000, "", [["b", 5_000], ["a", 10_000], ["c", 7_500]]],
];
for (const [amount, reference, shares] of proposals) {
  test(`2.16: ${amount} with "${reference}" goes to ${shares.map(([invoice]) => invoice).join(" and ")}`, () => {
    assert.deepEqual(proposal(amount, reference, open).map(({invoice, amount: share}) => [invoice, share]), shares);
  });
}

// line_acts stands on the live connection, so a page must seem to be there.
test("below an open line stand its entries; what is chosen is the work of both", async () => {
  const kept = {getItem: () => null, setItem: () => undefined, removeItem: () => undefined};
  Object.assign(globalThis, {localStorage: kept, sessionStorage: kept, location: {search: "", hash: ""}, document: {}, addEventListener: () => undefined});
  const {entries_of, items_of} = await import("../src/pages/invoices/line_acts");
  const lines = [{line: 1}, {line: 3}] as InvoiceLine[];
  const rows = [{line: 1, entry: "e1"}, {line: 1, entry: "e2"}, {line: 3, entry: "e3"}];
  const answer = {rows, document: {lines}} as unknown as InvoiceAnswer;
  const items = items_of(answer, new Set([1]));
  assert.deepEqual(items.map(({key}) => key), ["line-1", "line-1-e1", "line-1-e2", "line-3"]);
  assert.deepEqual(entries_of([items[1]!, items[3]!], answer), ["e1", "e3"]);
  assert.deepEqual(entries_of([items[0]!], answer), ["e1", "e2"]);
});
