// Time is captured from the page: the timer in one click or one key, entries corrected where they stand, work logged in words.
import assert from "node:assert/strict";
import {after, afterEach, before, beforeEach, test} from "node:test";
import {eventually, open_browser, open_page} from "./support/browser.mjs";
import {furnish, start_server} from "./support/server.mjs";

let server, browser, view, page, member, today;
before(async () => {
  server = await start_server();
  ({member, today} = await furnish(server));
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  view = await open_page(browser, server);
  page = view.page;
});
afterEach(async () => {
  view.expect_no_faults();
  await view.close();
  for (const timer of (await server.get("/v1/timers")).rows) await server.command("DiscardTimer", {member: timer.member, entry: timer.entry});
  for (const entry of (await entries())) await server.command("RemoveTimeEntry", {entry: entry.entry, reason: "next test"});
});

const entries = async () => (await server.get(`/v1/entries?member=${member}&limit=200`)).rows;
const timers = async () => (await server.get(`/v1/timers`)).rows;
const seconds_shown = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const log = (fields) => server.command("LogTime", {member, ...fields});
const line = (text) => page.locator(".entry", {hasText: text});
const toast = (text) => page.locator(".toast", {hasText: text});

test("one click starts the timer, the clock runs here and in the tab's title, one click stops and logs it", async () => {
  await page.getByRole("button", {name: "Start timer"}).click();
  await eventually(async () => (await timers()).length, 1);
  const first = seconds_shown(await page.locator(".clock").textContent());
  await eventually(async () => seconds_shown(await page.locator(".clock").textContent()), (shown) => shown >= first + 2);
  assert.match(await page.title(), /^▶ 0:00:0\d · /);
  await page.getByRole("button", {name: "Stop timer"}).click();
  const [entry] = await eventually(entries, (rows) => rows.length === 1);
  assert.ok(entry.seconds >= 2 && entry.seconds <= 20, `logged ${entry.seconds} s`);
  assert.equal((await timers()).length, 0);
  await page.locator(".entry").waitFor();
  assert.equal(await page.title(), "Today · Billtrail");
});

test("N, a line with @client and #task, Enter: the timer runs on that task; S stops it; C continues it", async () => {
  await page.keyboard.press("n");
  await page.keyboard.type("Weekly look @ac #bid");
  await page.keyboard.press("Enter");
  const [timer] = await eventually(timers, (rows) => rows.length === 1);
  assert.deepEqual([timer.client, timer.task, timer.service, timer.description], ["acme", "bids", "optimisation", "Weekly look"]);
  await eventually(() => page.title(), (title) => /Acme · Bid review/.test(title));
  await page.waitForTimeout(1_100);
  await page.keyboard.press("s");
  await eventually(async () => [(await timers()).length, (await entries()).length], [0, 1]);
  await page.locator(".entry").waitFor();
  await page.keyboard.press("c");
  const [again] = await eventually(timers, (rows) => rows.length === 1);
  assert.deepEqual([again.client, again.task, again.description], ["acme", "bids", "Weekly look"]);
});

test("starting another timer stops the first at the same instant", async () => {
  await page.keyboard.press("n");
  await page.keyboard.type("First @acme");
  await page.keyboard.press("Enter");
  await eventually(async () => (await timers()).length, 1);
  await page.waitForTimeout(1_100);
  await page.keyboard.press("n");
  await page.keyboard.type("Second @bolt");
  await page.keyboard.press("Enter");
  const [timer] = await eventually(timers, (rows) => rows[0]?.client === "bolt");
  const [entry] = await eventually(entries, (rows) => rows.length === 1);
  assert.equal(entry.end, timer.at);
  assert.equal(await page.locator(".timer.running").count(), 1);
  assert.deepEqual([entry.description, timer.description], ["First", "Second"]);
});

