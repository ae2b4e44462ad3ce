#include "assets/formats/reading/section.hpp"
#include "assets/formats/scenario/readers.hpp"
#include "assets/formats/text/decode.hpp"
#include "geo/basemap/files/toml_file.hpp"
#include "geo/projection/named_frames.hpp"
#include "geo/routes/passages.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

namespace assets {
namespace {

using Name = std::string_view;

void read_lists(Section& section, const std::filesystem::path& folder, FileLists& lists,
                std::set<TableId>& incomplete) {
    for (const TableFile& target : table_files) {
        const auto* node = section.node(target.key);
        if (!node) continue;
        auto& list = lists[target.table];
        list.clear();
        for (const auto& written : texts_of(*node)) {
            if (auto file = file_inside(section, target.key, written, folder))
                list.push_back(std::move(*file));
            else
                incomplete.insert(target.table);
        }
    }
}

void read_time(Section& section, Reading& reading) {
    Scenario& scenario = reading.scenario;
    // Read first because the other keys depend on it.
    SectionCell offset{section, find_column(reading.schema.time, "utc_offset_h")};
    scenario.utc_offset_h = offset.number().value_or(scenario.utc_offset_h);
    read_keys(scenario, section, reading.schema.time);
    if (scenario.start && scenario.end && *scenario.end < *scenario.start)
        section.error("end", code::intervals_backwards,
                      fmt::format("{} is before the start, {}", in_quotes(section.time_text("end")),
                                  in_quotes(section.time_text("start"))));
}

/// Reads lists of straits and canals. Their ids are kept.
void read_routes(Section& section, Reading& reading) {
    section.check(infos_of(reading.schema.routes));
    RouteRules& rules = reading.scenario.routes;
    for (const auto& [key, ids] : {std::pair{Name{"avoid"}, &rules.avoid}, std::pair{Name{"allow"}, &rules.allow}})
        for (const std::string& name : section.texts(key)) {
            if (const geo::Passage* passage = geo::find_passage(name)) {
                ids->emplace_back(passage->id);
                continue;
            }
            std::vector<std::string> known;
            for (const geo::Passage& each : geo::passages())
                known.emplace_back(each.id);
            section.error(key, code::unknown_id,
                          fmt::format("there is no strait or canal {}{}", in_quotes(name),
                                      geo::did_you_mean(name, known, "; `theatrum help maps` lists them")));
        }
}

/// Sets the view to a named frame.
void read_frame(Section& section, ViewDefaults& view) {
    const geo::NamedFrame* frame = geo::named_frame(section.text("frame"));
    if (frame == nullptr) return; // read_keys() has reported an unknown name
    for (const Name other : {"projection", "center", "width_km"})
        if (section.node(other))
            section.error("frame", code::conflicting_values, fmt::format("cannot be given together with {}", other));
    view.frame = frame->name;
    view.projection = frame->projection;
    view.centre = frame->centre();
    view.width_km = frame->width_km;
    view.shape = frame->shape;
}

void read_view(Section& section, Reading& reading) {
    constexpr std::array projections{Name{"laea"}, Name{"ortho"},   Name{"aeqd"},  Name{"lcc"},
                                     Name{"merc"}, Name{"eqearth"}, Name{"robin"}, Name{"eqc"}};
    ViewDefaults& view = reading.scenario.view;
    read_keys(view, section, reading.schema.view);
    if (const std::string projection = section.text("projection"); !projection.empty()) {
        const bool is_definition = projection.find_first_of("+:=") != std::string::npos;
        if (!is_definition && std::find(projections.begin(), projections.end(), projection) == projections.end())
            section.error(
                "projection", code::bad_value,
                fmt::format("{} is not a projection{}", in_quotes(projection), did_you_mean(projection, projections)));
        view.projection = projection;
    }
    view.centre = section.point("center");
    if (const std::string text = section.time_text("at"); !text.empty()) {
        std::string error;
        view.at = parse_instant_argument(text, error);
        if (!view.at) section.error("at", code::bad_value, error);
    }
    read_frame(section, view);
}

void read_words(Section& section, Scenario& scenario) {
    for (const auto& [key, node] : section.table()) {
        if (const auto text = node.value_exact<std::string>()) {
            scenario.words.emplace(key.str(), *text);
            section.check_characters(key.str(), *text);
        } else {
            section.error(key.str(), code::bad_value, "must be a text in quotes");
        }
    }
}

void read_accept(Reading& reading, Section& section) {
    Accept accept{};
    read_keys(accept, section, reading.schema.accept);
    accept.code = section.text("code");
    const auto codes = find_column(reading.schema.accept, "code").allowed;
    if (!accept.code.empty() && std::find(codes.begin(), codes.end(), accept.code) == codes.end())
        section.error(
            "code", code::bad_value,
            fmt::format("{} is not a finding code{}", in_quotes(accept.code), did_you_mean(accept.code, codes)));
    std::string& kind = accept.kind;
    for (const Name key : {"asset", "zone", "event", "place"}) {
        if (!section.node(key)) continue;
        if (!kind.empty())
            section.error(key, code::conflicting_values, fmt::format("cannot be given together with {}", kind));
        kind = key;
        accept.subject = section.text(key);
    }
    if (kind.empty()) section.error("asset", code::missing_value, "must be given unless zone, event or place is given");
    accept.line = section.line();
    reading.scenario.accepts.push_back(std::move(accept));
}

void read_asset_table(Reading& reading, std::uint16_t file, Section& section) {
    const auto columns = infos_of(reading.schema.assets);
    Record record{columns, file};
    record.begin(section.line());
    record.prefix = section.path();
    for (const auto& [key, node] : section.table()) {
        const Spot spot{file, static_cast<int>(key.source().begin.line), section.path() + std::string{key.str()}};
        if (!record.has_column(key.str())) {
            reading.findings.warning(code::unknown_key, spot,
                                     "is not a known key, so it is ignored" + did_you_mean(key.str(), record.names()));
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
    read_keys(scenario, root, reading.schema.root);
    if (const auto version = root.number("theatrum"); version && *version != 1)
        root.error("theatrum", code::version,
                   fmt::format("version '{}' is not supported; this program reads version 1", *version));
    root.with_table("read", [&](Section& section) {
        read_keys(scenario, section, reading.schema.read);
        const std::string encoding = section.text("encoding");
        if (std::ranges::find(text_encodings, encoding) != text_encodings.end()) reading.encoding = encoding;
        read_lists(section, folder, lists, reading.incomplete);
    });
    root.with_table("time", [&](Section& section) { read_time(section, reading); });
    root.with_table("view", [&](Section& section) { read_view(section, reading); });
    root.with_table("style", [&](Section& section) { read_keys(scenario.view, section, reading.schema.style); });
    root.with_table("zones", [&](Section& section) {
        read_keys(scenario, section, reading.schema.zones_table);
        if (const auto* list = section.node("builtin")) reading.builtin_zones_line = line_of(*list);
    });
    root.with_table("words", [&](Section& section) { read_words(section, scenario); });
    root.with_table("basemap", [&](Section& section) {
        section.check(reading.schema.basemap);
        if (const std::string raster = section.text("raster"); !raster.empty())
            (void)file_inside(section, "raster", raster, folder);
    });
    root.with_table("routes", [&](Section& section) { read_routes(section, reading); });
    root.for_each_table("asset", [&](Section& section) { read_asset_table(reading, file, section); });
    root.for_each_table("accept", [&](Section& section) { read_accept(reading, section); });
    root.for_each_table("feed", [&](Section& section) { read_feed(reading, section, folder); });
    root.for_each_table("alert", [&](Section& section) { read_alert(reading, section); });
    root.for_each_table("figure", [&](Section& section) { read_figure(reading, section); });
}

/// Applies admit_text() to all texts. A key with a control character is unknown anyway.
void admit_texts(toml::node& node, Reading& reading, std::uint16_t file, const std::string& key) {
    if (auto* table = node.as_table())
        for (auto&& [name, child] : *table)
            admit_texts(child, reading, file, std::string{name.str()});
    if (auto* array = node.as_array())
        for (auto& child : *array)
            admit_texts(child, reading, file, key);
    if (auto* text = node.as_string()) admit_text(text->get(), reading.findings, {file, line_of(node), key});
}

/// The first line of an explanation by toml++, which says what is wrong.
std::string first_line(std::string_view description) {
    std::string text{description.substr(0, description.find('\n'))};
    constexpr std::size_t most = 160;
    return text.substr(0, most);
}

} // namespace

FileLists default_files(Reading& reading, const std::filesystem::path& folder) {
    FileLists lists;
    for (const TableFile& file : table_files) {
        const auto path = folder / file.name;
        std::error_code failed;
        if (!std::filesystem::exists(path, failed)) continue;
        if (is_inside(folder, path)) {
            lists[file.table] = {{std::string{file.name}, path}};
            continue;
        }
        reading.incomplete.insert(file.table);
        ++reading.unreadable_files;
        reading.findings.error(code::path_leaves_folder, {reading.file_index(std::string{file.name})},
                               "is a link to a file outside the scenario's folder");
    }
    return lists;
}

FileLists read_settings(Reading& reading, const std::filesystem::path& toml_file, FileLists lists) {
    const auto folder = toml_file.has_parent_path() ? toml_file.parent_path() : std::filesystem::path{"."};
    constexpr std::size_t most_bytes = std::size_t{16} << 20;
    const InputFile input{toml_file.filename().generic_string(), toml_file};
    const auto bytes = read_whole(reading, input, {most_bytes});
    if (!bytes) return lists;
    return read_settings_text(reading, input.name, *bytes, folder, std::move(lists));
}

FileLists read_settings_text(Reading& reading, const std::string& name, std::string_view toml,
                             const std::filesystem::path& folder, FileLists lists) {
    const std::uint16_t file = reading.file_index(name);
    try {
        toml::table table = geo::parse_toml(toml);
        admit_texts(table, reading, file, "");
        Section root{reading, file, table, ""};
        read_root(reading, file, root, folder, lists);
    } catch (const toml::parse_error& e) {          // toml++ throws on bad syntax, which becomes a finding
        reading.incomplete.insert(TableId::Assets); // the file may have [[asset]] tables
        reading.findings.error(code::syntax, {file, static_cast<int>(e.source().begin.line)},
                               "is not valid TOML: " + first_line(e.description()));
    }
    return lists;
}

} // namespace assets
