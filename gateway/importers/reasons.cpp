// The sentences behind codes of imports.
#include "gateway/importers/reasons.hpp"

#include <array>
#include <utility>

#include "domain/kernel/refusal.hpp"

namespace billtrail::importers {

namespace {

constexpr auto sentences = std::to_array<std::pair<std::string_view, std::string_view>>({
    // rows refused
    {"fields_missing", "The row has fewer fields than the header."},
    {"fields_too_many", "The row has more fields than the header."},
    {"text_not_utf8", "The text is not UTF-8."},
    {"user_missing", "The row names neither a user nor an e-mail address."},
    {"user_too_long", "The user's name or e-mail address is too long."},
    {"name_too_long", "The client's, project's or task's name is too long."},
    {"description_too_long", "The description is too long."},
    {"tags_too_many", "The row has too many tags."},
    {"tag_too_long", "A tag is too long."},
    {"start_date_unreadable", "The start date is not of the form YYYY-MM-DD."},
    {"start_date_out_of_range", "The start date is outside the years that can be recorded."},
    {"start_time_unreadable", "The start time is not of the form HH:MM:SS."},
    {"duration_unreadable", "The duration is not of the form HH:MM:SS."},
    {"billable_unreadable", "Billable is neither Yes nor No."},
    {"amount_unreadable", "The amount or rate is not a number."},
    {"no_answer", "The server did not answer for this row."},
    // notes
    {"internal_without_client", "without a client: logged as internal, non-billable"},
    {"zero_duration", "of no length: kept as they are"},
    {"without_clock_times", "without clock times: logged by date and duration"},
    {"end_from_duration", "without a readable end: ends when the duration is over"},
    {"end_contradicts_duration", "end before the duration is over: the duration counts"},
    {"with_pauses", "shorter than end minus start: the duration counts"},
    {"rate_given", "with a rate: frozen on the entry"},
    {"rate_from_amount", "with an amount: its hourly rate is frozen on the entry"},
    // the file
    {"file_empty", "The file is empty."},
    {"columns_missing", "Columns that are needed are not there"},
    {"field_too_long", "A field is too long; perhaps a quote is not closed."},
    {"too_many_fields", "The line has too many fields."},
    {"quote_not_closed", "A quote is not closed."},
});

}  // namespace

std::string_view sentence_of(std::string_view code) {
  for (const auto& [name, sentence] : sentences) {
    if (name == code) return sentence;
  }
  for (const RefusalMeaning& meaning : refusal_meanings) {
    if (meaning.name == code) return meaning.sentence;
  }
  return code;
}

}  // namespace billtrail::importers
