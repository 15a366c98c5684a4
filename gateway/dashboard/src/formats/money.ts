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

// Amounts inside a document are bare minor units, elsewhere they are money; either way it can be shown.
export const as_money = (amount: Money | number | null | undefined, currency: string): Money =>
  (typeof amount === "object" && amount ? amount : {minor: amount ?? 0, currency});

// "€1,200.00 + £41.50"; a currency that comes to nothing is left out, unless all do.
export function sum_text(amounts: Iterable<Money | null | undefined>): string {
  const sums = sum_by_currency(amounts);
  const counting = sums.filter(({minor}) => minor);
  return (counting.length ? counting : sums.slice(0, 1)).map((money) => money_text(money)).join(" + ");
}

// A quantity as printed: {277, "two"} gives "2.77"; what is whole is printed whole.
const decimals_of = {two: 2, three: 3, four: 4, six: 6} as const;
export function quantity_text(quantity: number, decimals: keyof typeof decimals_of, locale?: string): string {
  const places = decimals_of[decimals] ?? 4;
  const digits = String(Math.abs(quantity)).padStart(places + 1, "0");
  const kept = digits.slice(-places).replace(/0+$/, "");
  const whole = new Intl.NumberFormat(locale).format(BigInt(digits.slice(0, -places)));
  const point = new Intl.NumberFormat(locale).formatToParts(1.5).find(({type}) => type === "decimal")?.value ?? ".";
  return `${quantity < 0 ? "−" : ""}${whole}${kept ? point + kept : ""}`;
}

// "15.0000" gives "15", "7.5000" gives "7.5".
export const trimmed_decimal = (text: string | null | undefined) => (text ?? "0").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
