// Whether terms can be: every fault, each at its field.
#include "domain/retainer/terms.hpp"

#include <algorithm>

#include "domain/checks.hpp"
#include "domain/engagement/engagement_terms.hpp"
#include "domain/rate/rate_rules.hpp"

namespace billtrail {
namespace {

constexpr int weeks_max = 52;
constexpr int days_max = 366;
constexpr int periods_max = 120;
constexpr int percent_max = 1000;
constexpr std::size_t thresholds_max = 10;

class Terms {
 public:
  explicit Terms(Faults& faults) : faults_(faults) {}

  void must(bool holds, std::string_view pointer, std::string_view what) {
    if (!holds) faults_.add(RefusalCode::engagement_terms_invalid, std::string(pointer), {{"must", std::string(what)}});
  }
  void within(std::int64_t value, std::int64_t first, std::int64_t last, std::string_view pointer) {
    if (value >= first && value <= last) return;
    faults_.add(RefusalCode::engagement_terms_invalid, std::string(pointer), {{"first", first}, {"last", last}});
  }

 private:
  Faults& faults_;
};

void check_allowance(const PeriodTerms& terms, Terms& check) {
  const bool none = terms.basis == AllowanceBasis::none;
  check.must(none ? terms.allowance == 0 : terms.allowance > 0, "/allowance",
             none ? "be left out without a basis" : "be more than 0");
  check.must(terms.unit.empty() || terms.basis == AllowanceBasis::deliverables, "/allowance_unit",
             "be left out unless it counts pieces");
  if (!none) return;
  check.must(terms.services.empty(), "/services", "be left out without an allowance");
  check.must(terms.projects.empty(), "/projects", "be left out without an allowance");
  check.must(terms.overage == OveragePolicy::rate_card, "/overage", "be left out without an allowance");
  check.must(terms.alert_percent.empty(), "/alert_percent", "be left out without an allowance");
}

void check_roll_over(const PeriodTerms& terms, Terms& check) {
  const bool none = terms.roll_over == RollOver::none;
  check.must(none || terms.basis != AllowanceBasis::none, "/roll_over", "be left out without an allowance");
  if (terms.roll_over == RollOver::periods) {
    check.within(terms.roll_over_periods, 1, periods_max, "/roll_over_periods");
  } else {
    check.must(terms.roll_over_periods == 0, "/roll_over_periods", "be left out unless allowance is carried for some periods");
  }
  if (terms.roll_over_cap) {
    check.must(!none && *terms.roll_over_cap >= 0, "/roll_over_cap", none ? "be left out without roll-over" : "not be negative");
  }
}

// H4: billing at a rate and carrying a deficit exclude each other; a rate says that overage is billed.
void check_overage(const PeriodTerms& terms, Terms& check) {
  const bool billed = terms.overage != OveragePolicy::absorb && terms.overage != OveragePolicy::deficit;
  const bool pieces = terms.basis == AllowanceBasis::deliverables;
  if (terms.overage == OveragePolicy::overage_rate) check.must(terms.overage_rate.has_value(), "/overage_rate", "be given");
  if (terms.overage_rate) {
    const bool fits =
        terms.overage == OveragePolicy::overage_rate || terms.overage == OveragePolicy::needs_approval || (pieces && billed);
    check.must(fits, "/overage_rate", "be left out with this overage policy");
    check.must(*terms.overage_rate >= Decimal4{} && *terms.overage_rate <= rate_amount_max, "/overage_rate", "be a rate");
  }
  check.must(billed || terms.overage_invoice == OverageInvoice::next_draft, "/overage_invoice",
             "be left out where overage is not billed");
}

void check_thresholds(const PeriodTerms& terms, Terms& check) {
  check.must(terms.alert_percent.size() <= thresholds_max, "/alert_percent", "be ten at most");
  for (const std::int32_t percent : terms.alert_percent) check.within(percent, 1, percent_max, "/alert_percent");
}

void check_counted(const Books& books, const ClientId& client, const PeriodTerms& terms, Faults& faults) {
  for (std::size_t i = 0; i < terms.services.size(); ++i) {
    check_known(books.services, terms.services[i], RefusalCode::unknown_service, "/services/" + std::to_string(i), faults);
  }
  for (std::size_t i = 0; i < terms.projects.size(); ++i) {
    const std::string pointer = "/projects/" + std::to_string(i);
    const ProjectState* project = check_known(books.projects, terms.projects[i], RefusalCode::unknown_project, pointer, faults);
    if (project != nullptr && project->client != client) faults.add(RefusalCode::project_of_another_client, pointer);
  }
}

}  // namespace

void check_cycle_terms(const CycleTerms& terms, Faults& faults) {
  Terms check(faults);
  const bool weeks = terms.unit == CycleUnit::week;
  if (weeks) {
    check.within(terms.every, 1, weeks_max, "/every");
    check.must(!terms.anchor_month, "/anchor_month", "be left out for weeks, which begin on the start");
  } else {
    const bool known = terms.every == 1 || terms.every == 3 || terms.every == 6 || terms.every == 12;
    check.must(known, "/every", "be 1, 3, 6 or 12 months");
    check.within(terms.anchor_day, 1, 31, "/anchor_day");
    if (terms.anchor_month) {
      check.within(*terms.anchor_month, 1, 12, "/anchor_month");
      check.must(terms.every != 1, "/anchor_month", "be left out for single months");
    }
  }
  check.within(terms.lead_days, 0, days_max, "/lead_days");
  check.must(terms.timing == Timing::advance || terms.lead_days == 0, "/lead_days", "be left out in arrears");
  check.within(terms.close_after_days, 0, days_max, "/close_after_days");
}

void check_period_terms(const Books& books, const ClientId& client, const PeriodTerms& terms, Faults& faults) {
  Terms check(faults);
  check.must(terms.fee >= 0, "/fee", "not be negative");
  check_not_too_large(terms.fee, "/fee", faults);
  check_not_too_large(terms.allowance, "/allowance", faults);
  check_allowance(terms, check);
  check_roll_over(terms, check);
  check_overage(terms, check);
  check_thresholds(terms, check);
  check_counted(books, client, terms, faults);
}

}  // namespace billtrail
