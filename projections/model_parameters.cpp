// The table of models, parameters and dimensions.
#include "projections/model_parameters.hpp"

#include <array>

namespace billtrail {
namespace {

using enum Dimension;

constexpr auto client_member_month_service = std::to_array({client, member, month, service});
constexpr auto any = std::to_array({client, project, campaign, task, service, member, category, day, week, month});
constexpr auto client_member = std::to_array({client, member});
constexpr auto client_member_month = std::to_array({client, member, month});
constexpr auto client_month = std::to_array({client, month});
constexpr auto member_team = std::to_array({member, team});
constexpr auto only_client = std::to_array({client});
constexpr auto only_member = std::to_array({member});

const std::array models{
    ModelParameters{"practice", "", {}, {}},
    ModelParameters{"directory", "", {}, {}},
    ModelParameters{"timers", " member client ", {}, {}},
    ModelParameters{"entries", " from to client project campaign task service member category review removed limit cursor ", {}, {}},
    ModelParameters{"time-totals", " by from to client project campaign task service member category review removed ", any, client_month},
    ModelParameters{"wip", " by client project campaign task service member category ", client_member_month, only_client},
    ModelParameters{"wip-movement", " by from to opening_known_at client project campaign task service member category ", client_member,
                    only_client},
    ModelParameters{"utilisation", " by from to member ", member_team, only_member},
    ModelParameters{"client-status", " client ", {}, {}},
    ModelParameters{"rates", " client member project service ", {}, {}},
    ModelParameters{"realisation", " by from to client ", client_member_month_service, only_client},
    ModelParameters{"fee-adequacy", " client from to ", {}, {}},
    ModelParameters{"write-offs", " client from to ", {}, {}},
    ModelParameters{"engagements", " client engagement ", {}, {}},
    ModelParameters{"retainer-cycles", " client engagement ", {}, {}},
    ModelParameters{"retainer-lines", " engagement period ", {}, {}, "engagement"},
    ModelParameters{"invoices", " client engagement state from to limit ", {}, {}},
    ModelParameters{"invoice", " invoice ", {}, {}, "invoice"},
    ModelParameters{"credit-notes", " client ", {}, {}},
    ModelParameters{"number-series", "", {}, {}},
    ModelParameters{"payments", " client from to ", {}, {}},
    ModelParameters{"debtors", " client basis ", {}, {}},
    ModelParameters{"statement", " client from to ", {}, {}, "client"},
    ModelParameters{"month-end", "", {}, {}},
    ModelParameters{"expenses", " client ", {}, {}},
    ModelParameters{"media", " client ", {}, {}},
    ModelParameters{"alerts", "", {}, {}},
    ModelParameters{"billing", "", {}, {}},
};

constexpr ModelParameters unknown{"", "", {}, {}};

}  // namespace

const ModelParameters& parameters_of(std::string_view model) {
  for (const ModelParameters& candidate : models) {
    if (candidate.model == model) return candidate;
  }
  return unknown;
}

}  // namespace billtrail
