// What people type for a length of time is read as they mean it.
import assert from "node:assert/strict";
import {test} from "node:test";
import {read_duration, read_time_of_day} from "../src/input/duration_text";

const h = 3600;
const lengths: [string, number | null][] = [
  ["1:30", 5400], ["0:05", 300], ["1:02:03", 3723], ["1.5", 5400], ["1,5", 5400], [".25", 900], ["0.1", 360], ["1.3333", 4800],
  ["1.5h", 5400], ["90m", 5400], ["90 min", 5400], ["90 minutes", 5400], ["1h30", 5400], ["1h 30m", 5400], ["1 h 30 min", 5400],
  ["2h", 7200], ["2 hours", 7200], ["2", 7200], ["12", 12 * h], ["13", 780], ["45", 2700], ["30s", 30], ["1m 30s", 90],
  ["", null], ["abc", null], ["1:75", null], ["0", null], ["0:00", null], ["-2", null], ["1.2.3", null], ["h", null],
];
for (const [typed, seconds] of lengths) {
  test(`"${typed}" is ${seconds === null ? "no length" : `${seconds} seconds`}`, () => {
    assert.deepEqual(read_duration(typed), seconds === null ? null : {kind: "length", seconds});
  });
}

const ranges: [string, number, number][] = [
  ["9-10:30", 9 * h, 10.5 * h], ["9–10:30", 9 * h, 10.5 * h], ["09:15 - 17:00", 9.25 * h, 17 * h], ["9am-1pm", 9 * h, 13 * h],
  ["2-4pm", 14 * h, 16 * h], ["9-1pm", 9 * h, 13 * h], ["9 to 10", 9 * h, 10 * h], ["22-1:30", 22 * h, 25.5 * h],
  ["12am-1am", 0, h], ["12pm-1pm", 12 * h, 13 * h], ["0930-1015", 9.5 * h, 10.25 * h],
];
for (const [typed, from, to] of ranges) {
  test(`"${typed}" is a range`, () => assert.deepEqual(read_duration(typed), {kind: "range", from, to}));
}

for (const [typed, seconds] of [["9", 9 * h], ["9:30", 9.5 * h], ["9.30", 9.5 * h], ["12am", 0], ["11pm", 23 * h], ["25", null], ["9:60", null], ["13pm", null]] as const) {
  test(`"${typed}" is ${seconds === null ? "no time of day" : `${seconds} seconds after midnight`}`, () => assert.equal(read_time_of_day(typed), seconds));
}
