// 2.14: money that the client spends on a platform through the practice. It passes through at exactly what the platform says; the
// practice earns its commission, a percentage of what is spent or a fixed fee.
#include "domain/checks.hpp"
#include "domain/media/media_rules.hpp"
#include "domain/time/limits.hpp"

namespace billtrail {
namespace {

constexpr std::int64_t media_amount_max = 1'000'000'000'000'000;
constexpr Decimal4 commission_percent_max{1'000'000};

void check_amount(std::int64_t amount, std::string_view pointer, Faults& faults) {
  if (amount < 0 || amount > media_amount_max) {
    faults.add(RefusalCode::amount_too_large, std::string(pointer),
               {{"amount_min", std::int64_t{0}}, {"amount_max", media_amount_max}});
  }
}

void check_commission(const PlanMedia& command, Faults& faults) {
  check_amount(command.commission.value_or(0), "/commission", faults);
  if (command.commission && command.commission_percent) faults.add(RefusalCode::setting_out_of_range, "/commission");
  if (command.commission_percent &&
      (*command.commission_percent < Decimal4{} || *command.commission_percent > commission_percent_max)) {
    faults.add(RefusalCode::setting_out_of_range, "/commission_percent");
  }
}

}  // namespace

Decision<Event> decide(const Books& books, const PlanMedia& command, const Given&) {
  const MediaId& id = chosen(command.media);
  Faults faults;
  check_unused(books.media, id, "/media", faults);
  check_usable(books.clients, command.client, RefusalCode::unknown_client, "client", faults);
  const CampaignState* campaign =
      check_usable(books.campaigns, command.campaign, RefusalCode::unknown_campaign, "campaign", faults);
  if (campaign != nullptr && campaign->client != command.client) {
    faults.add(RefusalCode::campaign_of_another_client, "/campaign", {{"client", std::string(campaign->client.text())}});
  }
  std::string text = check_said(command.text, "/text", faults);
  if (command.from < first_date || command.to > last_date || command.to < command.from) {
    faults.add(RefusalCode::date_out_of_range, "/to", {{"first", first_date.text()}, {"last", last_date.text()}});
  }
  if (command.budget == 0) faults.add(RefusalCode::setting_out_of_range, "/budget");
  check_amount(command.budget, "/budget", faults);
  check_commission(command, faults);
  if (!faults.none()) return faults.in_order();
  return std::vector<Event>{MediaPlanned{id, command.client, command.campaign, std::move(text), command.from, command.to,
                                         command.budget, command.commission_percent.value_or(Decimal4{}),
                                         command.commission.value_or(0), command.billing.value_or(MediaBilling::after)}};
}

Decision<Event> decide(const Books& books, const RecordMediaSpend& command, const Given& given) {
  Faults faults;
  const MediaState* media = check_known(books.media, command.media, RefusalCode::unknown_media, "/media", faults);
  check_amount(command.actual, "/actual", faults);
  const Date now = today(books, given);
  if (command.on > now + days_ahead_max) {
    faults.add(RefusalCode::occurred_in_the_future, "/on", {{"today", now.text()}});
  }
  check_unlocked(books, command.on, "/on", faults);
  if (media != nullptr && command.on < media->plan.from) {
    faults.add(RefusalCode::date_before_work, "/on", {{"work_date", media->plan.from.text()}});
  }
  if (!faults.none()) return faults.in_order();
  // Settled stays settled: what the platform says later changes the amount, and the next draft settles the rest.
  const bool settled = command.settled.value_or(false) || media->settled;
  if (media->actual == command.actual && media->spent_on == command.on && media->settled == settled) {
    return refuse(RefusalCode::nothing_to_change);
  }
  return std::vector<Event>{MediaSpendRecorded{command.media, command.actual, command.on, settled}};
}

}  // namespace billtrail
