// What axe finds wrong on a page: rule and first places. It is put in as text through the debugger, because the page's own policy
// rightly refuses a foreign script.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function findings(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const {violations} = await window.axe.run(document, {resultTypes: ["violations"]});
    return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  });
}

export const wider_than_screen = (page) => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
