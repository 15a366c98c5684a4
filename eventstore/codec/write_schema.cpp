// write_schema FILE: writes the schema's text.
#include <fstream>
#include <iostream>

#include "eventstore/codec/schema_text.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: write_schema FILE\n";
    return 2;
  }
  std::ofstream file(arguments[1], std::ios::binary | std::ios::trunc);
  file << billtrail::schema_text();
  file.close();
  if (file) return 0;
  std::cerr << "cannot write " << arguments[1] << '\n';
  return 1;
}
