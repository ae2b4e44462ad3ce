#include "assets/formats/record.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace assets {
namespace {

using Name = std::string_view;
using Words = std::span<const std::string_view>;

enum class Shape {
    Text,
    TextOrList,
    Number,
    Positive,
    Whole,
    Flag,
    Time,
    Point,
    Box,
    TextOrPoint,
    Word,
    Table,
    Tables
};

/// A key that may stand in a table, and what its value looks like.
struct Key {
    Name name;
    Shape shape;
    Words words = {}; ///< of Shape::Word, or of each text of a TextOrList
};

constexpr std::array symbol_styles{Name{"pictogram"}, Name{"nato"}, Name{"dot"}};
constexpr std::array date_orders{Name{"iso"}, Name{"dmy"}, Name{"mdy"}};
constexpr std::array presets{Name{"web-16x9"}, Name{"web-4x3"},   Name{"square"},
                             Name{"story"},    Name{"column-89"}, Name{"column-183"}};
constexpr std::array inset_kinds{Name{"detail"}, Name{"locator"}};
constexpr std::array note_kinds{Name{"text"}, Name{"callout"}, Name{"arrow"},
                                Name{"line"}, Name{"ring"},    Name{"bracket"}};
constexpr std::array drawn_things{
    Name{"all"},       Name{"sea"},      Name{"land"},     Name{"relief"}, Name{"coast"},    Name{"borders"},
    Name{"graticule"}, Name{"zones"},    Name{"areas"},    Name{"tracks"}, Name{"assets"},   Name{"events"},
    Name{"notes"},     Name{"coverage"}, Name{"places"},   Name{"seas"},   Name{"labels"},   Name{"title"},
    Name{"subtitle"},  Name{"asof"},     Name{"unplaced"}, Name{"legend"}, Name{"scalebar"}, Name{"north"},
    Name{"inset"},     Name{"strip"},    Name{"credit"}};

constexpr std::array root_keys{
    Key{"theatrum", Shape::Whole}, Key{"title", Shape::Text},    Key{"subtitle", Shape::Text},
    Key{"credit", Shape::Text},    Key{"time", Shape::Table},    Key{"view", Shape::Table},
    Key{"style", Shape::Table},    Key{"read", Shape::Table},    Key{"basemap", Shape::Table},
    Key{"routes", Shape::Table},   Key{"words", Shape::Table},   Key{"asset", Shape::Tables},
    Key{"accept", Shape::Tables},  Key{"figure", Shape::Tables}, Key{"feed", Shape::Tables}};
constexpr std::array time_keys{Key{"start", Shape::Time}, Key{"end", Shape::Time}, Key{"utc_offset_h", Shape::Number},
                               Key{"data_to", Shape::Time}};
constexpr std::array view_keys{Key{"projection", Shape::Text}, Key{"center", Shape::Point},
                               Key{"width_km", Shape::Positive}};
constexpr std::array style_keys{Key{"theme", Shape::Text}, Key{"symbols", Shape::Word, symbol_styles},
                                Key{"names", Shape::Text}, Key{"policy", Shape::Text}};
constexpr std::array read_keys{
    Key{"assets", Shape::TextOrList}, Key{"deployments", Shape::TextOrList}, Key{"positions", Shape::TextOrList},
    Key{"events", Shape::TextOrList}, Key{"members", Shape::TextOrList},     Key{"sources", Shape::TextOrList},
    Key{"places", Shape::TextOrList}, Key{"zones", Shape::TextOrList},       Key{"dates", Shape::Word, date_orders}};
constexpr std::array basemap_keys{Key{"raster", Shape::Text}, Key{"url", Shape::Text}};
constexpr std::array routes_keys{Key{"avoid", Shape::TextOrList}};
constexpr std::array accept_keys{Key{"code", Shape::Text},  Key{"asset", Shape::Text}, Key{"zone", Shape::Text},
                                 Key{"event", Shape::Text}, Key{"place", Shape::Text}, Key{"from", Shape::Time},
                                 Key{"why", Shape::Text}};
constexpr std::array feed_keys{Key{"url", Shape::Text}, Key{"name", Shape::Text}, Key{"credit", Shape::Text},
                               Key{"area", Shape::Box}};
constexpr std::array figure_keys{Key{"id", Shape::Text},
                                 Key{"preset", Shape::Word, presets},
                                 Key{"size", Shape::Text},
                                 Key{"width_mm", Shape::Positive},
                                 Key{"height_mm", Shape::Positive},
                                 Key{"dpi", Shape::Positive},
                                 Key{"at", Shape::Time},
                                 Key{"from", Shape::Time},
                                 Key{"to", Shape::Time},
                                 Key{"compare", Shape::Time},
                                 Key{"fit", Shape::TextOrList},
                                 Key{"center", Shape::Point},
                                 Key{"width_km", Shape::Positive},
                                 Key{"bbox", Shape::Box},
                                 Key{"projection", Shape::Text},
                                 Key{"theme", Shape::Text},
                                 Key{"words", Shape::Text},
                                 Key{"names", Shape::Text},
                                 Key{"title", Shape::Text},
                                 Key{"subtitle", Shape::Text},
                                 Key{"credit", Shape::Text},
                                 Key{"show", Shape::TextOrList},
                                 Key{"hide", Shape::TextOrList},
                                 Key{"emphasise", Shape::TextOrList},
                                 Key{"without", Shape::TextOrList, drawn_things},
                                 Key{"inset", Shape::Tables},
                                 Key{"note", Shape::Tables},
                                 Key{"label", Shape::Tables}};
constexpr std::array inset_keys{Key{"kind", Shape::Word, inset_kinds}, Key{"center", Shape::Point},
                                Key{"width_km", Shape::Positive}, Key{"corner", Shape::Text},
                                Key{"projection", Shape::Text}};
constexpr std::array note_keys{Key{"kind", Shape::Word, note_kinds}, Key{"at", Shape::TextOrPoint},
                               Key{"to", Shape::TextOrPoint},        Key{"text", Shape::Text},
                               Key{"radius_km", Shape::Positive},    Key{"offset_mm", Shape::Point}};
constexpr std::array label_keys{Key{"id", Shape::Text}, Key{"text", Shape::Text}, Key{"offset_mm", Shape::Point},
                                Key{"hide", Shape::Flag}};

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

std::string two(unsigned n) {
    return fmt::format("{:02}", n);
}

/// A scalar as a CSV cell would write it; empty when it is none.
std::optional<std::string> cell(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto whole = node.value_exact<std::int64_t>()) return fmt::format("{}", *whole);
    if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);
    if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
    const auto date = [](const toml::date& d) {
        return fmt::format("{:04}-{}-{}", d.year, two(d.month), two(d.day));
    };
    if (const auto d = node.value_exact<toml::date>()) return date(*d);
    if (const auto t = node.value_exact<toml::date_time>()) {
        std::string text =
            fmt::format("{}T{}:{}:{}", date(t->date), two(t->time.hour), two(t->time.minute), two(t->time.second));
        if (t->offset) {
            const int minutes = t->offset->minutes;
            text += minutes == 0 ? "Z"
                                 : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                                               std::abs(minutes) % 60);
        }
        return text;
    }
    return std::nullopt;
}

