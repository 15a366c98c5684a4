// Retainers and their cycles (2.6, 2.7). One decide for each command, one evolve for each event; what decide promises is in domain/decide.hpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const AgreeRetainer& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeRetainer& command, const Given& given);
Decision<Event> decide(const Books& books, const PauseRetainer& command, const Given& given);
Decision<Event> decide(const Books& books, const ResumeRetainer& command, const Given& given);
Decision<Event> decide(const Books& books, const OpenRetainerCycle& command, const Given& given);
Decision<Event> decide(const Books& books, const CloseRetainerCycle& command, const Given& given);
Decision<Event> decide(const Books& books, const ReopenRetainerCycle& command, const Given& given);
Decision<Event> decide(const Books& books, const ApproveOverage& command, const Given& given);
Decision<Event> decide(const Books& books, const RecordDeliverable& command, const Given& given);

void evolve(Books& books, const RetainerAgreed& event);
void evolve(Books& books, const RetainerChanged& event);
void evolve(Books& books, const RetainerPaused& event);
void evolve(Books& books, const RetainerResumed& event);
void evolve(Books& books, const RetainerCycleOpened& event);
void evolve(Books& books, const RetainerCycleRestated& event);
void evolve(Books& books, const RetainerCycleClosed& event);
void evolve(Books& books, const RetainerCycleReopened& event);
void evolve(Books& books, const OverageApproved& event);
void evolve(Books& books, const OverageCharged& event);
void evolve(Books& books, const DeliverableRecorded& event);
void evolve(Books& books, const RetainerAlertRaised& event);
void evolve(Books& books, const RetainerAlertCleared& event);

}  // namespace billtrail
