// M1: one rounding for the whole line. M3: entries share it by largest remainder. M4: what is taken off spreads by value. W1a:
// the value that is relieved is the entry's own; the cents between the two are nobody's loss.
#include "domain/invoice/line_maths.hpp"

#include <cstdlib>

#include "domain/kernel/line_value.hpp"
#include "domain/wip/billed_seconds.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t one_unit = 10'000;  // a quantity of one with four decimals

std::int64_t ten_to(int power) {
  std::int64_t value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

std::int64_t total(const std::vector<std::int64_t>& parts) {
  std::int64_t sum = 0;
  for (const std::int64_t part : parts) sum += part;
  return sum;
}

// Between the value that is open and the price of the open seconds lie write-offs and write-ups; without them, only the cents of
// a split.
std::int64_t acts_on(const Books& books, Row entry, std::int64_t difference) {
  const EntrySettlement* settlement = settlement_of(books, entry);
  if (settlement == nullptr) return 0;
  if (settlement->written_off_value == 0 && settlement->written_up_value == 0) return 0;
  const bool split = settlement->written_off.count != 0 || settlement->invoiced.count != 0;
  return split && std::abs(difference) <= 1 ? 0 : difference;
}

bool is_capped(const Books& books, const LineWork& work) {
  const EntryState& entry = books.entries.at(work.entry);
  return entry.category == Category::project && entry.engagement != no_row &&
         books.engagements.at(entry.engagement).kind == EngagementKind::capped;
}

// M4 goes by value; worthless work shares by its seconds.
std::vector<std::int64_t> weights_of(const std::vector<LineWork>& work) {
  std::vector<std::int64_t> weights;
  for (const LineWork& part : work) weights.push_back(std::abs(part.value));
  if (total(weights) != 0) return weights;
  for (std::size_t i = 0; i < work.size(); ++i) weights[i] = std::max<std::int64_t>(1, std::abs(work[i].seconds.count));
  return weights;
}

// The amount of all the work as printed: quantity x price.
void print_amount(const Books& books, InvoiceLine& line, const std::vector<LineWork>& work) {
  const Price& price = work.front().price;
  Seconds seconds;
  for (const LineWork& part : work) seconds += part.seconds;
  line.decimals = books.billing->quantity_decimals;
  line.unit = unit_of(books, price);
  line.price = price.amount;
  line.quantity = printed_quantity(seconds, price, line.decimals);
  line.gross = line_value(seconds, price, line.decimals).minor;
  if (price.per.count != 0) return;
  line.quantity *= static_cast<std::int64_t>(work.size());  // fixed per entry: a unit each
  line.gross *= static_cast<std::int64_t>(work.size());
}

void date_line(const Books& books, InvoiceLine& line, const std::vector<LineWork>& work) {
  line.from = books.entries.at(work.front().entry).work_date;
  line.to = books.entries.at(work.back().entry).work_date;
}

// 2.5: the rounding of a quantity must not bill more than the cap has left.
std::int64_t beyond_cap(const Books& books, const std::vector<LineWork>& work, std::int64_t proposed) {
  std::int64_t value = 0;
  for (const LineWork& part : work) {
    if (!is_capped(books, part)) return 0;
    value += part.value;
  }
  return std::max<std::int64_t>(0, proposed - value);
}

// M3: in proportion to the time, as all share one rate; a rate fixed per entry is the same for each. Where adjustments take away,
// each entry has its own value and only the cents are shared.
std::vector<std::int64_t> shares_of(std::int64_t gross, const std::vector<LineWork>& work) {
  std::vector<std::int64_t> seconds, values;
  for (const LineWork& part : work) {
    seconds.push_back(part.price.per.count == 0 ? 1 : part.seconds.count);
    values.push_back(value_of(part.seconds, part.price).minor);
  }
  const auto [least, most] = std::minmax_element(seconds.begin(), seconds.end());
  return spread(gross, *least < 0 && *most > 0 ? values : seconds);
}

}  // namespace

