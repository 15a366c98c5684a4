// Pass-through media: what was planned, what the platform spent, what was invoiced by the day (2.14). In order of arrival.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"

namespace billtrail {

struct MediaRow {
  std::string key;
  MediaId media;
  ClientId client;
  std::string client_name;
  std::string text;
  Date from, to;
  Money budget, actual;
  Money invoiced;             // pass-through and settlement lines, less what was credited
  Money commission_invoiced;
  bool settled = false;
  std::string state;          // "planned", "running", "on_draft" or "settled"
  std::optional<InvoiceId> invoice;  // the draft that holds it
};
BOOST_DESCRIBE_STRUCT(MediaRow, (),
                      (key, media, client, client_name, text, from, to, budget, actual, invoiced, commission_invoiced, settled, state,
                       invoice))

struct MediaAnswer {
  std::vector<MediaRow> rows;
};
BOOST_DESCRIBE_STRUCT(MediaAnswer, (), (rows))

MediaAnswer media(const Views& views, const Question& question);

}  // namespace billtrail
