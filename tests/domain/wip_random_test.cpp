// The law of seconds (2.21) and of cents (W1a) under random acts on work: nothing is lost, and what is taken back is as before.
#include <random>

#include "domain/wip/work_of_client.hpp"
#include "tests/domain/wip_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

class Acts {
 public:
  explicit Acts(unsigned seed) : random_(seed) {
    std::vector<Event> history = agency;
    history.push_back(old_rate);
    for (int i = 0; i < 12; ++i) {
      const std::string date = "2026-02-" + std::to_string(pick(10, 27));
      history.push_back(worked("e" + std::to_string(i), date, pick(1, 40'000), std::to_string(pick(1, 300)) + ".37"));
    }
    scenario_.given(history);
  }

  // A write-off or write-up of some of the work by an amount, by seconds, or of all of it; or an earlier one taken back.
  void act() {
    const int kind = pick(0, 4);
    if (kind == 4 && !standing_.empty())
      return reverse(static_cast<std::size_t>(pick(0, static_cast<int>(standing_.size()) - 1)));
    const auto id = WriteOffId::parse("w" + std::to_string(++made_)).value();
    if (kind == 3) {
      scenario_.when(WriteUpWip{id, acme, some(), pick(1, 50'000), {}, "worth it"});
    } else {
      WriteOffWip off;
      off.write_off = id;
      off.client = acme;
      off.entries = some();
      off.reason = "too long";
      if (kind == 1) off.amount = pick(1, 90'000);
      if (kind == 2) off.seconds = Seconds{pick(1, 30'000)};
      scenario_.when(off);
    }
    if (scenario_.decision().accepted()) standing_.push_back(id);
  }

  // The latest first, so that each finds the work as it left it.
  void take_all_back() {
    while (!standing_.empty()) {
      reverse(standing_.size() - 1);
      REQUIRE(scenario_.decision().accepted());
    }
  }

  std::string open() const {
    std::string text;
    for (int i = 0; i < 12; ++i) text += open_text(scenario_.books(), "e" + std::to_string(i)) + "\n";
    return text;
  }

  void check_laws() const {
    const Books& books = scenario_.books();
    WorkOfClient work(books, books.clients.row_of(acme));
    for (Row row = 0; row < books.entries.size(); ++row) {
      const EntrySettlement none;
      const EntrySettlement* found = settlement_of(books, row);
      const EntrySettlement& settlement = found == nullptr ? none : *found;
      const std::optional<OpenWork> open = work.open(row);
      const Seconds left = open ? open->seconds : Seconds{};
      CHECK(left >= Seconds{});
      CHECK(work.billed(row) == left + settlement.written_off);
      const std::int64_t value = open ? open->value : 0;
      const std::int64_t whole = whole_value(books, row);
      CHECK(value >= 0);
      CHECK(whole + settlement.written_up_value == value + settlement.written_off_value);
    }
  }

 private:
  static std::int64_t whole_value(const Books& books, Row row) {
    const EntryState& held = books.entries.at(row);
    return value_of(held.seconds, {{held.agreed.amount}, held.agreed.currency, {held.agreed.per}}).minor;
  }
  int pick(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  std::vector<EntryId> some() {
    std::vector<EntryId> entries;
    for (int i = 0; i < 12; ++i) {
      if (pick(0, 3) == 0) entries.push_back(entry("e" + std::to_string(i)));
    }
    return entries;
  }
  void reverse(std::size_t place) {
    scenario_.when(ReverseWriteOff{standing_[place], {}, "mistake"});
    if (scenario_.decision().accepted()) standing_.erase(standing_.begin() + static_cast<std::ptrdiff_t>(place));
  }

  std::mt19937 random_;
  Scenario scenario_;
  std::vector<WriteOffId> standing_;
  int made_ = 0;
};

}  // namespace

TEST_CASE("W5, W1a: after every act each entry's seconds and cents foot, and all acts taken back leave the work as it was") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Acts acts(seed);
    const std::string before = acts.open();
    for (int i = 0; i < 40; ++i) {
      acts.act();
      acts.check_laws();
    }
    acts.take_all_back();
    CHECK(acts.open() == before);
  }
}
