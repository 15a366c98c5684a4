// Races over real HTTP, 32 clients at once: for entries, for numbers, for the balance of an invoice, for what a discarded draft
// lets go. One wins, the others learn who holds what; afterwards the register has no gap, and a restart changes no byte of any
// answer.
#include <barrier>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/live_server.hpp"

namespace billtrail::test {
namespace {

namespace json = boost::json;

constexpr int racers = 32;

std::int64_t whole(const json::value& value) { return value.to_number<std::int64_t>(); }
std::string text(const json::value& value) { return std::string(value.as_string()); }

// Lists without anything in them are left out on the wire.
json::array list_in(const json::value& value, std::string_view name) {
  const json::value* found = value.as_object().if_contains(name);
  return found == nullptr ? json::array{} : found->as_array();
}

// A practice with work at 100.00 an hour, on a server of its own.
class Practice {
 public:
  Practice() : client_(std::make_unique<HttpClient>(server_.port(), server_.token())) {
    // A server has a practice of its own from its first start on.
    client_->command("OpenPractice", {{"name", "Racing agency"}, {"currency", "EUR"}, {"zone", "UTC"}});
    done("AddMember", {{"member", "ada"}, {"name", "Ada"}});
    done("AddClient", {{"client", "acme"}, {"name", "Acme"}, {"currency", "EUR"}});
    done("SetRate", {{"client", "acme"}, {"amount", "100"}, {"valid_from", "2020-01-01"}});
    done("SetTaxRate", {{"jurisdiction", "ZA"}, {"percent", "15"}, {"valid_from", "2020-01-01"}});
    done("SetBilling", {{"jurisdiction", "ZA"}});
  }

  json::value done(std::string_view command, const json::object& fields) {
    const HttpAnswer answer = client_->command(command, fields);
    INFO(command << ": " << answer.body << answer.failure);
    REQUIRE(answer.status == 200);
    position_ = std::max(position_, answer.json().at("position").to_number<std::uint64_t>());
    return answer.json();
  }
  // Every client has its own connection and waits for the others before it sends: `send(racer, client)` gives the answer.
  std::vector<HttpAnswer> race(const std::function<HttpAnswer(int, HttpClient&)>& send) {
    std::vector<HttpAnswer> answers(racers);
    std::barrier ready(racers);
    std::vector<std::thread> threads;
    for (int i = 0; i < racers; ++i) {
      threads.emplace_back([&, i] {
        HttpClient client(server_.port(), server_.token(), std::chrono::seconds{60});
        client.get("/health/ready");
        ready.arrive_and_wait();
        answers[static_cast<std::size_t>(i)] = send(i, client);
      });
    }
    for (std::thread& thread : threads) thread.join();
    return answers;
  }
  json::value read(const std::string& target) {
    const HttpAnswer answer = client_->get(target);
    INFO(target << ": " << answer.body << answer.failure);
    REQUIRE(answer.status == 200);
    return answer.json();
  }
  // One of the lists of an answer.
  json::array list(const std::string& target, std::string_view name) { return list_in(read(target), name); }
  // Caught up with everything in the log.
  std::string fresh(const std::string& target) {
    const auto head = read("/v1/events?from=1000000000").at("position").to_number<std::uint64_t>();
    return target + (target.find('?') == std::string::npos ? '?' : '&') + "at_least=" + std::to_string(head);
  }
  json::array entries(const std::string& prefix, int count) {
    json::array ids;
    for (int i = 0; i < count; ++i) {
      const std::string id = prefix + std::to_string(i);
      done("LogTime", {{"entry", id},
                       {"member", "ada"},
                       {"client", "acme"},
                       {"category", "ad_hoc"},
                       {"date", "2026-03-02"},
                       {"seconds", 3600}});
      ids.emplace_back(id);
    }
    return ids;
  }
  void draft_with_line(const std::string& invoice, std::string_view price) {
    done("DraftInvoice", {{"invoice", invoice}, {"client", "acme"}, {"empty", true}});
    done("AddInvoiceLine", {{"invoice", invoice}, {"kind", "fixed"}, {"text", "Work"}, {"price", price}});
  }
  // Afterwards: whatever was raced for, the register is gapless, the debtors foot, nothing has two holders, and a restart changes
  // nothing.
  void check_afterwards();

 private:
  void check_holders();

