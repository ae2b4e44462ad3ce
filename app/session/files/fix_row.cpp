#include "app/session/files/fix_row.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "app/base/temporary_folder.hpp"
#include "app/scenario/open_scenario.hpp"
#include "app/session/files/opened.hpp"
#include "app/session/files/scenario_files.hpp"
#include "app/session/files/table_row.hpp"
#include "assets/model/values/time_forms.hpp"
#include "assets/schema/schema.hpp"
#include "assets/schema/values.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace app {

namespace fs = std::filesystem;

namespace {

/// A field of the form and the column that it is written to. A new file has the columns in this order.
struct FormField {
    std::string_view column;
    std::string AddFix::*value;
};
constexpr std::array form_fields{FormField{"asset", &AddFix::asset},
                                 FormField{"from", &AddFix::from},
                                 FormField{"to", &AddFix::to},
                                 FormField{"place", &AddFix::place},
                                 FormField{"area", &AddFix::area},
                                 FormField{"lon", &AddFix::lon},
                                 FormField{"lat", &AddFix::lat},
                                 FormField{"radius_km", &AddFix::radius_km},
                                 FormField{"activity", &AddFix::activity},
                                 FormField{"kind", &AddFix::kind},
                                 FormField{"confidence", &AddFix::confidence},
                                 FormField{"sources", &AddFix::sources},
                                 FormField{"note", &AddFix::note}};

std::string new_header() {
    std::string header;
    for (const auto& field : form_fields)
        header += (header.empty() ? "" : ",") + std::string{field.column};
    return header + '\n';
}

/// The column and the value that identify the asset in the file: its id, or another identifier if the file has no
/// column for the id.
RowValue asset_value(const AddFix& fix, const assets::Scenario& scenario, const HeaderColumns& columns,
                     const std::string& file_name) {
    const assets::Asset* asset = scenario.asset(fix.asset);
    if (asset == nullptr) throw UsageError{"there is no asset '" + fix.asset + "'"};
    const std::array<RowValue, 5> ids{{{"asset", asset->id},
                                       {"mmsi", asset->mmsi},
                                       {"icao", asset->icao},
                                       {"uid", asset->uid},
                                       {"name", asset->name}}};
    for (const auto& id : ids)
        if (!id.text.empty() && has_column(columns, id.column)) return id;
    throw UsageError{file_name + " has no column that identifies " + asset->name};
}

/// The date as files have it: a day, month or year in digits, a clock with a zone in UTC, a clock without one in local
/// time. A text that is no date stays as it is; the reader refuses it.
std::string plain_date(const std::string& typed, const assets::Scenario& scenario) {
    const auto read = assets::read_written_time(typed, scenario.utc_offset_h, scenario.dates);
    if (!read.time) return typed;
    const auto& [first, last, precision] = *read.time;
    if (precision != assets::Precision::Time) return assets::local_date(first, scenario.utc_offset_h, precision);
    if (read.has_zone) return assets::to_iso(first);
    std::string local = assets::to_iso(first + std::chrono::seconds{std::llround(scenario.utc_offset_h * 3600)});
    local.pop_back(); // the Z of UTC
    return local;
}

std::string with_source_row(const std::string& bytes, const NewSource& source, const std::string& id,
                            const std::string& file_name) {
    static const auto known = assets::infos_of(assets::schema().sources);
    return with_row(bytes, file_name, known, "id,title,publisher,published,date,kind,url\n", [&](const auto&) {
        return std::vector<RowValue>{{"id", id},
                                     {"title", source.title},
                                     {"publisher", source.publisher},
                                     {"published", source.published},
                                     {"url", source.url}};
    });
}

/// The file with the highest count; `otherwise` if all are 0.
std::string file_with_most(const assets::Scenario& scenario, const std::vector<std::size_t>& counts,
                           assets::TableId otherwise) {
    const auto most = std::max_element(counts.begin(), counts.end());
    if (most == counts.end() || *most == 0) return std::string{assets::file_of(otherwise)};
    return scenario.files[static_cast<std::size_t>(most - counts.begin())];
}

FileChange unchanged(const fs::path& path) {
    std::error_code failed;
    FileChange change{real_file(path), std::nullopt, {}};
    if (fs::exists(change.file, failed)) change.before = read_bytes(change.file);
    return change;
}

/// Without syncing to the disk, because the copy is deleted at once.
void write_copy(const fs::path& path, const std::string& bytes) {
    std::ofstream out{path, std::ios::binary};
    out << bytes;
    if (!out.flush()) throw FileError{path.string() + ": cannot write: " + std::strerror(errno)};
}

} // namespace

