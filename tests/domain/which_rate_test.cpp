// R1, R2, 2.21: which rate prices the work.
#include "domain/rate/which_rate.hpp"

#include <random>

#include "domain/member/role_at.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/table.hpp"

using namespace billtrail;
using namespace billtrail::testing;

namespace {

const Date january = day("2026-01-01");

Event rule(std::string_view name, RateSelectors selectors, std::string_view amount, std::string_view currency = "EUR") {
  return RateSet{id<RateRuleId>(name), RateKind::bill, std::move(selectors), {dec(amount), cur(currency)}, january, {}, {}};
}

template <class SomeId>
std::optional<SomeId> named(const std::string& word) {
  return word == "-" ? std::nullopt : std::optional(id<SomeId>(word));
}

std::vector<Event> people_and_clients() {
  return {opened(),
          MemberAdded{id<MemberId>("ana"), {}, {}, "junior", {}, {}},
          MemberAdded{id<MemberId>("bob"), {}, {}, "senior", {}, {}},
          MemberAdded{id<MemberId>("cid"), {}, {}, {}, {}, {}},
          MemberRoleSet{id<MemberId>("ana"), "senior", day("2026-02-01")},
          ClientAdded{id<ClientId>("acme"), "Acme", cur("EUR")},
          ClientAdded{id<ClientId>("bolt"), "Bolt", cur("EUR")},
          ClientAdded{id<ClientId>("dora"), "Dora", cur("USD")},
          ServiceAdded{id<ServiceId>("payroll"), "Payroll"},
          ServiceAdded{id<ServiceId>("advisory"), "Advisory"},
          ProjectOpened{id<ProjectId>("acme-site"), id<ClientId>("acme"), "Site"},
          ProjectOpened{id<ProjectId>("bolt-site"), id<ClientId>("bolt"), "Site"}};
}

std::vector<Event> golden_rules() {
  const auto acme = id<ClientId>("acme");
  const auto payroll = id<ServiceId>("payroll");
  const auto ana = id<MemberId>("ana");
  const auto site = id<ProjectId>("acme-site");
  return {rule("default", {}, "80"),
          rule("senior", {{}, {}, {}, {}, {}, "senior"}, "85"),
          rule("ana", {{}, {}, {}, {}, ana, {}}, "95"),
          rule("payroll", {{}, {}, {}, payroll, {}, {}}, "110"),
          rule("acme", {{}, {}, acme, {}, {}, {}}, "100"),
          rule("acme-payroll", {{}, {}, acme, payroll, {}, {}}, "105"),
          rule("site", {site, {}, {}, {}, {}, {}}, "130"),
          rule("site-ana", {site, {}, {}, {}, ana, {}}, "140"),
          rule("dollars", {}, "90", "USD")};
}

std::string amount_of(const std::optional<AppliedRate>& rate) {
  if (!rate) return "none";
  std::string text = rate->price.amount.text();
  return text.substr(0, text.find('.'));
}

std::optional<AppliedRate> agreed(const Books& books, std::string_view member, const Assignment& work, Date date) {
  return agreed_rate(books, {id<MemberId>(member), work, date});
}

}  // namespace

TEST_CASE("R1, R2: the strongest rule prices the work, and the standard rate leaves the contract out") {
  Scenario scenario;
  scenario.given(people_and_clients()).given(golden_rules());
  for (const TableRow& row : table("which_rate")) {
    INFO(row.line);
    Assignment work;
    work.service = named<ServiceId>(row.given[1]);
    work.client = named<ClientId>(row.given[2]);
    work.project = named<ProjectId>(row.given[3]);
    work.category = Category::ad_hoc;
    const RateQuestion question{id<MemberId>(row.given[0]), work, day(row.given[4])};
    CHECK(amount_of(agreed_rate(scenario.books(), question)) == row.expected[0]);
    CHECK(amount_of(standard_rate(scenario.books(), question)) == row.expected[1]);
  }
}

