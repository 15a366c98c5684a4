// The FlatBuffers schema of a record, from the same descriptions that the codec follows. Committed as eventstore/schema/events.fbs, so that
// stock flatc reads any record; `cmake --build <build> --target write_schema` rewrites it, and a test compares.
#pragma once

#include <string>

namespace billtrail {

std::string schema_text();

}  // namespace billtrail
