// Every page in light and dark, on a phone and a desk: no finding of axe, nothing wider than the screen; pictures for people.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {findings, wider_than_screen} from "./support/axe.mjs";
import {open_browser, open_page, picture} from "./support/browser.mjs";
import {start_server} from "./support/server.mjs";

let server, browser, client, busy_day;
before(async () => {
  server = await start_server({demo: true});
  const {rows} = await server.get("/v1/directory");
  client = rows.find((row) => row.noun === "client").id;
  const member = rows.find((row) => row.noun === "member" && !row.archived).id;
  const {today} = await server.get("/v1/practice");
  const entries = (await server.get(`/v1/entries?member=${member}&to=${today}&limit=20`)).rows;
  busy_day = entries.find((entry) => entry.work_date < today).work_date;
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const settle = (page) => page.locator(".bars").first().waitFor();
const pages = [
  ["today", () => "/", settle],
  ["day", () => `/#/today/${busy_day}`, async (page) => {
    await settle(page);
    await page.locator(".entry-work").first().click();
  }],
  ["tables", () => "/", async (page) => {
    await settle(page);
    for (const button of await page.getByRole("button", {name: "Table"}).all()) await button.click();
  }],
  ["drill", () => "/", async (page) => {
    await settle(page);
    await page.locator(".part").first().click();
    await page.getByRole("dialog").getByRole("table").waitFor();
  }],
  ["palette", () => "/", async (page) => {
    await settle(page);
    await page.keyboard.press("Control+k");
  }],
  ["help", () => "/", async (page) => {
    await settle(page);
    await page.keyboard.press("?");
  }],
  ["clients", () => "/#/clients", (page) => page.getByRole("table", {name: "Clients"}).waitFor()],
  ["client", () => `/#/clients/${client}`, (page) => page.getByRole("heading", {name: "Projects"}).waitFor()],
  ["month-end", () => "/#/month-end", (page) => page.locator(".step").first().waitFor()],
  ["invoices", () => "/#/invoices", (page) => page.getByRole("heading", {name: "Register"}).waitFor()],
  ["debtors", () => "/#/money", (page) => page.getByRole("heading", {name: "Debtors"}).waitFor()],
  ["settings", () => "/#/settings/billing", (page) => page.getByRole("heading", {name: "Numbers"}).waitFor()],
];

for (const [name, path, ready] of pages) {
  for (const scheme of ["light", "dark"]) {
    for (const [width, height] of [[1280, 860], [375, 812]]) {
      test(`${name}, ${scheme}, ${width} wide`, async () => {
        const view = await open_page(browser, server, {path: path(), scheme, width, height});
        const {page} = view;
        await ready(page);
        await page.waitForTimeout(150);
        await picture(page, `${name}-${width}-${scheme}`);
        assert.deepEqual(await findings(page), []);
        assert.equal(await wider_than_screen(page), 0);
        view.expect_no_faults();
        await view.close();
      });
    }
  }
}

for (const [width, height] of [[320, 640], [3840, 2160]]) {
  test(`${width} pixels wide is enough and not too much`, async () => {
    const view = await open_page(browser, server, {width, height, path: `/#/today/${busy_day}`});
    await settle(view.page);
    assert.equal(await wider_than_screen(view.page), 0);
    await picture(view.page, `day-${width}-light`);
    view.expect_no_faults();
    await view.close();
  });
}

test("the theme switch goes through system, light and dark, and outlives a reload without a flash", async () => {
  const view = await open_page(browser, server, {scheme: "light"});
  const {page} = view;
  await page.getByRole("button", {name: /^Theme/}).click();
  await page.getByRole("button", {name: /^Theme/}).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.reload({waitUntil: "commit"});
  await page.waitForFunction(() => document.body);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  view.expect_no_faults();
  await view.close();
});

test("the first paint is there within a second", async () => {
  const view = await open_page(browser, server);
  const painted_ms = await view.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  assert.ok(painted_ms < 1_000, `first paint after ${painted_ms} ms`);
  await view.close();
});

test("paper shows the day and the charts, not the buttons", async () => {
  const view = await open_page(browser, server, {path: `/#/today/${busy_day}`, scheme: "dark"});
  await settle(view.page);
  await view.page.emulateMedia({media: "print"});
  assert.equal(await view.page.locator(".timer-bar").isVisible(), false);
  assert.equal(await view.page.locator(".entry").first().isVisible(), true);
  assert.equal(await view.page.locator(".bars").first().isVisible(), true);
  assert.equal(await view.page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  await picture(view.page, "print");
  await view.close();
});
