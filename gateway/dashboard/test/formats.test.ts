// Money, durations and dates are shown exactly, in the currency's own decimals and the zone's own days.
import assert from "node:assert/strict";
import {test} from "node:test";
import {add_days, instant, local, relative_day, to_instant, week_start} from "../src/formats/date";
import {clock, editable_duration, hours_minutes, percent_text} from "../src/formats/duration";
import {exponent_of, money_text, price_text, sum_by_currency, sum_text} from "../src/formats/money";

const amounts: [number, string, string][] = [
  [12050, "EUR", "€120.50"], [0, "EUR", "€0.00"], [5, "EUR", "€0.05"], [-5, "EUR", "-€0.05"], [-12050, "EUR", "-€120.50"],
  [123456789, "USD", "$1,234,567.89"], [1500, "JPY", "¥1,500"], [1234567, "KWD", "KWD 1,234.567"], [9007199254740991, "EUR", "€90,071,992,547,409.91"],
];
for (const [minor, currency, text] of amounts) {
  test(`${minor} minor units of ${currency} read ${text}`, () => {
    assert.equal(money_text({minor, currency}, {locale: "en"}).replace(/\u00a0/g, " "), text);
  });
}
test("whole amounts round half away from zero", () => {
  assert.deepEqual([149, 150, -150].map((minor) => money_text({minor, currency: "EUR"}, {whole: true, locale: "en"})), ["€1", "€2", "-€2"]);
});
test("a German reader sees a German amount", () => {
  assert.equal(money_text({minor: 123450, currency: "EUR"}, {locale: "de"}).replace(/\u00a0/g, " "), "1.234,50 €");
});
test("the exponent is the currency's", () => assert.deepEqual(["JPY", "EUR", "KWD"].map(exponent_of), [0, 2, 3]));
test("two currencies are never added", () => {
  const sums = sum_by_currency([{minor: 1, currency: "EUR"}, {minor: 2, currency: "USD"}, null, {minor: 3, currency: "EUR"}]);
  assert.deepEqual(sums, [{minor: 4, currency: "EUR"}, {minor: 2, currency: "USD"}]);
});
for (const [amount, per, text] of [["120.0000", "hour", "€120.00/h"], ["120.5000", "hour", "€120.50/h"], ["33.3333", "hour", "€33.3333/h"], ["800.0000", "day", "€800.00/day"]] as const) {
  test(`a price of ${amount} per ${per} reads ${text}`, () => assert.equal(price_text({amount, currency: "EUR", per}, "en"), text));
}

for (const [seconds, text] of [[0, "0:00"], [59, "0:00"], [60, "0:01"], [5400, "1:30"], [360_000, "100:00"], [-90, "−0:01"]] as const) {
  test(`${seconds} seconds read ${text}`, () => assert.equal(hours_minutes(seconds), text));
}
test("a clock shows seconds", () => assert.deepEqual([clock(0), clock(3909), clock(-3)], ["0:00:00", "1:05:09", "0:00:00"]));
test("an editable duration loses nothing", () => assert.deepEqual([editable_duration(5400), editable_duration(5401)], ["1:30", "1:30:01"]));
for (const [value, text] of [[8750, "87.5 %"], [7875, "78.75 %"], [10000, "100 %"], [0, "0 %"], [5, "0.05 %"], [null, "n/a"]] as const) {
  test(`${value} hundredths of a percent read ${text}`, () => assert.equal(percent_text(value), text));
}

const h = 3600;
const readings: [string, string, number, string][] = [
  ["Europe/Berlin", "2026-01-15", 9 * h, "2026-01-15T08:00:00Z"],
  ["Europe/Berlin", "2026-07-15", 9 * h, "2026-07-15T07:00:00Z"],
  ["Europe/Berlin", "2026-03-29", 2.5 * h, "2026-03-29T01:30:00Z"],    // never was: moves forward by the gap
  ["Europe/Berlin", "2026-10-25", 2.5 * h, "2026-10-25T00:30:00Z"],    // was twice: the earlier
  ["America/New_York", "2026-03-08", 2.5 * h, "2026-03-08T07:30:00Z"],
  ["America/New_York", "2026-11-01", 1.5 * h, "2026-11-01T05:30:00Z"],
  ["Australia/Lord_Howe", "2026-10-04", 2.25 * h, "2026-10-03T15:45:00Z"],  // a gap of half an hour
  ["Asia/Kathmandu", "2026-05-01", 0, "2026-04-30T18:15:00Z"],
  ["UTC", "2026-02-28", 86_400, "2026-03-01T00:00:00Z"],
];
for (const [zone, date, seconds, text] of readings) {
  test(`${date} ${seconds / h} h in ${zone} is ${text}`, () => assert.equal(to_instant(instant({date, seconds}, zone)), text));
}
test("an instant reads back on the zone's own day", () => {
  assert.deepEqual(local(Date.parse("2026-11-20T23:30:00Z"), "Europe/Berlin"), {date: "2026-11-21", seconds: 1800});
});
test("days are counted on the calendar", () => {
  assert.deepEqual([add_days("2026-12-31", 1), add_days("2024-03-01", -1), week_start("2026-11-22"), week_start("2026-11-16")], ["2027-01-01", "2024-02-29", "2026-11-16", "2026-11-16"]);
});
test("near days have names", () => {
  assert.deepEqual(["2026-11-21", "2026-11-20", "2026-11-22", "2026-11-18"].map((day) => relative_day(day, "2026-11-21", "en-GB").replace(",", "")), ["Today", "Yesterday", "Tomorrow", "Wed 18 Nov"]);
});

test("sums leave out a currency that comes to nothing, unless all do", () => {
  const text = (amounts: [number, string][]) => sum_text(amounts.map(([minor, currency]) => ({minor, currency}))).replace(/\u00a0/g, " ");
  assert.deepEqual([text([[100, "EUR"], [0, "GBP"]]), text([[0, "EUR"], [0, "GBP"]]), text([])], ["€1.00", "€0.00", ""]);
});
