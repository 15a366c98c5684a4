// Bundles every *.test.ts and runs them with Node's own test runner, so that one command works on Node 18 and later.
import {build} from "esbuild";
import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = mkdtempSync(join(tmpdir(), "dashboard-test-"));
const entries = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: entries.map((name) => join(here, name)), bundle: true, platform: "node", format: "esm", outdir: out,
  outExtension: {".js": ".mjs"}, logLevel: "warning", target: "node18",
});
const run = spawnSync(process.execPath, ["--test", ...entries.map((name) => join(out, name.replace(/\.ts$/, ".mjs")))], {
  stdio: "inherit", env: {...process.env, TZ: "UTC"},
});
rmSync(out, {recursive: true, force: true});
process.exit(run.status ?? 1);
