// Lines of a draft put right when what is under them changed.
#pragma once

#include "domain/invoice/drafting.hpp"

namespace billtrail {

// The same work with other billed seconds. Of capped work never more than the cap has left.
void restate_seconds(const Books& books, LineWork& work, Seconds billed);

// Prices every line of work anew from its entries. What no longer belongs to its line goes to one where it does; what cannot be
// billed any more leaves. A line keeps what a person took off it.
void regroup(Drafting& draft);

// C4: fee and adjustment lines of the period as it is charged now.
void add_fees(Drafting& draft, const DraftKey& key, const CycleState& cycle);
void replace_fees(Drafting& draft, const DraftKey& key, const CycleState& cycle);

}  // namespace billtrail
