// Resolving a question's filters against the directory.
#include "projections/entry_filter.hpp"

#include <algorithm>
#include <limits>

namespace billtrail {
namespace {

template <class Key, class Facts>
std::optional<Row> resolved(const Register<Key, Facts>& noun, const std::optional<Key>& key) {
  if (!key) return std::nullopt;
  return noun.row_of(*key);
}

}  // namespace

DateBounds bounds_of(const Question& question) {
  using Limits = std::numeric_limits<std::int32_t>;
  Date last = question.to.value_or(Date{Limits::max()});
  if (question.as_of) last = std::min(last, *question.as_of);
  return {question.from.value_or(Date{Limits::min()}), last};
}

EntryFilter::EntryFilter(const DirectoryView& directory, const Question& question)
    : client_(resolved(directory.clients, question.client)),
      project_(resolved(directory.projects, question.project)),
      campaign_(resolved(directory.campaigns, question.campaign)),
      task_(resolved(directory.tasks, question.task)),
      service_(resolved(directory.services, question.service)),
      member_(resolved(directory.members, question.member)),
      category_(question.category),
      review_(question.review),
      removed_(question.removed) {
  plain_ = !category_ && !review_;
  for (const auto& wanted : {client_, project_, campaign_, task_, service_, member_}) {
    plain_ = plain_ && !wanted;
    nothing_ = nothing_ || wanted == no_row;
  }
}

}  // namespace billtrail
