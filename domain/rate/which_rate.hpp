// R1: which rate prices a piece of work; R2: what it would cost without the contract. The strongest rule wins whose window
// holds the work date and which names nothing that the work does not have. Pure and quick: a look-up for each set of selectors in
// use.
#pragma once

#include <optional>

#include "domain/rate/rate.hpp"
#include "domain/time/time.hpp"

namespace billtrail {

struct Books;

struct RateQuestion {
  MemberId member;
  const Assignment& work;
  Date date;  // R3: the work date
};

// R1. Nothing when the work is non-billable, and nothing when no rule matches: then billable work is unpriced, never free.
std::optional<AppliedRate> agreed_rate(const Books& books, const RateQuestion& question);

// R2: R1 with only the rules that name no project, no engagement and no client.
std::optional<AppliedRate> standard_rate(const Books& books, const RateQuestion& question);

// What an hour of the member costs the practice, billable or not; in the practice's currency (2.11).
std::optional<AppliedRate> cost_rate(const Books& books, const RateQuestion& question);

}  // namespace billtrail
