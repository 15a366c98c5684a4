// Case is folded one letter at a time, which is enough to keep "Acme" and "ACME", "Žižka" and "ŽIŽKA" from being two clients.
#include "domain/kernel/names.hpp"

namespace billtrail {
namespace {

constexpr unsigned lower(unsigned letter) {
  const auto in = [letter](unsigned first, unsigned last) { return letter >= first && letter <= last; };
  if (in(0xC0, 0xDE) && letter != 0xD7) return letter + 32;                          // Latin-1
  if ((in(0x100, 0x137) || in(0x14A, 0x177)) && letter != 0x130) return letter | 1;  // Latin Extended-A: upper even, lower odd
  if (in(0x139, 0x148) || in(0x179, 0x17E)) return letter + letter % 2;              // there upper odd, lower even
  if (letter == 0x178) return 0xFF;
  if (letter == 0x386) return 0x3AC;  // Greek with accents
  if (in(0x388, 0x38A)) return letter + 37;
  if (letter == 0x38C) return 0x3CC;
  if (in(0x38E, 0x38F)) return letter + 63;
  if (in(0x391, 0x3AB)) return letter + 32;  // Greek
  if (letter == 0x3C2) return 0x3C3;         // sigma at the end of a word
  if (in(0x400, 0x40F)) return letter + 80;  // Cyrillic
  if (in(0x410, 0x42F)) return letter + 32;
  return letter;
}

std::string key(std::string_view kind, std::string_view name) { return std::string(kind) + "\n" + folded(name); }

}  // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string folded(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    if (byte >= 'A' && byte <= 'Z') {
      result[i] = static_cast<char>(byte + 32);
    } else if (byte >= 0xC3 && byte <= 0xD0 && i + 1 < result.size()) {  // two bytes: U+00C0 to U+043F
      const unsigned letter = lower((byte & 0x1FU) << 6U | (static_cast<unsigned char>(result[i + 1]) & 0x3FU));
      result[i] = static_cast<char>(0xC0U | letter >> 6U);
      result[++i] = static_cast<char>(0x80U | (letter & 0x3FU));
    }
  }
  return result;
}

const std::string* NameIndex::holder(std::string_view kind, std::string_view name) const {
  const auto found = holders_.find(key(kind, name));
  return found == holders_.end() ? nullptr : &found->second;
}

void NameIndex::take(std::string_view kind, std::string_view name, std::string_view holder) {
  std::string taken = key(kind, name);
  if (!holders_.emplace(taken, holder).second) throw std::logic_error("the books hold this name already");
  if (journal_.open()) journal_.note([this, taken = std::move(taken)] { holders_.erase(taken); });
}

void NameIndex::give_up(std::string_view kind, std::string_view name) {
  std::string given_up = key(kind, name);
  const auto found = holders_.find(given_up);
  if (found == holders_.end()) throw std::logic_error("the books do not hold this name");
  if (journal_.open()) {
    journal_.note([this, given_up, holder = found->second] { holders_.emplace(given_up, holder); });
  }
  holders_.erase(found);
}

}  // namespace billtrail
