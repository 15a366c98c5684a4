// Clients: who is billed. Their names are business records and stay clear.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"
#include "domain/kernel/money.hpp"

namespace billtrail {

struct AddClient {
  std::optional<ClientId> client;
  std::string name;
  std::optional<Currency> currency;  // the practice's unless given
};
BOOST_DESCRIBE_STRUCT(AddClient, (), (client, name, currency))

struct ClientAdded {
  ClientId client;
  std::string name;
  Currency currency;
};
BOOST_DESCRIBE_STRUCT(ClientAdded, (), (client, name, currency))

struct ChangeClient {
  ClientId client;
  std::optional<std::string> name;
  std::optional<Currency> currency;  // refused once the client has priced work
};
BOOST_DESCRIBE_STRUCT(ChangeClient, (), (client, name, currency))

struct ClientChanged {
  ClientId client;
  std::optional<std::string> name;
  std::optional<Currency> currency;
};
BOOST_DESCRIBE_STRUCT(ClientChanged, (), (client, name, currency))

}  // namespace billtrail
