// Clients, services, projects and campaigns: names of their own, ids of their own, and whose is what.
#include "tests/support/given_when_then.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const auto acme = id<ClientId>("acme");
const auto bolt = id<ClientId>("bolt");
const auto site = id<ProjectId>("site");
const auto shop = id<ProjectId>("shop");
const auto spring = id<CampaignId>("spring");
const auto payroll = id<ServiceId>("payroll");

const std::vector<Event> two_clients{opened(), ClientAdded{acme, "Acme", cur("EUR")}, ClientAdded{bolt, "Bolt", cur("USD")}};
Event acme_archived() { return Archived{Noun::client, "acme", day("2026-02-01")}; }
Refusal name_taken_by(std::string holder) { return refuse(RefusalCode::name_in_use, "/name", {{"holder", std::move(holder)}}); }

}  // namespace

TEST_CASE("a client is added in the practice's currency unless another is given") {
  Scenario{}
      .given({opened()})
      .when(AddClient{acme, " Acme Ltd ", {}})
      .then({ClientAdded{acme, "Acme Ltd", cur("EUR")}})
      .when(AddClient{bolt, "Bolt", cur("JPY")})
      .then({ClientAdded{bolt, "Bolt", cur("JPY")}});
}

TEST_CASE("id_in_use, name_must_not_be_empty: every fault of a new client is named") {
  Scenario{}
      .given(two_clients)
      .when(AddClient{acme, "\n", {}})
      .then_refused({refuse(RefusalCode::id_in_use, "/client"), refuse(RefusalCode::name_must_not_be_empty, "/name")});
}

TEST_CASE("name_in_use: names of clients are unique without regard to case, and archived ones keep theirs") {
  Scenario{}
      .given(two_clients)
      .given({acme_archived()})
      .when(AddClient{id<ClientId>("other"), " ACME", {}})
      .then_refused({name_taken_by("acme")})
      .when(ChangeClient{bolt, "acme", {}})
      .then_refused({name_taken_by("acme")});
}

TEST_CASE("name_in_use: case is folded in Latin, Greek and Cyrillic letters too") {
  Scenario{}
      .given({opened(), ClientAdded{acme, "Žižka Łódź Ürün Ÿ", cur("EUR")}, ClientAdded{bolt, "ΆΛΦΑ Οδός Ёлка МИР", cur("EUR")}})
      .when(AddClient{id<ClientId>("a"), "ŽIŽKA łÓDŹ üRÜN ÿ", {}})
      .then_refused({name_taken_by("acme")})
      .when(AddClient{id<ClientId>("b"), "άλφα ΟΔΌσ ёЛКА мир", {}})
      .then_refused({name_taken_by("bolt")})
      .when(AddClient{id<ClientId>("c"), "Zizka Lodz Urun Y", {}})
      .then({ClientAdded{id<ClientId>("c"), "Zizka Lodz Urun Y", cur("EUR")}});
}

TEST_CASE("a client is renamed, its old name is free again, and only its case may change") {
  Scenario{}
      .given(two_clients)
      .when(ChangeClient{acme, "ACME", {}})
      .then({ClientChanged{acme, "ACME", {}}})
      .when(ChangeClient{acme, "Ajax", cur("USD")})
      .then({ClientChanged{acme, "Ajax", cur("USD")}})
      .when(ChangeClient{bolt, "Acme", {}})
      .then({ClientChanged{bolt, "Acme", {}}});
}

TEST_CASE("currency_fixed: a client with priced work keeps its currency") {
  Scenario scenario;
  scenario.given(two_clients);
  scenario.books().clients.edit(acme).priced = true;
  scenario.when(ChangeClient{acme, {}, cur("USD")})
      .then_refused({refuse(RefusalCode::currency_fixed, "/currency", {{"currency", "EUR"}})})
      .when(ChangeClient{acme, "Ajax", cur("EUR")})
      .then({ClientChanged{acme, "Ajax", {}}});
}

TEST_CASE("unknown_client, archived, nothing_to_change: a client that is not in use is not changed") {
  Scenario{}
      .given(two_clients)
      .when(ChangeClient{id<ClientId>("none"), "", {}})
      .then_refused({refuse(RefusalCode::unknown_client, "/client"), refuse(RefusalCode::name_must_not_be_empty, "/name")})
      .when(ChangeClient{acme, "Acme", cur("EUR")})
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .given({acme_archived()})
      .when(ChangeClient{acme, "Ajax", {}})
      .then_refused({refuse(RefusalCode::archived, "/client", {{"client", "acme"}})});
}

TEST_CASE("a service is added and renamed") {
  Scenario{}
      .given({opened()})
      .when(AddService{payroll, "Payroll "})
      .then({ServiceAdded{payroll, "Payroll"}})
      .when(ChangeService{payroll, "Wages"})
      .then({ServiceChanged{payroll, "Wages"}})
      .when(AddService{id<ServiceId>("p2"), "payroll"})
      .then({ServiceAdded{id<ServiceId>("p2"), "payroll"}});
}

