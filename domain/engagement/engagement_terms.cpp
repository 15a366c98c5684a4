// What the terms of every agreement are checked for.
#include "domain/engagement/engagement_terms.hpp"

#include "domain/time/limits.hpp"

namespace billtrail {
namespace {

void check_year(Date date, std::string_view pointer, Faults& faults) {
  if (date >= first_date && date <= last_date) return;
  faults.add(RefusalCode::date_out_of_range, std::string(pointer), {{"first", first_date.text()}, {"last", last_date.text()}});
}

}  // namespace

void check_not_too_large(std::int64_t amount, std::string_view pointer, Faults& faults) {
  if (amount <= agreed_amount_max && amount >= -agreed_amount_max) return;
  faults.add(RefusalCode::amount_too_large, std::string(pointer), {{"most", agreed_amount_max}});
}

void check_dates(Date starts, const std::optional<Date>& ends, Faults& faults) {
  check_year(starts, "/starts", faults);
  if (!ends) return;
  check_year(*ends, "/ends", faults);
  if (*ends <= starts) faults.add(RefusalCode::engagement_terms_invalid, "/ends", {{"starts", starts.text()}});
}

}  // namespace billtrail