std::vector<std::string> texts_of(const toml::node& node) {
    std::vector<std::string> texts;
    if (const auto text = node.value_exact<std::string>()) texts.push_back(*text);
    if (const auto* array = node.as_array())
        for (const auto& item : *array)
            if (const auto text = item.value_exact<std::string>()) texts.push_back(*text);
    return texts;
}

bool is_numbers(const toml::node& node, std::size_t count) {
    const auto* array = node.as_array();
    return array && array->size() == count &&
           std::all_of(array->begin(), array->end(), [](const toml::node& n) { return n.is_number(); });
}

/// One table of scenario.toml with its path (`figure[1].inset[0].`): checks keys and shapes, gives typed values.
class Section {
public:
    Section(Reading& reading, std::uint16_t file, const toml::table& table, std::string path)
        : m_reading{reading}, m_file{file}, m_table{table}, m_path{std::move(path)} {}

    void check(std::span<const Key> keys) {
        std::vector<Name> names;
        for (const auto& key : keys)
            names.push_back(key.name);
        for (const auto& [key, node] : m_table) {
            const auto known =
                std::find_if(keys.begin(), keys.end(), [name = key.str()](const Key& k) { return k.name == name; });
            if (known == keys.end())
                m_reading.findings.warning(
                    code::unknown_key,
                    {m_file, static_cast<int>(key.source().begin.line), m_path + std::string{key.str()}},
                    "not a known key, so it is not read" + did_you_mean(key.str(), names));
            else
                check_shape(*known, node);
        }
    }

