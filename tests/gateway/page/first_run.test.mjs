// The first minute in an empty practice: a client and a rate in two fields, then the clock runs and its time is worth something.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {findings, wider_than_screen} from "./support/axe.mjs";
import {eventually, open_browser, open_page, picture} from "./support/browser.mjs";
import {start_server} from "./support/server.mjs";

let server, browser;
before(async () => {
  server = await start_server();
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the first minute fits a phone, in the dark", async () => {
  const view = await open_page(browser, server, {width: 375, height: 812, scheme: "dark"});
  await view.page.getByLabel("First client").waitFor();
  await picture(view.page, "first-run-375-dark");
  assert.deepEqual(await findings(view.page), []);
  assert.equal(await wider_than_screen(view.page), 0);
  view.expect_no_faults();
  await view.close();
});

test("from nothing to a running timer in two fields, and the rate prices the work", async () => {
  const view = await open_page(browser, server);
  const {page} = view;
  await page.getByLabel("First client").waitFor();
  await picture(page, "first-run-1280-light");
  assert.deepEqual(await findings(page), []);
  if (await page.getByLabel("Your name").count()) await page.getByLabel("Your name").fill("Ana");
  await page.getByLabel("First client").fill("Acme");
  await page.getByLabel(/^Rate an hour/).fill("87,50");
  await page.keyboard.press("Enter");
  await eventually(() => page.evaluate(() => document.activeElement?.id), "timer-line");
  await page.keyboard.type("Kick-off @acme");
  await page.keyboard.press("Enter");
  const [timer] = await eventually(async () => (await server.get("/v1/timers")).rows, (rows) => rows.length === 1);
  assert.deepEqual([timer.client, timer.description], ["acme", "Kick-off"]);
  const {today} = await server.get("/v1/practice");
  await server.command("LogTime", {member: timer.member, client: "acme", date: today, seconds: 7200});
  await eventually(() => page.locator('[data-row="acme"] .bar-total').first().textContent(), "€175");
  view.expect_no_faults();
  await view.close();
});

test("clients and rates: a client, a service, a project and a task are added, and a past rate shows first what it would reprice", async () => {
  const view = await open_page(browser, server, {path: "/#/clients"});
  const {page} = view;
  await page.getByLabel("New service").fill("Reporting");
  await page.keyboard.press("Enter");
  await page.locator(".tags", {hasText: "Reporting"}).waitFor();
  await page.getByLabel(/^New client/).fill("Bolt & Sons");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", {name: /Bolt & Sons/}).waitFor();
  await page.getByLabel("New project").fill("Web site");
  await page.keyboard.press("Enter");
  await page.locator(".plain-list", {hasText: "Web site"}).waitFor();
  await page.getByLabel("Name", {exact: true}).fill("Monthly report");
  await page.getByRole("button", {name: "Add task"}).click();
  await page.getByRole("button", {name: "Start timer on Monthly report"}).waitFor();
  const {rows} = await server.get("/v1/directory");
  const [task, project] = ["task", "project"].map((noun) => rows.find((row) => row.noun === noun));
  assert.deepEqual([task.name, task.client, project.name, project.client], ["Monthly report", "bolt-sons", "Web site", "bolt-sons"]);

  await page.goto(`${server.origin}/#/clients/acme`);
  await page.getByLabel("Rate an hour").fill("100");
  await page.getByLabel("From", {exact: true}).fill("2026-01-02");
  await page.locator(".rate-preview", {hasText: "1 unbilled entry: €87.50/h → €100.00/h."}).waitFor();
  const before_ = (await server.get("/v1/practice")).position;
  await page.getByRole("button", {name: "Set rate"}).click();
  await page.locator(".toast", {hasText: "1 entry repriced"}).waitFor();
  assert.ok((await server.get("/v1/practice")).position > before_);
  await eventually(() => page.locator(".glance dd").first().textContent(), "€200.00");
  view.expect_no_faults();
  await view.close();
});

test("a reader the server does not know is told how to sign in", async () => {
  const view = await open_page(browser, server, {sign_in: false, allowed: [/401/, /WebSocket/]});
  await view.page.getByRole("heading", {name: "Sign in to Billtrail"}).waitFor();
  await picture(view.page, "signed-out-1280-light");
  assert.deepEqual(await findings(view.page), []);
  await view.page.getByLabel("Token").fill(server.token);
  await view.page.keyboard.press("Enter");
  await view.page.locator(".live-dot.live").waitFor();
  view.expect_no_faults();
  await view.close();
});
