// See directory_copy.hpp.
#include "gateway/api/directory_copy.hpp"

#include "projections/directory.hpp"

namespace billtrail {
namespace {

std::string opened(const Personal& text, const OpenPersonal& open) {
  return text.subject.empty() ? text.bytes : open(text).value_or("");
}

}  // namespace

quicklog::Directory copy_directory(const Ledger& ledger, const OpenPersonal& open, const Asked& asked) {
  Question question;
  question.asked = asked;
  const DirectoryAnswer answer = ledger.runner.read([&](const Views& views) { return directory(views, question); });
  quicklog::Directory copy;
  copy.rows.reserve(answer.rows.size());
  for (const DirectoryRow& row : answer.rows) {
    quicklog::DirectoryRow& out = copy.rows.emplace_back();
    out.noun = row.noun;
    out.id = row.id;
    out.name = opened(row.name, open);
    out.archived = row.archived;
    out.client = row.client;
    out.project = row.project;
    out.campaign = row.campaign;
    out.service = row.service;
    out.category = row.category;
    out.kind = row.kind;
    out.currency = row.currency;
    if (row.email) out.email = opened(*row.email, open);
    out.role = row.role;
    out.zone = row.zone;
  }
  return copy;
}

}  // namespace billtrail
