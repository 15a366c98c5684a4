// Fails when the built page is heavier than promised: script at most 40 KB and styles at most 10 KB, both gzipped.
import {readFileSync} from "node:fs";
import {join} from "node:path";

const folder = process.argv[2] ?? "dist";
const {files} = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
const budgets = [[".js", 40 * 1024], [".css", 10 * 1024]];

let heavy = false;
for (const [ending, bytes_max] of budgets) {
  const bytes = files.filter((file) => file.path.endsWith(ending)).reduce((sum, file) => sum + file.gzip_bytes, 0);
  const verdict = bytes <= bytes_max ? "ok" : "TOO HEAVY";
  heavy ||= bytes > bytes_max;
  console.log(`${ending.padEnd(5)} ${String(bytes).padStart(6)} of ${bytes_max} bytes gzip  ${verdict}`);
}
process.exit(heavy ? 1 : 0);