TEST_CASE("id_in_use, unknown_service, name_in_use, archived, nothing_to_change: services have ids and names of their own") {
  Scenario{}
      .given({opened(), ServiceAdded{payroll, "Payroll"}, ServiceAdded{id<ServiceId>("old"), "Old"},
              Archived{Noun::service, "old", day("2026-02-01")}})
      .when(AddService{payroll, "PAYROLL"})
      .then_refused({refuse(RefusalCode::id_in_use, "/service"), name_taken_by("payroll")})
      .when(ChangeService{id<ServiceId>("none"), "New"})
      .then_refused({refuse(RefusalCode::unknown_service, "/service")})
      .when(ChangeService{id<ServiceId>("old"), "Older"})
      .then_refused({refuse(RefusalCode::archived, "/service", {{"service", "old"}})})
      .when(ChangeService{payroll, " Payroll "})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("projects have names of their own within their client; without a client they are internal") {
  Scenario{}
      .given(two_clients)
      .when(OpenProject{site, acme, "Website"})
      .then({ProjectOpened{site, acme, "Website"}})
      .when(OpenProject{shop, bolt, "Website"})
      .then({ProjectOpened{shop, bolt, "Website"}})
      .when(OpenProject{id<ProjectId>("own"), {}, "Website"})
      .then({ProjectOpened{id<ProjectId>("own"), {}, "Website"}})
      .when(OpenProject{id<ProjectId>("more"), acme, "WEBSITE"})
      .then_refused({name_taken_by("site")})
      .when(ChangeProject{site, "Web shop"})
      .then({ProjectChanged{site, "Web shop"}})
      .when(ChangeProject{site, "Web shop"})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("id_in_use, unknown_client, unknown_project, archived: every fault of a project is named") {
  Scenario{}
      .given(two_clients)
      .given({ProjectOpened{site, acme, "Website"}, acme_archived()})
      .when(OpenProject{site, id<ClientId>("none"), ""})
      .then_refused({refuse(RefusalCode::id_in_use, "/project"), refuse(RefusalCode::unknown_client, "/client"),
                     refuse(RefusalCode::name_must_not_be_empty, "/name")})
      .when(OpenProject{shop, acme, "Shop"})
      .then_refused({refuse(RefusalCode::archived, "/client", {{"client", "acme"}})})
      .when(ChangeProject{id<ProjectId>("none"), ""})
      .then_refused({refuse(RefusalCode::unknown_project, "/project"), refuse(RefusalCode::name_must_not_be_empty, "/name")});
}

TEST_CASE("a campaign belongs to a client and perhaps to one of its projects") {
  Scenario{}
      .given(two_clients)
      .given({ProjectOpened{site, acme, "Website"}})
      .when(OpenCampaign{spring, acme, site, "Spring"})
      .then({CampaignOpened{spring, acme, site, "Spring"}})
      .when(OpenCampaign{id<CampaignId>("c2"), bolt, {}, "Spring"})
      .then({CampaignOpened{id<CampaignId>("c2"), bolt, {}, "Spring"}})
      .when(OpenCampaign{id<CampaignId>("c3"), acme, {}, "spring"})
      .then_refused({name_taken_by("spring")})
      .when(ChangeCampaign{spring, "Summer"})
      .then({CampaignChanged{spring, "Summer"}})
      .when(ChangeCampaign{spring, "Summer"})
      .then_refused({refuse(RefusalCode::nothing_to_change)})
      .when(ChangeCampaign{id<CampaignId>("none"), "Summer"})
      .then_refused({refuse(RefusalCode::unknown_campaign, "/campaign")});
}

TEST_CASE("project_of_another_client: a campaign's project is its client's") {
  Scenario{}
      .given(two_clients)
      .given({ProjectOpened{site, acme, "Website"}, ProjectOpened{shop, {}, "Own"}})
      .when(OpenCampaign{spring, bolt, site, "Spring"})
      .then_refused({refuse(RefusalCode::project_of_another_client, "/project", {{"client", "acme"}})})
      .when(OpenCampaign{spring, bolt, shop, "Spring"})
      .then_refused({refuse(RefusalCode::project_of_another_client, "/project")});
}

TEST_CASE("id_in_use, unknown_client, unknown_project: every fault of a campaign is named") {
  Scenario{}
      .given(two_clients)
      .given({CampaignOpened{spring, acme, {}, "Spring"}})
      .when(OpenCampaign{spring, id<ClientId>("none"), id<ProjectId>("none"), "Spring"})
      .then_refused({refuse(RefusalCode::id_in_use, "/campaign"), refuse(RefusalCode::unknown_client, "/client"),
                     refuse(RefusalCode::unknown_project, "/project")});
}
