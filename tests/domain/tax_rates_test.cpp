// Dated tax rates and the set-ups that a practice can adopt (T1).
#include "domain/tax/scheme.hpp"
#include "domain/tax/tax_rate.hpp"
#include "tests/domain/money_scenes.hpp"

using namespace billtrail;
using namespace billtrail::testing;
using namespace billtrail::testing::money;

namespace {

std::string percent(const Books& books, const std::string& jurisdiction, std::string_view on) {
  const TaxRateState* rate = tax_rate(*books.tax_rates, jurisdiction, day(on));
  return rate == nullptr ? "none" : rate->percent.text();
}

}  // namespace

TEST_CASE("T1: a rate holds from its date until the next one") {
  Scenario scenario;
  scenario.given({opened()})
      .when(SetTaxRate{" home ", dec("14"), day("2010-01-01"), {}})
      .then({TaxRateSet{"home", dec("14"), day("2010-01-01"), "VAT"}})
      .when(SetTaxRate{"home", dec("15.5"), day("2018-04-01"), "Tax"})
      .then({TaxRateSet{"home", dec("15.5"), day("2018-04-01"), "Tax"}})
      .when(SetTaxRate{"home", dec("16"), day("2020-01-01"), {}})
      .then({TaxRateSet{"home", dec("16"), day("2020-01-01"), "Tax"}});
  CHECK(percent(scenario.books(), "home", "2009-12-31") == "none");
  CHECK(percent(scenario.books(), "home", "2018-03-31") == "14.0000");
  CHECK(percent(scenario.books(), "home", "2018-04-01") == "15.5000");
  CHECK(percent(scenario.books(), "other", "2018-04-01") == "none");
}

TEST_CASE("SetTaxRate: every fault is named") {
  Scenario{}
      .given({opened()})
      .when(SetTaxRate{" ", dec("100.0001"), day("2010-01-01"), ""})
      .then_refused({refuse(RefusalCode::name_must_not_be_empty, "/jurisdiction"),
                     refuse(RefusalCode::name_must_not_be_empty, "/name"),
                     refuse(RefusalCode::setting_out_of_range, "/percent",
                            {{"least", std::string("0.0000")}, {"most", std::string("100.0000")}})})
      .given({TaxRateSet{"home", dec("14"), day("2010-01-01"), "VAT"}})
      .when(SetTaxRate{"home", dec("14"), day("2010-01-01"), {}})
      .then_refused({refuse(RefusalCode::nothing_to_change)});
}

TEST_CASE("T1: South Africa is 15 % since 2018-04-01 and 14 % before") {
  BillingSet home;
  home.jurisdiction = "ZA";
  Scenario scenario;
  scenario.given({opened()})
      .when(AdoptTaxScheme{"ZA"})
      .then({TaxRateSet{"ZA", dec("14"), day("1993-04-07"), "VAT"}, TaxRateSet{"ZA", dec("15"), day("2018-04-01"), "VAT"}, home})
      .when(AdoptTaxScheme{"ZA"})
      .then_refused({refuse(RefusalCode::nothing_to_change, "/jurisdiction")});
  CHECK(percent(scenario.books(), "ZA", "2018-03-31") == "14.0000");
  CHECK(percent(scenario.books(), "ZA", "2018-04-01") == "15.0000");
}

TEST_CASE("T1: rates of the EU with the changes of the last years") {
  Scenario scenario;
  scenario.given({opened()});
  for (const std::string country : {"DE", "EE", "SK", "FI", "RO", "LU", "IE"})
    scenario.when(AdoptTaxScheme{country}).then_anything();
  struct Row {
    std::string country, on, percent;
  };
  for (const Row& row : std::vector<Row>{{"DE", "2020-06-30", "19.0000"},
                                         {"DE", "2020-07-01", "16.0000"},
                                         {"DE", "2020-12-31", "16.0000"},
                                         {"DE", "2021-01-01", "19.0000"},
                                         {"EE", "2023-12-31", "20.0000"},
                                         {"EE", "2024-01-01", "22.0000"},
                                         {"EE", "2025-07-01", "24.0000"},
                                         {"SK", "2024-12-31", "20.0000"},
                                         {"SK", "2025-01-01", "23.0000"},
                                         {"FI", "2024-08-31", "24.0000"},
                                         {"FI", "2024-09-01", "25.5000"},
                                         {"RO", "2025-07-31", "19.0000"},
                                         {"RO", "2025-08-01", "21.0000"},
                                         {"LU", "2022-12-31", "17.0000"},
                                         {"LU", "2023-06-30", "16.0000"},
                                         {"LU", "2024-01-01", "17.0000"},
                                         {"IE", "2020-12-31", "21.0000"},
                                         {"IE", "2021-03-01", "23.0000"}}) {
    INFO(row.country << " " << row.on);
    CHECK(percent(scenario.books(), row.country, row.on) == row.percent);
  }
  CHECK(scenario.books().billing->jurisdiction == "IE");
}

TEST_CASE("T1: every country of the EU and South Africa can be adopted, and the table is in order") {
  for (const std::string_view country : {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
                                         "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "ZA"}) {
    INFO(country);
    REQUIRE(!scheme_rates(country).empty());
  }
  const SchemeRate* before = nullptr;
  for (const SchemeRate& rate : all_scheme_rates()) {
    INFO(rate.jurisdiction << " " << rate.valid_from);
    CHECK(Decimal4::parse(rate.percent).has_value());
    CHECK(Date::parse(rate.valid_from).has_value());
    if (before != nullptr)
      CHECK(std::pair(before->jurisdiction, before->valid_from) < std::pair(rate.jurisdiction, rate.valid_from));
    before = &rate;
  }
}

TEST_CASE("tax_rate_missing: a set-up that is not known cannot be adopted") {
  Scenario{}
      .given({opened()})
      .when(AdoptTaxScheme{"XX"})
      .then_refused({refuse(RefusalCode::tax_rate_missing, "/jurisdiction", {{"jurisdiction", std::string("XX")}})});
}
