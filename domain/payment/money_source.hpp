// What a command about money that came in names: a payment, or the rest of a credit note. Exactly one of the two.
#pragma once

#include "domain/books.hpp"
#include "domain/kernel/faults.hpp"

namespace billtrail {

struct MoneySource {
  ClientId client;
  std::int64_t left = 0;  // unallocated
  Date since;             // received, or issued
};

// Nothing after adding unknown_payment, unknown_credit_note or payment_reversed. Naming none is unknown_payment, naming both
// setting_out_of_range.
std::optional<MoneySource> check_source(const Books& books, const std::optional<PaymentId>& payment,
                                        const std::optional<CreditNoteId>& credit_note, Faults& faults);

}  // namespace billtrail
