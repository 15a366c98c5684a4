// Checks that many commands share. Each adds what it finds to the faults and goes on, so that one answer names them all.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/books.hpp"
#include "domain/decide.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

// An id that the edge has filled in before deciding, whoever chose it.
template <class SomeId>
const SomeId& chosen(const std::optional<SomeId>& id) {
  if (!id) throw std::logic_error("a command came to be decided without its id");
  return *id;
}

template <class SomeId, class State>
void check_unused(const Table<SomeId, State>& table, const SomeId& id, std::string_view pointer, Faults& faults) {
  if (table.find(id) != nullptr) faults.add(RefusalCode::id_in_use, std::string(pointer));
}

// The thing, or null after adding `unknown`.
template <class SomeId, class State>
const State* check_known(const Table<SomeId, State>& table, const SomeId& id, RefusalCode unknown, std::string_view pointer,
                         Faults& faults) {
  const State* state = table.find(id);
  if (state == nullptr) faults.add(unknown, std::string(pointer));
  return state;
}
template <class SomeId, class State>
const State* check_known(const Table<SomeId, State>& table, const std::optional<SomeId>& id, RefusalCode unknown,
                         std::string_view pointer, Faults& faults) {
  return id ? check_known(table, *id, unknown, pointer, faults) : nullptr;
}

// The same, and it must not be archived. `noun` is the field's name and the fact's.
template <class SomeId, class State>
const State* check_usable(const Table<SomeId, State>& table, const SomeId& id, RefusalCode unknown, std::string_view noun,
                          Faults& faults) {
  const std::string pointer = "/" + std::string(noun);
  const State* state = check_known(table, id, unknown, pointer, faults);
  if (state != nullptr && state->archived) {
    faults.add(RefusalCode::archived, pointer, {{std::string(noun), std::string(id.text())}});
  }
  return state;
}
template <class SomeId, class State>
const State* check_usable(const Table<SomeId, State>& table, const std::optional<SomeId>& id, RefusalCode unknown,
                          std::string_view noun, Faults& faults) {
  return id ? check_usable(table, *id, unknown, noun, faults) : nullptr;
}

// The text without blanks around it; it must say something.
std::string check_said(std::string_view text, std::string_view pointer, Faults& faults);

// Who may hold a name: nobody, or the thing that is being renamed.
struct NameHolder {
  std::string_view id;
};
// check_said, and nobody else of the kind may have it. `kind` as in NameIndex.
std::string check_name(const Books& books, std::string_view kind, std::string_view name, NameHolder own, Faults& faults);
// The kind of things whose names are unique within a client: "project/acme"; without a client "project/".
std::string kind_for_client(std::string_view noun, const std::optional<ClientId>& client);

// 2.18: nothing dated on or before the lock date may be created, changed or removed.
void check_unlocked(const Books& books, Date date, std::string_view pointer, Faults& faults);

void check_zone(const Given& given, const std::optional<std::string>& zone, std::string_view pointer, Faults& faults);

// Today where the practice is.
Date today(const Books& books, const Given& given);

}  // namespace billtrail