    [[nodiscard]] const toml::node* node(Name key) const { return m_table.get(key); }
    [[nodiscard]] std::string text(Name key) const {
        return m_table[key].value_exact<std::string>().value_or(std::string{});
    }
    [[nodiscard]] std::optional<double> number(Name key) const {
        const auto* value = node(key);
        return value && value->is_number() ? value->value<double>() : std::nullopt;
    }
    [[nodiscard]] std::string time_text(Name key) const {
        const auto* value = node(key);
        return value ? cell(*value).value_or("") : "";
    }
    [[nodiscard]] std::optional<TimeText> time(Name key) const {
        return parse_time_text(time_text(key), m_reading.scenario.utc_offset_h, m_reading.dates);
    }
    [[nodiscard]] std::optional<geo::LonLat> point(Name key) const {
        const auto* value = node(key);
        if (!value || !is_numbers(*value, 2)) return std::nullopt;
        const auto& pair = *value->as_array();
        return geo::LonLat::from_degrees(*pair[0].value<double>(), *pair[1].value<double>());
    }
    [[nodiscard]] int line() const { return line_of(m_table); }
    [[nodiscard]] int line_at(Name key) const { return node(key) ? line_of(*node(key)) : line(); }
    [[nodiscard]] const toml::table& table() const { return m_table; }
    [[nodiscard]] std::string path() const { return m_path; }

    void error(Name key, std::string_view code, std::string message) {
        m_reading.findings.error(code, {m_file, line_at(key), m_path + std::string{key}}, std::move(message));
    }
    void require(Name key) {
        if (!node(key)) error(key, code::missing_value, "must be given");
    }
    /// The tables of an array of tables.
    template <class Use>
    void each(Name key, Use use) {
        const auto* value = node(key);
        const auto* array = value ? value->as_array() : nullptr;
        for (std::size_t i = 0; array && i < array->size(); ++i)
            if (const auto* table = (*array)[i].as_table()) {
                Section section{m_reading, m_file, *table, fmt::format("{}{}[{}].", m_path, key, i)};
                use(section);
            }
    }
    template <class Use>
    void with(Name key, Use use) {
        const auto* value = node(key);
        if (const auto* table = value ? value->as_table() : nullptr) {
            Section section{m_reading, m_file, *table, fmt::format("{}{}.", m_path, key)};
            use(section);
        }
    }

private:
    void check_word(const Key& key, const std::string& word) {
        if (key.words.empty() || std::find(key.words.begin(), key.words.end(), word) != key.words.end()) return;
        std::string meant = did_you_mean(word, key.words);
        constexpr std::size_t most_listed = 10;
        if (meant.empty() && key.words.size() <= most_listed)
            meant = fmt::format("; it can be {}", fmt::join(key.words, ", "));
        error(key.name, code::bad_value, fmt::format("{} is not known here{}", in_quotes(word), meant));
    }

    void check_time(const Key& key, const toml::node& node) {
        const auto text = cell(node);
        if (!text || !parse_time_text(*text, 0, m_reading.dates))
            error(key.name, code::bad_time,
                  text ? fmt::format("{} is not a date or time; write for example 2024-07-31", in_quotes(*text))
                       : std::string{"must be a date or time"});
    }

    void check_point(const Key& key, const toml::node& node) {
        if (key.name == "offset_mm" || point(key.name) || !is_numbers(node, 2)) return;
        const auto& pair = *node.as_array();
        error(key.name, code::out_of_range,
              fmt::format("[{}, {}] is not a longitude and a latitude", *pair[0].value<double>(),
                          *pair[1].value<double>()));
    }

