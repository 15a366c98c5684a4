// A service has a name of its own in the practice.
#include "domain/checks.hpp"
#include "domain/service/service_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AddService& command, const Given&) {
  const ServiceId service = chosen(command.service);
  Faults faults;
  check_unused(books.services, service, "/service", faults);
  const std::string name = check_name(books, "service", command.name, NameHolder{}, faults);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ServiceAdded{service, name}};
}

Decision<Event> decide(const Books& books, const ChangeService& command, const Given&) {
  Faults faults;
  const ServiceState* service = check_usable(books.services, command.service, RefusalCode::unknown_service, "service", faults);
  const std::string name = check_name(books, "service", command.name, NameHolder{command.service.text()}, faults);
  if (service != nullptr && service->name == name) faults.add(RefusalCode::nothing_to_change);
  if (!faults.none()) return faults.in_order();

  return std::vector<Event>{ServiceChanged{command.service, name}};
}

}  // namespace billtrail
