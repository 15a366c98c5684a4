// Freezing on an entry what applies to it: both rates (R1, R2) and the rounding terms (D2).
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// The agreed rate as typed on the entry or brought by an import; it beats every rule (R1). The currency is the client's, or the
// practice's when there is no client; saying another is refused, as the work could not be invoiced.
struct RateSaid {
  std::optional<Decimal4> amount;  // per hour
  std::optional<Currency> currency;
  RateOrigin origin = RateOrigin::typed;
};
std::optional<AppliedRate> rate_said(const Books& books, const RateSaid& said, const std::optional<ClientId>& client,
                                     std::string_view prefix, Faults& faults);

// Resolves agreed and standard rate anew. A rate that was typed or imported stays (R5).
void freeze_rates(const Books& books, EntryFacts& facts);
// Resolves the rounding terms anew.
void freeze_rounding(const Books& books, EntryFacts& facts);

// A new entry's facts with everything frozen.
EntryFacts frozen(const Books& books, const MemberId& member, Assignment work, Span span, std::optional<AppliedRate> typed,
                  Review review);

}  // namespace billtrail
