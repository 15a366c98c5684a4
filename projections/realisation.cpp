// 2.9, one scan over invoices and one over write-offs.
#include "projections/realisation.hpp"

#include <algorithm>
#include <map>

#include "domain/kernel/calendar.hpp"
#include "projections/currency_tag.hpp"
#include "projections/entry_filter.hpp"
#include "projections/live_draw.hpp"
#include "projections/naming.hpp"

namespace billtrail {
namespace {

struct RealisationSum {
  std::int64_t standard = 0, agreed = 0, invoiced = 0, collected = 0;
};

// Parts that sum to the total, whatever the weights.
std::vector<std::int64_t> shares(std::int64_t total, const std::vector<WorkClaim>& claims) {
  std::vector<std::int64_t> weights;
  std::int64_t sum = 0;
  bool plain = true;
  for (const WorkClaim& claim : claims) {
    weights.push_back(claim.amount);
    sum += claim.amount;
    plain = plain && claim.amount >= 0;
  }
  if (sum == total) return weights;
  if (plain && sum > 0) return largest_remainder(total, weights);
  std::vector<std::int64_t> parts(claims.size());
  if (!parts.empty()) parts.front() = total;
  return parts;
}

class Scan {
 public:
  Scan(const Views& views, const Question& question, Date from, Date to)
      : views_(views), tags_(views), filter_(views.directory, question), day_(question.day()), from_(from), to_(to), groups_(question.by) {}

  void take(const WorkInvoice& invoice) {
    if (invoice.stage != WorkInvoiceStage::issued || invoice.on < from_ || invoice.on > to_) return;
    if (invoice.voided && *invoice.voided <= day_) return;
    const Cash cash = cash_of(invoice);
    std::int64_t before = 0;  // invoiced so far: cash is spread by running sums, so that the parts are the whole
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
      const WorkLine& line = invoice.lines[i];
      if (line.claims.empty() || (line.returned && *line.returned <= day_)) continue;
      const std::vector<std::int64_t> invoiced = shares(line.before_tax - credited(invoice, i), line.claims);
      for (std::size_t c = 0; c < line.claims.size(); ++c) {
        const WorkClaim& claim = line.claims[c];
        const EntryRow& entry = views_.work.rows[claim.entry];
        const std::int64_t collected = cash.part(before + invoiced[c]) - cash.part(before);
        before += invoiced[c];
        if (!filter_.lets_through(entry)) continue;
        RealisationSum& sum = sum_of(entry, invoice.on, CurrencyTags::tag(invoice.currency));
        sum.agreed += claim.value;
        sum.standard += standard_of(entry, claim.seconds, claim.value, CurrencyTags::tag(invoice.currency));
        sum.invoiced += invoiced[c];
        sum.collected += collected;
      }
    }
  }

  void take(const WorkWriteOff& write_off) {
    if (write_off.taken_back || write_off.on < from_ || write_off.on > to_) return;
    if (write_off.reversed_on && *write_off.reversed_on <= day_) return;
    for (const WrittenOffShare& share : write_off.shares) {
      const EntryRow& entry = views_.work.rows[share.entry];
      if (!filter_.lets_through(entry)) continue;
      const Grouping::Value currency = tags_.of_value(entry);
      RealisationSum& sum = sum_of(entry, write_off.on, currency);
      // What an invoice relieves later lacks what was written off by amount, and has what was written up.
      sum.agreed += write_off.up ? -share.minor : share.minor;
      if (share.seconds.count != 0) sum.standard += standard_of(entry, share.seconds, share.minor, currency);
    }
  }

  const Grouping& groups() const { return groups_; }
  const RealisationSum& sum(std::size_t group) const { return sums_[group]; }
  const CurrencyTags& tags() const { return tags_; }

 private:
  // Cash on a document as a part of what was to be paid of it.
  struct Cash {
    std::int64_t paid = 0, owed = 0;
    std::int64_t part(std::int64_t net) const { return owed <= 0 ? 0 : divide_half_away(Int128{net} * paid, owed); }
  };

