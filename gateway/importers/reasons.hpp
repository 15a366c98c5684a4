// A sentence for each code that an import's report may hold of its own; codes of the ledger's refusals have theirs there.
#pragma once

#include <string_view>

namespace billtrail::importers {

// The code itself when it is of neither.
std::string_view sentence_of(std::string_view code);

}  // namespace billtrail::importers
