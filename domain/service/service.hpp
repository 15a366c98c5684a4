// Services: types of work, such as optimisation, reporting, payroll, advisory.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/kernel/id.hpp"

namespace billtrail {

struct AddService {
  std::optional<ServiceId> service;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AddService, (), (service, name))

struct ServiceAdded {
  ServiceId service;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ServiceAdded, (), (service, name))

struct ChangeService {
  ServiceId service;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ChangeService, (), (service, name))

struct ServiceChanged {
  ServiceId service;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ServiceChanged, (), (service, name))

}  // namespace billtrail
