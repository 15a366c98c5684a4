// The category of work decides whether and how it is billed (F8). Wire spelling settled in 2.21.
#pragma once

#include <boost/describe.hpp>

namespace billtrail {

BOOST_DEFINE_ENUM_CLASS(Category, retainer, project, ad_hoc, non_billable)

}  // namespace billtrail
