// D2: which rounding terms hold for a piece of work: those of the client's latest policy that has begun by the work date, else
// the practice's, else none. Non-billable work is never rounded (D1).
#pragma once

#include <optional>

#include "domain/kernel/id.hpp"
#include "domain/rounding/rounding_policy.hpp"
#include "domain/time/category.hpp"

namespace billtrail {

struct Books;

RoundingTerms rounding_for(const Books& books, const std::optional<ClientId>& client, Date work_date, Category category);

}  // namespace billtrail
