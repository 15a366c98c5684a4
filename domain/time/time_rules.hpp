// The rules of timers and time entries (2.17, 2.19): one decide for each command, one evolve for each event. What decide promises
// is in domain/decide.hpp. Where each stands: start_timer.cpp, change_timer.cpp, stop_timer.cpp, log_time.cpp, correct_entry.cpp,
// remove_entry.cpp, review_entry.cpp, evolve_time.cpp.
#pragma once

#include "domain/books.hpp"
#include "domain/command.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const StartTimer& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeTimer& command, const Given& given);
Decision<Event> decide(const Books& books, const StopTimer& command, const Given& given);
Decision<Event> decide(const Books& books, const DiscardTimer& command, const Given& given);
Decision<Event> decide(const Books& books, const StopForgottenTimer& command, const Given& given);
Decision<Event> decide(const Books& books, const LogTime& command, const Given& given);
Decision<Event> decide(const Books& books, const LogTimes& command, const Given& given);
Decision<Event> decide(const Books& books, const CorrectTimeEntry& command, const Given& given);
Decision<Event> decide(const Books& books, const RemoveTimeEntry& command, const Given& given);
Decision<Event> decide(const Books& books, const MoveTimeEntry& command, const Given& given);
Decision<Event> decide(const Books& books, const ReviewTimeEntry& command, const Given& given);
Decision<Event> decide(const Books& books, const AdjustTimeEntry& command, const Given& given);

void evolve(Books& books, const TimerStarted& event);
void evolve(Books& books, const TimerChanged& event);
void evolve(Books& books, const TimerStopped& event);
void evolve(Books& books, const TimerDiscarded& event);
void evolve(Books& books, const TimeLogged& event);
void evolve(Books& books, const TimeEntryCorrected& event);
void evolve(Books& books, const TimeEntryRemoved& event);
void evolve(Books& books, const TimeEntryReviewed& event);
void evolve(Books& books, const EntryRepriced& event);
void evolve(Books& books, const EntryRerounded& event);

}  // namespace billtrail