    void check_shape(const Key& key, const toml::node& node) {
        const auto must = [&](bool good, const char* what) {
            if (!good) error(key.name, code::bad_value, fmt::format("must be {}", what));
            return good;
        };
        switch (key.shape) {
        case Shape::Text:
            must(node.is_string(), "a text in quotes");
            break;
        case Shape::Word:
            if (must(node.is_string(), "a text in quotes")) check_word(key, *node.value_exact<std::string>());
            break;
        case Shape::TextOrList: {
            const auto* array = node.as_array();
            const bool good =
                node.is_string() ||
                (array && std::all_of(array->begin(), array->end(), [](const toml::node& n) { return n.is_string(); }));
            if (must(good, "a text or a list of texts"))
                for (const auto& text : texts_of(node))
                    check_word(key, text);
            break;
        }
        case Shape::Number:
            must(node.is_number() && std::isfinite(*node.value<double>()), "a number");
            break;
        case Shape::Positive:
            must(node.is_number() && std::isfinite(*node.value<double>()) && *node.value<double>() > 0,
                 "a number greater than 0");
            break;
        case Shape::Whole:
            must(node.is_integer(), "a whole number");
            break;
        case Shape::Flag:
            must(node.is_boolean(), "true or false");
            break;
        case Shape::Time:
            check_time(key, node);
            break;
        case Shape::Point:
            if (must(is_numbers(node, 2), key.name == "offset_mm" ? "[right, down] in mm" : "[longitude, latitude]"))
                check_point(key, node);
            break;
        case Shape::TextOrPoint:
            if (must(node.is_string() || is_numbers(node, 2), "an id, a place or [longitude, latitude]"))
                check_point(key, node);
            break;
        case Shape::Box:
            must(is_numbers(node, 4), "[west, south, east, north]");
            break;
        case Shape::Table:
            must(node.is_table(), "a table");
            break;
        case Shape::Tables:
            must(node.is_array_of_tables(), "an array of tables, written with [[ ]]");
            break;
        }
    }

    Reading& m_reading;
    std::uint16_t m_file;
    const toml::table& m_table;
    std::string m_path;
};

/// A path as written in scenario.toml, which may not lead out of the folder, by links neither.
std::optional<InputFile> file_inside(Section& section, Name key, const std::string& written,
                                     const std::filesystem::path& folder) {
    const std::filesystem::path relative = std::filesystem::path{written}.lexically_normal();
    std::error_code failed;
    const auto root = std::filesystem::weakly_canonical(folder, failed);
    const auto real = std::filesystem::weakly_canonical(folder / relative, failed);
    const auto from_root = real.lexically_relative(root);
    if (written.empty() || relative.is_absolute() || failed || from_root.empty() || *from_root.begin() == ".." ||
        (!relative.empty() && *relative.begin() == "..")) {
        section.error(key, code::path_leaves_folder,
                      fmt::format("{} is not inside the scenario's folder", in_quotes(written)));
        return std::nullopt;
    }
    return InputFile{relative.generic_string(), folder / relative};
}

void read_lists(Section& section, const std::filesystem::path& folder, FileLists& lists,
                std::set<std::string>& incomplete) {
    const std::array<std::pair<Name, std::vector<InputFile>*>, 8> targets{{{"assets", &lists.assets},
                                                                           {"deployments", &lists.deployments},
                                                                           {"positions", &lists.positions},
                                                                           {"events", &lists.events},
                                                                           {"members", &lists.members},
                                                                           {"sources", &lists.sources},
                                                                           {"places", &lists.places},
                                                                           {"zones", &lists.zones}}};
    for (const auto& [key, list] : targets) {
        const auto* node = section.node(key);
        if (!node) continue;
        list->clear();
        for (const auto& written : texts_of(*node)) {
            if (auto file = file_inside(section, key, written, folder))
                list->push_back(std::move(*file));
            else
                incomplete.emplace(key);
        }
    }
}

void read_time(Section& section, Scenario& scenario) {
    section.check(time_keys);
    if (const auto offset = section.number("utc_offset_h")) {
        if (std::abs(*offset) <= 14)
            scenario.utc_offset_h = *offset;
        else
            section.error("utc_offset_h", code::out_of_range, fmt::format("'{}' is not within -14 to 14", *offset));
    }
    if (const auto start = section.time("start")) scenario.start = start->first;
    if (const auto end = section.time("end")) scenario.end = end->last;
    if (scenario.start && scenario.end && *scenario.end < *scenario.start)
        section.error("end", code::intervals_backwards,
                      fmt::format("{} is before start, {}", in_quotes(section.time_text("end")),
                                  in_quotes(section.time_text("start"))));
    if (const auto day = section.time("data_to")) {
        scenario.data_to = section.time_text("data_to");
        scenario.data_to_day = day->last;
    }
}

