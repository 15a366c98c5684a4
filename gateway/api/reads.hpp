// GET /v1/<model> and GET /v1/events.
#pragma once

#include "gateway/api/caller.hpp"
#include "gateway/api/parts.hpp"
#include "gateway/api/read_models.hpp"

namespace billtrail {

class ReadRoutes {
 public:
  explicit ReadRoutes(ApiParts& parts) : parts_(parts), past_(parts.log) {}

  void get_model(const http::Request& request, const Caller& caller, std::string_view model, http::Respond respond);
  void get_events(const http::Request& request, const Caller& caller, http::Respond respond);

  // The question a model is asked in these parameters; today is the practice's.
  QuestionRead question(std::string_view model, const http::Parameters& parameters, const Ledger& ledger) const;

 private:
  http::Response answer_model(const std::string& model, const Question& question, const Ledger& ledger, std::string_view if_none_match);

  ApiParts& parts_;
  PastViews past_;
};

// One event of the ledger as the API shows it.
std::string event_json(const Recorded& recorded, const RecordHash& hash, const RecordHash& previous, const OpenPersonal& open);

}  // namespace billtrail
