// Freezing both rates and the rounding terms on an entry.
#include "domain/time/pricing.hpp"

#include "domain/rate/which_rate.hpp"
#include "domain/rounding/which_policy.hpp"
#include "domain/time/limits.hpp"

namespace billtrail {
namespace {

std::string at(std::string_view prefix, std::string_view field) {
  std::string pointer(prefix);
  pointer += field;
  return pointer;
}

}  // namespace

std::optional<AppliedRate> rate_said(const Books& books, const RateSaid& said, const std::optional<ClientId>& client,
                                     std::string_view prefix, Faults& faults) {
  if (!said.amount) return std::nullopt;
  if (said.amount->ten_thousandths < 0) faults.add(RefusalCode::rate_must_not_be_negative, at(prefix, "/rate"));
  if (*said.amount > typed_rate_max) {
    faults.add(RefusalCode::amount_too_large, at(prefix, "/rate"), {{"rate_max", typed_rate_max.text()}});
  }
  const ClientState* of = client ? books.clients.find(*client) : nullptr;
  const Currency& currency = of == nullptr ? books.settings->currency : of->currency;
  if (said.currency && *said.currency != currency) {
    faults.add(RefusalCode::currency_differs, at(prefix, "/currency"), {{"currency", std::string(currency.code())}});
  }
  return AppliedRate{{*said.amount, currency, Seconds{3600}}, said.origin, std::nullopt};
}

void freeze_rates(const Books& books, EntryFacts& facts) {
  const RateQuestion question{facts.member, facts.work, facts.span.work_date};
  const bool stays = facts.agreed && facts.agreed->origin != RateOrigin::rule;
  if (!stays) facts.agreed = agreed_rate(books, question);
  facts.standard = standard_rate(books, question);
}

void freeze_rounding(const Books& books, EntryFacts& facts) {
  facts.rounding = rounding_for(books, facts.work.client, facts.span.work_date, facts.work.category);
}

EntryFacts frozen(const Books& books, const MemberId& member, Assignment work, Span span, std::optional<AppliedRate> typed,
                  Review review) {
  EntryFacts facts;
  facts.member = member;
  facts.work = std::move(work);
  facts.span = std::move(span);
  facts.agreed = std::move(typed);
  facts.review = review;
  freeze_rates(books, facts);
  freeze_rounding(books, facts);
  return facts;
}

}  // namespace billtrail
