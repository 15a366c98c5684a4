// POST /v1/imports/toggl?zone=Z: the same import as the command line's, on a file that was uploaded; the clerk is asked directly.
#include <spdlog/spdlog.h>

#include <sstream>

#include "gateway/api/answer_json.hpp"
#include "gateway/api/api.hpp"
#include "gateway/api/directory_copy.hpp"
#include "gateway/importers/run_import.hpp"
#include "gateway/importers/toggl.hpp"
#include "projections/time_totals.hpp"

namespace billtrail {
namespace {

class ClerkLedger final : public importers::Ledger {
 public:
  ClerkLedger(ApiParts& parts, std::shared_ptr<billtrail::Ledger> ledger, Asker asker)
      : parts_(parts), ledger_(std::move(ledger)), asker_(std::move(asker)), open_(parts.practices.opener(*ledger_)) {}

  quicklog::Directory directory() override { return copy_directory(*ledger_, open_, asked()); }

  std::vector<importers::CommandAnswer> send(std::span<const importers::ImportCommand> commands, importers::DryRun dry_run) override {
    ClerkRequest request{.ledger = ledger_, .asker = asker_,
                         .recording = dry_run == importers::DryRun::yes ? Recording::dry : Recording::real};
    for (const importers::ImportCommand& command : commands) {
      auto order = order_for(*ledger_, command.id.text(), {command.command});
      if (const auto* bad = std::get_if<Problem>(&order)) throw importers::LedgerLost(bad->title);
      request.orders.push_back(std::move(std::get<Order>(order)));
    }
    std::vector<importers::CommandAnswer> answers;
    for (const Answer& answer : parts_.clerk.ask(std::move(request))) answers.push_back(as_over_http(answer));
    return answers;
  }

  std::optional<importers::LedgerTotals> totals(std::uint64_t at_least) override {
    if (!ledger_->runner.wait_for({at_least}, bounds::at_least_wait_max)) return std::nullopt;
    Question question;
    question.asked = asked();
    question.by = {Dimension::client, Dimension::month};
    const TimeTotalsAnswer answer = ledger_->runner.read([&](const Views& views) { return time_totals(views, question); });
    importers::LedgerTotals totals;
    for (const TimeTotalsRow& row : answer.rows) {
      totals[{std::string(row.client ? row.client->text() : ""), row.month.value_or("")}] = row.seconds.count;
    }
    return totals;
  }

 private:
  Asked asked() const {
    const Instant now = parts_.clock();
    const std::string zone = ledger_->runner.read([](const Views& views) { return views.practice.zone; });
    return {.today = parts_.zones.local(now, zone).date, .now = now};
  }

  static importers::CommandAnswer as_over_http(const Answer& answer) {
    if (answer.outcome == Outcome::stopped) throw importers::LedgerLost("the server is stopping");
    if (succeeded(answer)) {
      return {.status = 200, .replayed = answer.outcome == Outcome::replayed, .position = answer.position.value, .code = {}, .detail = {}};
    }
    const Problem why = problem_of(answer);
    return {.status = why.status, .replayed = false, .position = answer.position.value, .code = why.code, .detail = why.detail};
  }

  ApiParts& parts_;
  std::shared_ptr<billtrail::Ledger> ledger_;
  Asker asker_;
  OpenPersonal open_;
};

}  // namespace

void Api::import_toggl(const http::Request& request, const Caller& caller, http::Respond respond) {
  if (!caller.ledger) return respond(respond_with(problem(404, "unknown_practice", "There is no practice with this id.")));
  const std::string zone(request.parameter("zone").value_or(""));
  if (!parts_.zones.known(zone)) {
    return respond(respond_with(problem(400, "malformed", "Give the time zone of the file's clocks.", "zone must be an IANA name such as Europe/Berlin.")));
  }
  auto asker = asker_of(request, caller.identity);
  if (const auto* bad = std::get_if<Problem>(&asker)) return respond(respond_with(*bad));
  const bool dry = request.parameter("dry_run") == "true";
  const bool taken = parts_.pool.run([this, caller, zone, dry, asker = std::get<Asker>(asker), text = std::string(request.body), respond] {
    try {
      std::istringstream in(text);
      importers::TogglRows rows(in);
      ClerkLedger ledger(parts_, caller.ledger, asker);
      const importers::ImportReport report = importers::run_import(
          rows, ledger, parts_.zones,
          {.system = "toggl", .zone = zone, .dry_run = dry ? importers::DryRun::yes : importers::DryRun::no, .progress = {}});
      http::Response response;
      response.body = importers::report_json(report);
      respond(std::move(response));
    } catch (const std::exception& error) {
      spdlog::error("import failed practice={} reason=\"{}\"", caller.ledger->id.text(), error.what());
      respond(respond_with(problem(500, "import_stopped", "The import stopped; what arrived stays, and running it again skips it.")));
    }
  });
  if (!taken) respond(respond_with(problem(503, "queue_full", "Too many requests are waiting.")));
}

}  // namespace billtrail
