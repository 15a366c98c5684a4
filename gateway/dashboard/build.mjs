// Builds the dashboard into the folder given: hashed script and style sheet, index.html, a .gz beside each file, and
// manifest.json, which lists them for the server. The same sources give the same bytes.
import {build} from "esbuild";
import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, extname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "dist"));

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".json": "application/json",
};

const bundle = async (entry) => {
  const result = await build({
    absWorkingDir: here, entryPoints: [entry], bundle: true, minify: true, write: false, format: "esm", outdir: "out",
    target: ["es2022", "chrome108", "firefox115", "safari16"], jsx: "automatic", jsxImportSource: "preact", legalComments: "none",
    define: {"process.env.NODE_ENV": '"production"'}, logLevel: "warning",
  });
  return result.outputFiles.map((file) => ({ending: extname(file.path), bytes: Buffer.from(file.contents)}));
};

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

const files = new Map();
const add = (name, bytes, immutable) => files.set(name, {bytes: Buffer.from(bytes), immutable});

const names = {};
for (const [role, entry] of [["app", "src/main.tsx"], ["early", "src/early.ts"]]) {
  for (const {ending, bytes} of await bundle(entry)) {
    const name = `${role}-${hash(bytes)}${ending}`;
    names[role + ending] = name;
    add(name, bytes, true);
  }
}
for (const name of readdirSync(join(here, "public")).sort()) {
  const text = readFileSync(join(here, "public", name), "utf8");
  add(name, name === "index.html" ? text.replace(/\{\{([\w.]+)\}\}/g, (_, role) => names[role]) : text, false);
}

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
const manifest = [];
for (const [name, {bytes, immutable}] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const packed = gzipSync(bytes, {level: 9});
  writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, `${name}.gz`), packed);
  manifest.push({path: `/${name}`, type: types[extname(name)], immutable, bytes: bytes.length, gzip_bytes: packed.length});
}
writeFileSync(join(out, "manifest.json"), `${JSON.stringify({files: manifest}, null, 2)}\n`);
