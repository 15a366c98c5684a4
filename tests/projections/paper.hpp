// Histories of agreements, documents and payments for tests of the read models, directly out of events, each recorded on its business date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "projections/question.hpp"
#include "projections/views.hpp"
#include "tests/support/catch.hpp"

namespace billtrail::testing {

// Short ways to write literals. They throw on a wrong one.
template <class SomeId>
SomeId an(std::string_view text) {
  return SomeId::parse(text).value();
}
inline Date on(std::string_view iso) { return Date::parse(iso).value(); }
inline Currency in(std::string_view code) { return Currency::parse(code).value(); }
constexpr Seconds h(std::int64_t count) { return Seconds{count * 3600}; }

class Paper {
 public:
  // A practice in EUR and UTC; member ana; clients acme and bolt (EUR) and cora (USD).
  Paper();

  // The day on which what follows is written down; counts for what has no date of its own.
  Paper& today(std::string_view date);
  Paper& add(Event event);

  // One line of that net; no tax unless said.
  Paper& draft(std::string_view invoice, std::string_view client, std::int64_t net, std::int64_t tax = 0,
               std::vector<DepositDraw> deposits = {});
  Paper& drafted(std::string_view invoice, InvoiceDocument document, std::optional<DraftKey> key = {});
  // Takes the next number, or the counter given.
  Paper& issue(std::string_view invoice, std::string_view date, std::string_view due, std::int64_t counter = 0);
  // Draft and issue.
  Paper& invoice(std::string_view invoice, std::string_view client, std::string_view date, std::string_view due, std::int64_t total);
  Paper& credit(std::string_view note, std::string_view invoice, std::string_view date, std::int64_t total, std::int64_t applied,
                bool returns = false);
  Paper& pay(std::string_view payment, std::string_view client, std::string_view date, std::int64_t amount);
  Paper& allocate(std::string_view allocation, std::string_view payment, std::string_view invoice, std::int64_t amount,
                  std::string_view date);
  Paper& allocate_note(std::string_view allocation, std::string_view note, std::string_view invoice, std::int64_t amount,
                       std::string_view date);
  Paper& refund(std::string_view refund, std::string_view payment, std::int64_t amount, std::string_view date);
  // 80.00 an hour; retainer work of the engagement, when there is one.
  Paper& work(std::string_view entry, std::string_view client, std::string_view date, Seconds seconds, std::string_view engagement = {});

  const Views& views() const { return views_; }

 private:
  Currency currency_of(std::string_view client) const { return in(client == "cora" ? "USD" : "EUR"); }

  Views views_;
  Date today_;
  std::int64_t counter_ = 0;
};

// Reads and checks: a question with faults fails the test. Without as_of it is asked on 30 June 2026.
Question asked(std::string_view model, const Parameters& parameters = {});

}  // namespace billtrail::testing
