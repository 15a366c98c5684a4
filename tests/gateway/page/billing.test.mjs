// From agreement to money in the page: agree a retainer, draft, review by keyboard, approve, issue, record the payment; nobody owes anything.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";
import {findings, wider_than_screen} from "./support/axe.mjs";
import {eventually, open_browser, open_page, picture} from "./support/browser.mjs";
import {furnish, start_server} from "./support/server.mjs";

let server, browser, view, page, member, today;
// A preview that finds nothing due is answered with 422, which the browser notes.
before(async () => {
  server = await start_server();
  ({member, today} = await furnish(server));
  await server.command("LogTime", {member, client: "acme", category: "ad_hoc", description: "Tracking plan", date: today, seconds: 4 * 3600});
  await server.command("LogTime", {member: "ben", client: "acme", category: "ad_hoc", description: "Landing page", date: today, seconds: 2 * 3600, project: "relaunch"});
  await server.command("LogTime", {member, client: "bolt", category: "ad_hoc", description: "Audit", date: today, seconds: 3600});
  browser = await open_browser();
  view = await open_page(browser, server, {path: "/#/settings/billing", allowed: [/422/]});
  page = view.page;
  page.setDefaultTimeout(20_000);
});
after(async () => {
  await view?.close();
  await browser?.close();
  await server?.stop();
});

const toast = (text) => page.locator(".toast", {hasText: text}).last().waitFor();
const rows = async (path) => (await server.get(path)).rows;
const goto = (hash) => page.evaluate((to) => void (location.hash = to), hash);
// Each step stands on the one before: after a failure the rest would only wait.
let broken = false;
const step = (name, work) => test(name, async (t) => {
  if (broken) return t.skip("an earlier step failed");
  broken = true;
  try {
    await work();
  } catch (error) {
    await picture(page, "billing-broken");
    t.diagnostic(`what the page said: ${view.faults.join("; ")}`);
    throw error;
  }
  broken = false;
});
// A picture for people, and what axe and the width of the screen say.
const judge = async (name) => {
  await page.waitForTimeout(150);
  await picture(page, `billing-${name}-1280-light`);
  assert.deepEqual(await findings(page), []);
  assert.equal(await wider_than_screen(page), 0);
};

step("settings: who we are, and a tax scheme with its rates", async () => {
  const us = page.getByRole("region", {name: "Who we are"});
  await us.getByLabel("Name").fill("Trail & Co");
  await us.getByLabel("Country").fill("za");
  await us.getByRole("button", {name: "Save"}).click();
  await toast("Saved");
  await page.getByLabel("Tax scheme").selectOption("ZA");
  await page.getByRole("button", {name: "Adopt"}).click();
  await page.getByRole("table", {name: "Tax rates"}).getByText("15 %").first().waitFor();
  const billing = await server.get("/v1/billing");
  assert.deepEqual([billing.supplier.name, billing.supplier.country, billing.jurisdiction], ["Trail & Co", "ZA", "ZA"]);
  await judge("settings");
});

step("a retainer is agreed by a dialog and reads as agreed", async () => {
  await goto("#/clients/acme");
  await page.getByRole("button", {name: "Agree a retainer"}).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Growth");
  await page.getByLabel("Fee a period").fill("2,400");
  await page.getByLabel("Hours a period").fill("40");
  await page.locator(".preview", {hasText: "Retainer, €2,400.00 a month in advance, 40 h, unused time lapses, overage billed at rate card"}).waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("Control+Enter");
  await toast("Growth agreed with Acme");
  await page.getByRole("article", {name: "Growth"}).getByText("€2,400.00 a month in advance").waitFor();
  const [agreement] = await eventually(() => rows("/v1/engagements?client=acme"), (found) => found.length === 1);
  assert.deepEqual([agreement.kind, agreement.fee.minor, agreement.terms.allowance], ["retainer", 240_000, 144_000]);
});

step("month end finds the fee drafted, and drafts the unbilled work after showing what it would", async () => {
  await goto("#/month-end");
  await page.getByLabel("Up to").fill(today);
  await page.keyboard.press("Tab");
  // The scheduler drafts what is due by itself; asking again makes nothing twice (C5).
  await eventually(() => rows("/v1/invoices"), (found) => found.length === 1, 30_000);
  await page.locator(".step", {hasText: "Nothing due"}).waitFor();
  await page.getByRole("button", {name: "Draft all recurring"}).click();
  await page.getByText("Nothing is waiting to be drafted.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", {name: "Draft all unbilled"}).click();
  await page.getByRole("dialog").getByRole("table").waitFor();
  assert.equal((await rows("/v1/invoices")).length, 1);  // a preview records nothing
  await page.getByRole("button", {name: "Make 2 drafts"}).click();
  await toast("2 drafts made");
  await page.locator(".step", {hasText: "3 drafts"}).waitFor();
  await judge("month-end");
});

