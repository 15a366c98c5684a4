// What others do shows by itself; what the reader does survives a cut cable, once.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {eventually, open_browser, open_page} from "./support/browser.mjs";
import {lay_cable} from "./support/cable.mjs";
import {furnish, start_server} from "./support/server.mjs";

let server, browser, member, today;
const cables = [];
const cable_to = async (port) => {
  cables.push(await lay_cable(port));
  return cables[cables.length - 1];
};
before(async () => {
  server = await start_server();
  ({member, today} = await furnish(server));
  await server.command("LogTime", {member: "ben", client: "acme", date: today, seconds: 3600});
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  for (const cable of cables) await cable.remove();
  await server?.stop();
});

const lost_connection = [/WebSocket connection .* failed/, /ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_SOCKET/, /Failed to load resource/];
const events_of = async (type) => (await server.get("/v1/events?from=1&limit=1000")).events.filter((event) => event.type === type);

test("a WIP bar and a utilisation bar move when a second client posts over HTTP", async () => {
  const view = await open_page(browser, server);
  const bar = view.page.locator('[data-row="acme"]');
  await eventually(() => bar.locator(".bar-total").textContent(), "€100");
  const ben = view.page.locator('[data-row="ben"]');
  const before_ = await ben.locator(".bar-total").textContent();
  await server.command("LogTime", {member: "ben", client: "acme", date: today, seconds: 7200});
  await eventually(() => bar.locator(".bar-total").textContent(), "€300");
  assert.match(await bar.locator(".part").first().getAttribute("aria-label"), /^Acme, 0–30 d: €300\.00$/);
  await eventually(() => ben.locator(".bar-total").textContent(), (text) => text !== before_);
  await view.page.locator(".activity", {hasText: "Ben Okafor logged 2:00 for Acme"}).waitFor();
  view.expect_no_faults();
  await view.close();
});

test("the entries behind a WIP bar add up to the bar: no retainer work, nothing that is not billable", async () => {
  await server.command("LogTime", {member: "ben", client: "acme", category: "retainer", date: today, seconds: 3600});
  await server.command("LogTime", {member: "ben", client: "acme", category: "non_billable", date: today, seconds: 3600});
  await server.command("LogTime", {member: "ben", client: "acme", category: "project", date: today, seconds: 1800});
  const view = await open_page(browser, server);
  const bar = view.page.locator('[data-row="acme"]');
  await eventually(() => bar.locator(".bar-total").textContent(), "€350");
  await bar.locator(".part").first().click();
  await eventually(() => view.page.locator(".drill-sum").textContent(), "€350.003:30 in 3 entries");
  view.expect_no_faults();
  await view.close();
});

test("a bar opens the entries behind it, by mouse and by keyboard, and a table stands behind the chart", async () => {
  const view = await open_page(browser, server);
  const {page} = view;
  await page.locator('[data-row="acme"] .part').first().click();
  await page.getByRole("dialog").getByRole("row", {name: /Ben Okafor/}).first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[data-row="acme"] .part').first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("group", {name: "Show Work in progress as"}).getByRole("button", {name: "Table"}).click();
  await page.getByRole("table", {name: "Work in progress by client and age"}).getByRole("row", {name: /Acme/}).waitFor();
  view.expect_no_faults();
  await view.close();
});

