// Undo says the opposite of what was done; painted rows show only where they belong; buckets and recents are right.
import assert from "node:assert/strict";
import {test} from "node:test";
import type {EntryRow} from "../src/live/wire";
import {bucket_dates, bucket_names} from "../src/pages/today/buckets";
import {add_row, belongs, replace_row} from "../src/time/paint";
import {log_again, reverse_correction, type Correction} from "../src/time/reverse";
import {recent_works, typical_seconds, work_text} from "../src/time/work";

const clocked: EntryRow = {
  key: "e1", entry: "e1", member: "ana", client: "acme", client_name: "Acme", task: "bids", task_name: "Bid review", category: "ad_hoc",
  description: "Call", tags: ["ads"], work_date: "2026-11-20", seconds: 3600, start: "2026-11-20T08:00:00Z", end: "2026-11-20T09:00:00Z", zone: "Europe/Berlin",
};
const plain: EntryRow = {key: "e2", entry: "e2", member: "ana", category: "non_billable", work_date: "2026-11-20", seconds: 1800};

const corrections: [string, EntryRow, Correction, Correction][] = [
  ["a description", clocked, {description: "Talk"}, {description: "Call"}],
  ["a first description", plain, {description: "Talk"}, {description: ""}],
  ["a category", clocked, {category: "retainer"}, {category: "ad_hoc"}],
  ["a chosen project", clocked, {project: "site"}, {clear: ["project"]}],
  ["another task", clocked, {task: "other"}, {task: "bids"}],
  ["a cleared task", clocked, {clear: ["task"]}, {task: "bids"}],
  ["a service that lets go of the task", clocked, {service: "x", clear: ["task"]}, {task: "bids", clear: ["service"]}],
  ["a longer entry", clocked, {seconds: 5400, end: "2026-11-20T09:30:00Z"}, {start: clocked.start!, end: clocked.end!, seconds: 3600}],
  ["another start", clocked, {start: "2026-11-20T07:00:00Z", seconds: 7200}, {start: clocked.start!, end: clocked.end!, seconds: 3600}],
  ["a duration without a clock", plain, {seconds: 60}, {date: "2026-11-20", seconds: 1800}],
  ["a clock where there was none", plain, {start: "2026-11-20T07:00:00Z", end: "2026-11-20T08:00:00Z", seconds: 3600}, {date: "2026-11-20", seconds: 1800, clear: ["start_and_end"]}],
  ["another date", plain, {date: "2026-11-19"}, {date: "2026-11-20", seconds: 1800}],
];
for (const [name, before, change, back] of corrections) {
  test(`${name} is taken back`, () => assert.deepEqual(reverse_correction(before, change), back));
}

test("a removed entry is logged again with the same facts", () => {
  assert.deepEqual(log_again(clocked, "new"), {
    entry: "new", member: "ana", client: "acme", task: "bids", category: "ad_hoc", description: "Call", tags: ["ads"],
    start: clocked.start, end: clocked.end, seconds: 3600, date: "2026-11-20", zone: "Europe/Berlin",
  });
  assert.deepEqual(log_again(plain, "new"), {entry: "new", member: "ana", category: "non_billable", date: "2026-11-20", seconds: 1800});
});
test("a typed rate is typed again, a rule's is not", () => {
  const price = {amount: "99.0000", currency: "EUR"};
  const typed = log_again({...plain, agreed: {price, origin: "typed"}}, "n") as Record<string, unknown>;
  assert.deepEqual([typed.rate, typed.currency], ["99.0000", "EUR"]);
  assert.equal("rate" in log_again({...plain, agreed: {price, origin: "rule"}}, "n"), false);
});

test("a painted entry shows only in lists that ask for it", () => {
  const day = {member: "ana", from: "2026-11-20", to: "2026-11-20"};
  assert.deepEqual([belongs(clocked, day), belongs(clocked, {...day, to: "2026-11-19"}), belongs(clocked, {...day, member: "ben"}), belongs(clocked, {client: "acme"}), belongs(clocked, {review: "needed"})], [true, false, false, true, false]);
  assert.deepEqual(add_row([plain], day, clocked).map(({key}) => key), ["e1", "e2"]);
  assert.equal(add_row([clocked], day, clocked).length, 1);
  assert.deepEqual(replace_row([clocked, plain], day, "e1", {...clocked, work_date: "2026-11-19"}).map(({key}) => key), ["e2"]);
  assert.deepEqual(replace_row([plain], day, "e1", clocked), [plain]);
});

test("the same work is offered once, newest first", () => {
  const at = (key: string, day: string, description: string): EntryRow => ({...plain, key, entry: key, work_date: day, description});
  const works = recent_works([at("a", "2026-11-18", "One"), at("b", "2026-11-20", "Two"), at("c", "2026-11-19", "One")], 5);
  assert.deepEqual(works.map(({key}) => key), ["b", "c"]);
});
test("the usual length is the middle one of like work, in whole minutes", () => {
  const like = [600, 1790, 7200].map((seconds, index) => ({...clocked, key: `k${index}`, seconds}));
  assert.equal(typical_seconds([...like, {...plain, seconds: 60}], clocked), 1800);
  assert.equal(typical_seconds([], clocked), null);
});
test("work reads as client and task", () => assert.deepEqual([work_text(clocked), work_text(plain)], ["Acme · Bid review", ""]));

test("ageing buckets name and hold their days without gap or overlap", () => {
  const edges = [30, 60, 90, 120];
  assert.deepEqual(bucket_names(edges), ["0–30 d", "31–60 d", "61–90 d", "91–120 d", "over 120 d"]);
  assert.deepEqual([0, 1, 4].map((bucket) => bucket_dates(edges, bucket, "2026-11-21")), [
    {from: "2026-10-22", to: "2026-11-21"}, {from: "2026-09-22", to: "2026-10-21"}, {to: "2026-07-23"},
  ]);
});
