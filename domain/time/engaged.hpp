// 2.5: which agreement work belongs to when nobody says, and what category the agreement gives it.
#pragma once

#include <string_view>

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

struct EngagementQuestion {
  const Assignment& work;
  std::optional<Category> category;  // as said
  std::optional<Date> date;
};
// The project's, where it runs on the day; for work under a retainer the one retainer of the client that counts it. Nothing when
// there is none, or more than one.
std::optional<EngagementId> engagement_for(const Books& books, const EngagementQuestion& question);

// The engagement covers the day.
void check_running(const Books& books, const std::optional<EngagementId>& engagement, Date date, std::string_view pointer,
                   Faults& faults);

// What the engagement says; nothing without one, and for a deposit, which ordinary work is drawn against.
std::optional<Category> engagement_category(const Books& books, const Assignment& work);

// Without any agreement: project when a project or campaign is named, else ad_hoc with a client, else non_billable.
Category plain_category(const Assignment& work);
// Whether a task's own category says more than the plain one.
bool says_category(const Assignment& task);

}  // namespace billtrail
