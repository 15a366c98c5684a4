// C6: what is left unused when an agreement ends and its terms say that it is credited.
#pragma once

#include <optional>

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/retainer/cycles.hpp"

namespace billtrail {

// The credit note against the last period's fee that is due: the part of the fee that its own unused allowance is of the whole. Nothing
// unless the agreement has ended, its last period is closed with something unused, and its fee has been issued and not credited.
std::optional<IssueCreditNote> unused_credit(const Books& books, const Retainer& retainer);

}  // namespace billtrail
