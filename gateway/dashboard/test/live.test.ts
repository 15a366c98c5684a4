// A read model held in the page stays equal to the server's: snapshot, changes, order; events come once; waits grow and stay bounded.
import assert from "node:assert/strict";
import {test} from "node:test";
import {wait_ms, wait_ms_max} from "../src/live/backoff";
import {fill} from "../src/live/fill";
import {merge} from "../src/live/merge";
import {take_events} from "../src/live/resume";
import type {Answer, Changes} from "../src/live/wire";

const held: Answer = {model: "wip", position: 7, rows: [{key: "a"}, {key: "b"}, {key: "c"}]};
const row = (key: string, value: number) => ({key, value});

const cases: [string, Changes, unknown[] | null][] = [
  ["nothing changed", {}, [{key: "a"}, {key: "b"}, {key: "c"}]],
  ["a changed row stays in its place", {rows: [row("b", 2)]}, [{key: "a"}, row("b", 2), {key: "c"}]],
  ["a new row is appended", {rows: [row("d", 4)]}, [{key: "a"}, {key: "b"}, {key: "c"}, row("d", 4)]],
  ["new rows keep their order", {rows: [row("e", 5), row("d", 4)]}, [{key: "a"}, {key: "b"}, {key: "c"}, row("e", 5), row("d", 4)]],
  ["a removed row goes", {removed: ["b"]}, [{key: "a"}, {key: "c"}]],
  ["removing what is not there is harmless", {removed: ["x"]}, [{key: "a"}, {key: "b"}, {key: "c"}]],
  ["an order moves rows", {order: ["c", "a", "b"]}, [{key: "c"}, {key: "a"}, {key: "b"}]],
  ["an order counts after adding and removing", {rows: [row("d", 4)], removed: ["a"], order: ["d", "c", "b"]}, [row("d", 4), {key: "c"}, {key: "b"}]],
  ["an order with an unknown row asks for a fresh snapshot", {order: ["a", "b", "x"]}, null],
  ["an order that misses a row asks for a fresh snapshot", {order: ["a", "b"]}, null],
];
for (const [name, changes, rows] of cases) {
  test(name, () => {
    const merged = merge(held, 8, changes);
    assert.deepEqual(merged && {position: merged.position, rows: merged.rows}, rows && {position: 8, rows});
  });
}
test("head fields are replaced and the held answer is left alone", () => {
  const before = JSON.stringify(held);
  assert.deepEqual(merge(held, 9, {head: {as_of: "2026-11-21"}, removed: ["a", "b", "c"]}), {model: "wip", position: 9, rows: [], as_of: "2026-11-21"});
  assert.equal(JSON.stringify(held), before);
});

test("the wait doubles, is never under half nor over the whole, and has an end", () => {
  assert.deepEqual([0, 1, 2, 3].map((attempt) => [wait_ms(attempt, 0), wait_ms(attempt, 1)]), [[125, 250], [250, 500], [500, 1000], [1000, 2000]]);
  assert.deepEqual([wait_ms(40, 0), wait_ms(40, 1)], [wait_ms_max / 2, wait_ms_max]);
});

test("an event that comes twice after a lost connection is taken once, in order, and the newest are kept", () => {
  const event = (position: number) => ({position, type: "TimeLogged", data: {}});
  const positions = (held: number[], batch: number[], kept: number) => take_events(held.map(event), batch.map(event), kept).map(({position}) => position);
  assert.deepEqual(positions([], [5, 6], 10), [5, 6]);
  assert.deepEqual(positions([5, 6], [5, 6, 7, 7, 8], 10), [5, 6, 7, 8]);
  assert.deepEqual(positions([5, 6], [7, 8], 3), [6, 7, 8]);
  assert.deepEqual(positions([5, 6], [], 3), [5, 6]);
});

test("lists the wire left out are put back, in rows and in the head, and nothing else is", () => {
  const month_end = {rows: [{key: "a", issued: [1]}]} as {rows: object[]};
  fill("month-end", month_end, month_end.rows);
  assert.deepEqual(month_end, {rows: [{key: "a", issued: [1], drafts: []}]});
  const invoice = {document: {lines: [1]}, rows: []} as object;
  fill("invoice", invoice, []);
  assert.deepEqual(invoice, {document: {lines: [1], taxes: [], deposits: []}, rows: []});
  const untouched = {rows: [{key: "a"}]};
  fill("entries", untouched, untouched.rows);
  fill("invoice", undefined, undefined);
  assert.deepEqual(untouched, {rows: [{key: "a"}]});
});