LineWork line_work(const Books& books, Row entry, const OpenWork& open) {
  LineWork work{entry, open.billed, open.seconds, open.rate.value().price, open.value, 0, 0, open.overage};
  if (open.seconds.count == 0) {
    work.up = work.value;
    work.value = 0;
    return work;
  }
  const std::int64_t acts = acts_on(books, entry, open.value - value_of(open.seconds, work.price).minor);
  work.off = std::max<std::int64_t>(0, -acts);
  work.up = std::max<std::int64_t>(0, acts);
  work.value -= work.up;
  return work;
}

std::vector<std::int64_t> spread(std::int64_t amount, const std::vector<std::int64_t>& weights) {
  std::vector<std::int64_t> sizes;
  bool above = false, below = false;
  for (const std::int64_t weight : weights) {
    above = above || weight > 0;
    below = below || weight < 0;
    sizes.push_back(std::abs(weight));
  }
  if (!above && !below) sizes.assign(weights.size(), 1);
  if (!(above && below)) return largest_remainder(amount, sizes);
  std::vector<std::int64_t> parts = largest_remainder(amount - total(weights), sizes);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] += weights[i];
  return parts;
}

void price_line(const Books& books, InvoiceLine& line, std::vector<LineWork> work, std::int64_t written_down) {
  std::sort(work.begin(), work.end(),
            [&](const LineWork& a, const LineWork& b) { return comes_before(books, a.entry, b.entry); });
  print_amount(books, line, work);
  date_line(books, line, work);

  std::vector<std::int64_t> proposed = shares_of(line.gross, work);
  for (std::size_t i = 0; i < work.size(); ++i) proposed[i] -= work[i].off;
  const std::int64_t beyond = beyond_cap(books, work, total(proposed));
  const std::vector<std::int64_t> weights = weights_of(work);
  const std::vector<std::int64_t> cut = largest_remainder(beyond, weights);
  for (std::size_t i = 0; i < work.size(); ++i) proposed[i] -= cut[i];

  const std::int64_t whole = total(proposed);
  const std::int64_t down = whole > 0 ? std::min(written_down, whole) : written_down;
  const std::vector<std::int64_t> taken = largest_remainder(down, weights);
  line.claims.clear();
  for (std::size_t i = 0; i < work.size(); ++i) {
    line.claims.push_back(
        {books.entries.key(work[i].entry), work[i].billed, work[i].seconds, work[i].value, proposed[i], proposed[i] - taken[i]});
  }
  line.net = whole - down;
  line.allowance = line.gross - line.net;
  if (down == 0) line.allowance_reason = line.allowance == 0 ? "" : beyond == line.allowance ? "Cap" : "Written off";
}

void count_covered(const Books& books, InvoiceLine& line) {
  Seconds seconds;
  for (const Claim& claim : line.claims) seconds += claim.seconds;
  line.decimals = books.billing->quantity_decimals;
  line.quantity = printed_quantity(seconds, Price{{}, {}, {3600}}, line.decimals);
}

std::int64_t written_down(const InvoiceLine& line) {
  std::int64_t down = 0;
  for (const Claim& claim : line.claims) down += claim.proposed - claim.amount;
  return down;
}

void set_one_piece(InvoiceLine& line, std::int64_t amount, Currency currency) {
  line.quantity = amount < 0 ? -one_unit : one_unit;
  line.decimals = QuantityDecimals::four;
  line.price = price_of(std::abs(amount), currency);
  line.gross = amount;
  line.allowance = 0;
  line.net = amount;
}

InvoiceLine one_piece(LineKind kind, std::string text, std::int64_t amount, Currency currency) {
  InvoiceLine line;
  line.kind = kind;
  line.text = std::move(text);
  line.unit = "unit";
  set_one_piece(line, amount, currency);
  return line;
}

Decimal4 price_of(std::int64_t minor, Currency currency) { return {minor * ten_to(4 - currency.exponent())}; }

std::string_view unit_of(const Books& books, const Price& price) {
  if (price.per.count == 0) return "unit";
  return price.per == books.settings->day_length && price.per.count != 3600 ? "day" : "hour";
}

}  // namespace billtrail
