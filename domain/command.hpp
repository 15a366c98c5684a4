// Every command there is. The name of a type is the name in the URL.
#pragma once

#include <variant>

#include "domain/event.hpp"

namespace billtrail {

using Command = std::variant<OpenPractice, ChangePractice, Archive, Restore, AddMember, ChangeMember, SetMemberRole,
                             SetContractedHours, AddHoliday, RecordLeave, CancelLeave, AddClient, ChangeClient, AddService,
                             ChangeService, OpenProject, ChangeProject, OpenCampaign, ChangeCampaign, AddTask, ChangeTask,
                             SetRate, EndRate, SetRounding, StartTimer, ChangeTimer, StopTimer, DiscardTimer, StopForgottenTimer,
                             LogTime, LogTimes, CorrectTimeEntry, RemoveTimeEntry, MoveTimeEntry, ReviewTimeEntry, LockPeriod>;

}  // namespace billtrail
