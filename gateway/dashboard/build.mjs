// Builds the dashboard into the folder given: hashed script and style sheet, index.html, a .gz beside each file, and
// manifest.json, which lists them. The same sources give the same bytes. A second argument names a file to which the sources read
// are written as a make rule, so that the build system knows when to come again.
import {build} from "esbuild";
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, extname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".json": "application/json",
};

const options = {
  absWorkingDir: here, bundle: true, minify: true, write: false, outdir: "out", metafile: true, legalComments: "none", logLevel: "warning",
  entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]", target: ["es2022", "chrome108", "firefox115", "safari16"],
  jsx: "automatic", jsxImportSource: "preact", define: {"process.env.NODE_ENV": '"production"'},
};

const files = new Map();  // name -> {bytes, immutable, lazy}
const read = new Set();
const names = {};         // what index.html calls it -> name
const bundle = async (role, entry, more) => {
  const {outputFiles, metafile} = await build({...options, ...more, entryPoints: [entry]});
  for (const input of Object.keys(metafile.inputs)) read.add(join(here, input));
  const outputs = Object.entries(metafile.outputs);
  const [main, about] = outputs.find(([, output]) => output.entryPoint === entry);
  names[`${role}.js`] = basename(main);
  if (about.cssBundle) names[`${role}.css`] = basename(about.cssBundle);
  // What the first paint loads: the entry and what it imports without being asked later.
  const at_once = new Set([main, about.cssBundle]);
  for (const name of at_once) for (const {path, kind} of metafile.outputs[name]?.imports ?? []) if (kind === "import-statement") at_once.add(path);
  for (const {path, contents} of outputFiles) {
    files.set(basename(path), {bytes: Buffer.from(contents), immutable: true, lazy: ![...at_once].some((name) => name && basename(name) === basename(path))});
  }
};
await bundle("app", "src/main.tsx", {format: "esm", splitting: true});
await bundle("early", "src/early.ts", {format: "iife"});
for (const name of readdirSync(join(here, "public")).sort()) {
  read.add(join(here, "public", name));
  const text = readFileSync(join(here, "public", name), "utf8");
  const filled = name === "index.html" ? text.replace(/\{\{([\w.]+)\}\}/g, (_, role) => names[role]) : text;
  files.set(name, {bytes: Buffer.from(filled), immutable: false, lazy: false});
}

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const manifest = [];
for (const [name, {bytes, immutable, lazy}] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const packed = gzipSync(bytes, {level: 9});
  writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, `${name}.gz`), packed);
  manifest.push({path: `/${name}`, type: types[extname(name)], immutable, lazy, bytes: bytes.length, gzip_bytes: packed.length});
}
writeFileSync(join(out, "manifest.json"), `${JSON.stringify({files: manifest}, null, 2)}\n`);
if (process.argv[3]) {
  const escaped = (path) => path.replace(/([ #])/g, "\\$1");
  writeFileSync(process.argv[3], `${escaped(join(out, "manifest.json"))}: ${[...read].sort().map(escaped).join(" ")}\n`);
}
