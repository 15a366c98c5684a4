// Understanding a line: names said outright, then times, then names said freely; the rest is the description.
#include "gateway/quicklog/quick_log.hpp"

#include <algorithm>
#include <map>

#include "gateway/json/write.hpp"
#include "gateway/quicklog/moments.hpp"
#include "gateway/quicklog/naming.hpp"

namespace billtrail::quicklog {

namespace {

class Line {
 public:
  Line(std::string_view line, const Directory& directory, const Moment& moment, Purpose purpose)
      : tokens_(tokens_of(line)), moment_(moment), purpose_(purpose), naming_(directory, tokens_, out_.faults, means_) {}

  Understood run(const MemberId& member) {
    out_.entry.member = member;
    if (tokens_.size() > line_words_max) {
      fault("too_many_words", "The line has too many words.");
      return std::move(out_);
    }
    naming_.said_outright();
    times();
    naming_.said_freely();
    naming_.fill(out_.entry);
    description();
    settle_time();
    for (auto& [at, word] : means_) out_.words.push_back(std::move(word));
    return std::move(out_);
  }

 private:
  void fault(std::string code, std::string message, std::string text = {}) {
    out_.faults.push_back({std::move(code), std::move(message), std::move(text), {}});
  }

  void take(Run run, std::string means) {
    means_[run.first] = {text_of(tokens_, run), std::move(means)};
    for (std::size_t i = run.first; i < run.first + run.count; ++i) tokens_[i].taken = true;
  }

  void times() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].taken && !tokens_[at].quoted) time_at(at);
    }
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!tokens_[at].taken && !tokens_[at].quoted) colon_at(at);
    }
  }

  // The longest and clearest forms first; each kind once, a second one stays a word of the description.
  void time_at(std::size_t at) {
    const std::string& word = tokens_[at].word;
    if (word == "!nb" || tokens_[at].text == "!nb" || word == "nonbillable" || word == "non-billable") {
      out_.entry.category = Category::non_billable;
      return take({at, 1}, "non-billable");
    }
    if (!date_) {
      if (const auto found = date_at(tokens_, at, moment_.today)) {
        date_ = found->value;
        return take({at, found->count}, "date: " + found->value.text());
      }
    }
    if (!range_ && !length_ && !start_) {
      if (const auto found = range_at(tokens_, at)) {
        range_ = found->value;
        return take({at, found->count}, "from " + clock_text(range_->from) + " to " + clock_text(range_->to));
      }
    }
    if (range_) return;
    if (!length_) {
      if (const auto found = duration_at(tokens_, at)) {
        length_ = found->value;
        return take({at, found->count}, "length: " + duration_text(found->value));
      }
    }
    if (!start_) {
      if (const auto found = clock_at(tokens_, at)) {
        start_ = found->value;
        take({at, found->count}, "start: " + clock_text(found->value));
      }
    }
  }

  // "1:30" is a length when there is none yet and the hour is one digit; else, or as "09:30", a clock time.
  void colon_at(std::size_t at) {
    const std::string& word = tokens_[at].word;
    const bool one_digit = word.find(':') == 1;
    if (range_) return;
    if (!length_ && (one_digit || start_) && purpose_ == Purpose::log) {
      if (const auto found = colon_duration(word)) {
        length_ = found;
        return take({at, 1}, "length: " + duration_text(*found));
      }
    }
    if (start_) return;
    if (const auto found = colon_clock(word)) {
      start_ = found;
      take({at, 1}, "start: " + clock_text(*found));
    }
  }

  void description() {
    std::string text;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].taken) continue;
      std::size_t count = 1;
      while (at + count < tokens_.size() && !tokens_[at + count].taken) ++count;
      const std::string piece = text_of(tokens_, {at, count});
      means_[at] = {piece, "description"};
      text += (text.empty() ? "" : " ") + piece;
      at += count - 1;
    }
    if (!text.empty()) out_.entry.description = Personal{{}, std::move(text)};
  }

  void settle_time() {
    if (purpose_ == Purpose::timer) return settle_timer();
    LogTime& entry = out_.entry;
    entry.date = date_.value_or(moment_.today);
    if (!range_ && !length_)
      return fault("length_missing", "Say how long it took: 2h, 45 min, 1:30, or from when to when: 9-10:30.");
    if (length_ && length_->count <= 0) return fault("length_missing", "The length must be more than nothing.");
    if (range_) {
      entry.local_start = LocalTime{*entry.date, range_->from};
      entry.local_end = LocalTime{range_->to > range_->from ? *entry.date : *entry.date + 1, range_->to};
    } else {
      entry.seconds = length_;
      if (start_) entry.local_start = LocalTime{*entry.date, *start_};
    }
    if (entry.local_start) entry.zone = moment_.zone;
    refuse_the_future(entry);
  }

  void refuse_the_future(const LogTime& entry) {
    if (*entry.date > moment_.today) return fault("in_the_future", entry.date->text() + " lies in the future.");
    if (!entry.local_start) return;
    const Instant start = moment_.zones.instant(*entry.local_start, moment_.zone);
    const Instant end = entry.local_end ? moment_.zones.instant(*entry.local_end, moment_.zone) : start + *entry.seconds;
    if (start > moment_.now) {
      fault("in_the_future",
            clock_text(entry.local_start->seconds) + " lies in the future; say the day if it was an earlier one.");
    } else if (end > moment_.now) {
      fault("in_the_future", "The work would end in the future; say less, or start a timer.");
    }
  }

  void settle_timer() {
    if (range_ || length_) return fault("timer_with_length", "A timer has no length; it runs until it is stopped.");
    if (!start_) {
      if (date_ && *date_ != moment_.today) fault("timer_with_date", "A timer starts now, or at a clock time.");
      return;
    }
    LogTime& entry = out_.entry;
    entry.local_start = LocalTime{date_.value_or(moment_.today), *start_};
    entry.zone = moment_.zone;
    if (moment_.zones.instant(*entry.local_start, moment_.zone) > moment_.now) {
      fault("in_the_future", clock_text(*start_) + " lies in the future.");
    }
  }

  Understood out_;
  std::vector<Token> tokens_;
  const Moment& moment_;
  Purpose purpose_;
  std::map<std::size_t, Word> means_;  // by the first token they stand for
  Naming naming_;
  std::optional<Date> date_;
  std::optional<ClockRange> range_;
  std::optional<Seconds> length_;
  std::optional<std::int32_t> start_;
};

}  // namespace