TEST_CASE("R1: a rate names the rule that gave it") {
  Scenario scenario;
  scenario.given(people_and_clients()).given(golden_rules());
  Assignment work;
  work.client = id<ClientId>("acme");
  work.category = Category::project;
  CHECK(agreed(scenario.books(), "ana", work, january) ==
        AppliedRate{{dec("100"), cur("EUR"), {3600}}, RateOrigin::rule, id<RateRuleId>("acme")});
}

TEST_CASE("non-billable work has neither an agreed nor a standard rate, but it has a cost") {
  Scenario scenario;
  scenario.given(people_and_clients()).given(golden_rules());
  scenario.given({RateSet{id<RateRuleId>("cost"), RateKind::cost, {}, {dec("40"), cur("EUR")}, january, {}, {}}});
  const Assignment internal;
  const RateQuestion question{id<MemberId>("ana"), internal, january};
  CHECK_FALSE(agreed_rate(scenario.books(), question));
  CHECK_FALSE(standard_rate(scenario.books(), question));
  CHECK(amount_of(cost_rate(scenario.books(), question)) == "40");
}

TEST_CASE("2.21: cost rates are in the practice's currency, also for a client of another") {
  Scenario scenario;
  scenario.given(people_and_clients());
  scenario.given({RateSet{id<RateRuleId>("cost"), RateKind::cost, {}, {dec("40"), cur("EUR")}, january, {}, {}}});
  Assignment work;
  work.client = id<ClientId>("dora");
  work.category = Category::ad_hoc;
  CHECK(amount_of(cost_rate(scenario.books(), {id<MemberId>("ana"), work, january})) == "40");
  CHECK_FALSE(agreed(scenario.books(), "ana", work, january));
}

TEST_CASE("2.21: a rule that names a role holds for those who have it on the work date") {
  Scenario scenario;
  scenario.given(people_and_clients()).given({rule("senior", {{}, {}, {}, {}, {}, "senior"}, "85")});
  Assignment work;
  work.client = id<ClientId>("bolt");
  work.category = Category::ad_hoc;
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-01-31"))) == "none");
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-02-01"))) == "85");
  CHECK(amount_of(agreed(scenario.books(), "cid", work, day("2026-02-01"))) == "none");
}

TEST_CASE("R1: a rule holds from its first date up to, not including, its end") {
  Scenario scenario;
  scenario.given(people_and_clients());
  scenario.given(
      {RateSet{id<RateRuleId>("r"), RateKind::bill, {}, {dec("80"), cur("EUR")}, day("2026-02-01"), day("2026-03-01"), {}}});
  Assignment work;
  work.client = id<ClientId>("bolt");
  work.category = Category::ad_hoc;
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-01-31"))) == "none");
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-02-01"))) == "80");
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-02-28"))) == "80");
  CHECK(amount_of(agreed(scenario.books(), "ana", work, day("2026-03-01"))) == "none");
}

TEST_CASE("R1: the order of the selectors is the practice's to choose") {
  Scenario scenario;
  scenario.given(people_and_clients()).given(golden_rules());
  Assignment work;
  work.client = id<ClientId>("acme");
  work.service = id<ServiceId>("payroll");
  work.category = Category::ad_hoc;
  CHECK(amount_of(agreed(scenario.books(), "ana", work, january)) == "105");
  PracticeChanged person_first;
  person_first.selector_order = {Selector::member, Selector::role,       Selector::service,
                                 Selector::client, Selector::engagement, Selector::project};
  scenario.given({person_first});
  CHECK(amount_of(agreed(scenario.books(), "ana", work, january)) == "95");
  CHECK(amount_of(agreed(scenario.books(), "cid", work, january)) == "105");
  CHECK(amount_of(agreed(scenario.books(), "bob", work, january)) == "85");
}

// ---- against the plain reading of R1: walk over all rules and take the heaviest that matches

