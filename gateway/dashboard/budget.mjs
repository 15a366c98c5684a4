// Fails when the built page is heavier than promised. First load: script at most 40 KB, styles at most 14 KB; what is loaded when a
// page is opened: at most 12 KB a file; what one page needs in all: at most 70 KB. All gzipped.
import {readFileSync} from "node:fs";
import {join} from "node:path";

const folder = process.argv[2] ?? "dist";
const {files} = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const bytes_of = (ending, lazy) => files.filter((file) => file.path.endsWith(ending) && file.lazy === lazy).reduce((sum, file) => sum + file.gzip_bytes, 0);
// The file and what it imports at once; import(...) comes later.
const needed = (path, seen = new Set()) => {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(folder, path), "utf8");
  for (const [, name] of text.matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g)) needed(`/${name}`, seen);
  return seen;
};
const page_bytes = (path) => files.filter((file) => file.path.endsWith(".js") && (!file.lazy || needed(path).has(file.path))).reduce((sum, file) => sum + file.gzip_bytes, 0);
const pages = files.filter((file) => file.lazy && !file.path.startsWith("/chunk-"));
const checks = [
  ["script, first load", bytes_of(".js", false), 40 * 1024],
  ["styles", bytes_of(".css", false), 14 * 1024],
  ...pages.map(({path}) => [`${path}, with all it needs`, page_bytes(path), 70 * 1024]),
  ...files.filter((file) => file.lazy).map((file) => [file.path, file.gzip_bytes, 12 * 1024]),
];
for (const [what, bytes, bytes_max] of checks) {
  console.log(`${String(bytes).padStart(6)} of ${bytes_max} bytes gzip  ${bytes <= bytes_max ? "ok       " : "TOO HEAVY"}  ${what}`);
}
process.exit(checks.every(([, bytes, bytes_max]) => bytes <= bytes_max) ? 0 : 1);
