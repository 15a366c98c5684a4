// Type-ahead: how well a name fits what was typed. Word starts count most, so "ao" finds "Acme Optimisation".

const fold = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

const least_scattered = 140;  // below this, letters that happen to occur in order mean nothing

// 0 is no match; more is better. An empty query fits everything alike.
export function fitness(query: string, name: string): number {
  const wanted = fold(query).trim();
  const text = fold(name);
  if (!wanted) return 1;
  if (text === wanted) return 1000;
  if (text.startsWith(wanted)) return 900 - text.length;
  const inside = text.indexOf(wanted);
  if (inside > 0) return (/[^a-z0-9]/.test(text[inside - 1]!) ? 700 : 400) - inside;
  let score = 200;
  let at = 0;
  for (const letter of wanted.replace(/\s+/g, "")) {
    const found = text.indexOf(letter, at);
    if (found < 0) return 0;
    const at_start = found === 0 || /[^a-z0-9]/.test(text[found - 1]!);
    score -= at_start ? 1 : 20 + (found - at) * 2;
    at = found + 1;
  }
  return score > least_scattered ? score : 0;
}

export function best<T>(query: string, items: readonly T[], name: (item: T) => string, most = 50): T[] {
  return items
    .map((item, index) => ({item, index, score: fitness(query, name(item))}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({item}) => item);
}
