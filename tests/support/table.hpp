// Reads tests/tables/<name>.table: a row a line, columns by blanks, what is given before the bar and what is expected after it.
// Lines that begin with # are remarks.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace billtrail::testing {

struct TableRow {
  std::string line;  // as written, to show on a failure
  std::vector<std::string> given;
  std::vector<std::string> expected;
};

inline std::vector<TableRow> table(const std::string& name) {
  const std::string path = std::string(BILLTRAIL_SOURCE_DIR) + "/tests/tables/" + name + ".table";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no such table: " + path);
  std::vector<TableRow> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    TableRow row;
    row.line = line;
    std::istringstream words(line);
    bool after_bar = false;
    for (std::string word; words >> word;) {
      if (word == "|")
        after_bar = true;
      else
        (after_bar ? row.expected : row.given).push_back(word);
    }
    rows.push_back(row);
  }
  if (rows.empty()) throw std::runtime_error("an empty table: " + path);
  return rows;
}

}  // namespace billtrail::testing
