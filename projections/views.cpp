// Taking an event into every fold, and comparing two sets of folds.
#include "projections/views.hpp"

namespace billtrail {
namespace {

template <class View, class Take>
void into(const View&, const Recorded& recorded, Take&& take) {
  static_assert(Projection<View>);
  try {
    take();
  } catch (const std::exception& error) {
    throw FoldFailed(View::name, recorded.envelope.position, type_name_of(recorded.event), error.what());
  }
}

template <class Each>
void each_view(const Views& left, const Views& right, Each&& each) {
  each(left.directory, right.directory);
  each(left.practice, right.practice);
  each(left.timers, right.timers);
  each(left.work, right.work);
  each(left.capacity, right.capacity);
  each(left.rates, right.rates);
  each(left.agreements, right.agreements);
  each(left.documents, right.documents);
  each(left.payments, right.payments);
  each(left.billing, right.billing);
}

template <class View>
std::string line_of(const View& view, std::size_t i) {
  std::string text;
  if (i < view.lines()) view.line(i, text);
  return text;
}

}  // namespace

void apply(Views& views, const Recorded& recorded) {
  const Position position = recorded.envelope.position;
  if (position != next(views.position)) {
    throw FoldFailed("views", position, type_name_of(recorded.event),
                     "expected position " + std::to_string(next(views.position).value));
  }
  into(views.directory, recorded, [&] { views.directory.apply(recorded.event); });
  into(views.practice, recorded, [&] { views.practice.apply(recorded); });
  into(views.timers, recorded, [&] { views.timers.apply(recorded.event); });
  into(views.agreements, recorded, [&] { views.agreements.apply(recorded, views.directory); });
  into(views.documents, recorded, [&] { views.documents.apply(recorded, views.directory); });
  into(views.payments, recorded, [&] { views.payments.apply(recorded, views.directory, views.documents); });
  into(views.billing, recorded, [&] { views.billing.apply(recorded); });
  into(views.work, recorded, [&] { views.work.apply(recorded, views.directory); });
  into(views.capacity, recorded, [&] { views.capacity.apply(recorded.event); });
  into(views.rates, recorded, [&] { views.rates.apply(recorded.event); });
  views.position = position;
  views.recorded_at = recorded.envelope.recorded_at;
}

std::string dump(const Views& views) {
  std::string text = "position " + std::to_string(views.position.value) + " " + std::to_string(views.recorded_at.micros) + "\n";
  each_view(views, views, [&]<class View>(const View& view, const View&) {
    text += std::string(View::name) + " " + std::to_string(View::version) + " " + std::to_string(view.lines()) + "\n";
    for (std::size_t i = 0; i < view.lines(); ++i) {
      view.line(i, text);
      text += '\n';
    }
  });
  return text;
}

std::optional<Difference> first_difference(const Views& left, const Views& right) {
  if (left.position != right.position || left.recorded_at != right.recorded_at) {
    return Difference{"views", 0, std::to_string(left.position.value), std::to_string(right.position.value)};
  }
  std::optional<Difference> difference;
  each_view(left, right, [&]<class View>(const View& a, const View& b) {
    for (std::size_t i = 0; !difference && i < std::max(a.lines(), b.lines()); ++i) {
      std::string left_line = line_of(a, i);
      std::string right_line = line_of(b, i);
      if (left_line != right_line) difference = Difference{std::string(View::name), i, std::move(left_line), std::move(right_line)};
    }
  });
  return difference;
}

}  // namespace billtrail
