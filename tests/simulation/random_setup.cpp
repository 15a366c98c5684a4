// The practice that the months are played on: 2 to 4 members, 3 clients in two currencies, agreements of every kind.
#include "tests/simulation/random_commands.hpp"

namespace billtrail::simulation {
namespace {

Decimal4 decimal(std::int64_t whole) { return {whole * 10'000}; }

}  // namespace

std::vector<Command> RandomCommands::set_up() {
  std::vector<Command> commands;
  commands.push_back(OpenPractice{"Practice", euro_, "UTC"});
  people(commands);
  billing(commands);
  prices(commands);
  agreements(commands);
  return commands;
}

void RandomCommands::people(std::vector<Command>& commands) {
  members_ = 2 + dice_.below(3);
  for (std::uint64_t i = 0; i < members_; ++i) {
    const std::string text = "m" + std::to_string(i);
    AddMember member;
    member.member = id<MemberId>(text);
    member.name = {text, "Member " + text};
    if (dice_.chance(50)) member.role = "senior";
    commands.push_back(member);
  }
  const char* currencies[] = {"JPY", "KWD", "USD"};
  foreign_ = Currency::parse(dice_.one_of(currencies)).value();
  for (int i = 0; i < 3; ++i) {
    const std::string text = "c" + std::to_string(i);
    commands.push_back(AddClient{id<ClientId>(text), "Client " + text, currency_of(id<ClientId>(text))});
    commands.push_back(OpenProject{id<ProjectId>("p" + std::to_string(i)), id<ClientId>(text), "Project " + text, {}});
  }
  for (int i = 0; i < 2; ++i)
    commands.push_back(AddService{id<ServiceId>("s" + std::to_string(i)), "Service " + std::to_string(i)});
}

void RandomCommands::billing(std::vector<Command>& commands) {
  SetBilling billing;
  billing.supplier = Party{.name = "Practice",
                           .address = {"Street 1"},
                           .city = "Town",
                           .postcode = "1",
                           .country = "DE",
                           .tax_number = "DE1",
                           .registration = "",
                           .email = ""};
  billing.jurisdiction = "DE";
  if (dice_.chance(20)) billing.prices = Prices::gross;
  const QuantityDecimals decimals[] = {QuantityDecimals::four, QuantityDecimals::two, QuantityDecimals::three,
                                       QuantityDecimals::six};
  billing.quantity_decimals = dice_.one_of(decimals);
  billing.small_difference_max = 500;
  if (dice_.chance(25)) billing.approver_differs = true;
  if (dice_.chance(25)) billing.backdated_issue = true;
  if (dice_.chance(25)) billing.deposit_tax = DepositTax::taxed;
  if (dice_.chance(25)) billing.tax_point = TaxPoint::supply_date;
  commands.push_back(billing);
  commands.push_back(SetTaxRate{"DE", {190'000}, Date::parse("2020-01-01").value(), "VAT"});
  for (int i = 0; i < 3; ++i) {
    SetClientBilling client;
    client.client = id<ClientId>("c" + std::to_string(i));
    const TaxCategory categories[] = {TaxCategory::S, TaxCategory::S, TaxCategory::Z, TaxCategory::AE, TaxCategory::O};
    client.tax = i == 0 ? TaxCategory::S : dice_.one_of(categories);
    if (*client.tax == TaxCategory::AE || *client.tax == TaxCategory::O) client.exemption = "exempt";
    client.terms = PaymentTerms{DueRule::days_after_issue, static_cast<std::int32_t>(dice_.between(0, 30))};
    if (dice_.chance(40)) client.alert = WipThresholds{50'000, 20'000, 20};
    commands.push_back(client);
  }
}

void RandomCommands::prices(std::vector<Command>& commands) {
  SetRate base;
  base.rule = id<RateRuleId>("base");
  base.amount = decimal(100);
  base.valid_from = Date::parse("2020-01-01").value();
  commands.push_back(base);
  SetRate foreign;
  foreign.rule = id<RateRuleId>("foreign");
  foreign.client = id<ClientId>("c2");
  foreign.amount = rate_in(foreign_);
  foreign.valid_from = base.valid_from;
  commands.push_back(foreign);
  SetRounding rounding;
  rounding.policy = id<RoundingPolicyId>("all");
  const RoundingMode modes[] = {RoundingMode::none, RoundingMode::up, RoundingMode::nearest, RoundingMode::down};
  const std::int64_t increments[] = {60, 360, 900};
  rounding.terms = {dice_.one_of(modes),
                    {dice_.one_of(increments)},
                    {dice_.chance(20) ? 600 : 0},
                    {dice_.chance(20) ? 30 : 0},
                    dice_.chance(50) ? RoundingScope::group : RoundingScope::entry};
  rounding.valid_from = base.valid_from;
  commands.push_back(rounding);
}

void RandomCommands::agreements(std::vector<Command>& commands) {
  const Date begins = practice_.today() - 10;
  for (int i = 0; i < 3; ++i) {
    const ClientId client = id<ClientId>("c" + std::to_string(i));
    const auto agree = [&](const char* name, EngagementKind kind) {
      AgreeEngagement agreed;
      agreed.engagement = id<EngagementId>(name + std::to_string(i));
      agreed.client = client;
      agreed.name = name;
      agreed.kind = kind;
      agreed.starts = begins;
      if (kind == EngagementKind::capped) agreed.cap = amount(client, 200, 1500);
      if (kind == EngagementKind::fixed_fee || kind == EngagementKind::milestone) agreed.fee = amount(client, 1000, 5000);
      commands.push_back(agreed);
    };
    agree("hourly", EngagementKind::hourly);
    if (dice_.chance(60)) agree("capped", EngagementKind::capped);
    if (dice_.chance(40)) agree("fixed", EngagementKind::fixed_fee);
    if (dice_.chance(40)) agree("milestone", EngagementKind::milestone);
    if (dice_.chance(20)) agree("deposit", EngagementKind::deposit);
    if (dice_.chance(20)) agree("nothing", EngagementKind::non_billable);
    if (i != 1 || dice_.chance(50)) commands.push_back(retainer(client, "retainer"));
    if (dice_.chance(30)) commands.push_back(retainer(client, "monthly"));
  }
}

AgreeRetainer RandomCommands::retainer(const ClientId& client, const char* name) {
  AgreeRetainer agreed;
  agreed.engagement = id<EngagementId>(name + std::string(client.text()));
  agreed.client = client;
  agreed.name = name;
  agreed.starts = practice_.today() + static_cast<int>(dice_.between(-35, 5));
  agreed.fee = amount(client, 300, 3000);
  const std::int32_t anchors[] = {1, 1, 15, 31};
  if (dice_.chance(25)) {
    agreed.unit = CycleUnit::week;
    agreed.every = 2;
  } else {
    agreed.anchor_day = dice_.one_of(anchors);
  }
  agreed.timing = dice_.chance(50) ? Timing::advance : Timing::arrears;
  if (*agreed.timing == Timing::advance) agreed.lead_days = static_cast<std::int32_t>(dice_.between(0, 5));
  if (dice_.chance(30)) agreed.close_after_days = static_cast<std::int32_t>(dice_.between(1, 5));
  const StubPolicy stubs[] = {StubPolicy::prorate, StubPolicy::full_fee, StubPolicy::free};
  agreed.stub = dice_.one_of(stubs);
  if (dice_.chance(20)) agreed.divisor = ProrationDivisor::thirty_days;
  if (dice_.chance(30)) agreed.at_end = EndPolicy::run_out;
  if (dice_.chance(30)) agreed.unused_at_end = UnusedAtEnd::credited;
  if (name[0] == 'm') return agreed;
  const bool money = dice_.chance(30);
  agreed.basis = money ? AllowanceBasis::money : AllowanceBasis::hours;
  agreed.allowance = money ? amount(client, 200, 1500) : dice_.between(60, 900) * 60;
  const RollOver rolls[] = {RollOver::none, RollOver::periods, RollOver::year_end, RollOver::forever};
  agreed.roll_over = dice_.one_of(rolls);
  if (*agreed.roll_over == RollOver::periods) agreed.roll_over_periods = static_cast<std::int32_t>(dice_.between(1, 2));
  if (*agreed.roll_over != RollOver::none && dice_.chance(50)) agreed.roll_over_cap = *agreed.allowance / 2;
  if (dice_.chance(40)) agreed.order = DrawOrder::own_first;
  const OveragePolicy policies[] = {OveragePolicy::rate_card, OveragePolicy::overage_rate, OveragePolicy::needs_approval,
                                    OveragePolicy::absorb, OveragePolicy::deficit};
  agreed.overage = dice_.one_of(policies);
  if (*agreed.overage == OveragePolicy::overage_rate) agreed.overage_rate = Decimal4{dice_.between(500'000, 2'000'000)};
  const bool billed = *agreed.overage != OveragePolicy::absorb && *agreed.overage != OveragePolicy::deficit;
  if (billed && dice_.chance(30)) agreed.overage_invoice = OverageInvoice::own_draft;
  if (dice_.chance(30)) agreed.list_covered = true;
  return agreed;
}

}  // namespace billtrail::simulation
