// Invoices, agreements and closed periods for tests of the read models, directly as events.
#pragma once

#include "projections/live_draw.hpp"
#include "tests/projections/history.hpp"

namespace billtrail::testing {

// One invoice, written from left to right: Bill("i1", "acme").claim("e1", hours(1), 10000).drafted(), and later
// .issued("2026-03-31").
class Bill {
 public:
  Bill(std::string_view invoice, std::string_view client, std::string_view currency = "EUR");

  // A line of its own: relieved, proposed and billed as said; proposed and billed are the value unless given.
  Bill& claim(std::string_view entry, Seconds seconds, std::int64_t value, std::optional<std::int64_t> amount = {},
              std::optional<std::int64_t> proposed = {}, std::optional<Seconds> billed = {});
  // One line for several.
  Bill& line(LineKind kind, std::vector<Claim> claims);
  Bill& fee(std::string_view engagement, std::optional<std::int32_t> period, std::int64_t net);
  Bill& progress(std::int64_t net);
  Bill& expense(std::string_view expense, std::int64_t net);
  Bill& taxed(std::string_view percent);  // adds tax to all lines
  Bill& without_lines();

  Event drafted() const;
  Event revised(RevisionCause cause = RevisionCause::edited) const;
  Event discarded() const;
  Event issued(std::string_view on, std::string_view number = "") const;
  Event voided(std::string_view on) const;
  // Credits these lines as a whole, or less of the one.
  Event credited(std::string_view on, std::vector<std::int32_t> lines, bool returns, std::optional<std::int64_t> net = {}) const;

  InvoiceDocument document;

 private:
  InvoiceLine& add(LineKind kind, std::int64_t net);
  InvoiceId invoice_;
  std::string percent_;
};

Event agreed(std::string_view engagement, std::string_view client, EngagementKind kind, std::int64_t fee_or_cap = 0,
             std::string_view starts = "2026-01-01", std::optional<std::string_view> ends = {});

// A monthly retainer of acme with included hours, in EUR.
struct Retainer {
  explicit Retainer(std::string_view engagement_);
  Event agreed() const;
  Event opened(std::int32_t period, std::string_view from, std::string_view to, std::vector<Bucket> carried = {},
               std::int64_t deficit = 0) const;
  Event closed(std::int32_t period, std::string_view from, std::string_view to, std::string_view on, std::vector<Draw> draws,
               std::vector<Bucket> carried = {}, std::int64_t deficit = 0) const;
  Event reopened(std::int32_t period) const;

  EngagementId engagement;
  PeriodTerms terms;
};
// covered, overage and deficit of an entry; the overage at 100.00.
Draw draw(std::string_view entry, Seconds covered, Seconds overage, Seconds deficit = {});

Event written_off(std::string_view write_off, std::string_view on, std::vector<WriteOffShare> shares,
                  std::string_view client = "acme");
Event written_up(std::string_view write_off, std::string_view on, std::vector<WriteOffShare> shares,
                 std::string_view client = "acme");
Event expense(std::string_view expense, std::string_view on, std::int64_t price, std::string_view client = "acme");

}  // namespace billtrail::testing
