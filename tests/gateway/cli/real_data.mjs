// Real time logs through the real program: every row accounted for, totals by client and month equal to the second to what this file adds
// up by itself, a second import that creates nothing, and the same figures after a restart.
//
//   node real_data.mjs PROGRAM FILE       FILE: a Toggl Track detailed report, .csv or .csv.xz
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, file] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "billtrail-real-"));
const data = join(folder, "data");
let server;

function fields(line) {
  return [...line.matchAll(/("((?:[^"]|"")*)"|[^,]*)(,|$)/g)].slice(0, 13).map(([, plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain);
}

// Rows and seconds by client and month, without the rows whose date is none.
function sums(text) {
  const totals = new Map();
  let rows = 0;
  for (const line of text.split(/\r?\n/).slice(1).filter(Boolean)) {
    rows += 1;
    const [, , client, , , , , date, , , , duration] = fields(line);
    if (!/^(19|20)\d\d-\d\d-\d\d$/.test(date)) continue;
    const [h, m, s] = duration.split(":").map(Number);
    const key = `${client}|${date.slice(0, 7)}`;
    totals.set(key, (totals.get(key) ?? 0) + h * 3600 + m * 60 + s);
  }
  return { rows, totals };
}

const sorted = (totals) => [...totals].filter(([, seconds]) => seconds !== 0).sort();

async function start() {
  server = spawn(program, ["serve", "--data", data, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const chunk of server.stdout) {
    const port = /serving address=\S+ port=(\d+)/.exec(chunk)?.[1];
    if (port) {
      server.stdout.resume();
      return `http://127.0.0.1:${port}`;
    }
  }
  throw new Error("the server did not start");
}

async function stop() {
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  assert.equal(await ended, 0);
}

function runImport(url, csv, ...options) {
  const env = { ...process.env, BILLTRAIL_URL: url, BILLTRAIL_TOKEN: readFileSync(join(data, "owner-token"), "utf8").trim() };
  const run = spawnSync(program, ["import", "toggl", csv, "--zone", "America/New_York", "--json", ...options], { env, maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, String(run.stderr));
  const report = JSON.parse(run.stdout);
  assert.equal(report.created + report.skipped + report.refused, report.rows);
  assert.equal(Object.values(report.reasons).reduce((a, b) => a + b, 0), report.refused);
  return report;
}

async function ledgerTotals(url) {
  const token = readFileSync(join(data, "owner-token"), "utf8").trim();
  const answer = await fetch(`${url}/v1/time-totals?by=client,month`, { headers: { Authorization: `Bearer ${token}` } });
  const { rows } = await answer.json();
  return sorted(new Map(rows.map((row) => [`${row.client_name ?? ""}|${row.month}`, row.seconds])));
}

try {
  const text = file.endsWith(".xz") ? execFileSync("xz", ["-dc", file], { maxBuffer: 1 << 28 }).toString() : readFileSync(file, "utf8");
  const csv = join(folder, "report.csv");
  writeFileSync(csv, text);
  const own = sums(text);
  const expected = sorted(own.totals);
  const totalsOf = (report) => sorted(new Map(report.totals.map((row) => [`${row.client}|${row.month}`, row.seconds])));

  let url = await start();
  const dry = runImport(url, csv, "--dry-run");
  assert.equal(dry.rows, own.rows);
  assert.deepEqual(totalsOf(dry), expected);
  assert.deepEqual(await ledgerTotals(url), []);
  const first = runImport(url, csv);
  assert.equal(first.created, dry.created);
  assert.deepEqual(totalsOf(first), expected);
  const second = runImport(url, csv);
  assert.equal(second.created, 0);
  assert.equal(second.skipped, first.created);
  assert.deepEqual(await ledgerTotals(url), expected);
  await stop();
  url = await start();
  assert.deepEqual(await ledgerTotals(url), expected);
  await stop();
  console.log(`${first.rows} rows: ${first.created} created, ${first.refused} refused; ${expected.length} totals equal`);
} finally {
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