void read_view(Section& section, ViewDefaults& view) {
    constexpr std::array projections{Name{"laea"}, Name{"ortho"},   Name{"aeqd"},  Name{"lcc"},
                                     Name{"merc"}, Name{"eqearth"}, Name{"robin"}, Name{"eqc"}};
    section.check(view_keys);
    if (const std::string projection = section.text("projection"); !projection.empty()) {
        const bool is_definition = projection.find_first_of("+:=") != std::string::npos;
        if (!is_definition && std::find(projections.begin(), projections.end(), projection) == projections.end())
            section.error(
                "projection", code::bad_value,
                fmt::format("{} is not a projection{}", in_quotes(projection), did_you_mean(projection, projections)));
        view.projection = projection;
    }
    view.centre = section.point("center");
    view.width_km = section.number("width_km");
}

void read_style(Section& section, ViewDefaults& view) {
    section.check(style_keys);
    view.theme = section.text("theme");
    view.symbols = section.text("symbols");
    view.names = section.text("names");
    view.policy = section.text("policy");
}

void read_words(Section& section, Scenario& scenario) {
    for (const auto& [key, node] : section.table()) {
        if (const auto text = node.value_exact<std::string>())
            scenario.words.emplace(key.str(), *text);
        else
            section.error(key.str(), code::bad_value, "must be a text in quotes");
    }
}

void read_accept(Reading& reading, std::uint16_t file, Section& section) {
    section.check(accept_keys);
    section.require("code");
    section.require("why");
    const std::string code = section.text("code");
    std::vector<Name> codes;
    for (const auto& known : all_codes)
        codes.push_back(known.code);
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end())
        section.error("code", code::bad_value,
                      fmt::format("{} is not a code of check{}", in_quotes(code), did_you_mean(code, codes)));
    std::string kind, subject;
    for (const Name key : {"asset", "zone", "event", "place"}) {
        if (!section.node(key)) continue;
        if (!kind.empty()) section.error(key, code::conflicting_values, fmt::format("cannot be given beside {}", kind));
        kind = key;
        subject = section.text(key);
    }
    if (kind.empty()) section.error("asset", code::missing_value, "must be given, or zone, event or place");
    reading.scenario.accepts.push_back({code, subject, section.time_text("from"), section.text("why"), section.line()});
    reading.accept_kinds.push_back(kind);
    (void)file;
}

void check_figure(Section& section, std::vector<std::string>& ids) {
    section.check(figure_keys);
    section.require("id");
    const std::string id = section.text("id");
    if (section.node("id") && !is_id(id))
        section.error("id", code::bad_id,
                      fmt::format("{} is no id; small letters, digits, '.', '_' and '-' make one", in_quotes(id)));
    else if (std::find(ids.begin(), ids.end(), id) != ids.end())
        section.error("id", code::duplicate, fmt::format("{} stands twice", in_quotes(id)));
    ids.push_back(id);
    if (section.node("bbox") && (section.node("center") || section.node("width_km")))
        section.error("bbox", code::conflicting_values, "cannot be given beside center or width_km");
    section.each("inset", [](Section& inset) { inset.check(inset_keys); });
    section.each("note", [](Section& note) {
        note.check(note_keys);
        note.require("kind");
    });
    section.each("label", [](Section& label) {
        label.check(label_keys);
        label.require("id");
    });
}