std::string with_fix_row(const std::string& bytes, const AddFix& fix, const assets::Scenario& scenario,
                         const std::string& file_name) {
    static const auto known = assets::infos_of(assets::schema().positions);
    return with_row(bytes, file_name, known, new_header(), [&](const HeaderColumns& columns) {
        std::vector<RowValue> values{asset_value(fix, scenario, columns, file_name)};
        for (const auto& field : form_fields)
            if (field.column != "asset") values.push_back({field.column, fix.*field.value});
        return values;
    });
}

std::string positions_file(const assets::Scenario& scenario) {
    std::vector<std::size_t> counts(scenario.files.size(), 0);
    for (const auto& fix : scenario.fixes)
        if (fix.file() < counts.size()) ++counts[fix.file()];
    return file_with_most(scenario, counts, assets::TableId::Positions);
}

std::string sources_file(const assets::Scenario& scenario) {
    std::vector<std::size_t> counts(scenario.files.size(), 0);
    for (const auto& source : scenario.sources)
        if (!source.builtin && source.file < counts.size()) ++counts[source.file];
    return file_with_most(scenario, counts, assets::TableId::Sources);
}

std::string id_for(const NewSource& source, const assets::Scenario& scenario) {
    constexpr std::size_t long_enough = 40;
    std::string id;
    std::istringstream words{source.title.empty() ? source.publisher : source.title};
    for (std::string word; words >> word && id.size() < long_enough;) {
        std::string plain = geo::fold_name(word);
        std::erase_if(plain, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
        if (!plain.empty()) id += (id.empty() ? "" : "-") + plain;
    }
    if (id.empty()) id = "source";
    const auto taken = [&](const std::string& other) {
        return std::any_of(scenario.sources.begin(), scenario.sources.end(),
                           [&](const assets::Source& s) { return s.id == other; });
    };
    std::string free = id;
    for (int number = 2; taken(free); ++number)
        free = fmt::format("{}-{}", id, number);
    return free;
}

std::optional<std::size_t> fix_at(const assets::Scenario& scenario, const std::string& file, int line) {
    const auto found = std::find_if(scenario.fixes.begin(), scenario.fixes.end(), [&](const assets::Fix& f) {
        return f.line == line && scenario.files[f.file()] == file;
    });
    if (found == scenario.fixes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - scenario.fixes.begin());
}

TriedFix try_fix(const AddFix& typed, const assets::Scenario& scenario, const fs::path& scenario_path) {
    AddFix fix = typed;
    for (std::string* date : {&fix.from, &fix.to})
        *date = plain_date(*date, scenario);
    if (fix.new_source) fix.new_source->published = plain_date(fix.new_source->published, scenario);
    TriedFix tried;
    std::vector<std::pair<std::string, std::string>> written; // file and bytes
    if (fix.new_source) {
        const std::string name = sources_file(scenario), id = id_for(*fix.new_source, scenario);
        FileChange& change = tried.change.files.emplace_back(unchanged(scenario.folder / name));
        change.after = with_source_row(change.before.value_or(""), *fix.new_source, id, name);
        fix.sources += (fix.sources.empty() ? "" : ";") + id;
        written.emplace_back(name, change.after);
    }
    tried.file = positions_file(scenario);
    FileChange& change = tried.change.files.emplace_back(unchanged(scenario.folder / tried.file));
    change.after = with_fix_row(change.before.value_or(""), fix, scenario, tried.file);
    tried.line = last_row_line(change.after);
    written.emplace_back(tried.file, change.after);

    const TemporaryFolder copy;
    copy_files(files_of(scenario, scenario_path), scenario.folder, copy.path());
    for (const auto& [name, bytes] : written)
        write_copy(copy.path() / name, bytes);
    tried.read = read_path(in_copy(scenario_path, copy.path()), scenario.atlas);
    if (tried.read.scenario == nullptr) throw UsageError{first_error(tried.read.findings)};
    const auto index = fix_at(*tried.read.scenario, tried.file, tried.line);
    const auto& read = *tried.read.scenario;
    if (!index || read.assets[read.fixes[*index].asset].id != fix.asset)
        throw UsageError{"the scenario does not read its reports from " + tried.file};
    return tried;
}

} // namespace app
