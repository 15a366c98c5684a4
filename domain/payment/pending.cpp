// Not decided yet.
#include "domain/payment/payment_rules.hpp"

namespace billtrail {

Decision<Event> decide(const Books&, const RecordPayment&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const AllocatePayment&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const UndoAllocation&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const RefundPayment&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReverseRefund&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const ReversePayment&, const Given&) { return refuse(RefusalCode::nothing_to_change); }
Decision<Event> decide(const Books&, const WriteOffDifference&, const Given&) { return refuse(RefusalCode::nothing_to_change); }

void evolve(Books&, const PaymentReceived&) {}
void evolve(Books&, const PaymentAllocated&) {}
void evolve(Books&, const AllocationUndone&) {}
void evolve(Books&, const PaymentRefunded&) {}
void evolve(Books&, const RefundReversed&) {}
void evolve(Books&, const PaymentReversed&) {}
void evolve(Books&, const DifferenceWrittenOff&) {}

}  // namespace billtrail
