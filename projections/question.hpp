// A question to a read model, as it comes in name=value pairs from HTTP and WebSocket. Reading collects every fault at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/event.hpp"

namespace billtrail {

// What rows are grouped by. team: one row for all (utilisation).
BOOST_DEFINE_ENUM_CLASS(Dimension, client, project, campaign, task, service, member, category, day, week, month, team)

// The moment up to which something was known: a position or a recorded time.
using KnownAt = std::variant<Position, Instant>;

BOOST_DEFINE_ENUM_CLASS(AnswerFormat, json, csv)

// Debtors age by due date, or by issue date (2.16).
BOOST_DEFINE_ENUM_CLASS(AgeBasis, due, issue)

inline constexpr std::size_t question_limit_default = 50;
inline constexpr std::size_t question_limit_max = 200;
inline constexpr int question_days_max = 366 * 20;  // longest period that is walked day by day (utilisation)

// What stands behind the last row of a page of entries.
struct Cursor {
  Date work_date;
  std::optional<Instant> start;
  EntryId entry;
  static std::optional<Cursor> parse(std::string_view text);
  std::string text() const;
};

// The server's clock when the question was asked, in the practice's zone.
struct Asked {
  Date today;
  Instant now;
};

struct Question {
  Asked asked;
  std::optional<Date> as_of;
  std::optional<Date> from, to;  // inclusive work dates; wip-movement: D0 and D1
  std::vector<Dimension> by;     // the model's default when the question names none
  std::optional<ClientId> client;
  std::optional<ProjectId> project;
  std::optional<CampaignId> campaign;
  std::optional<TaskId> task;
  std::optional<ServiceId> service;
  std::optional<MemberId> member;
  std::optional<Category> category;
  std::optional<Review> review;
  std::optional<EngagementId> engagement;
  std::optional<InvoiceId> invoice;
  std::optional<std::int32_t> period;  // of an engagement
  std::optional<std::string> state;    // of an invoice, as its row says it; or "open"
  AgeBasis basis = AgeBasis::due;
  bool removed = false;  // entries: the removed ones instead
  bool limited = false;  // a limit was given
  std::size_t limit = question_limit_default;
  std::optional<Cursor> cursor;
  // For the gateway, which picks the views:
  std::optional<KnownAt> known_at;
  std::optional<KnownAt> opening;  // opening_known_at
  std::optional<Position> at_least;
  AnswerFormat format = AnswerFormat::json;

  // The business date asked for: as_of, or today.
  Date day() const { return as_of.value_or(asked.today); }
};

struct QuestionFault {
  std::string parameter;
  std::string code;  // unknown_parameter, repeated_parameter, bad_date, bad_dimension, bad_id, bad_number, bad_value, missing_parameter, from_after_to ...
  std::string message;
};

struct QuestionRead {
  Question question;
  std::vector<QuestionFault> faults;  // empty when the question can be asked
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

// `practice` and `token` are the gateway's own parameters and skipped. An unknown model reads as one without parameters.
QuestionRead read_question(std::string_view model, const Parameters& parameters, const Asked& asked);

}  // namespace billtrail
