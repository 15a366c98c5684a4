// The hours of the sample agency, day by day. The script must outlive this.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "gateway/demo/script.hpp"

namespace billtrail::demo {

class WorkingDays {
 public:
  explicit WorkingDays(Script& script);
  // Adds the time of everybody who works on that day. Days must come in order.
  void write(Date day);

 private:
  // Something to log time against, while it is on.
  struct Job {
    std::string_view client, project, campaign, task, service;
    Date from, to;  // the second excluded
    int weight;
  };

  struct Worker {
    const Person* person;
    Dice dice;
    std::vector<const Job*> mine;
    std::vector<const Job*> week;  // what this week is about
    Date week_of;
    std::array<int, 7> minutes;
    Date here, gone;
  };

  void list_jobs();
  enum class Presence { away, there };
  void write_today(Worker& worker, Presence presence);
  void write_day(Worker& worker, Date day);
  void write_blocks(Worker& worker, Date day, int minutes);
  void log(Worker& worker, Date day, const Job& job, int minutes, int starts_at);
  const Job& choose(Worker& worker, Date day);
  void choose_week(Worker& worker, Date day);

  Script& script_;
  std::vector<Job> jobs_;
  std::vector<Job> internal_;
  std::vector<Worker> workers_;
};

}  // namespace billtrail::demo