test("a timer stopped in the second it started leaves nothing behind and no complaint", async () => {
  await page.getByRole("button", {name: "Start timer"}).click();
  await page.getByRole("button", {name: "Stop timer"}).click();
  await eventually(async () => (await timers()).length, 0);
  assert.equal(await page.locator(".toast.refused").count(), 0);
  await eventually(async () => (await entries()).every((entry) => entry.seconds > 0), true);
});

test("a stopped timer can be resumed from the toast as if it had not been stopped", async () => {
  const at = new Date(Date.now() - 600_000).toISOString().replace(/\.\d+Z/, "Z");
  await server.command("StartTimer", {member, client: "acme", at});
  await page.getByRole("button", {name: "Stop timer"}).click();
  await toast("Logged 0:10").getByRole("button", {name: "Undo"}).click();
  const [timer] = await eventually(timers, (rows) => rows.length === 1);
  assert.equal(timer.at, at);
  await eventually(async () => (await entries()).length, 0);
});

test("a description is edited in place, and undone", async () => {
  await log({client: "acme", description: "Draft", date: today, seconds: 3600});
  await line("Draft").locator(".entry-description").click();
  await page.keyboard.type("Final");
  await page.keyboard.press("Enter");
  await eventually(async () => (await entries())[0].description, "Final");
  await toast("Description changed").getByRole("button", {name: "Undo"}).click();
  await eventually(async () => (await entries())[0].description, "Draft");
  await line("Draft").waitFor();
});

for (const [typed, seconds] of [["1:30", 5400], ["1.25", 4500], ["90m", 5400], ["2h15", 8100]]) {
  test(`a duration takes ${typed}`, async () => {
    await log({client: "acme", description: "Work", date: today, seconds: 3600});
    await line("Work").locator(".duration").click();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await eventually(async () => (await entries())[0].seconds, seconds);
    await eventually(() => page.locator(".group-total").textContent(), `${Math.floor(seconds / 3600)}:${String((seconds / 60) % 60).padStart(2, "0")}`);
  });
}

test("what is no duration stays in the field and says what is wanted", async () => {
  await log({client: "acme", description: "Work", date: today, seconds: 3600});
  await line("Work").locator(".duration").click();
  await page.keyboard.type("soon");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".cell-hint").textContent(), /1:30/);
  await page.keyboard.press("Escape");
  assert.equal((await entries())[0].seconds, 3600);
});

test("from and to are edited in place and undone; the end keeps the start as it was", async () => {
  const {zone} = await server.get("/v1/practice");
  assert.equal(zone, "Europe/Berlin");
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  await server.command("LogTime", {member, client: "acme", description: "Call", local_start: `${yesterday}T09:00`, seconds: 3600}).catch(() =>
    server.command("LogTime", {member, client: "acme", description: "Call", start: `${yesterday}T08:00:00Z`, end: `${yesterday}T09:00:00Z`}));
  const [before_] = await entries();
  await page.goto(`${server.origin}/#/today/${yesterday}`);
  await line("Call").locator(".entry-range").click();
  await page.keyboard.type("9-10:30");
  await page.keyboard.press("Enter");
  const [after_] = await eventually(entries, (rows) => rows[0].seconds === 5400);
  assert.equal(Date.parse(after_.end) - Date.parse(after_.start), 5_400_000);
  await toast("Now").getByRole("button", {name: "Undo"}).click();
  await eventually(async () => { const [row] = await entries(); return [row.start, row.end, row.seconds]; }, [before_.start, before_.end, 3600]);
});

