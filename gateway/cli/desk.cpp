// Asks the server for names and the zone.
#include "gateway/cli/desk.hpp"

#include <chrono>

#include "domain/kernel/names.hpp"
#include "gateway/cli/server_answers.hpp"

namespace billtrail::cli {

namespace {

Instant now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

bool means(const quicklog::DirectoryRow& row, const std::string& said) {
  const std::string name = folded(row.name);
  const std::string wanted = folded(said);
  return row.id == said || name == wanted || name.starts_with(wanted + " ") || (row.email && folded(*row.email) == wanted);
}

}  // namespace

const quicklog::DirectoryRow& member_of(const quicklog::Directory& directory, const std::string& said) {
  const quicklog::DirectoryRow* found = nullptr;
  std::size_t fitting = 0;
  std::string all;
  for (const quicklog::DirectoryRow& row : directory.rows) {
    if (row.noun != Noun::member || row.archived) continue;
    all += "\n  " + row.id + "  " + row.name;
    if (!said.empty() && !means(row, said)) continue;
    if (row.id == said || (said.empty() && row.id == "owner")) return row;
    found = &row;
    ++fitting;
  }
  if (fitting == 1) return *found;
  const std::string lead =
      said.empty() ? "Say who you are with --member or BILLTRAIL_MEMBER" : "No single member is \"" + said + "\"";
  throw Usage(lead + "; there are:" + all);
}

Desk::Desk(const ClientSettings& settings)
    : http_(settings),
      directory_(directory_of(http_.must_get("/v1/directory"))),
      member_(&member_of(directory_, settings.member)) {
  zone_ = member_->zone.value_or("");
  if (zone_.empty()) zone_ = text_member(parsed(http_.must_get("/v1/practice")).root(), "zone");
  if (!zones_.known(zone_)) throw Usage("This machine does not know the time zone " + zone_ + ".");
}

MemberId Desk::member_id() const {
  const auto id = MemberId::parse(member_->id);
  if (!id) throw std::runtime_error("the server's answer holds an id that is none");
  return *id;
}

quicklog::Moment Desk::moment() const {
  const Instant at = now();
  return {zones_.local(at, zone_).date, at, zone_, zones_};
}

std::string Desk::name_of(Noun noun, std::string_view id) const {
  const quicklog::DirectoryRow* row = directory_.find(noun, id);
  return row ? row->name : std::string(id);
}

}  // namespace billtrail::cli
