// A cable between page and server that a test can cut, mend and make slow: a TCP relay on a port of its own.
import {createServer, connect} from "node:net";

export function lay_cable(port) {
  const open = new Set();
  let whole = true;
  let delay_ms = 0;
  const relay = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [[near, far], [far, near]]) {
      open.add(from);
      from.on("data", (bytes) => (delay_ms ? setTimeout(() => to.writable && to.write(bytes), delay_ms) : to.write(bytes)));
      from.on("error", () => undefined);
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
    }
    return undefined;
  });
  return new Promise((done) => relay.listen(0, "127.0.0.1", () => done({
    origin: `http://127.0.0.1:${relay.address().port}`,
    cut: () => {
      whole = false;
      for (const end of open) end.destroy();
    },
    mend: () => (whole = true),
    slow: (ms) => (delay_ms = ms),
    remove: () => new Promise((closed) => {
      for (const end of open) end.destroy();
      relay.close(closed);
    }),
  })));
}