  Cash cash_of(const WorkInvoice& invoice) const {
    Cash cash{invoice.total - invoice.due, invoice.total};
    for (const WorkCredit& credit : invoice.credits) {
      if (credit.on <= day_) cash.owed -= credit.total;
    }
    const Row document = views_.documents.invoices.row_of(invoice.invoice);
    for (const Row row : rows_of(views_.payments.allocations_of_invoice, document)) {
      const AllocationFacts& allocation = views_.payments.allocations.at(row);
      if (allocation.stands(day_)) cash.paid += allocation.amount;
    }
    cash.paid = std::min(cash.paid, std::max<std::int64_t>(0, cash.owed));
    return cash;
  }

  std::int64_t credited(const WorkInvoice& invoice, std::size_t line) const {
    std::int64_t sum = 0;
    for (const WorkCredit& credit : invoice.credits) {
      if (credit.on > day_) continue;
      for (const LineCredit& part : credit.lines) sum += part.line == line ? part.before_tax : 0;
    }
    return sum;
  }

  std::int64_t standard_of(const EntryRow& entry, Seconds seconds, std::int64_t agreed, Grouping::Value currency) const {
    return entry.has_standard && tags_.of_standard(entry) == currency ? standard_part(entry, seconds) : agreed;
  }

  RealisationSum& sum_of(const EntryRow& entry, Date date, Grouping::Value currency) {
    const std::size_t group = groups_.group_of(entry, date, currency);
    if (group == sums_.size()) sums_.emplace_back();
    return sums_[group];
  }

  const Views& views_;
  CurrencyTags tags_;
  EntryFilter filter_;
  Date day_, from_, to_;
  Grouping groups_;
  std::vector<RealisationSum> sums_;
};

std::optional<std::int64_t> percent(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? std::optional(percent_hundredths(part, whole)) : std::nullopt;
}

template <class Columns>
void add(Columns& columns, const RealisationSum& sum, const Currency& currency) {
  const auto plus = [&](Money& money, std::int64_t minor) { money = {money.minor + minor, currency}; };
  plus(columns.standard, sum.standard);
  plus(columns.agreed, sum.agreed);
  plus(columns.invoiced, sum.invoiced);
  plus(columns.collected, sum.collected);
  columns.rate_realisation = percent(columns.agreed.minor, columns.standard.minor);
  columns.recovery = percent(columns.invoiced.minor, columns.agreed.minor);
  columns.billing_realisation = percent(columns.invoiced.minor, columns.standard.minor);
  columns.collection_realisation = percent(columns.collected.minor, columns.invoiced.minor);
  columns.overall = columns.invoiced.minor > 0 ? percent(columns.collected.minor, columns.standard.minor) : std::nullopt;
}

}  // namespace

RealisationAnswer realisation(const Views& views, const Question& question) {
  const Date to = std::min(question.to.value_or(question.day()), question.day());
  const Date from = question.from.value_or(first_of_month(to));
  Scan scan(views, question, from, to);
  for (const WorkInvoice& invoice : views.work.invoices) scan.take(invoice);
  for (const WorkWriteOff& write_off : views.work.write_offs) scan.take(write_off);

  RealisationAnswer answer{from, to, {}, {}};
  std::map<Currency, RealisationTotal> totals;
  for (const std::size_t group : in_order(scan.groups(), views.directory)) {
    const Currency currency = CurrencyTags::currency(scan.groups().values(group).back());
    RealisationRow& row = answer.rows.emplace_back();
    name_group(row, scan.groups(), group, views.directory);
    row.key += currency_suffix(scan.groups(), group, scan.tags());
    add(row, scan.sum(group), currency);
    RealisationTotal& total = totals[currency];
    total.currency = currency;
    add(total, scan.sum(group), currency);
  }
  for (auto& [currency, total] : totals) answer.totals.push_back(std::move(total));
  return answer;
}

}  // namespace billtrail
