// A client has a name of its own and one currency, which stays once there is priced work.
#include "domain/checks.hpp"
#include "domain/client/client_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddClient& command, const Given&) {
  const ClientId client = chosen(command.client);
  Faults faults;
  check_unused(books.clients, client, "/client", faults);
  const std::string name = check_name(books, "client", command.name, NameHolder{}, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ClientAdded{client, name, command.currency.value_or(books.settings->currency)}};
}

Decision<Event> decide(const Books& books, const ChangeClient& command, const Given&) {
  Faults faults;
  const ClientState* client = check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  std::optional<std::string> name = command.name;
  if (name) name = check_name(books, "client", *name, NameHolder{command.client.text()}, faults);
  if (client == nullptr) return faults.in_order();

  ClientChanged change{command.client, {}, {}};
  if (name != client->name) change.name = name;
  if (command.currency != client->currency) change.currency = command.currency;
  if (change.currency && client->priced) {
    faults.add(RefusalCode::currency_fixed, "/currency", {{"currency", std::string(client->currency.code())}});
  }
  if (!change.name && !change.currency) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{change};
}

}  // namespace billtrail