Understood understand(std::string_view line, const Directory& directory, const MemberId& member, const Moment& moment,
                      Purpose purpose) {
  if (line.size() > line_bytes_max) {
    Understood refused;
    refused.entry.member = member;
    refused.faults.push_back({"too_many_words", "The line is too long.", {}, {}});
    return refused;
  }
  return Line(line, directory, moment, purpose).run(member);
}

StartTimer timer_of(const Understood& understood, const ZoneRules& zones) {
  const LogTime& said = understood.entry;
  StartTimer timer;
  timer.member = said.member;
  timer.client = said.client;
  timer.project = said.project;
  timer.campaign = said.campaign;
  timer.task = said.task;
  timer.service = said.service;
  timer.category = said.category;
  timer.description = said.description;
  timer.tags = said.tags;
  if (said.local_start && said.zone) timer.at = zones.instant(*said.local_start, *said.zone);
  timer.zone = said.zone;
  return timer;
}

std::string understood_json(const Understood& understood) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("understood", understood.entry).key("words").begin_array();
  for (const Word& word : understood.words) json.begin_object().field("text", word.text).field("means", word.means).end_object();
  json.end_array().key("faults").begin_array();
  for (const Fault& fault : understood.faults) {
    json.begin_object().field("code", fault.code).field("message", fault.message);
    if (!fault.text.empty()) json.field("text", fault.text);
    if (!fault.candidates.empty()) json.field("candidates", fault.candidates);
    json.end_object();
  }
  json.end_array().end_object();
  return out;
}

}  // namespace billtrail::quicklog
