// UUIDv7: command ids and entry ids the page chooses itself, so that a retry is recognised and a painted row keeps its key.
let last_ms = 0;
let counter = 0;

export function uuid7(): string {
  const now = Date.now();
  counter = now <= last_ms ? counter + 1 : 0;
  last_ms = Math.max(now, last_ms);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(last_ms / 2 ** (40 - 8 * i)) % 256;
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
