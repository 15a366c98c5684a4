// "@client #task words" names what the timer is for; the rest is the description.
import assert from "node:assert/strict";
import {test} from "node:test";
import {best, fitness} from "../src/input/fuzzy";
import {read_timer_text, word_at} from "../src/input/timer_text";
import type {DirectoryRow, Noun} from "../src/live/wire";

const row = (noun: Noun, id: string, name: string, client?: string): DirectoryRow => ({key: `${noun}:${id}`, noun, id, name, archived: false, client});
const directory = [
  row("client", "acme", "Acme"), row("client", "acme-labs", "Acme Labs"), row("client", "bolt", "Bolt & Sons"),
  row("task", "opt", "Optimisation", "acme"), row("task", "rep", "Monthly report", "bolt"), row("project", "site", "Web site", "acme"),
  row("service", "adv", "Advisory"), {...row("client", "old", "Old one"), archived: true},
];

const lines: [string, object][] = [
  ["Weekly call", {description: "Weekly call", unknown: []}],
  ["@acme", {client: "acme", description: "", unknown: []}],
  ["@Acme Labs kick-off", {client: "acme-labs", description: "kick-off", unknown: []}],
  ["Call @acme #opt about bids", {client: "acme", task: "opt", description: "Call about bids", unknown: []}],
  ["@bolt & sons #monthly report", {client: "bolt", task: "rep", description: "", unknown: []}],
  ["@acm #web", {client: "acme", project: "site", description: "", unknown: []}],
  ["#advisory @bolt", {client: "bolt", service: "adv", description: "", unknown: []}],
  ["@zzz hello", {description: "hello", unknown: ["@zzz"]}],
  ["@old", {description: "", unknown: ["@old"]}],
  ["mail a@b.example", {description: "mail a@b.example", unknown: []}],
];
for (const [line, expected] of lines) {
  test(`"${line}" is understood`, () => {
    const {client, task, project, service, ...rest} = read_timer_text(line, directory);
    const named = Object.fromEntries(Object.entries({client, task, project, service}).flatMap(([noun, found]) => (found ? [[noun, found.id]] : [])));
    assert.deepEqual({...named, ...rest}, expected);
  });
}
test("a task of another client is not offered", () => {
  assert.equal(read_timer_text("@acme #monthly", directory).task, undefined);
});
test("the caret's word is what suggestions are for", () => {
  assert.deepEqual(word_at("Report #opt", 11), {sign: "#", query: "opt", from: 7});
  assert.deepEqual(word_at("@acme la", 8), {sign: "@", query: "acme la", from: 0});
  assert.equal(word_at("a@b", 3), null);
});
test("whole names fit before starts, starts before middles, middles before scattered letters", () => {
  const scores = ["report", "reporting hour", "monthly report", "re-export tool"].map((name) => fitness("report", name));
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  assert.equal(fitness("xyz", "report"), 0);
  assert.deepEqual(best("ao", ["Bolt", "Acme Optimisation"], (name) => name), ["Acme Optimisation"]);
});
