// Each event is taken into the books by its noun.
#include "domain/books.hpp"
#include "domain/billing/billing_rules.hpp"
#include "domain/capacity/capacity_rules.hpp"
#include "domain/client/client_rules.hpp"
#include "domain/decide.hpp"
#include "domain/engagement/engagement_rules.hpp"
#include "domain/expense/expense_rules.hpp"
#include "domain/invoice/invoice_rules.hpp"
#include "domain/media/media_rules.hpp"
#include "domain/member/member_rules.hpp"
#include "domain/milestone/milestone_rules.hpp"
#include "domain/payment/payment_rules.hpp"
#include "domain/period/period_rules.hpp"
#include "domain/practice/practice_rules.hpp"
#include "domain/project/project_rules.hpp"
#include "domain/rate/rate_rules.hpp"
#include "domain/retainer/retainer_rules.hpp"
#include "domain/rounding/rounding_rules.hpp"
#include "domain/run/run_rules.hpp"
#include "domain/service/service_rules.hpp"
#include "domain/task/task_rules.hpp"
#include "domain/tax/tax_rules.hpp"
#include "domain/time/time_rules.hpp"
#include "domain/wip/wip_rules.hpp"

namespace billtrail {
namespace {

// Takes exactly the event's own overload: one that is missing does not compile, instead of calling evolve(Event) for ever.
template <class SomeEvent>
void evolve_by_noun(Books& books, const SomeEvent& event) {
  constexpr void (*fold)(Books&, const SomeEvent&) = &evolve;
  fold(books, event);
}

}  // namespace

void evolve(Books& books, const Event& event) {
  std::visit([&](const auto& held) { evolve_by_noun(books, held); }, event);
}

}  // namespace billtrail
