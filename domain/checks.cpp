// Checks that many commands share.
#include "domain/checks.hpp"

namespace billtrail {

std::string check_said(std::string_view text, std::string_view pointer, Faults& faults) {
  std::string said = trimmed(text);
  if (said.empty()) faults.add(RefusalCode::name_must_not_be_empty, std::string(pointer));
  return said;
}

std::string check_name(const Books& books, std::string_view kind, std::string_view name, NameHolder own, Faults& faults) {
  std::string said = check_said(name, "/name", faults);
  const std::string* holder = books.names.holder(kind, said);
  if (holder != nullptr && *holder != own.id) faults.add(RefusalCode::name_in_use, "/name", {{"holder", *holder}});
  return said;
}

std::string kind_for_client(std::string_view noun, const std::optional<ClientId>& client) {
  std::string kind(noun);
  kind += "/";
  if (client) kind += client->text();
  return kind;
}

void check_unlocked(const Books& books, Date date, std::string_view pointer, Faults& faults) {
  const std::optional<Date>& locked_until = books.locked_until.get();
  if (locked_until && date <= *locked_until) {
    faults.add(RefusalCode::period_locked, std::string(pointer), {{"locked_until", locked_until->text()}});
  }
}

void check_zone(const Given& given, const std::optional<std::string>& zone, std::string_view pointer, Faults& faults) {
  if (zone && !given.zones.known(*zone)) faults.add(RefusalCode::unknown_zone, std::string(pointer));
}

Date today(const Books& books, const Given& given) { return given.zones.local(given.now, books.settings->zone).date; }

}  // namespace billtrail
