#include "app/base/data_folders.hpp"
#include "app/figure/page.hpp"
#include "app/figure/projection_presets.hpp"
#include "app/manual/manual.hpp"
#include "assets/formats/scenario/builtin_zones.hpp"
#include "assets/model/names.hpp"
#include "assets/model/values/codes.hpp"
#include "assets/schema/help.hpp"
#include "assets/schema/schema.hpp"
#include "geo/routes/passages.hpp"
#include "render/map/layer_list.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {
namespace {

using assets::names_of;

template <class Enum>
ManualTable words(const std::string& /*name*/) {
    ManualTable table{{"word", "meaning"}, {}};
    const auto names = names_of<Enum>(), meanings = assets::meanings_of<Enum>();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!names[i].empty()) table.rows.push_back({std::string{names[i]}, std::string{meanings[i]}});
    return table;
}

template <class Enum>
std::string also_read(std::string_view word) {
    std::vector<std::string_view> written;
    for (const assets::OtherWord& other : assets::other_words_of<Enum>())
        if (other.meant == word) written.push_back(other.written);
    return fmt::format("{}", fmt::join(written, ", "));
}

ManualTable activities(const std::string& name) {
    ManualTable table = words<assets::Activity>(name);
    table.head.emplace_back("also read");
    for (auto& row : table.rows)
        row.push_back(also_read<assets::Activity>(row[0]));
    return table;
}

std::string age(std::optional<std::chrono::seconds> limit) {
    if (!limit) return "never";
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(*limit).count();
    return hours % 24 == 0 ? fmt::format("{} d", hours / 24) : fmt::format("{} h", hours);
}

ManualTable types(const std::string& name) {
    ManualTable table = words<assets::AssetType>(name);
    table.head = {"type",        "meaning",    "speed limit", "path",        "max_gap",
                  "stale after", "lost after", "rank",        "symbol code", "also read"};
    for (auto& row : table.rows) {
        const assets::TypeDefaults& defaults = assets::defaults_for(*assets::asset_type(row[0]));
        row.push_back(defaults.max_speed_kn ? fmt::format("{} kn", *defaults.max_speed_kn) : "none");
        row.emplace_back(assets::name_of(defaults.path));
        row.push_back(defaults.max_gap ? age(defaults.max_gap) : "none");
        row.push_back(age(defaults.stale_after));
        row.push_back(age(defaults.lost_after));
        row.push_back(fmt::format("{}", defaults.rank));
        row.push_back(assets::entity_of(*assets::asset_type(row[0])));
        row.push_back(also_read<assets::AssetType>(row[0]));
    }
    return table;
}

std::vector<std::string> row_of(const assets::ColumnInfo& column) {
    return {fmt::format("{}{}", column.name, column.required ? " *" : ""), std::string{column.help},
            assets::value_help(column), fmt::format("{}", fmt::join(column.aliases, ", "))};
}

ManualTable columns(const std::string& name) {
    ManualTable table{{"column", "meaning", "value", "also read"}, {}};
    const auto file = name.substr(name.find(' ') + 1);
    for (const assets::TableFile& known : assets::table_files)
        if (known.name == file)
            for (const auto& column : assets::schema().columns_of(known.table))
                table.rows.push_back(row_of(column));
    return table;
}

ManualTable outlines(const std::string& /*name*/) {
    ManualTable table{{"column", "meaning", "value", "also read"}, {}};
    for (const auto& column : assets::schema().zone_outlines)
        table.rows.push_back(row_of(column));
    return table;
}