void read_asset_table(Reading& reading, std::uint16_t file, Section& section) {
    Record record{asset_columns, file};
    record.begin(section.line());
    record.prefix = section.path();
    for (const auto& [key, node] : section.table()) {
        const Spot spot{file, static_cast<int>(key.source().begin.line), section.path() + std::string{key.str()}};
        if (!record.knows(key.str())) {
            reading.findings.warning(code::unknown_key, spot,
                                     "not a known key, so it is not read" + did_you_mean(key.str(), asset_columns));
        } else if (const auto* array = node.as_array()) {
            const auto texts = texts_of(node);
            if (texts.size() != array->size()) reading.findings.error(code::bad_value, spot, "must be a list of texts");
            record.set(key.str(), fmt::format("{}", fmt::join(texts, ";")), line_of(node));
        } else if (auto text = cell(node)) {
            record.set(key.str(), std::move(*text), line_of(node));
        } else {
            reading.findings.error(code::bad_value, spot, "must be a text or a number");
        }
    }
    const auto errors_before = reading.findings.errors();
    add_asset(reading, record);
    ++reading.records;
    if (reading.findings.errors() > errors_before) ++reading.rejected;
}

void read_root(Reading& reading, std::uint16_t file, Section& root, const std::filesystem::path& folder,
               FileLists& lists) {
    Scenario& scenario = reading.scenario;
    root.check(root_keys);
    if (const auto version = root.number("theatrum"); version && *version != 1)
        root.error("theatrum", code::version,
                   fmt::format("'{}' is a version I do not know; this program reads 1", *version));
    scenario.title = root.text("title");
    scenario.subtitle = root.text("subtitle");
    scenario.credit = root.text("credit");
    root.with("read", [&](Section& section) {
        section.check(read_keys);
        if (const std::string order = section.text("dates"); order == "dmy" || order == "mdy")
            reading.dates = order == "dmy" ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
        read_lists(section, folder, lists, reading.incomplete);
    });
    root.with("time", [&](Section& section) { read_time(section, scenario); });
    root.with("view", [&](Section& section) { read_view(section, scenario.view); });
    root.with("style", [&](Section& section) { read_style(section, scenario.view); });
    root.with("words", [&](Section& section) { read_words(section, scenario); });
    root.with("basemap", [&](Section& section) {
        section.check(basemap_keys);
        if (const std::string raster = section.text("raster"); !raster.empty())
            (void)file_inside(section, "raster", raster, folder);
    });
    root.with("routes", [&](Section& section) { section.check(routes_keys); });
    root.each("asset", [&](Section& section) { read_asset_table(reading, file, section); });
    root.each("accept", [&](Section& section) { read_accept(reading, file, section); });
    root.each("feed", [&](Section& section) {
        section.check(feed_keys);
        section.require("url");
    });
    std::vector<std::string> figure_ids;
    root.each("figure", [&](Section& section) { check_figure(section, figure_ids); });
}

/// toml++ explains in several clauses; the first one says what is wrong.
std::string first_clause(std::string_view description) {
    std::string text{description.substr(0, description.find('\n'))};
    constexpr std::size_t most = 160;
    return text.substr(0, most);
}

} // namespace

FileLists default_files(const std::filesystem::path& folder) {
    const auto existing = [&](const char* name) {
        std::error_code failed;
        const bool exists = std::filesystem::exists(folder / name, failed);
        return exists ? std::vector<InputFile>{{name, folder / name}} : std::vector<InputFile>{};
    };
    return {existing("assets.csv"),  existing("deployments.csv"), existing("positions.csv"), existing("events.csv"),
            existing("members.csv"), existing("sources.csv"),     existing("places.csv"),    existing("zones.geojson")};
}

FileLists read_settings(Reading& reading, const std::filesystem::path& toml_file) {
    const auto folder = toml_file.has_parent_path() ? toml_file.parent_path() : std::filesystem::path{"."};
    FileLists lists = default_files(folder);
    constexpr std::size_t most_bytes = std::size_t{16} << 20;
    const InputFile input{toml_file.filename().generic_string(), toml_file};
    const auto bytes = read_whole(reading, input, most_bytes);
    if (!bytes) return lists;
    const std::uint16_t file = reading.file_index(input.name);
    try {
        const toml::table table = toml::parse(std::string_view{*bytes});
        Section root{reading, file, table, ""};
        read_root(reading, file, root, folder, lists);
    } catch (const toml::parse_error& e) {
        reading.incomplete.insert("assets"); // its [[asset]] tables
        reading.findings.error(code::syntax, {file, static_cast<int>(e.source().begin.line)},
                               "is not valid TOML: " + first_clause(e.description()));
    }
    return lists;
}

} // namespace assets
