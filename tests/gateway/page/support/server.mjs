// Starts the real server on a free port with a folder of its own, and speaks to it over HTTP as a second client would.
import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, existsSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";

const ready_ms_max = 60_000;

const free_port = () => new Promise((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const {port} = probe.address();
    probe.close(() => done(port));
  });
});

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export async function start_server({demo = false} = {}) {
  const program = process.env.BILLTRAIL_BIN;
  if (!program) throw new Error("BILLTRAIL_BIN must name the program");
  const data = mkdtempSync(join(tmpdir(), "billtrail-page-"));
  const port = await free_port();
  const child = spawn(program, ["serve", "--data", data, "--port", String(port), ...(demo ? ["--demo"] : [])], {
    stdio: ["ignore", "pipe", "pipe"], env: {...process.env, TZ: "Europe/Berlin"},
  });
  let said = "";
  let gone = null;
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  child.on("exit", (code, signal) => (gone = code ?? signal));
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + ready_ms_max;
  for (;;) {
    if (gone !== null) throw new Error(`the server ended (${gone}) before it was ready:\n${said}`);
    if (Date.now() > until) throw new Error(`the server was not ready in time:\n${said}`);
    const fit = await fetch(`${origin}/health/ready`).then((answer) => answer.ok, () => false);
    if (fit && existsSync(join(data, "owner-token"))) break;
    await pause(50);
  }
  const token = readFileSync(join(data, "owner-token"), "utf8").trim();
  const ask = async (method, path, body, headers = {}) => {
    const answer = await fetch(origin + path, {
      method, headers: {Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers}, body: body && JSON.stringify(body),
    });
    const value = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path} was refused: ${JSON.stringify(value)}`);
    return value;
  };
  return {
    origin, port, token,
    get: (path) => ask("GET", path),
    command: (name, data) => ask("POST", `/v1/commands/${name}`, data),
    stop: async () => {
      if (gone === null) {
        const ended = new Promise((done) => child.once("exit", done));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(data, {recursive: true, force: true});
    },
  };
}

// A small practice with known names and rates, made by commands.
export async function furnish(server) {
  const {rows} = await server.get("/v1/directory");
  let member = rows.find((row) => row.noun === "member")?.id;
  if (!member) {
    member = "ana";
    await server.command("AddMember", {member, name: "Ana Duarte"});
  }
  await server.command("AddMember", {member: "ben", name: "Ben Okafor"});
  await server.command("AddClient", {client: "acme", name: "Acme"});
  await server.command("AddClient", {client: "bolt", name: "Bolt & Sons"});
  await server.command("AddService", {service: "optimisation", name: "Optimisation"});
  await server.command("OpenProject", {project: "relaunch", client: "acme", name: "Relaunch"});
  await server.command("AddTask", {task: "bids", name: "Bid review", kind: "touch", client: "acme", service: "optimisation", category: "ad_hoc"});
  await server.command("SetRate", {client: "acme", amount: "100", valid_from: "2020-01-01"});
  await server.command("SetRate", {client: "bolt", amount: "80", valid_from: "2020-01-01"});
  const day = 8 * 3600;
  for (const who of [member, "ben"]) {
    await server.command("SetContractedHours", {
      member: who, valid_from: "2020-01-01", week: {monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day},
    });
  }
  const {today} = await server.get("/v1/practice");
  return {member, today};
}
