// Every event there is, in the order of their numbers on disk: append only. A new event does not compile until evolve and
// every projection say what they do with it.
#pragma once

#include <variant>

#include "domain/capacity/capacity.hpp"
#include "domain/client/client.hpp"
#include "domain/kernel/recorded.hpp"
#include "domain/member/member.hpp"
#include "domain/period/period.hpp"
#include "domain/practice/practice.hpp"
#include "domain/project/project.hpp"
#include "domain/rate/rate.hpp"
#include "domain/rounding/rounding_policy.hpp"
#include "domain/service/service.hpp"
#include "domain/task/task.hpp"
#include "domain/time/time.hpp"

namespace billtrail {

using Event = std::variant<
    PracticeOpened, PracticeChanged, Archived, Restored,
    MemberAdded, MemberChanged, MemberRoleSet,
    ContractedHoursSet, HolidayAdded, LeaveRecorded, LeaveCancelled,
    ClientAdded, ClientChanged, ServiceAdded, ServiceChanged,
    ProjectOpened, ProjectChanged, CampaignOpened, CampaignChanged, TaskAdded, TaskChanged,
    RateSet, RateEnded, EntryRepriced, RoundingSet, EntryRerounded,
    TimerStarted, TimerChanged, TimerStopped, TimerDiscarded,
    TimeLogged, TimeEntryCorrected, TimeEntryRemoved, TimeEntryReviewed,
    PeriodLocked>;

// An event in its place in the ledger: what projections fold.
struct Recorded {
  Envelope envelope;
  Event event;
};

// For std::visit with one named arm for each event and no catch-all.
template <class... Arms>
struct Overloaded : Arms... {
  using Arms::operator()...;
};
template <class... Arms>
Overloaded(Arms...) -> Overloaded<Arms...>;

}  // namespace billtrail
