// See sealing.hpp.
#include "gateway/ledger/sealing.hpp"

#include "eventstore/seal.hpp"

namespace billtrail {
namespace {

class Sealer {
 public:
  Sealer(const Books& books, Vault& vault, PracticeNumber practice) : books_(books), vault_(vault), practice_(practice) {}

  void operator()(AddMember& command) {
    seal(command.name, command.member);
    seal(command.email, command.member);
  }
  void operator()(ChangeMember& command) {
    if (!books_.members.find(command.member)) return;
    seal(command.name, command.member);
    seal(command.email, command.member);
  }
  void operator()(StartTimer& command) { seal_for(command.description, command.member); }
  void operator()(ChangeTimer& command) {
    if (const RunningTimer* timer = books_.timers.find(command.entry)) seal(command.description, timer->member);
  }
  void operator()(LogTime& command) { seal_for(command.description, command.member); }
  void operator()(LogTimes& command) {
    for (LogTime& entry : command.entries) (*this)(entry);
  }
  void operator()(CorrectTimeEntry& command) { seal_of_entry(command.description, command.entry); }
  void operator()(MoveTimeEntry& command) { seal_of_entry(command.description, command.entry); }
  // A delivery's address is about the client's people.
  void operator()(RecordInvoiceSent& command) {
    const InvoiceState* invoice = command.to ? books_.invoices.find(command.invoice) : nullptr;
    if (invoice != nullptr) seal_about(*command.to, "client." + std::string(invoice->client.text()));
  }
  template <class Other>
  void operator()(Other&) {}

 private:
  void seal(Personal& text, const std::optional<MemberId>& about) {
    if (about) seal_about(text, std::string(about->text()));
  }
  void seal_about(Personal& text, std::string subject) {
    if (!text.subject.empty()) return;
    text.subject = std::move(subject);
    text.bytes = billtrail::seal(vault_.key_or_create(practice_, text.subject), SealSubject{text.subject}, text.bytes);
  }
  void seal(std::optional<Personal>& text, const std::optional<MemberId>& about) {
    if (text) seal(*text, about);
  }
  // Only for members there are: no key is made for a name that somebody mistyped.
  void seal_for(std::optional<Personal>& text, const MemberId& about) {
    if (text && books_.members.find(about)) seal(*text, about);
  }
  void seal_of_entry(std::optional<Personal>& text, const EntryId& entry) {
    if (!text) return;
    if (const EntryState* held = books_.entries.find(entry)) seal(*text, books_.members.key(held->member));
  }

  const Books& books_;
  Vault& vault_;
  PracticeNumber practice_;
};

}  // namespace

void seal_personal(Command& command, const Books& books, Vault& vault, PracticeNumber practice) {
  std::visit(Sealer{books, vault, practice}, command);
}

}  // namespace billtrail
