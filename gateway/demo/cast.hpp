// Who and what there is in the sample agency: plain tables. Months count from the first of its eighteen.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/time/category.hpp"

namespace billtrail::demo {

// How somebody writes down time: from-to, only lengths, or the one on most days and the other on some.
enum class Habit { clock, lengths, mixed };

struct Person {
  std::string_view id, name, email, role;
  std::array<int, 7> week_minutes;  // Monday first
  int starts_at;                    // minutes after midnight, give or take
  Habit habit;
  int billable_percent;  // of working time
  std::vector<std::string_view> services;
  int cost_an_hour;      // whole euros
  int joined_month = 0;  // 0: was there before
  int left_month = 0;    // 0: is still there
};
const std::vector<Person>& people();

// Other contracted hours from a month on.
struct HoursChange {
  std::string_view person;
  int month;
  std::array<int, 7> week_minutes;
};
const std::vector<HoursChange>& hours_changes();

struct ClientOfAgency {
  std::string_view id, name, currency;
};
const std::vector<ClientOfAgency>& clients();

struct NamedService {
  std::string_view id, name;
};
const std::vector<NamedService>& services();

// Projects and campaigns have work between two months, the second excluded; 99 is beyond the end.
struct ProjectOfClient {
  std::string_view id, client, name;
  std::vector<std::string_view> services;
  int from_month, to_month;
};
const std::vector<ProjectOfClient>& projects();

struct CampaignOfClient {
  std::string_view id, client, name;
  std::vector<std::string_view> services;
  int from_month, to_month;
};
const std::vector<CampaignOfClient>& campaigns();

enum class TaskIs { task, touch };

// Tasks without a client are internal.
struct TaskOfClient {
  std::string_view id, client, name, service;
  TaskIs kind;
  Category category;
};
const std::vector<TaskOfClient>& tasks();

// What people write about work of a service.
std::span<const std::string_view> descriptions(std::string_view service);

}  // namespace billtrail::demo
