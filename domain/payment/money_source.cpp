// A payment that has been reversed is no money.
#include "domain/payment/money_source.hpp"

#include "domain/checks.hpp"

namespace billtrail {

std::optional<MoneySource> check_source(const Books& books, const std::optional<PaymentId>& payment,
                                        const std::optional<CreditNoteId>& credit_note, Faults& faults) {
  if (payment && credit_note) {
    faults.add(RefusalCode::setting_out_of_range, "/credit_note");
    return std::nullopt;
  }
  if (credit_note) {
    const CreditNoteState* note =
        check_known(books.credit_notes, *credit_note, RefusalCode::unknown_credit_note, "/credit_note", faults);
    return note == nullptr ? std::nullopt : std::optional(MoneySource{note->client, unallocated(*note), note->on});
  }
  const PaymentState* received = payment ? books.payments.find(*payment) : nullptr;
  if (received == nullptr) {
    faults.add(RefusalCode::unknown_payment, "/payment");
    return std::nullopt;
  }
  if (received->reversed) {
    faults.add(RefusalCode::payment_reversed, "/payment");
    return std::nullopt;
  }
  return MoneySource{received->client, unallocated(*received), received->on};
}

}  // namespace billtrail
