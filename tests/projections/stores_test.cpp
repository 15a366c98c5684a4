// The compact stores under the work view: rows by key, shared values, sealed texts.
#include "projections/interned.hpp"
#include "projections/text_store.hpp"
#include "tests/projections/history.hpp"

namespace billtrail::testing {

TEST_CASE("keys with the same hash are told apart by the keys themselves") {
  RowIndex index;
  for (Row row = 0; row < 100; ++row) index.insert(7, row);
  for (Row wanted = 0; wanted < 100; ++wanted) {
    CHECK(index.find(7, [&](Row row) { return row == wanted; }) == wanted);
  }
  CHECK(index.find(7, [](Row) { return false; }) == no_row);
  CHECK(index.find(8, [](Row) { return true; }) == no_row);
  CHECK(RowIndex{}.find(7, [](Row) { return true; }) == no_row);
}

TEST_CASE("a value is kept once, whenever it comes again") {
  Interned<std::string> values;
  CHECK(values.number_of("a") == 0);
  CHECK(values.number_of("b") == 1);
  CHECK(values.number_of("a") == 0);
  CHECK(values.number_of("a") == 0);
  CHECK(values.size() == 2);
  CHECK(values[1] == "b");
}

TEST_CASE("texts come back whole, the empty one and one longer than a block too") {
  TextStore store;
  const std::string large(3'000'000, 'x');
  const TextPlace first = store.keep("first");
  const TextPlace empty = store.keep("");
  const TextPlace big = store.keep(large);
  const TextPlace last = store.keep("last");
  CHECK(store.at(first) == "first");
  CHECK(store.at(empty).empty());
  CHECK(store.at(big) == large);
  CHECK(store.at(last) == "last");
  CHECK(TextStore{}.at({}).empty());
}

}  // namespace billtrail::testing