step("the retainer's period shows what is used and left", async () => {
  await goto("#/clients/acme");
  await page.getByRole("article", {name: "Growth"}).getByRole("link", {name: /Covered work/}).click();
  await page.getByText("40 h", {exact: true}).first().waitFor();
  await judge("retainer");
  await goto("#/clients/acme");
  await page.getByRole("table", {name: "Invoices"}).waitFor();
  await judge("client");
});

step("a line is written down by keyboard, and the document beside it follows", async () => {
  const work = (await rows("/v1/invoices?client=acme&state=draft")).find(({seconds}) => seconds > 0);
  await goto(`#/invoices/${work.invoice}`);
  await page.locator(".draft-line").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await page.getByLabel("By how much").waitFor();
  await page.keyboard.type("10%");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Slow start");
  await page.keyboard.press("Enter");
  await page.locator(".paper .allowance", {hasText: "Slow start"}).waitFor();
  await toast("is now");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  const {document} = await server.get(`/v1/invoice?invoice=${work.invoice}`);
  assert.equal(document.lines[0].allowance * 10, document.lines[0].gross);
  await judge("draft");
});

step("an entry is deferred by keyboard, and undo brings it back", async () => {
  const work = (await rows("/v1/invoices?client=acme&state=draft")).find(({seconds}) => seconds > 0);
  const claims = page.locator(".draft-claim");
  const before_ = await claims.count();
  await claims.last().locator(".pick").focus();
  await page.keyboard.press("d");
  await page.getByLabel("Reason").fill("Next month");
  await page.keyboard.press("Control+Enter");
  await toast("Deferred");
  await eventually(() => claims.count(), before_ - 1);
  await page.keyboard.press("Control+z");
  await eventually(() => claims.count(), before_);
  assert.equal((await rows(`/v1/invoice?invoice=${work.invoice}`)).length, before_);
});

step("approve and issue from the draft, by two keys and Enter", async () => {
  await page.keyboard.press("a");
  await toast("Approved");
  await page.getByRole("button", {name: /Issue and send/}).first().waitFor();
  await page.keyboard.press("i");
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", {name: "INV-0001"}).waitFor();
  await judge("issued");
});

step("the register approves and issues the rest together, and proves that no number is missing", async () => {
  await goto("#/invoices");
  await page.getByRole("table", {name: "Invoices"}).waitFor();
  await page.getByLabel("Select all").check();
  await page.getByRole("button", {name: "Approve 2"}).click();
  await toast("2 drafts approved");
  await page.getByRole("button", {name: "Issue and send 2"}).click();
  await page.getByRole("dialog").getByRole("button", {name: "Issue and send 2"}).click();
  await toast("2 invoices issued and sent");
  await page.getByText("INV-0001 to INV-0003: no gap").waitFor();
  await judge("register");
});

step("each open invoice is paid from its page, and then nobody owes anything", async () => {
  await goto("#/money");
  await page.getByText("It foots").waitFor();
  await judge("debtors");
  for (const {invoice, number} of await rows("/v1/invoices?state=open")) {
    await goto(`#/invoices/${invoice}`);
    await page.getByRole("heading", {name: number}).waitFor();
    await page.keyboard.press("p");
    await page.getByText("All of it is allocated").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator(".badge", {hasText: /^Paid$/}).waitFor();
  }
  await goto("#/money");
  await eventually(() => rows("/v1/debtors"), (found) => found.every(({balance}) => balance.minor === 0));
  await page.getByText(/Nobody owes anything|It foots/).first().waitFor();
  await goto("#/money/payments");
  await page.getByRole("table", {name: "Payments"}).waitFor();
  await judge("payments");
  view.expect_no_faults();
});

step("a client's statement tells what was owed and paid", async () => {
  await goto("#/money/statement/acme");
  await page.getByRole("table", {name: /Statement of/}).waitFor();
  const statement = await server.get("/v1/statement?client=acme");
  assert.deepEqual([statement.rows.length, statement.closing.minor], [4, 0]);
  await eventually(() => page.getByRole("table", {name: /Statement of/}).locator("tbody tr").count(), 4);
  await judge("statement");
  view.expect_no_faults();
});
