// UUIDv7 from the system clock and OpenSSL's generator.
#include "gateway/ledger/new_ids.hpp"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>

namespace billtrail {
namespace {

// Random bytes are drawn in blocks: asking the generator for ten at a time costs a microsecond each.
void random_bytes(unsigned char* to, std::size_t count) {
  thread_local std::array<unsigned char, 4096> block;
  thread_local std::size_t used = block.size();
  if (used + count > block.size()) {
    if (RAND_bytes(block.data(), static_cast<int>(block.size())) != 1) throw std::runtime_error("no random numbers to be had");
    used = 0;
  }
  for (std::size_t i = 0; i < count; ++i) to[i] = block[used++];
}

}  // namespace

std::string new_uuid() {
  std::array<unsigned char, 16> bytes{};
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
  const auto millis = static_cast<std::uint64_t>(now.count());
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(millis >> (8 * (5 - i)));
  random_bytes(bytes.data() + 6, 10);
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x70);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);

  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 0x0F];
  }
  return text;
}

namespace {

template <class SomeId>
void complete(std::optional<SomeId>& id) {
  if (!id) id = new_id<SomeId>();
}

// One overload for each command that makes something; the rest make nothing.
struct Completer {
  void operator()(AddMember& command) const { complete(command.member); }
  void operator()(AddClient& command) const { complete(command.client); }
  void operator()(AddService& command) const { complete(command.service); }
  void operator()(OpenProject& command) const { complete(command.project); }
  void operator()(OpenCampaign& command) const { complete(command.campaign); }
  void operator()(AddTask& command) const { complete(command.task); }
  void operator()(RecordLeave& command) const { complete(command.leave); }
  void operator()(SetRate& command) const { complete(command.rule); }
  void operator()(SetRounding& command) const { complete(command.policy); }
  void operator()(StartTimer& command) const { complete(command.entry); }
  void operator()(LogTime& command) const { complete(command.entry); }
  void operator()(LogTimes& command) const {
    for (LogTime& entry : command.entries) complete(entry.entry);
  }
  void operator()(MoveTimeEntry& command) const { complete(command.as); }
  void operator()(AgreeEngagement& command) const { complete(command.engagement); }
  void operator()(AgreeRetainer& command) const { complete(command.engagement); }
  void operator()(RecordDeliverable& command) const { complete(command.deliverable); }
  void operator()(DraftInvoice& command) const { complete(command.invoice); }
  void operator()(DraftRecurring& command) const { complete(command.invoice); }
  void operator()(DraftDeposit& command) const { complete(command.invoice); }
  void operator()(IssueCreditNote& command) const { complete(command.credit_note); }
  void operator()(RefundPayment& command) const { complete(command.refund); }
  void operator()(WriteOffWip& command) const { complete(command.write_off); }
  void operator()(WriteUpWip& command) const { complete(command.write_off); }
  void operator()(RecordExpense& command) const { complete(command.expense); }
  void operator()(PlanMedia& command) const { complete(command.media); }
  void operator()(AdjustTimeEntry& command) const { complete(command.entry); }
  void operator()(PlanMilestones& command) const {
    for (MilestoneSaid& milestone : command.milestones) complete(milestone.milestone);
  }
  void operator()(RecordPayment& command) const {
    complete(command.payment);
    for (InvoiceShare& share : command.to) complete(share.allocation);
  }
  void operator()(AllocatePayment& command) const {
    for (InvoiceShare& share : command.to) complete(share.allocation);
  }
  template <class Other>
  void operator()(Other&) const {}
};

}  // namespace

void complete_ids(Command& command) { std::visit(Completer{}, command); }

}  // namespace billtrail
