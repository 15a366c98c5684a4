// A document while it is made or changed: lines of work by project, service, rate and tax (M1), each with what its entries bring
// to it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <vector>

#include "domain/invoice/line_maths.hpp"
#include "domain/invoice/totals.hpp"
#include "domain/wip/work_of_client.hpp"

namespace billtrail {

class Drafting {
 public:
  // The books must outlive it; the document's client is known.
  Drafting(const Books& books, InvoiceDocument document);

  const Books& books() const { return books_; }
  InvoiceDocument& document() { return document_; }
  InvoiceLine* find(std::int32_t line);
  // Numbers the line; one that says nothing of tax takes the client's.
  std::int32_t add(InvoiceLine line);
  void erase(std::int32_t line);

  // What is open of the entry now; nothing when there is nothing, or no rate.
  std::optional<LineWork> work_of(Row entry);
  std::vector<LineWork> work_of(const InvoiceLine& line);
  // What is open of the entry instead of what the books say (2.19).
  void restate(Row entry, std::optional<LineWork> work) { restated_[entry] = std::move(work); }

  // Into lines with the same kind, project, service, price and tax, else into new ones.
  void add_work(const std::vector<LineWork>& work);
  // Prices a line of work anew; without work it goes.
  void price(std::int32_t line, const std::vector<LineWork>& work, std::int64_t written_down);
  // What somebody took off them stays off the others only as far as it was theirs.
  void remove_entries(const std::vector<EntryId>& entries);
  // Whether the entry could stand in the line: same kind and price, and the project and service the line names.
  bool belongs(const InvoiceLine& line, const LineWork& work) const;
  // The project and service of the work.
  std::string work_text(const EntryState& entry) const;
  // W6, M2: what a person put on top of a line; 0 takes it away.
  void write_up(std::int32_t line, std::int64_t amount, const std::string& reason);

 private:
  InvoiceLine new_line(const LineWork& work) const;
  InvoiceLine* matching(const LineWork& work);
  void place_write_ups(const std::string& text, const std::vector<LineWork>& work);
  void total_write_ups();

  const Books& books_;
  InvoiceDocument document_;
  LineTax tax_;
  WorkOfClient work_;
  boost::unordered_flat_map<Row, std::optional<LineWork>> restated_;
};

// Lines whose claims are work, priced by their entries.
inline bool is_work(const InvoiceLine& line) { return line.kind == LineKind::time || line.kind == LineKind::overage; }

}  // namespace billtrail