  LiveServer server_;
  std::unique_ptr<HttpClient> client_;
  std::uint64_t position_ = 0;
};

// From the ledger itself: an entry is let go before another draft holds it.
void Practice::check_holders() {
  std::map<std::string, std::string> holders;
  const auto let_go = [&](const std::string& invoice) {
    std::erase_if(holders, [&](const auto& held) { return held.second == invoice; });
  };
  std::uint64_t from = 1;
  for (bool more = true; more;) {
    const json::array events = list("/v1/events?limit=500&from=" + std::to_string(from), "events");
    more = events.size() == 500;
    for (const json::value& event : events) {
      from = event.at("position").to_number<std::uint64_t>() + 1;
      const std::string type = text(event.at("type"));
      if (type == "InvoiceDiscarded") let_go(text(event.at("data").at("invoice")));
      if (type != "InvoiceDrafted" && type != "InvoiceRevised") continue;
      const std::string invoice = text(event.at("data").at("invoice"));
      let_go(invoice);
      for (const json::value& line : list_in(event.at("data").at("document"), "lines")) {
        for (const json::value& claim : list_in(line, "claims")) {
          CHECK(holders.emplace(text(claim.at("entry")), invoice).first->second == invoice);
        }
      }
    }
  }
}

void Practice::check_afterwards() {
  check_holders();
  for (const json::value& series : list(fresh("/v1/number-series"), "rows")) {
    CHECK(series.at("dense").as_bool());
    CHECK(list_in(series, "gaps").empty());
    CHECK(list_in(series, "duplicates").empty());
  }
  for (const json::value& total : list(fresh("/v1/debtors"), "totals")) CHECK(total.at("foots").as_bool());
  std::vector<std::string> targets;
  for (const char* model : {"invoices", "invoices?state=discarded", "number-series", "credit-notes", "payments", "debtors",
                            "statement?client=acme", "wip", "entries?limit=200", "realisation", "directory"}) {
    const std::string target = "/v1/" + std::string(model);
    targets.push_back(target + (target.find('?') == std::string::npos ? "?" : "&") + "as_of=2099-12-31");
  }
  for (std::string& target : targets) {
    if (target.find("entries") != std::string::npos || target.find("directory") != std::string::npos)
      target.resize(target.size() - 17);
  }
  for (const json::value& row : list(fresh("/v1/invoices"), "rows")) {
    targets.push_back("/v1/invoice?invoice=" + text(row.at("invoice")) + "&as_of=2099-12-31");
  }
  std::map<std::string, std::string> before;
  for (const std::string& target : targets) {
    const HttpAnswer answer = client_->get(fresh(target));
    INFO(target << ": " << answer.body);
    CHECK(answer.status == 200);
    before[target] = answer.body;
  }
  CHECK(server_.stop() == 0);
  server_.start();
  client_ = std::make_unique<HttpClient>(server_.port(), server_.token());
  for (const std::string& target : targets) CHECK(client_->get(fresh(target)).body == before[target]);
}

// What went wrong with the answers of those who lost: each must be a conflict with that code, which names one of the winners.
std::string odd_losers(const std::vector<HttpAnswer>& answers, const std::string& code, const std::set<std::string>& winners) {
  std::string odd;
  for (const HttpAnswer& answer : answers) {
    if (answer.status == 200) continue;
    bool named = winners.empty();
    for (const std::string& winner : winners) named = named || answer.body.find('"' + winner + '"') != std::string::npos;
    if (answer.status != 409 || answer.body.find("\"" + code + "\"") == std::string::npos || !named) {
      odd += std::to_string(answer.status) + " " + answer.body + answer.failure + "\n";
    }
  }
  return odd;
}

std::set<int> winners_of(const std::vector<HttpAnswer>& answers) {
  std::set<int> winners;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].status == 200) winners.insert(static_cast<int>(i));
  }
  return winners;
}

}  // namespace

TEST_CASE("golden case 11: of 32 drafts racing for the same entries one wins, and the others learn who holds them") {
  Practice practice;
  for (int round = 0; round < 4; ++round) {
    const std::string prefix = "r" + std::to_string(round) + "-";
    const json::array entries = practice.entries(prefix + "e", 5);
    const auto answers = practice.race([&](int racer, HttpClient& client) {
      return client.command("DraftInvoice",
                            {{"invoice", prefix + std::to_string(racer)}, {"client", "acme"}, {"entries", entries}});
    });
    const std::set<int> winners = winners_of(answers);
    REQUIRE(winners.size() == 1);
    CHECK(odd_losers(answers, "entry_claimed", {prefix + std::to_string(*winners.begin())}) == "");
  }
  // Overlapping sets: whoever comes first, each entry has one holder.
  const json::array entries = practice.entries("o", racers + 1);
  const auto answers = practice.race([&](int racer, HttpClient& client) {
    const auto first = static_cast<std::size_t>(racer);
    return client.command(
        "DraftInvoice",
        {{"invoice", "o-" + std::to_string(racer)}, {"client", "acme"}, {"entries", {entries[first], entries[first + 1]}}});
  });
  CHECK(winners_of(answers).size() >= racers / 3);
  CHECK(odd_losers(answers, "entry_claimed", {}) == "");
  practice.check_afterwards();
}

