// Clients and rates.
export function Clients() {
  return null;
}
