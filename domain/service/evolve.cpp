// Services as the events left them.
#include "domain/service/service_rules.hpp"

namespace billtrail {

void evolve(Books& books, const ServiceAdded& event) {
  ServiceState service;
  service.name = event.name;
  books.services.insert(event.service, std::move(service));
  books.names.take("service", event.name, event.service.text());
}

void evolve(Books& books, const ServiceChanged& event) {
  ServiceState& service = books.services.edit(event.service);
  books.names.give_up("service", service.name);
  books.names.take("service", event.name, event.service.text());
  service.name = event.name;
}

}  // namespace billtrail
