// Who is asking, with what names, at what moment and in which zone: what every time verb needs first.
#pragma once

#include "gateway/cli/http.hpp"
#include "gateway/quicklog/quick_log.hpp"
#include "gateway/zones/system_zones.hpp"

namespace billtrail::cli {

// The member a person means by an id, a name, a first name or an e-mail address; when nothing is said, the only member or the one
// whose id is "owner". Throws Usage with the members there are.
const quicklog::DirectoryRow& member_of(const quicklog::Directory& directory, const std::string& said);

class Desk {
 public:
  explicit Desk(const ClientSettings& settings);

  Http& http() { return http_; }
  const SystemZones& zones() const { return zones_; }
  const quicklog::Directory& directory() const { return directory_; }
  const quicklog::DirectoryRow& member() const { return *member_; }
  MemberId member_id() const;
  quicklog::Moment moment() const;
  // The name of a thing, or its id when the directory does not have it.
  std::string name_of(Noun noun, std::string_view id) const;

 private:
  Http http_;
  SystemZones zones_;
  quicklog::Directory directory_;
  const quicklog::DirectoryRow* member_;
  std::string zone_;
};

}  // namespace billtrail::cli