ManualTable keys(const std::string& name) {
    ManualTable table{{"key", "meaning", "value"}, {}};
    const auto header = name.substr(name.find(' ') + 1);
    for (const auto& [known, infos] : assets::schema().toml_tables()) {
        if ((known.empty() ? "first" : known) != header) continue;
        for (const assets::ColumnInfo& key : infos) {
            auto row = row_of(key);
            row.pop_back();
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

ManualTable files(const std::string& /*name*/) {
    ManualTable table{{"file", "what it holds"}, {}};
    table.rows.push_back({std::string{assets::settings_file},
                          "title, period, view and style; which other files belong to the scenario"});
    for (const assets::TableFile& file : assets::table_files)
        table.rows.push_back({std::string{file.name}, std::string{file.help}});
    return table;
}

ManualTable layers(const std::string& /*name*/) {
    ManualTable table{{"name", "what it shows", "shown by default"}, {}};
    const auto default_of = [](std::string_view name) {
        if (!render::is_drawable(name)) return std::string{"not drawn yet"};
        for (const std::string_view theme : {"article", "dark"})
            if (render::shown_by_default(name, {}) && !render::shown_by_default(name, theme))
                return fmt::format("not in theme {}", theme);
        return std::string{render::shown_by_default(name, {}) ? "yes" : "no"};
    };
    for (const std::string& name : render::layer_names())
        for (const render::Layer& layer : render::layers())
            if (layer.name == name && !layer.help.empty())
                table.rows.push_back({name, std::string{layer.help}, default_of(name)});
    for (const render::FurniturePiece& piece : render::furniture_pieces())
        table.rows.push_back({std::string{piece.name}, std::string{piece.help}, default_of(piece.name)});
    return table;
}

ManualTable findings(const std::string& /*name*/) {
    ManualTable table{{"code", "meaning", "kind"}, {}};
    for (const assets::CodeMeaning& known : assets::all_codes) {
        const char* kind = known.severity == assets::Severity::Error     ? "error"
                           : known.severity == assets::Severity::Warning ? "warning"
                                                                         : "note";
        table.rows.push_back({std::string{known.code}, std::string{known.meaning}, kind});
    }
    return table;
}

ManualTable projections(const std::string& /*name*/) {
    ManualTable table{{"name", "projection", "use"}, {}};
    for (const ProjectionPreset& preset : projection_presets())
        table.rows.push_back({preset.name, preset.words, preset.use});
    return table;
}

ManualTable presets(const std::string& /*name*/) {
    ManualTable table{{"name", "page"}, {}};
    for (const PagePreset& preset : page_presets())
        table.rows.push_back({std::string{preset.name}, in_words(preset)});
    return table;
}

ManualTable builtin_zones(const std::string& /*name*/) {
    ManualTable table{{"id", "name", "status", "drawn", "sources"}, {}};
    const auto builtin = assets::read_builtin_zones(DataFolders::find().geo());
    for (const assets::Zone& zone : builtin.zones) {
        std::vector<std::string> sources;
        for (const assets::SourceIndex source : zone.sources)
            sources.push_back(fmt::format("{} ({})", builtin.sources[source].title, builtin.sources[source].publisher));
        std::string status{assets::name_of(zone.status)};
        if (!zone.country.empty()) status += ", " + zone.country;
        table.rows.push_back({zone.id, zone.name, status, std::string{assets::name_of(zone.drawn)},
                              fmt::format("{}", fmt::join(sources, "; "))});
    }
    return table;
}

ManualTable straits(const std::string& /*name*/) {
    ManualTable table{{"name", "strait or canal", "used"}, {}};
    for (const geo::Passage& passage : geo::passages()) {
        const char* used = passage.rule == geo::Passage::Rule::Ice        ? "only by a route with an end in it"
                           : passage.rule == geo::Passage::Rule::Politics ? "not by legs that the program works out"
                                                                          : "yes";
        table.rows.push_back({std::string{passage.id}, std::string{passage.title}, used});
    }
    return table;
}

std::vector<NamedTable> made_tables() {
    std::vector<NamedTable> tables{{"files", files}, {"types", types}};
    for (const assets::TableFile& file : assets::table_files)
        tables.push_back({fmt::format("columns {}", file.name), columns});
    for (const auto& [header, infos] : assets::schema().toml_tables())
        if (!infos.empty() && header != "[[asset]]")
            tables.push_back({fmt::format("keys {}", header.empty() ? "first" : header), keys});
    const NamedTable rest[]{{"zones outlines", outlines},
                            {"words during", words<assets::During>},
                            {"words kind", words<assets::FixKind>},
                            {"words confidence", words<assets::Confidence>},
                            {"words activity", activities},
                            {"words event", words<assets::EventKind>},
                            {"words alert", words<assets::AlertWhen>},
                            {"words role", words<assets::Membership::Role>},
                            {"words side", words<assets::Side>},
                            {"words path", words<assets::PathRule>},
                            {"words place", words<geo::PlaceKind>},
                            {"zones kind", words<assets::ZoneKind>},
                            {"zones status", words<assets::ZoneStatus>},
                            {"zones drawn", words<assets::Drawn>},
                            {"zones builtin", builtin_zones},
                            {"layers", layers},
                            {"passages", straits},
                            {"findings", findings},
                            {"projections", projections},
                            {"presets", presets}};
    tables.insert(tables.end(), std::begin(rest), std::end(rest));
    return tables;
}

} // namespace

std::span<const NamedTable> manual_tables() {
    static const std::vector<NamedTable> tables = made_tables();
    return tables;
}

} // namespace app
