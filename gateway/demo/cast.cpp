// The tables of the sample agency. Every person, firm and address in them is invented.
#include "gateway/demo/cast.hpp"

namespace billtrail::demo {

namespace {

constexpr std::array<int, 7> full{480, 480, 480, 480, 480, 0, 0};
constexpr std::array<int, 7> four_days{480, 480, 480, 480, 0, 0, 0};
constexpr std::array<int, 7> short_days{360, 360, 360, 360, 360, 0, 0};
constexpr std::array<int, 7> monday_to_wednesday{480, 480, 480, 0, 0, 0, 0};

}  // namespace

const std::vector<Person>& people() {
  static const std::vector<Person> list{
      {"owner",
       "Clara Brandt",
       "clara@harbourandpine.example",
       "director",
       full,
       8 * 60 + 30,
       Habit::mixed,
       66,
       {"strategy", "optimisation", "reporting"},
       78},
      {"jonas",
       "Jonas Weber",
       "jonas@harbourandpine.example",
       "senior",
       full,
       9 * 60,
       Habit::clock,
       80,
       {"strategy", "reporting", "copy"},
       58},
      {"mira",
       "Mira Okafor",
       "mira@harbourandpine.example",
       "senior",
       full,
       8 * 60 + 45,
       Habit::clock,
       78,
       {"strategy", "reporting", "production"},
       54},
      {"tomasz",
       "Tomasz Nowak",
       "tomasz@harbourandpine.example",
       "regular",
       full,
       9 * 60 + 15,
       Habit::clock,
       88,
       {"optimisation", "reporting", "media"},
       44},
      {"leonie",
       "Leonie Fischer",
       "leonie@harbourandpine.example",
       "regular",
       four_days,
       8 * 60 + 15,
       Habit::clock,
       86,
       {"design", "production"},
       42},
      {"amir",
       "Amir Haddad",
       "amir@harbourandpine.example",
       "senior",
       full,
       9 * 60 + 30,
       Habit::mixed,
       84,
       {"design", "development"},
       52},
      {"sofia",
       "Sofia Rossi",
       "sofia@harbourandpine.example",
       "regular",
       short_days,
       9 * 60,
       Habit::lengths,
       87,
       {"copy", "production"},
       40},
      {"felix", "Felix Arndt", "felix@harbourandpine.example", "regular", full, 10 * 60, Habit::clock, 89, {"development"}, 48},
      {"ingrid",
       "Ingrid Solberg",
       "ingrid@harbourandpine.example",
       "regular",
       monday_to_wednesday,
       8 * 60,
       Habit::lengths,
       90,
       {"bookkeeping", "payroll"},
       38},
      {"priya",
       "Priya Raman",
       "priya@harbourandpine.example",
       "junior",
       full,
       9 * 60,
       Habit::mixed,
       82,
       {"optimisation", "reporting", "copy"},
       32,
       9},
      {"david",
       "David Osei",
       "david@harbourandpine.example",
       "regular",
       full,
       9 * 60,
       Habit::clock,
       85,
       {"media", "optimisation"},
       43,
       0,
       13},
      {"hannah",
       "Hannah Krüger",
       "hannah@harbourandpine.example",
       "regular",
       full,
       8 * 60 + 30,
       Habit::mixed,
       76,
       {"production", "reporting", "strategy"},
       41},
  };
  return list;
}

const std::vector<HoursChange>& hours_changes() {
  static const std::vector<HoursChange> list{{"hannah", 10, {420, 420, 420, 420, 0, 0, 0}}};
  return list;
}

const std::vector<ClientOfAgency>& clients() {
  static const std::vector<ClientOfAgency> list{
      {"aurora", "Aurora Outdoor", "EUR"},
      {"bergbahn", "Bergbahn Tours", "EUR"},
      {"lindenhof", "Café Lindenhof", "EUR"},
      {"delta", "Delta Dental", "EUR"},
      {"elbe", "Elbe Yachts", "EUR"},
      {"fjord", "Fjord Foods", "EUR"},
      {"gruenwerk", "Grünwerk Energie", "EUR"},
      {"hansa", "Hansa Books", "EUR"},
      {"isar", "Isar Cycles", "EUR"},
      {"jupiter", "Jupiter Insurance", "EUR"},
      {"kestrel", "Kestrel & Co", "GBP"},
      {"lakeside", "Lakeside Hotels", "USD"},
      {"morgenrot", "Morgenrot Clinics", "EUR"},
      {"nordlicht", "Nordlicht Festival", "EUR"},
      {"ostsee", "Ostsee Homes", "EUR"},
  };
  return list;
}

const std::vector<NamedService>& services() {
  static const std::vector<NamedService> list{
      {"strategy", "Strategy"},       {"optimisation", "Optimisation"},
      {"reporting", "Reporting"},     {"media", "Media buying"},
      {"design", "Design"},           {"copy", "Copywriting"},
      {"development", "Development"}, {"production", "Production"},
      {"bookkeeping", "Bookkeeping"}, {"payroll", "Payroll"},
  };
  return list;
}

const std::vector<ProjectOfClient>& projects() {
  static const std::vector<ProjectOfClient> list{
      {"aurora-shop", "aurora", "Web shop relaunch", {"design", "development", "copy", "production"}, 0, 8},
      {"bergbahn-booking", "bergbahn", "Booking pages", {"design", "development", "production"}, 5, 12},
      {"lindenhof-brand", "lindenhof", "Brand refresh", {"design", "copy", "strategy"}, 10, 16},
      {"elbe-configurator", "elbe", "Yacht configurator", {"design", "development", "production"}, 8, 99},
      {"fjord-packaging", "fjord", "Packaging 2.0", {"design", "copy", "production"}, 2, 9},
      {"gruenwerk-portal", "gruenwerk", "Customer portal", {"design", "development", "copy", "production"}, 11, 99},
      {"hansa-newsletter", "hansa", "Newsletter system", {"copy", "development", "design"}, 0, 6},
      {"isar-launch", "isar", "E-bike launch", {"strategy", "copy", "design", "media"}, 13, 99},
      {"kestrel-site", "kestrel", "Corporate site", {"design", "development", "copy"}, 3, 11},
      {"lakeside-kit", "lakeside", "Opening kit", {"design", "copy", "production"}, 14, 99},
      {"morgenrot-doctors", "morgenrot", "Find a doctor", {"development", "design", "copy"}, 6, 14},
      {"nordlicht-app", "nordlicht", "Festival app", {"development", "design", "production"}, 7, 13},
      {"ostsee-brochure", "ostsee", "Brochure", {"copy", "design", "production"}, 15, 99},
  };
  return list;
}

const std::vector<CampaignOfClient>& campaigns() {
  static const std::vector<CampaignOfClient> list{
      {"aurora-spring", "aurora", "Spring hikes", {"media", "copy", "optimisation"}, 8, 12},
      {"aurora-winter", "aurora", "Winter sale", {"media", "copy", "optimisation"}, 15, 99},
      {"bergbahn-summer", "bergbahn", "Summer season", {"media", "optimisation", "copy"}, 9, 15},
      {"fjord-black-week", "fjord", "Black week", {"media", "design", "copy"}, 0, 3},
      {"isar-test-rides", "isar", "Test rides", {"media", "optimisation", "copy"}, 14, 99},
      {"nordlicht-tickets", "nordlicht", "Early tickets", {"media", "copy", "design"}, 4, 13},
  };
  return list;
}

const std::vector<TaskOfClient>& tasks() {
  using enum Category;
  static const std::vector<TaskOfClient> list{
      {"aurora-opt", "aurora", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"aurora-rep", "aurora", "Reporting hour", "reporting", TaskIs::touch, retainer},
      {"aurora-call", "aurora", "Strategy call", "strategy", TaskIs::touch, retainer},
      {"bergbahn-opt", "bergbahn", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"bergbahn-rep", "bergbahn", "Reporting hour", "reporting", TaskIs::touch, retainer},
      {"fjord-opt", "fjord", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"fjord-rep", "fjord", "Reporting hour", "reporting", TaskIs::touch, retainer},
      {"fjord-call", "fjord", "Strategy call", "strategy", TaskIs::touch, retainer},
      {"isar-opt", "isar", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"isar-media", "isar", "Media plan", "media", TaskIs::task, retainer},
      {"jupiter-opt", "jupiter", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"jupiter-rep", "jupiter", "Reporting hour", "reporting", TaskIs::touch, retainer},
      {"jupiter-call", "jupiter", "Strategy call", "strategy", TaskIs::touch, retainer},
      {"jupiter-media", "jupiter", "Media plan", "media", TaskIs::task, retainer},
      {"kestrel-rep", "kestrel", "Reporting hour", "reporting", TaskIs::touch, retainer},
      {"morgenrot-opt", "morgenrot", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"ostsee-opt", "ostsee", "Optimisation session", "optimisation", TaskIs::touch, retainer},
      {"delta-books", "delta", "Monthly bookkeeping", "bookkeeping", TaskIs::task, retainer},
      {"delta-payroll", "delta", "Payroll run", "payroll", TaskIs::task, ad_hoc},
      {"lindenhof-books", "lindenhof", "Monthly bookkeeping", "bookkeeping", TaskIs::task, retainer},
      {"lindenhof-payroll", "lindenhof", "Payroll run", "payroll", TaskIs::task, ad_hoc},
      {"hansa-books", "hansa", "Monthly bookkeeping", "bookkeeping", TaskIs::task, retainer},
      {"nordlicht-books", "nordlicht", "Festival accounts", "bookkeeping", TaskIs::task, ad_hoc},
      {"hansa-copy", "hansa", "Blurbs and letters", "copy", TaskIs::task, ad_hoc},
      {"ostsee-copy", "ostsee", "Listings", "copy", TaskIs::task, ad_hoc},
      {"elbe-design", "elbe", "Trade fair material", "design", TaskIs::task, ad_hoc},
      {"delta-site", "delta", "Site upkeep", "development", TaskIs::task, ad_hoc},
      {"jupiter-site", "jupiter", "Landing pages", "development", TaskIs::task, ad_hoc},
      {"team", "", "Team meeting", "", TaskIs::task, non_billable},
      {"admin", "", "Admin", "", TaskIs::task, non_billable},
      {"pitch", "", "New business", "", TaskIs::task, non_billable},
      {"learning", "", "Learning", "", TaskIs::task, non_billable},
  };
  return list;
}

}  // namespace billtrail::demo