namespace {

class World {
 public:
  explicit World(unsigned seed) : random_(seed) { scenario_.given(people_and_clients()); }
  Scenario& scenario() { return scenario_; }
  const Books& books() { return scenario_.books(); }
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  template <class SomeId>
  std::optional<SomeId> one_of(std::vector<const char*> names) {
    const unsigned pick = below(static_cast<unsigned>(names.size()) + 2);
    return pick < names.size() ? std::optional(id<SomeId>(names[pick])) : std::nullopt;
  }
  Date date() { return january + static_cast<int>(below(90)); }

  Command command() {
    if (below(20) == 0) {
      ChangePractice change;
      change.selector_order = books().settings->selector_order;
      std::shuffle(change.selector_order->begin(), change.selector_order->end(), random_);
      return change;
    }
    if (below(8) == 0)
      return SetMemberRole{id<MemberId>(below(2) == 0 ? "ana" : "cid"), below(2) == 0 ? "senior" : "junior", date()};
    if (below(5) == 0 && books().rate_rules.size() > 0) {
      return EndRate{books().rate_rules.key(below(static_cast<unsigned>(books().rate_rules.size()))), date()};
    }
    SetRate set;
    set.rule = id<RateRuleId>("r" + std::to_string(++rules_));
    set.kind = below(4) == 0 ? RateKind::cost : RateKind::bill;
    if (set.kind == RateKind::bill) {
      set.project = one_of<ProjectId>({"acme-site", "bolt-site"});
      set.client = one_of<ClientId>({"acme", "bolt", "dora"});
      if (!set.client && !set.project && below(3) == 0) set.currency = cur("USD");
    }
    set.service = one_of<ServiceId>({"payroll", "advisory"});
    set.member = one_of<MemberId>({"ana", "bob", "cid"});
    if (below(4) == 0) set.role = below(2) == 0 ? "senior" : "junior";
    set.amount = Decimal4{static_cast<std::int64_t>(below(1'000'000))};
    set.valid_from = date();
    if (below(3) == 0) set.valid_to = date();
    return set;
  }

  Assignment work() {
    Assignment work;
    work.client = one_of<ClientId>({"acme", "bolt", "dora"});
    if (work.client == id<ClientId>("acme") && below(2) == 0) work.project = id<ProjectId>("acme-site");
    if (work.client == id<ClientId>("bolt") && below(2) == 0) work.project = id<ProjectId>("bolt-site");
    work.service = one_of<ServiceId>({"payroll", "advisory"});
    work.category = work.client && below(8) != 0 ? Category::ad_hoc : Category::non_billable;
    return work;
  }