TEST_CASE("golden case 12, N1: 32 issuers at once get 32 numbers, and one invoice gets one number") {
  Practice practice;
  for (int i = 0; i < racers; ++i) {
    practice.draft_with_line("n-" + std::to_string(i), "10");
    practice.done("ApproveInvoice", {{"invoice", "n-" + std::to_string(i)}});
  }
  const auto issued = practice.race([](int racer, HttpClient& client) {
    return client.command("IssueInvoice", {{"invoice", "n-" + std::to_string(racer)}});
  });
  std::set<std::int64_t> counters;
  for (const HttpAnswer& answer : issued) {
    INFO(answer.body << answer.failure);
    REQUIRE(answer.status == 200);
    counters.insert(whole(answer.json().at("events").at(0).at("data").at("counter")));
  }
  CHECK(counters.size() == racers);
  CHECK(*counters.begin() == 1);
  CHECK(*counters.rbegin() == racers);

  practice.draft_with_line("same", "10");
  practice.done("ApproveInvoice", {{"invoice", "same"}});
  const auto same = practice.race([](int, HttpClient& client) { return client.command("IssueInvoice", {{"invoice", "same"}}); });
  CHECK(winners_of(same).size() == 1);
  CHECK(odd_losers(same, "invoice_not_draft", {}) == "");
  // A number that a failed issue would have burnt would be missing now.
  practice.draft_with_line("next", "10");
  practice.done("ApproveInvoice", {{"invoice", "next"}});
  const json::value next = practice.done("IssueInvoice", {{"invoice", "next"}});
  CHECK(whole(next.at("events").at(0).at("data").at("counter")) == racers + 2);
  practice.check_afterwards();
}

TEST_CASE("K1, 2.16: payments and credit notes racing for one invoice never take more than it owes") {
  Practice practice;
  practice.draft_with_line("owed", "100");
  practice.done("ApproveInvoice", {{"invoice", "owed"}});
  practice.done("IssueInvoice", {{"invoice", "owed"}});
  for (int i = 0; i < racers; ++i) {
    practice.done("RecordPayment", {{"payment", "p-" + std::to_string(i)}, {"client", "acme"}, {"amount", 1'000}});
  }
  // 115.00 is owed; 16 allocations of 10.00 and 16 credits of 5.75 would be 252.00.
  const auto answers = practice.race([](int racer, HttpClient& client) {
    const std::string number = std::to_string(racer);
    if (racer % 2 == 0) {
      return client.command("AllocatePayment", {{"payment", "p-" + number}, {"to", {{{"invoice", "owed"}, {"amount", 1'000}}}}});
    }
    return client.command(
        "IssueCreditNote",
        {{"credit_note", "c-" + number}, {"invoice", "owed"}, {"lines", {{{"line", 1}, {"net", 500}}}}, {"reason", "goodwill"}});
  });
  for (std::size_t i = 0; i < answers.size(); ++i) {
    INFO(answers[i].body << answers[i].failure);
    const bool too_large = answers[i].status == 422 && answers[i].body.find("allocation_too_large") != std::string::npos;
    CHECK((answers[i].status == 200 || (i % 2 == 0 && too_large)));
  }
  const json::value row = practice.read(practice.fresh("/v1/invoice?invoice=owed")).at("row");
  const std::int64_t paid = whole(row.at("paid").at("minor")), credited = whole(row.at("credited").at("minor"));
  CHECK(whole(row.at("total").at("minor")) == 11'500);
  CHECK(paid + credited <= 11'500);
  CHECK(whole(row.at("balance").at("minor")) == 11'500 - paid - credited);
  CHECK(whole(row.at("balance").at("minor")) < 1'000);
  practice.check_afterwards();
}

TEST_CASE("2.13: discarding and drafting again at once never leaves an entry with two holders") {
  Practice practice;
  const json::array entries = practice.entries("e", 3);
  std::string holder = "first";
  practice.done("DraftInvoice", {{"invoice", holder}, {"client", "acme"}, {"entries", entries}});
  for (int round = 0; round < 8; ++round) {
    const auto name = [&](int racer) { return "d" + std::to_string(round) + "-" + std::to_string(racer); };
    const auto answers = practice.race([&](int racer, HttpClient& client) {
      if (racer % 4 == 0) return client.command("DiscardInvoice", {{"invoice", holder}});
      return client.command("DraftInvoice", {{"invoice", name(racer)}, {"client", "acme"}, {"entries", entries}});
    });
    int discarded = 0;
    std::vector<std::string> drafted;
    for (int racer = 0; racer < racers; ++racer) {
      if (answers[static_cast<std::size_t>(racer)].status != 200) continue;
      if (racer % 4 == 0)
        ++discarded;
      else
        drafted.push_back(name(racer));
    }
    CHECK(discarded == 1);
    CHECK(drafted.size() <= 1);
    for (const HttpAnswer& answer : answers) CHECK((answer.status == 200 || answer.status == 409));
    if (drafted.empty()) {
      drafted.push_back("again-" + std::to_string(round));
      practice.done("DraftInvoice", {{"invoice", drafted.front()}, {"client", "acme"}, {"entries", entries}});
    }
    holder = drafted.front();
  }
  practice.check_afterwards();
}

}  // namespace billtrail::test
