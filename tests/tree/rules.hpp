// The rules of the source tree. Each takes what it judges and adds a finding, with line and reason, for every breach.
#pragma once

#include <vector>

#include "tests/tree/source.hpp"

namespace billtrail::tree {

// Who may include whom: domain <- projections <- gateway, domain <- codec, log <- gateway; libraries stay in their layer.
void layers(const Source& source, Findings& findings);
// Includes are "folder/file.hpp" from the root; <...> is for others' headers.
void include_style(const Source& source, Findings& findings);
// Nothing in domain and projections computes with floating point; nothing in domain reads a clock, chance or the system.
void purity(const Source& source, Findings& findings);
// Files have at most 400 lines, functions at most 60 (test cases 100).
void sizes(const Source& source, Findings& findings);
// In an expression with co_await, GCC 12 destroys a braced temporary, or a lambda with captures, twice.
void awaited_temporaries(const Source& source, Findings& findings);
// The first line says what the file is; headers are included once and open no namespace for others; no bare new.
void manners(const Source& source, Findings& findings);
// No marks of unfinished work, no paths of one machine, no addresses of package registries.
void leftovers(const Source& source, Findings& findings);
// Scripts stop at the first error.
void scripts(const Source& source, Findings& findings);
// Every .cpp stands in a CMakeLists.txt of its folder or of one above.
void dead_files(const std::vector<Source>& all, Findings& findings);
// Every file the README and the folder READMEs link to is there.
void links(const std::vector<Source>& all, Findings& findings);

}  // namespace billtrail::tree
