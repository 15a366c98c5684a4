// Which parameters and dimensions each read model takes: the contract of GET /v1/<model>.
#pragma once

#include <span>
#include <string_view>

#include "projections/question.hpp"

namespace billtrail {

struct ModelParameters {
  std::string_view model;
  std::string_view parameters;             // besides the common ones; blanks around each
  std::span<const Dimension> dimensions;   // what `by` may name; the model has no `by` when empty
  std::span<const Dimension> by_default;
  std::string_view required = {};          // of the parameters, the one that may not be left out
};

// One without parameters for an unknown model.
const ModelParameters& parameters_of(std::string_view model);

}  // namespace billtrail
