// Folding a ledger from its log: the books always, on opening the views and what the index lacks as well. The log is read and decoded
// on one thread while others fold, so that starting costs little more than reading.
#pragma once

#include "eventstore/index.hpp"
#include "eventstore/log.hpp"
#include "gateway/ledger/ledger.hpp"

namespace billtrail {

// Books, decided position and hash, from what is durable. The clerk's thread. Throws LogDamaged or BrokenRecord.
void fold_books(const Log& log, Ledger& ledger);

// Books, views and index. Before the ledger is shared. Throws LogDamaged, BrokenRecord, or what an unfoldable event throws.
void open_ledger(const Log& log, LogIndex& index, Ledger& ledger);

}  // namespace billtrail