test("after a cut cable the page says so, keeps what was done, sends it once, and catches up", async () => {
  const cable = await cable_to(server.port);
  const view = await open_page(browser, server, {origin: cable.origin, allowed: lost_connection});
  const {page} = view;
  await page.getByRole("button", {name: "Start timer"}).click();
  await eventually(async () => (await server.get("/v1/timers")).rows.length, 1);
  await page.waitForTimeout(1_100);
  cable.cut();
  await page.locator(".live-dot.waiting").waitFor();
  await page.getByRole("button", {name: "Stop timer"}).click();
  await page.locator(".timer.compose").waitFor();
  await eventually(() => page.locator(".live-dot").first().textContent(), "Offline, 1 to send");
  await server.command("LogTime", {member: "ben", client: "bolt", date: today, seconds: 3600});
  const logged = (await events_of("TimeLogged")).length;
  cable.mend();
  await page.locator(".live-dot.live").waitFor({timeout: 20_000});
  await eventually(async () => (await server.get("/v1/timers")).rows.length, 0);
  await eventually(async () => (await events_of("TimeLogged")).length, logged + 1);
  await eventually(() => page.locator('[data-row="bolt"] .bar-total').textContent(), "€80");
  await page.locator(".activity", {hasText: "Ben Okafor logged 1:00 for Bolt & Sons"}).waitFor();
  assert.equal(await page.locator(".entry").count(), 1);
  view.expect_no_faults();
  await view.close();
});

test("a page asked for while the cable is cut comes when it is mended", async () => {
  const cable = await cable_to(server.port);
  const view = await open_page(browser, server, {origin: cable.origin, allowed: lost_connection});
  const {page} = view;
  cable.cut();
  await page.locator(".live-dot.waiting").waitFor();
  await page.getByRole("link", {name: "Clients", exact: true}).click();
  await page.getByText("This page comes as soon as").waitFor();
  cable.mend();
  await page.getByRole("table", {name: "Clients"}).waitFor({timeout: 20_000});
  view.expect_no_faults();
  await view.close();
});

test("what waits to be sent survives a reload of the page", async () => {
  const cable = await cable_to(server.port);
  const view = await open_page(browser, server, {origin: cable.origin, allowed: lost_connection});
  const {page} = view;
  cable.cut();
  await page.locator(".live-dot.waiting").waitFor();
  await page.getByRole("button", {name: "Start timer"}).click();
  await page.locator(".timer.running").waitFor();
  cable.mend();
  await page.reload();
  const [timer] = await eventually(async () => (await server.get("/v1/timers")).rows, (rows) => rows.length === 1, 20_000);
  assert.equal(timer.member, member);
  await eventually(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("billtrail.queue.")).length), 0);
  assert.equal((await events_of("TimerStarted")).filter((event) => event.data.entry === timer.entry).length, 1);
  await server.command("DiscardTimer", {member, entry: timer.entry});
  view.expect_no_faults();
  await view.close();
});

test("with 300 ms of delay a start is painted within 100 ms, marked as pending until the server has it", async () => {
  const cable = await cable_to(server.port);
  const view = await open_page(browser, server, {origin: cable.origin});
  const {page} = view;
  await page.locator(".bars").first().waitFor();
  cable.slow(300);
  const painted_ms = await page.evaluate(() => new Promise((done) => {
    const from = performance.now();
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".timer.running.pending")) return;
      observer.disconnect();
      requestAnimationFrame(() => done(performance.now() - from));
    }).observe(document.body, {subtree: true, childList: true, attributes: true});
    document.querySelector('[aria-label="Start timer"]').click();
  }));
  assert.ok(painted_ms <= 100, `painted after ${painted_ms} ms`);
  await page.locator(".timer.running:not(.pending)").waitFor();
  cable.slow(0);
  const [timer] = (await server.get("/v1/timers")).rows;
  await server.command("DiscardTimer", {member, entry: timer.entry});
  view.expect_no_faults();
  await view.close();
});

test("a reload paints the last snapshot before the server has answered", async () => {
  const cable = await cable_to(server.port);
  const view = await open_page(browser, server, {origin: cable.origin});
  const {page} = view;
  await page.locator('[data-row="acme"]').first().waitFor();
  await page.waitForTimeout(200);
  await page.addInitScript(() => {
    window.WebSocket = class extends EventTarget { static OPEN = 1; readyState = 0; send() {} close() {} };
  });
  await page.reload();
  await page.locator('[data-row="acme"]').first().waitFor({timeout: 2_000});
  view.expect_no_faults();
  await view.close();
});
