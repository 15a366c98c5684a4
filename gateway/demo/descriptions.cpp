// What people of the sample agency write about their work.
#include "gateway/demo/cast.hpp"

namespace billtrail::demo {

namespace {

using Texts = std::array<std::string_view, 8>;

constexpr Texts strategy{
    "Positioning workshop", "Quarterly plan",         "Competitor review",           "Call with the board",
    "Audience interviews",  "Roadmap and priorities", "Budget split for next month", "Notes from the strategy call"};
constexpr Texts optimisation{"Search terms and negatives", "Bids and budgets", "New ad variants",
                             "Landing page test",          "Feed clean-up",    "Paused what did not sell",
                             "Audience exclusions",        "Checked tracking"};
constexpr Texts reporting{"Weekly numbers",
                          "Monthly report",
                          "Dashboard fixes",
                          "Comments for the board",
                          "Walked through the report",
                          "Conversion drop looked into",
                          "Exported and checked figures",
                          "Report call"};
constexpr Texts media{"Media plan",  "Bookings for next month", "Talked to publishers",         "Insertion orders",
                      "Spend check", "Placement list",          "Late booking for the weekend", "Reconciled media invoices"};
constexpr Texts design{
    "Wires, second round", "Banner set", "Icons and illustrations", "Design review with client", "Mobile layout",
    "Print data",          "Moodboard",  "Component library"};
constexpr Texts copy{"Headlines",           "Newsletter",           "Product texts",           "Proofreading",
                     "Tone of voice guide", "Interview written up", "Ad copy, three versions", "Corrections from the client"};
constexpr Texts development{"Checkout flow", "Bug fixes",         "Form validation",  "Deployment",
                            "Speed work",    "Content migration", "API for the shop", "Code review"};
constexpr Texts production{"Schedule and briefing", "Freelancer briefing", "Approval round",    "Photo shoot planning",
                           "Asset delivery",        "Status call",         "Translation round", "Printer proof"};
constexpr Texts bookkeeping{"Receipts booked",         "Bank reconciliation", "Month-end close", "Open items",
                            "Questions to the client", "VAT return",          "Supplier ledger", "Year-end preparation"};
constexpr Texts payroll{"Payroll run",       "New starter set up",   "Sick notes",       "Payslips sent",
                        "Tax office letter", "Overtime corrections", "Holiday accruals", "Checked with the health fund"};
constexpr Texts internal{"Weekly round", "Inbox",      "Time sheets", "Pitch deck",
                         "Course",       "Interviews", "Planning",    "Office things"};

}  // namespace

std::span<const std::string_view> descriptions(std::string_view service) {
  if (service == "strategy") return strategy;
  if (service == "optimisation") return optimisation;
  if (service == "reporting") return reporting;
  if (service == "media") return media;
  if (service == "design") return design;
  if (service == "copy") return copy;
  if (service == "development") return development;
  if (service == "production") return production;
  if (service == "bookkeeping") return bookkeeping;
  if (service == "payroll") return payroll;
  return internal;
}

}  // namespace billtrail::demo
