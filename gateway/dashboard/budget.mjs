// Fails when the built page is heavier than promised. First load: script at most 40 KB, styles at most 10 KB; a page that is
// loaded when it is opened: at most 12 KB. All gzipped.
import {readFileSync} from "node:fs";
import {join} from "node:path";

const {files} = JSON.parse(readFileSync(join(process.argv[2] ?? "dist", "manifest.json"), "utf8"));
const bytes_of = (ending, lazy) => files.filter((file) => file.path.endsWith(ending) && file.lazy === lazy).reduce((sum, file) => sum + file.gzip_bytes, 0);
const checks = [
  ["script, first load", bytes_of(".js", false), 40 * 1024],
  ["styles", bytes_of(".css", false), 10 * 1024],
  ...files.filter((file) => file.lazy).map((file) => [file.path, file.gzip_bytes, 12 * 1024]),
];
for (const [what, bytes, bytes_max] of checks) {
  console.log(`${String(bytes).padStart(6)} of ${bytes_max} bytes gzip  ${bytes <= bytes_max ? "ok       " : "TOO HEAVY"}  ${what}`);
}
process.exit(checks.every(([, bytes, bytes_max]) => bytes <= bytes_max) ? 0 : 1);
