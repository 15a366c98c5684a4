// Identities. An id is a short text chosen by whoever made the thing (a client program or the server, which
// chooses UUIDv7): 1 to 39 characters out of A-Z a-z 0-9 . _ -. It lives inline, so copying one never allocates.
// Every noun has its own type; a wrong argument does not compile. Conversion to and from text is explicit.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string_view>

namespace billtrail {

template <class Tag>
class Id {
 public:
  static constexpr std::size_t length_max = 39;

  // The empty id: only a place to decode into, never a thing's name.
  constexpr Id() = default;

  // Nothing when the text is empty, too long or holds another character.
  static constexpr std::optional<Id> parse(std::string_view text) {
    if (text.empty() || text.size() > length_max) return std::nullopt;
    Id id;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!allowed(text[i])) return std::nullopt;
      id.characters_[i] = text[i];
    }
    id.length_ = static_cast<std::uint8_t>(text.size());
    return id;
  }

  constexpr std::string_view text() const { return {characters_.data(), length_}; }
  constexpr bool empty() const { return length_ == 0; }

  friend constexpr bool operator==(const Id& a, const Id& b) { return a.text() == b.text(); }
  friend constexpr auto operator<=>(const Id& a, const Id& b) { return a.text() <=> b.text(); }

 private:
  static constexpr bool allowed(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  }

  std::array<char, length_max> characters_{};
  std::uint8_t length_ = 0;
};

// For boost::unordered and std::unordered containers.
template <class Tag>
std::size_t hash_value(const Id<Tag>& id) {
  return std::hash<std::string_view>{}(id.text());
}

using PracticeId = Id<struct PracticeTag>;
using MemberId = Id<struct MemberTag>;
using ClientId = Id<struct ClientTag>;
using ServiceId = Id<struct ServiceTag>;
using EngagementId = Id<struct EngagementTag>;
using ProjectId = Id<struct ProjectTag>;
using CampaignId = Id<struct CampaignTag>;
using TaskId = Id<struct TaskTag>;
using EntryId = Id<struct EntryTag>;      // a time entry; a running timer already has the id of the entry it becomes
using RateRuleId = Id<struct RateRuleTag>;
using RoundingPolicyId = Id<struct RoundingPolicyTag>;
using LeaveId = Id<struct LeaveTag>;
using InvoiceId = Id<struct InvoiceTag>;        // from draft to issued: the same id
using CreditNoteId = Id<struct CreditNoteTag>;
using PaymentId = Id<struct PaymentTag>;
using AllocationId = Id<struct AllocationTag>;
using RefundId = Id<struct RefundTag>;
using WriteOffId = Id<struct WriteOffTag>;      // of work; also of a write-up
using ExpenseId = Id<struct ExpenseTag>;
using MilestoneId = Id<struct MilestoneTag>;
using MediaId = Id<struct MediaTag>;            // a pass-through media budget
using DeliverableId = Id<struct DeliverableTag>;
using CommandId = Id<struct CommandTag>;  // what a retry repeats (TM7)
using ActorId = Id<struct ActorTag>;      // who acts: a member's id, or "system", or a token's name

}  // namespace billtrail

template <class Tag>
struct std::hash<billtrail::Id<Tag>> {
  std::size_t operator()(const billtrail::Id<Tag>& id) const { return hash_value(id); }
};
