// Whether the terms of a retainer or recurring fee can be: ranges, and what excludes what (2.6, 2.7). Faults are
// engagement_terms_invalid with what the field must be, and those of the services and projects that are named.
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

void check_cycle_terms(const CycleTerms& terms, Faults& faults);
// `unit` of deliverables stands at /allowance_unit.
void check_period_terms(const Books& books, const ClientId& client, const PeriodTerms& terms, Faults& faults);

}  // namespace billtrail
