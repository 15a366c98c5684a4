// Faults as text, one a line, so that a test compares all of them at once.
#pragma once

#include <string>

#include "gateway/json/fault.hpp"

namespace billtrail::test {

// "/client wrong_type: This is ... (expected a string)\n"
inline std::string text(const JsonFaults& faults) {
  std::string out;
  for (const JsonFault& fault : faults) {
    out += fault.pointer + " " + std::string(fault.code) + ": " + fault.message;
    if (!fault.expected.empty()) out += " (" + fault.expected + ")";
    out += '\n';
  }
  return out;
}

template <class T>
std::string faults_of(const ReadResult<T>& result) {
  return result.ok() ? "read without a fault\n" : text(result.faults());
}

}  // namespace billtrail::test
