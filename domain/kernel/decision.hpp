// What deciding a command gives: the events it leaves, or every reason why it may not be. A refusal is a value, never
// an exception; its code is stable, its facts are data, its place is a JSON pointer into the command.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/kernel/refusal.hpp"

namespace billtrail {

struct Fact {
  std::string name;
  std::variant<std::string, std::int64_t> value;
  friend bool operator==(const Fact&, const Fact&) = default;
};

struct Refusal {
  RefusalCode code;
  std::string pointer;      // JSON pointer into the command: "/client"; empty when it is about the whole
  std::vector<Fact> facts;  // what a person needs to put it right: the holder's id, the limit, the date
  friend bool operator==(const Refusal&, const Refusal&) = default;
};
using Refusals = std::vector<Refusal>;

// Either events (at least one) or refusals (at least one; the first decides the answer's code).
template <class Event>
class Decision {
 public:
  Decision(std::vector<Event> events) : outcome_(std::move(events)) {}
  Decision(Refusals refusals) : outcome_(std::move(refusals)) {}
  Decision(Refusal refusal) : outcome_(Refusals{std::move(refusal)}) {}

  bool accepted() const { return outcome_.index() == 0; }
  const std::vector<Event>& events() const { return std::get<0>(outcome_); }
  std::vector<Event>& events() { return std::get<0>(outcome_); }
  const Refusals& refusals() const { return std::get<1>(outcome_); }

 private:
  std::variant<std::vector<Event>, Refusals> outcome_;
};

inline Refusal refuse(RefusalCode code, std::string pointer = {}, std::vector<Fact> facts = {}) {
  return {code, std::move(pointer), std::move(facts)};
}

}  // namespace billtrail
