// How the sample agency bills, and what it agreed with each of its clients. Every firm and address is invented.
#include "gateway/demo/script.hpp"

namespace billtrail::demo {

namespace {

constexpr std::string_view owner = "owner";

struct Address {
  std::string_view client, street, city, postcode, country, tax_number;
  TaxCategory tax;
};

constexpr std::string_view reverse_charge = "VAT reverse charge";
constexpr std::string_view outside = "Supply outside the scope of German VAT";

const std::vector<Address>& addresses() {
  using enum TaxCategory;
  static const std::vector<Address> list{
      {"aurora", "Almweg 4", "Rosenheim", "83022", "DE", "DE811000001", S},
      {"bergbahn", "Talstation 1", "Innsbruck", "6020", "AT", "ATU81100002", AE},
      {"lindenhof", "Lindenstr. 18", "Berlin", "10969", "DE", "DE811000003", S},
      {"delta", "Praxisring 7", "Potsdam", "14467", "DE", "DE811000004", S},
      {"elbe", "Am Kai 22", "Hamburg", "20457", "DE", "DE811000005", S},
      {"fjord", "Havnegade 9", "Aarhus", "8000", "DK", "DK81100006", AE},
      {"gruenwerk", "Windallee 3", "Leipzig", "04109", "DE", "DE811000007", S},
      {"hansa", "Speicherweg 12", "Bremen", "28195", "DE", "DE811000008", S},
      {"isar", "Radlerstr. 30", "München", "80331", "DE", "DE811000009", S},
      {"jupiter", "Policenplatz 1", "Köln", "50667", "DE", "DE811000010", S},
      {"kestrel", "14 Falcon Row", "Bristol", "BS1 4ST", "GB", "GB811000011", O},
      {"lakeside", "200 Shore Drive", "Madison", "53703", "US", "", O},
      {"morgenrot", "Klinikum 5", "Dresden", "01067", "DE", "DE811000013", S},
      {"nordlicht", "Festwiese 2", "Rostock", "18055", "DE", "DE811000014", S},
      {"ostsee", "Strandallee 77", "Lübeck", "23552", "DE", "DE811000015", S},
  };
  return list;
}

void say_how_it_bills(Script& script) {
  const Date day = script.start();
  SetBilling billing;
  billing.supplier =
      Party{"Harbour & Pine GmbH",           {"Speicherstr. 8"}, "Berlin", "10997", "DE", "DE811000000", "HRB 81100",
            "billing@harbourandpine.example"};
  billing.terms = PaymentTerms{DueRule::days_after_issue, 14};
  billing.approver_differs = true;
  billing.small_difference_max = 500;
  script.add(day, owner, std::move(billing));
  script.add(day, owner, AdoptTaxScheme{"DE"});
  script.add(day, owner, SetNumberSeries{DocumentKind::invoice, "HP-{year}-{counter:4}", true, {}});
  script.add(day, owner, SetNumberSeries{DocumentKind::credit_note, "HPC-{year}-{counter:3}", true, {}});
  for (const Address& address : addresses()) {
    SetClientBilling client;
    client.client = id_of<ClientId>(address.client);
    client.party = Party{{},
                         {std::string(address.street)},
                         std::string(address.city),
                         std::string(address.postcode),
                         std::string(address.country),
                         std::string(address.tax_number),
                         {},
                         "accounts@" + std::string(address.client) + ".example"};
    client.tax = address.tax;
    if (address.tax == TaxCategory::AE) client.exemption = std::string(reverse_charge);
    if (address.tax == TaxCategory::O) client.exemption = std::string(outside);
    if (address.client == "jupiter") client.terms = PaymentTerms{DueRule::days_after_issue, 30};
    if (address.client == "gruenwerk") client.alert = WipThresholds{500'000, 300'000, 30};
    script.add(day, owner, std::move(client));
  }
}

// A retainer to begin with; what is not named here is set below.
AgreeRetainer retainer(const Script& script, std::string_view client, std::string_view name, std::int64_t fee,
                       std::int64_t hours) {
  AgreeRetainer agree;
  agree.engagement = id_of<EngagementId>(std::string(client) + "-retainer");
  agree.client = id_of<ClientId>(client);
  agree.name = std::string(name);
  agree.starts = script.start();
  agree.fee = fee * 100;
  agree.basis = AllowanceBasis::hours;
  agree.allowance = hours * 3600;
  agree.lead_days = 5;
  return agree;
}

void agree_retainers(Script& script) {
  const Date day = script.start();
  AgreeRetainer aurora = retainer(script, "aurora", "Growth retainer", 9'800, 95);
  aurora.scope = "Optimisation, reporting and one strategy call a week";
  aurora.roll_over = RollOver::periods;
  aurora.roll_over_periods = 1;
  aurora.roll_over_cap = 15 * 3600;
  aurora.list_covered = true;
  script.add(day, owner, std::move(aurora));

  AgreeRetainer bergbahn = retainer(script, "bergbahn", "Season retainer", 6'900, 72);
  bergbahn.timing = Timing::arrears;
  bergbahn.lead_days.reset();
  bergbahn.overage = OveragePolicy::overage_rate;
  bergbahn.overage_rate = Decimal4{1'050'000};
  script.add(day, owner, std::move(bergbahn));

  AgreeRetainer lindenhof = retainer(script, "lindenhof", "Monthly books", 1'150, 15);
  lindenhof.overage = OveragePolicy::absorb;
  script.add(day, owner, std::move(lindenhof));

  AgreeRetainer delta = retainer(script, "delta", "Monthly books", 1'190, 14);
  delta.overage = OveragePolicy::deficit;
  delta.roll_over = RollOver::periods;
  delta.roll_over_periods = 2;
  script.add(day, owner, std::move(delta));

  AgreeRetainer fjord = retainer(script, "fjord", "Nordic retainer", 8'700, 92);
  fjord.overage = OveragePolicy::needs_approval;
  script.add(day, owner, std::move(fjord));

  AgreeRetainer hansa = retainer(script, "hansa", "Monthly books", 950, 12);
  hansa.overage = OveragePolicy::absorb;
  script.add(day, owner, std::move(hansa));

}

// Budgets in money, longer cycles, another anchor day, and a fee without hours.
void agree_other_retainers(Script& script) {
  const Date day = script.start();
  AgreeRetainer isar = retainer(script, "isar", "Marketing budget", 4'400, 0);
  isar.basis = AllowanceBasis::money;
  isar.allowance = 440'000;
  script.add(day, owner, std::move(isar));

  AgreeRetainer jupiter = retainer(script, "jupiter", "Performance retainer", 13'400, 112);
  jupiter.roll_over = RollOver::periods;
  jupiter.roll_over_periods = 2;
  jupiter.roll_over_cap = 20 * 3600;
  script.add(day, owner, std::move(jupiter));

  AgreeRetainer kestrel = retainer(script, "kestrel", "Reporting retainer", 4'300, 48);
  kestrel.anchor_day = 15;
  script.add(day, owner, std::move(kestrel));

  AgreeRetainer morgenrot = retainer(script, "morgenrot", "Quarterly optimisation", 7'500, 75);
  morgenrot.every = 3;
  script.add(day, owner, std::move(morgenrot));

  AgreeRetainer ostsee = retainer(script, "ostsee", "Listings retainer", 2'450, 24);
  script.add(day, owner, std::move(ostsee));

  AgreeRetainer licences = retainer(script, "hansa", "Newsletter licences", 120, 0);
  licences.engagement = id_of<EngagementId>("hansa-licences");
  licences.basis.reset();
  licences.allowance.reset();
  script.add(day, owner, std::move(licences));
}

void agree_project(Script& script, std::string_view project, AgreeEngagement agree) {
  agree.engagement = id_of<EngagementId>(project);
  const ProjectState& state = *script.books().projects.find(id_of<ProjectId>(project));
  agree.client = *state.client;
  agree.name = state.name;
  agree.starts = script.start();
  const std::string name = state.name;
  script.add(script.start(), owner, std::move(agree));
  script.add(script.start(), owner, ChangeProject{id_of<ProjectId>(project), name, id_of<EngagementId>(project)});
}

void agree_projects(Script& script) {
  AgreeEngagement capped;
  capped.kind = EngagementKind::capped;
  capped.cap = 4'800'000;
  agree_project(script, "gruenwerk-portal", std::move(capped));

  AgreeEngagement fixed;
  fixed.kind = EngagementKind::fixed_fee;
  fixed.fee = 1'650'000;
  agree_project(script, "lindenhof-brand", std::move(fixed));

  AgreeEngagement milestones;
  milestones.kind = EngagementKind::milestone;
  milestones.fee = 7'200'000;
  agree_project(script, "elbe-configurator", std::move(milestones));
  PlanMilestones plan;
  plan.engagement = id_of<EngagementId>("elbe-configurator");
  const std::array<std::string_view, 4> names{"Concept", "Prototype", "Beta", "Launch"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    MilestoneSaid said;
    said.milestone = id_of<MilestoneId>("elbe-" + std::to_string(i + 1));
    said.name = std::string(names[i]);
    said.percent = Decimal4{250'000};
    said.planned = script.month(9 + 2 * static_cast<int>(i));
    plan.milestones.push_back(std::move(said));
  }
  script.add(script.start(), owner, std::move(plan));

  AgreeEngagement deposit;
  deposit.engagement = id_of<EngagementId>("nordlicht-deposit");
  deposit.client = id_of<ClientId>("nordlicht");
  deposit.name = "Festival season";
  deposit.kind = EngagementKind::deposit;
  deposit.starts = script.start();
  script.add(script.start(), owner, std::move(deposit));
}

}  // namespace

void agree(Script& script) {
  say_how_it_bills(script);
  agree_retainers(script);
  agree_other_retainers(script);
  agree_projects(script);
}

}  // namespace billtrail::demo
