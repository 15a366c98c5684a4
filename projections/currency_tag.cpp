// Currencies of entries and groups.
#include "projections/currency_tag.hpp"

namespace billtrail {

Grouping::Value CurrencyTags::tag(const Currency& currency) {
  Grouping::Value tag = 0;
  for (const char letter : currency.code()) tag = tag << 8 | static_cast<unsigned char>(letter);
  return tag;
}

Currency CurrencyTags::currency(Grouping::Value tag) {
  const std::array<char, 3> letters{static_cast<char>(tag >> 16 & 0xFF), static_cast<char>(tag >> 8 & 0xFF), static_cast<char>(tag & 0xFF)};
  return Currency::parse({letters.data(), letters.size()}).value_or(Currency{});
}

CurrencyTags::CurrencyTags(const Views& views) : practice_(tag(views.practice.currency)) {
  for (Row i = 0; i < views.work.currencies.size(); ++i) rates_.push_back(tag(views.work.currencies[i]));
  for (Row i = 0; i < views.directory.clients.size(); ++i) clients_.push_back(tag(views.directory.clients.at(i).currency));
}

std::string currency_suffix(const Grouping& groups, std::size_t group, const CurrencyTags& tags) {
  const auto values = groups.values(group);
  Grouping::Value expected = tags.of_client(no_row);
  for (std::size_t i = 0; i < groups.by().size(); ++i) {
    if (groups.by()[i] == Dimension::client) expected = tags.of_client(values[i]);
  }
  return values.back() == expected ? std::string{} : "|" + std::string(CurrencyTags::currency(values.back()).code());
}

}  // namespace billtrail