 private:
  std::mt19937_64 random_;
  Scenario scenario_;
  int rules_ = 0;
};

struct Wanted {
  RateKind kind;
  Currency currency;
  bool with_contract;
};

// The weight of the rule when it matches, -1 otherwise.
int weight_if_matching(const Books& books, const RateRuleState& rule, const RateQuestion& question, const Wanted& wanted) {
  const RateSelectors& named = rule.selectors;
  const std::string* role = role_at(*books.members.find(question.member), question.date);
  const bool in_window = rule.valid_from <= question.date && (!rule.valid_to || question.date < *rule.valid_to);
  if (rule.kind != wanted.kind || rule.price.currency != wanted.currency || !in_window) return -1;
  if (!wanted.with_contract && (named.project || named.engagement || named.client)) return -1;
  if (named.project && named.project != question.work.project) return -1;
  if (named.client && named.client != question.work.client) return -1;
  if (named.service && named.service != question.work.service) return -1;
  if (named.member && *named.member != question.member) return -1;
  if (named.role && (role == nullptr || *role != *named.role)) return -1;
  const auto weight = [&](Selector selector, bool is_named) {
    const auto& order = books.settings->selector_order;
    const auto place = std::find(order.begin(), order.end(), selector) - order.begin();
    return is_named ? 32 >> place : 0;
  };
  return weight(Selector::project, named.project.has_value()) + weight(Selector::client, named.client.has_value()) +
         weight(Selector::service, named.service.has_value()) + weight(Selector::member, named.member.has_value()) +
         weight(Selector::role, named.role.has_value());
}

std::optional<AppliedRate> walked(const Books& books, const RateQuestion& question, const Wanted& wanted) {
  std::optional<AppliedRate> best;
  int best_weight = -1;
  for (Row row = 0; row < books.rate_rules.size(); ++row) {
    const RateRuleState& state = books.rate_rules.at(row);
    const int weight = weight_if_matching(books, state, question, wanted);
    if (weight > best_weight) {
      best = AppliedRate{state.price, RateOrigin::rule, books.rate_rules.key(row)};
      best_weight = weight;
    }
  }
  return best;
}

std::string described(const std::optional<AppliedRate>& rate) {
  if (!rate) return "none";
  return rate->price.amount.text() + " " + std::string(rate->price.currency.code()) + " by " + std::string(rate->rule->text());
}

// The answers to many questions, one line each; both ways.
struct Answers {
  std::string indexed;
  std::string walked;
};
Answers answers(World& world, int count) {
  Answers all;
  const Books& books = world.books();
  for (int i = 0; i < count; ++i) {
    const Assignment work = world.work();
    const RateQuestion question{id<MemberId>(world.below(2) == 0   ? "ana"
                                             : world.below(2) == 0 ? "bob"
                                                                   : "cid"),
                                work, world.date()};
    const Currency own = books.settings->currency;
    const Currency billed = work.client ? books.clients.find(*work.client)->currency : own;
    const bool billable = work.category != Category::non_billable;
    all.indexed += described(agreed_rate(books, question)) + ", " + described(standard_rate(books, question)) + ", " +
                   described(cost_rate(books, question)) + "\n";
    const auto nothing = std::optional<AppliedRate>{};
    all.walked += described(billable ? walked(books, question, {RateKind::bill, billed, true}) : nothing) + ", " +
                  described(billable ? walked(books, question, {RateKind::bill, billed, false}) : nothing) + ", " +
                  described(walked(books, question, {RateKind::cost, own, true})) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("R1: the index answers as a walk over all rules does, whatever was set, ended, reordered or rolled back") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  World world(seed);
  int accepted = 0;
  for (int round = 0; round < 60; ++round) {
    const bool rolled_back = round % 3 == 2;
    if (rolled_back) world.scenario().books().journal.begin();
    for (int step = 0; step < 8; ++step) {
      world.scenario().when(world.command());
      if (!world.scenario().decision().accepted()) continue;
      world.scenario().then_anything();
      ++accepted;
    }
    const Answers before = answers(world, 40);
    REQUIRE(before.indexed == before.walked);
    if (rolled_back) world.scenario().books().journal.roll_back();
    const Answers after = answers(world, 40);
    REQUIRE(after.indexed == after.walked);
  }
  CHECK(accepted > 100);
}

TEST_CASE("R1: no two rules with the same selectors, kind and currency ever hold on the same day") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  World world(seed);
  for (int step = 0; step < 400; ++step) {
    world.scenario().when(world.command());
    if (world.scenario().decision().accepted()) world.scenario().then_anything();
  }
  const auto& rules = world.books().rate_rules;
  int overlapping = 0;
  for (Row a = 0; a < rules.size(); ++a) {
    for (Row b = 0; b < a; ++b) {
      const RateRuleState& one = rules.at(a);
      const RateRuleState& two = rules.at(b);
      if (one.kind != two.kind || one.price.currency != two.price.currency || one.selectors != two.selectors) continue;
      const Date starts = std::max(one.valid_from, two.valid_from);
      const Date ends = std::min(one.valid_to.value_or(day("2199-12-31")), two.valid_to.value_or(day("2199-12-31")));
      if (starts < ends) ++overlapping;
    }
  }
  CHECK(overlapping == 0);
}
