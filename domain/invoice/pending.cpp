// Not decided yet.
#include "domain/invoice/invoice_rules.hpp"

namespace billtrail {



}  // namespace billtrail
