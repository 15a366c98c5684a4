// Seals the personal text of a command under the key of the person it is about, before it is decided (architecture part 3). A
// key that is new is durable in the vault before anything uses it.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "eventstore/vault.hpp"

namespace billtrail {

// On the clerk's thread: who the text is about may only be known from the books (an entry's member). Text whose person cannot be
// told is left plain; such a command is about to be refused for an unknown id.
void seal_personal(Command& command, const Books& books, Vault& vault, PracticeNumber practice);

}  // namespace billtrail
