// T2, T3, M5: one rounding for each group, and for each converted amount.
#include "domain/invoice/line_nets.hpp"

#include <numeric>

#include "domain/kernel/rounding.hpp"

namespace billtrail {
namespace {

constexpr Int128 whole_percent = 1'000'000;  // a hundred percent, in the last of four decimals

Int128 ten_to(int power) {
  Int128 value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

// Lines of one sign, which is the rule, share by largest remainder. Lines of both signs have their tax taken out one by one, and
// the first takes what rounding leaves.
std::vector<std::int64_t> spread(std::int64_t total, const std::vector<std::int64_t>& amounts, Decimal4 percent) {
  bool negative = false, positive = false;
  for (const std::int64_t amount : amounts) {
    negative = negative || amount < 0;
    positive = positive || amount > 0;
  }
  if (negative != positive) {
    std::vector<std::int64_t> weights = amounts;
    for (std::int64_t& weight : weights) weight = weight < 0 ? -weight : weight;
    return largest_remainder(total, weights);
  }
  std::vector<std::int64_t> parts;
  for (const std::int64_t amount : amounts) parts.push_back(amount - group_tax(amount, Prices::gross, percent));
  if (!parts.empty()) parts.front() += total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  return parts;
}

}  // namespace

std::int64_t group_tax(std::int64_t lines, Prices prices, Decimal4 percent) {
  const Int128 product = Int128{lines} * percent.ten_thousandths;
  return divide_half_away(product, prices == Prices::net ? whole_percent : whole_percent + percent.ten_thousandths);
}

std::vector<std::int64_t> line_nets(const InvoiceDocument& document) {
  std::vector<std::int64_t> nets;
  for (const InvoiceLine& line : document.lines) nets.push_back(line.net);
  if (document.prices == Prices::net) return nets;

  for (const TaxGroup& group : document.taxes) {
    std::vector<std::size_t> places;
    std::vector<std::int64_t> amounts;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
      const InvoiceLine& line = document.lines[i];
      if (line.tax != group.category || line.tax_percent != group.percent) continue;
      places.push_back(i);
      amounts.push_back(line.net);
    }
    const std::vector<std::int64_t> parts = spread(group.net, amounts, group.percent);
    for (std::size_t i = 0; i < places.size(); ++i) nets[places[i]] = parts[i];
  }
  return nets;
}

std::int64_t converted(std::int64_t amount, Currency from, Currency to, Decimal4 rate) {
  return divide_half_away(Int128{amount} * rate.ten_thousandths * ten_to(to.exponent()), ten_to(4 + from.exponent()));
}

}  // namespace billtrail
