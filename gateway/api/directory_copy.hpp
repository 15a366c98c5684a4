// The names of a practice with the members' names opened, for turning words and imported names into ids.
#pragma once

#include "gateway/json/write.hpp"
#include "gateway/ledger/ledger.hpp"
#include "gateway/quicklog/directory.hpp"
#include "projections/question.hpp"

namespace billtrail {

quicklog::Directory copy_directory(const Ledger& ledger, const OpenPersonal& open, const Asked& asked);

}  // namespace billtrail
