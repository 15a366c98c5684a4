// The rules against small bad sources: each breach is found on its line, and its decent twin is not.
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/tree/rules.hpp"

namespace billtrail::tree {
namespace {

using Rule = void (*)(const Source&, Findings&);

// The lines on which a rule finds something.
std::vector<std::size_t> lines_found(Rule rule, std::string_view path, std::string_view text) {
  Findings findings;
  rule(source_of(std::string{path}, text), findings);
  std::vector<std::size_t> lines;
  for (const auto& finding : findings) lines.push_back(finding.line);
  return lines;
}

const std::vector<std::size_t> none{};
const std::vector<std::size_t> first{1};
const std::vector<std::size_t> second{2};

std::string function_of(std::size_t lines) {
  std::string text = "int f() {\n";
  for (std::size_t i = 2; i < lines; ++i) text += "  step();\n";
  return text + "}\n";
}

}  // namespace

TEST_CASE("a wrong include is found in every layer") {
  CHECK(lines_found(layers, "domain/a.hpp", "//\n#include \"eventstore/log.hpp\"\n") == second);
  CHECK(lines_found(layers, "domain/a.hpp", "#include <spdlog/spdlog.h>\n") == first);
  CHECK(lines_found(layers, "domain/a.hpp", "#include <boost/asio.hpp>\n") == first);
  CHECK(lines_found(layers, "domain/a.hpp", "#include <random>\n") == first);
  CHECK(lines_found(layers, "domain/a.hpp", "#include <vector>\n#include <boost/mp11.hpp>\n#include \"domain/b.hpp\"\n") == none);
  CHECK(lines_found(layers, "eventstore/log.hpp", "#include \"domain/event.hpp\"\n") == first);
  CHECK(lines_found(layers, "eventstore/log.hpp", "#include \"eventstore/codec/codec.hpp\"\n") == first);
  CHECK(lines_found(layers, "eventstore/log.hpp", "#include <rocksdb/db.h>\n") == none);
  CHECK(lines_found(layers, "eventstore/codec/codec.hpp", "#include \"domain/event.hpp\"\n") == none);
  CHECK(lines_found(layers, "projections/wip.hpp", "#include \"eventstore/log.hpp\"\n") == first);
  CHECK(lines_found(layers, "projections/wip.hpp", "#include \"domain/event.hpp\"\n") == none);
  CHECK(lines_found(layers, "gateway/api/wip.cpp", "#include <rocksdb/db.h>\n#include <boost/beast/http.hpp>\n") ==
        std::vector<std::size_t>{1, 2});
  CHECK(lines_found(layers, "gateway/http/session.cpp", "#include <boost/beast/http.hpp>\n") == none);
  CHECK(lines_found(layers, "gateway/http/session.cpp", "#include <flatbuffers/flatbuffers.h>\n") == first);
}

TEST_CASE("an include not written from the root is found") {
  CHECK(lines_found(include_style, "domain/a.cpp", "#include \"a.hpp\"\n") == first);
  CHECK(lines_found(include_style, "domain/a.cpp", "#include \"../domain/a.hpp\"\n") == first);
  CHECK(lines_found(include_style, "domain/a.cpp", "#include <domain/a.hpp>\n") == first);
  CHECK(lines_found(include_style, "domain/a.cpp", "#include \"domain/a.hpp\"\n#include <vector>\n") == none);
}

TEST_CASE("floating point, clocks and chance are found where they may not be") {
  CHECK(lines_found(purity, "domain/a.cpp", "int a;\ndouble b;\n") == second);
  CHECK(lines_found(purity, "projections/a.cpp", "float b;\n") == first);
  CHECK(lines_found(purity, "domain/a.cpp", "auto t = std::chrono::system_clock::now();\n") == first);
  CHECK(lines_found(purity, "gateway/a.cpp", "double b;\n") == none);
  CHECK(lines_found(purity, "domain/a.cpp", "// never a double\nauto text = \"double\"; int doubled; int get_double();\n") ==
        none);
}

TEST_CASE("a file of 401 lines and a function of 61 are found") {
  std::string lines;
  for (int i = 0; i < 400; ++i) lines += "int a;\n";
  CHECK(lines_found(sizes, "domain/a.cpp", lines) == none);
  CHECK(lines_found(sizes, "domain/a.cpp", lines + "int b;\n") == std::vector<std::size_t>{401});
  CHECK(lines_found(sizes, "gateway/dashboard/a.tsx", lines + "let b;\n") == std::vector<std::size_t>{401});
  CHECK(lines_found(sizes, "domain/a.cpp", "namespace a {\n" + function_of(60) + "}\n") == none);
  CHECK(lines_found(sizes, "domain/a.cpp", "namespace a {\n" + function_of(61) + "}\n") == second);
  const std::string table = "  static const List list{\n" + lines.substr(0, lines.size() / 2) + "};\n";
  CHECK(lines_found(sizes, "domain/a.cpp", "int g() {\n" + table + "}\n" + function_of(60)) == none);
  CHECK(lines_found(sizes, "domain/a.cpp", "int g() {\n" + table + function_of(61) + "}\n") == first);
  CHECK(lines_found(sizes, "domain/a.cpp", "struct A {\n" + function_of(61) + "};\n") == second);
}

TEST_CASE("what GCC 12 destroys twice is found beside co_await") {
  const auto found = [](std::string_view line) { return lines_found(awaited_temporaries, "gateway/a.cpp", line); };
  CHECK(found("\nco_await append(Batch{1, 2});\n") == second);
  CHECK(found("co_await append({1, 2});\n") == first);
  CHECK(found("co_await co_spawn(ex, [q] { return q; }, use_awaitable);\n") == first);
  CHECK(found("co_await co_spawn(ex,\n  [&]() -> awaitable<void> { co_return; });\n") == first);
  CHECK(found("auto [ec, n] = co_await socket.async_read_some(buffer, token);\nBatch b{1};\n") == none);
  CHECK(found("if (auto n = co_await read(socket)) {\n  Batch b{1};\n}\n") == none);
  CHECK(found("co_await co_spawn(ex, []() -> awaitable<void> { co_return; }, token);\n") == none);
  CHECK(found("co_await queue[index].pop();\n") == none);
  CHECK(found("// co_await append(Batch{1})\n") == none);
}

TEST_CASE("bad manners are found") {
  CHECK(lines_found(manners, "domain/a.cpp", "#include <vector>\n") == first);
  CHECK(lines_found(manners, "domain/a.hpp", "// A.\nint a;\n") == first);
  CHECK(lines_found(manners, "domain/a.hpp", "// A.\n#pragma once\nusing namespace std;\n") == std::vector<std::size_t>{3});
  CHECK(lines_found(manners, "domain/a.cpp", "// A.\nauto* a = new Thing;\n") == second);
  CHECK(lines_found(manners, "domain/a.cpp", "// A.\nstd::unique_ptr<A> a{new A{1}};\n") == none);
  CHECK(lines_found(manners, "domain/a.hpp", "// A.\n#pragma once\nA(const A&) = delete;  // a new one\nint new_one;\n") == none);
}

TEST_CASE("what should not be left in the tree is found") {
  CHECK(lines_found(leftovers, "a.cpp",
                    "\n// TO"
                    "DO later\n") == second);
  CHECK(lines_found(leftovers, "a.md",
                    "see FIX"
                    "ME\n") == first);
  CHECK(lines_found(leftovers, "scripts/a",
                    "cd /wo"
                    "rk/main\n") == first);
  CHECK(lines_found(leftovers, "scripts/a",
                    "cd /ho"
                    "me/someone\n") == first);
  CHECK(lines_found(leftovers, "gateway/dashboard/package-lock.json", "{\n\"resolved\": \"x\"}\n") == second);
  CHECK(lines_found(leftovers, "a.cpp",
                    "mkdtemp(\"a-XXXX"
                    "XX\"); auto todos = homework/2;\n") == none);
  CHECK(lines_found(leftovers, "a.cpp",
                    "currencies({\"XX"
                    "X\"});\n") == none);
}

TEST_CASE("a careless script is found") {
  CHECK(lines_found(scripts, "scripts/a", "#!/bin/sh\necho\n") == std::vector<std::size_t>{0});
  CHECK(lines_found(scripts, "scripts/a", "set -euo pipefail\n") == first);
  CHECK(lines_found(scripts, "scripts/a", "#!/usr/bin/env bash\nset -euo pipefail\n") == none);
}

TEST_CASE("a file that no list names, and a link that leads nowhere, are found") {
  const std::vector<Source> all{
      source_of("domain/CMakeLists.txt", "add_library(d\n  time/a.cpp)\n"), source_of("domain/time/a.cpp", "//\n"),
      source_of("domain/time/data.cpp", "//\n"),
      source_of("README.md", "[d](domain/time)\n[e](domain/none.md) [f](#part) [g](https://example.org)\n")};
  Findings dead;
  dead_files(all, dead);
  CHECK(dead == Findings{{"domain/time/data.cpp", 0, "in no CMakeLists.txt: it is never compiled"}});
  Findings lost;
  links(all, lost);
  CHECK(lost == Findings{{"README.md", 2, "links to domain/none.md, which is not there"}});
}

}  // namespace billtrail::tree
