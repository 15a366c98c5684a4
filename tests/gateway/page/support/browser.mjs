// Headless Chromium, signed in, and watched: a console error, an uncaught one or a request to another host fails the test.
import assert from "node:assert/strict";
import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {chromium} from "playwright-core";

const places = [process.env.CHROMIUM, "/usr/bin/chromium-headless-shell", "/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium"];
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function open_browser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error("no headless Chromium: install chromium-headless-shell or set CHROMIUM");
  return chromium.launch({executablePath, args: flags});  // with a fresh user data folder
}

// A page on the server (or on a cable to it). `faults` gathers what must not happen; `expect_no_faults` looks at it.
export async function open_page(browser, server, {origin = server.origin, path = "/", width = 1280, height = 860, scheme = "light", sign_in = true, allowed = []} = {}) {
  const context = await browser.newContext({
    viewport: {width, height}, colorScheme: scheme, locale: "en-GB", timezoneId: "Europe/Berlin", hasTouch: width < 600, reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults = [];
  const fault = (text) => allowed.some((pattern) => pattern.test(text)) || faults.push(text);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && fault(`console: ${message.text()}`));
  page.on("pageerror", (error) => fault(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host) fault(`request to another host: ${request.url()}`);
  });
  if (sign_in) await page.goto(`${origin}/sign-in?token=${encodeURIComponent(server.token)}`);
  if (!sign_in || path !== "/") await page.goto(origin + path);
  if (sign_in) await page.locator(".live-dot.live").first().waitFor();
  return {
    page, context, faults,
    expect_no_faults: () => assert.deepEqual(faults, []),
    close: () => context.close(),
  };
}

// A picture for a person to look at, when a folder was asked for.
export async function picture(page, name) {
  const folder = process.env.BILLTRAIL_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`)});
}

// Waits until a question about the page has the answer; fails with the last one it had.
export async function eventually(ask, expected, ms_max = 8_000) {
  const until = Date.now() + ms_max;
  let last;
  for (;;) {
    try {
      last = await ask();
      if (typeof expected === "function" ? expected(last) : JSON.stringify(last) === JSON.stringify(expected)) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) {
      if (typeof expected === "function") throw new Error(`waited in vain for ${expected}; the last answer was ${last instanceof Error ? last.stack : JSON.stringify(last)}`);
      assert.deepEqual(last, expected);
    }
    await new Promise((done) => setTimeout(done, 40));
  }
}
