// Clients as the events left them.
#include "domain/client/client_rules.hpp"

namespace billtrail {

void evolve(Books& books, const ClientAdded& event) {
  ClientState client;
  client.name = event.name;
  client.currency = event.currency;
  books.clients.insert(event.client, std::move(client));
  books.names.take("client", event.name, event.client.text());
}

void evolve(Books& books, const ClientChanged& event) {
  ClientState& client = books.clients.edit(event.client);
  if (event.name) {
    books.names.give_up("client", client.name);
    books.names.take("client", *event.name, event.client.text());
    client.name = *event.name;
  }
  if (event.currency) client.currency = *event.currency;
}

}  // namespace billtrail
