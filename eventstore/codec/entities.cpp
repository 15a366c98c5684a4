// Walks an event by its description and notes every id. A new type of id does not compile until it has a kind here.
#include "eventstore/codec/entities.hpp"

#include <algorithm>

#include "eventstore/codec/codec.hpp"
#include "eventstore/codec/layout.hpp"

namespace billtrail {
namespace codec {
namespace {

constexpr std::string_view kind_of(const MemberId&) { return "member"; }
constexpr std::string_view kind_of(const ClientId&) { return "client"; }
constexpr std::string_view kind_of(const ServiceId&) { return "service"; }
constexpr std::string_view kind_of(const EngagementId&) { return "engagement"; }
constexpr std::string_view kind_of(const ProjectId&) { return "project"; }
constexpr std::string_view kind_of(const CampaignId&) { return "campaign"; }
constexpr std::string_view kind_of(const TaskId&) { return "task"; }
constexpr std::string_view kind_of(const EntryId&) { return "entry"; }
constexpr std::string_view kind_of(const RateRuleId&) { return "rate"; }
constexpr std::string_view kind_of(const RoundingPolicyId&) { return "rounding"; }
constexpr std::string_view kind_of(const LeaveId&) { return "leave"; }
constexpr std::string_view kind_of(const InvoiceId&) { return "invoice"; }
constexpr std::string_view kind_of(const CreditNoteId&) { return "credit_note"; }
constexpr std::string_view kind_of(const PaymentId&) { return "payment"; }
constexpr std::string_view kind_of(const AllocationId&) { return "allocation"; }
constexpr std::string_view kind_of(const RefundId&) { return "refund"; }
constexpr std::string_view kind_of(const WriteOffId&) { return "write_off"; }
constexpr std::string_view kind_of(const ExpenseId&) { return "expense"; }
constexpr std::string_view kind_of(const MilestoneId&) { return "milestone"; }
constexpr std::string_view kind_of(const MediaId&) { return "media"; }
constexpr std::string_view kind_of(const DeliverableId&) { return "deliverable"; }
constexpr std::string_view kind_of(const ActorId&) { return "actor"; }

class EntityList {
 public:
  explicit EntityList(std::vector<EntityName>& out) : out_(out) { out_.clear(); }

  template <class T>
  void take(const T& value) {
    if constexpr (is_id<T>) {
      add({kind_of(value), value.text()});
    } else if constexpr (is_optional<T>) {
      if (value) take(*value);
    } else if constexpr (is_vector<T>) {
      for (const auto& element : value) take(element);
    } else if constexpr (is_table<T> && !std::is_same_v<T, Personal>) {
      for_each_field<T>([&](auto index) { take(value.*FieldAt<T, index>::pointer); });
    }
  }

  // The noun says what the id is the id of; its names are the kinds.
  template <class T>
  void take_noun(const T& event) {
    add({boost::describe::enum_to_string(event.noun, ""), event.id});
  }

 private:
  void add(EntityName name) {
    if (std::find(out_.begin(), out_.end(), name) == out_.end()) out_.push_back(name);
  }

  std::vector<EntityName>& out_;
};

}  // namespace

void list_entities(const Event& event, std::vector<EntityName>& out) {
  EntityList list(out);
  std::visit(
      [&]<class T>(const T& alternative) {
        if constexpr (std::is_same_v<T, Archived> || std::is_same_v<T, Restored>) list.take_noun(alternative);
        else list.take(alternative);
      },
      event);
}

}  // namespace codec

std::vector<std::string> entities_of(const Event& event) {
  std::vector<codec::EntityName> names;
  codec::list_entities(event, names);
  std::vector<std::string> out;
  out.reserve(names.size());
  for (const codec::EntityName& name : names) out.push_back(std::string(name.kind) + ":" + std::string(name.id));
  return out;
}

}  // namespace billtrail