test("category, task and client are chosen on the opened entry; another client is a move", async () => {
  await log({client: "acme", description: "Work", date: today, seconds: 3600});
  await line("Work").locator(".entry-work").click();
  await page.getByLabel("Category").selectOption("retainer");
  await eventually(async () => (await entries())[0].category, "retainer");
  await page.getByLabel("Project", {exact: true}).click();
  await page.getByRole("option", {name: "Relaunch"}).click();
  await eventually(async () => (await entries())[0].project, "relaunch");
  await page.getByLabel("Client", {exact: true}).click();
  await page.keyboard.type("bolt");
  await page.keyboard.press("Enter");
  const [moved] = await eventually(entries, (rows) => rows[0]?.client === "bolt");
  assert.deepEqual([moved.description, moved.seconds], ["Work", 3600]);
  await toast("Moved to Bolt & Sons").getByRole("button", {name: "Undo"}).click();
  await eventually(async () => { const [row] = await entries(); return [row?.client, row?.project, row?.category]; }, ["acme", "relaunch", "retainer"]);
});

test("removing an entry is undone by logging the same facts again", async () => {
  await log({client: "acme", task: "bids", description: "Gone", date: today, seconds: 1800, tags: ["ads"]});
  await line("Gone").getByRole("button", {name: "Remove Gone"}).click();
  await toast("Removed 0:30").waitFor();
  assert.equal((await entries()).length, 0);
  await page.keyboard.press("Control+z");
  const [again] = await eventually(entries, (rows) => rows.length === 1);
  assert.deepEqual([again.client, again.task, again.description, again.seconds, again.work_date, again.tags], ["acme", "bids", "Gone", 1800, today, ["ads"]]);
});

test("the quick log shows what it understood while typing, and Enter logs it", async () => {
  await page.getByLabel("Quick log: say what you did").fill("2h acme optimisation today");
  await eventually(async () => (await page.locator(".fact").allTextContents()).map((text) => text.replace(/\s+/g, " ")), (facts) =>
    facts.some((fact) => /2:00/.test(fact)) && facts.some((fact) => /Acme/.test(fact)));
  await page.keyboard.press("Enter");
  const [entry] = await eventually(entries, (rows) => rows.length === 1);
  assert.deepEqual([entry.client, entry.seconds, entry.work_date], ["acme", 7200, today]);
  await toast("Logged 2:00 for Acme").waitFor();
  await page.locator(".entry-group", {hasText: "Acme"}).waitFor();
});

test("a refused command is rolled back and says why in a sentence", async () => {
  await log({client: "acme", description: "Short", date: today, seconds: 3600});
  await line("Short").locator(".duration").click();
  await page.keyboard.type("999:00");
  await page.keyboard.press("Enter");
  await page.locator(".toast.refused").waitFor();
  await eventually(() => line("Short").locator(".duration").textContent(), "1:00");
});

test("a forgotten timer is answered with one click", async () => {
  const at = new Date(Date.now() - 10 * 3_600_000).toISOString().replace(/\.\d+Z/, "Z");
  await server.command("StartTimer", {member, client: "acme", description: "Long ago", at});
  const banner = page.getByRole("region", {name: "Forgotten timer"});
  await banner.waitFor();
  assert.equal(await banner.locator(".banner-actions > .button").count(), 3);
  await banner.getByRole("button", {name: /Stopped after/}).click();
  const [entry] = await eventually(entries, (rows) => rows.length === 1);
  assert.equal(entry.start, at);
  assert.ok(entry.seconds < 10 * 3600);
});

test("time that the server stopped itself counts only after one click says how long it was", async () => {
  const at = new Date(Date.now() - 20 * 3_600_000).toISOString().replace(/\.\d+Z/, "Z");
  const {events} = await server.command("StartTimer", {member, client: "acme", description: "Overnight", at});
  if ((await timers()).length) await server.command("StopForgottenTimer", {entry: events[0].data.entry});
  const banner = page.getByRole("region", {name: "Entry that needs a review"});
  await banner.waitFor();
  assert.equal((await entries())[0].review, "needed");
  await banner.getByRole("button", {name: /it is right/}).click();
  const [entry] = await eventually(entries, (rows) => rows[0]?.review === "done");
  assert.equal(entry.start, at);
  assert.ok(entry.value.minor > 0);
  await banner.waitFor({state: "detached"});
});
