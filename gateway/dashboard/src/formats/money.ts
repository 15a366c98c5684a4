// Money for people: minor units and an ISO 4217 code in, a text in the reader's locale out. The digits are placed as text;
// no amount ever becomes a fraction of a floating-point number.
export interface Money {
  minor: number;
  currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function format_for(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ""}|${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {style: "currency", currency, currencyDisplay: "narrowSymbol"});
    formats.set(key, format);
  }
  return format;
}

// Decimals of the currency's minor unit: 0 for JPY, 2 for EUR, 3 for KWD.
export function exponent_of(currency: string): number {
  return format_for(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;
}

// {minor: 123450, currency: "EUR"} gives "€1,234.50". `whole` leaves the decimals out (for axes and tight places only),
// rounded half away from zero.
export function money_text(money: Money, options: {whole?: boolean; locale?: string} = {}): string {
  const format = format_for(money.currency, options.locale);
  const exponent = exponent_of(money.currency);
  const unit = 10n ** BigInt(exponent);
  const negative = money.minor < 0;
  const minor = BigInt(negative ? -money.minor : money.minor);
  const major = options.whole ? (minor + unit / 2n) / unit : minor / unit;
  const fraction = (minor % unit).toString().padStart(exponent, "0");
  // A negative amount below one unit would lose its sign in -0n: print -1 and put the zero back.
  const printed = negative ? -(major || 1n) : major;
  const parts = format.formatToParts(printed);
  return parts
    .filter((part) => !options.whole || (part.type !== "fraction" && part.type !== "decimal"))
    .map((part) => (part.type === "fraction" ? fraction : part.type === "integer" && negative && !major ? "0" : part.value))
    .join("");
}

// Sums per currency, in order of first appearance: two currencies are never added.
export function sum_by_currency(amounts: Iterable<Money | null | undefined>): Money[] {
  const sums = new Map<string, number>();
  for (const money of amounts) if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.minor);
  return [...sums].map(([currency, minor]) => ({minor, currency}));
}

export interface Price {
  amount: string;  // four decimals: "120.5000"
  currency: string;
  per?: string;
}

// {amount: "120.5000", currency: "EUR", per: "hour"} gives "€120.50/h". Decimals beyond the minor unit show only when they count.
export function price_text(price: Price, locale?: string): string {
  const [whole = "0", decimals = ""] = price.amount.split(".");
  const exponent = exponent_of(price.currency);
  const needed = decimals.replace(/0+$/, "");
  const format = new Intl.NumberFormat(locale, {
    style: "currency", currency: price.currency, currencyDisplay: "narrowSymbol",
    minimumFractionDigits: Math.max(exponent, needed.length), maximumFractionDigits: Math.max(exponent, needed.length),
  });
  const text = format
    .formatToParts(BigInt(whole))
    .map((part) => (part.type === "fraction" ? needed.padEnd(exponent, "0") : part.value))
    .join("");
  const per = price.per === "day" ? "/day" : price.per === "fixed" ? " fixed" : "/h";
  return text + per;
}
