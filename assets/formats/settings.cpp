#include "assets/formats/readers.hpp"
#include "assets/formats/reading/section.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace assets {
namespace {

using Name = std::string_view;

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

void read_accept(Reading& reading, Section& section) {
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
    reading.scenario.accepts.push_back(
        {code, subject, section.time_text("from"), section.text("why"), section.line(), kind});
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
            reading.scenario.dates = order == "dmy" ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
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
    root.each("accept", [&](Section& section) { read_accept(reading, section); });
    root.each("feed", [&](Section& section) { read_feed(reading, section, folder); });
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
