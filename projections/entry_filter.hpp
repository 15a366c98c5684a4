// The filters of a question, resolved once into rows, so that a scan compares numbers.
#pragma once

#include <optional>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

// Work dates, both inclusive.
struct DateBounds {
  Date first;
  Date last;
  bool hold(Date date) const { return first <= date && date <= last; }
};

// from, and the earlier of to and as_of; open where the question says nothing.
DateBounds bounds_of(const Question& question);

class EntryFilter {
 public:
  EntryFilter(const DirectoryView& directory, const Question& question);

  // Everything but dates.
  bool lets_through(const EntryRow& entry) const {
    if (entry.removed != removed_) return false;
    if (plain_) return true;
    return fits(client_, entry.client) && fits(project_, entry.project) && fits(campaign_, entry.campaign) && fits(task_, entry.task) &&
           fits(service_, entry.service) && fits(member_, entry.member) && (!category_ || *category_ == entry.category()) &&
           (!review_ || *review_ == entry.review()) && !nothing_;
  }
  // For what has neither member nor service, task, category or review: expenses, fees, amounts on account.
  bool lets_money_through(Row client, Row project, Row campaign = no_row) const {
    return !removed_ && !nothing_ && !member_ && !service_ && !task_ && !category_ && !review_ && fits(client_, client) &&
           fits(project_, project) && fits(campaign_, campaign);
  }
  bool lets_member_through(Row member) const { return !nothing_ && fits(member_, member); }
  bool lets_client_through(Row client) const { return !nothing_ && fits(client_, client); }

 private:
  static bool fits(const std::optional<Row>& wanted, Row row) { return !wanted || *wanted == row; }

  std::optional<Row> client_, project_, campaign_, task_, service_, member_;
  std::optional<Category> category_;
  std::optional<Review> review_;
  bool removed_ = false;
  bool plain_ = false;    // no filter but removed
  bool nothing_ = false;  // asks for something that is not in the directory
};

}  // namespace billtrail
