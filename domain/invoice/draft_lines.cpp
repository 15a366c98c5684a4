// R4: a changed rate takes an entry to a line of that rate; a line has one price (M1).
#include "domain/invoice/draft_lines.hpp"

#include "domain/retainer/fee_parts.hpp"
#include "domain/wip/billed_seconds.hpp"

namespace billtrail {
namespace {

bool is_fee_of(const InvoiceLine& line, const DraftKey& key) {
  return (line.kind == LineKind::fee || line.kind == LineKind::adjustment) && line.engagement == key.engagement &&
         line.period == key.period;
}

// 2.5: the value of all the agreement's work, this entry's with its new seconds, cut at the cap.
WithinCap within(const Books& books, const LineWork& work, Seconds billed) {
  const EntryState& own = books.entries.at(work.entry);
  std::vector<Row> rows;
  for (const Row row : books.client_work.of(own.client)) {
    const EntryState& entry = books.entries.at(row);
    const bool counts = entry.engagement == own.engagement && !entry.removed && entry.category == Category::project;
    if (counts && entry.review != Review::needed) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [&](Row a, Row b) { return comes_before(books, a, b); });
  std::vector<CappedWork> capped;
  for (const Row row : rows) {
    const HeldRate& rate = books.entries.at(row).agreed;
    const Seconds seconds = row == work.entry ? billed : billed_seconds(books, row);
    const Price price{{rate.amount}, rate.currency, {rate.per}};
    capped.push_back({seconds, rate.present ? value_of(seconds, price).minor : 0});
  }
  const std::vector<WithinCap> parts = within_cap(books.engagements.at(own.engagement).cap, capped);
  return parts[static_cast<std::size_t>(std::find(rows.begin(), rows.end(), work.entry) - rows.begin())];
}

// All of the line's work has one other price: the line stays, at that price, with what a person did to it.
bool takes_new_price(Drafting& draft, std::int32_t number, const std::vector<LineWork>& work) {
  if (work.empty()) return false;
  InvoiceLine repriced = *draft.find(number);
  repriced.price = work.front().price.amount;
  repriced.unit = unit_of(draft.books(), work.front().price);
  if (!std::all_of(work.begin(), work.end(), [&](const LineWork& part) { return draft.belongs(repriced, part); })) return false;
  *draft.find(number) = std::move(repriced);
  return true;
}

}  // namespace

void restate_seconds(const Books& books, LineWork& work, Seconds billed) {
  work.billed = billed;
  work.seconds = billed;
  work.value = value_of(billed, work.price).minor;
  const EntryState& entry = books.entries.at(work.entry);
  if (entry.category != Category::project || entry.engagement == no_row) return;
  if (books.engagements.at(entry.engagement).kind != EngagementKind::capped) return;
  const WithinCap part = within(books, work, billed);
  work.seconds = part.seconds;
  work.value = part.value;
}

void regroup(Drafting& draft) {
  std::vector<std::int32_t> numbers;
  for (const InvoiceLine& line : draft.document().lines) {
    if (is_work(line) && !line.claims.empty()) numbers.push_back(line.line);
  }
  std::vector<LineWork> moving;
  std::vector<EntryId> leaving;
  for (const std::int32_t number : numbers) {
    const InvoiceLine line = *draft.find(number);
    std::vector<LineWork> staying, going;
    for (const Claim& claim : line.claims) {
      const std::optional<LineWork> work = draft.work_of(draft.books().entries.row_of(claim.entry));
      if (!work) {
        leaving.push_back(claim.entry);
      } else {
        (draft.belongs(line, *work) ? staying : going).push_back(*work);
      }
    }
    if (staying.empty() && takes_new_price(draft, number, going)) staying.swap(going);
    draft.price(number, staying, written_down(line));
    moving.insert(moving.end(), going.begin(), going.end());
  }
  draft.add_work(moving);
  if (!leaving.empty()) draft.remove_entries(leaving);
}

void add_fees(Drafting& draft, const DraftKey& key, const CycleState& cycle) {
  const Books& books = draft.books();
  const LineTax tax = client_tax(books, draft.document().client);
  const std::string& name = books.engagements.find(key.engagement)->name;
  const bool adjusts = key.purpose == DraftPurpose::adjustment;
  for (const FeeLine& fee : fee_lines(cycle, key.purpose)) {
    InvoiceLine line = one_piece(adjusts ? LineKind::adjustment : LineKind::fee, adjusts ? "Adjustment, " + name : name, fee.fee,
                                 draft.document().currency);
    line.tax = tax.category;
    line.tax_reason = tax.reason;
    line.from = fee.from;
    line.to = fee.to - 1;
    line.engagement = key.engagement;
    line.period = key.period;
    draft.add(std::move(line));
  }
}

void replace_fees(Drafting& draft, const DraftKey& key, const CycleState& cycle) {
  std::vector<std::int32_t> old;
  for (const InvoiceLine& line : draft.document().lines) {
    if (is_fee_of(line, key)) old.push_back(line.line);
  }
  // Nothing is charged otherwise than before: the lines stay as they are, with what a person did to them.
  const std::vector<FeeLine> fees = fee_lines(cycle, key.purpose);
  const auto same = [&](std::int32_t number, const FeeLine& fee) {
    const InvoiceLine& line = *draft.find(number);
    return line.net == fee.fee && line.from == fee.from && line.to == fee.to - 1;
  };
  if (std::equal(old.begin(), old.end(), fees.begin(), fees.end(), same)) return;
  for (const std::int32_t number : old) draft.erase(number);
  add_fees(draft, key, cycle);
  // The fee stands before what came with it.
  std::vector<InvoiceLine>& lines = draft.document().lines;
  std::stable_partition(lines.begin(), lines.end(), [&](const InvoiceLine& line) { return is_fee_of(line, key); });
}

}  // namespace billtrail
