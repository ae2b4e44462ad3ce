#include "app/session/settings.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "assets/formats/text/quote.hpp"
#include "geo/basemap/files/toml_file.hpp"
#include "geo/text/local_names.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_recent_files = 10;
constexpr std::size_t most_bytes = 1 << 20;

/// A folder by the XDG base directory specification: the variable if it is an absolute path, otherwise below $HOME.
fs::path xdg_folder(const char* variable, const char* below_home) {
    const char* set = std::getenv(variable);
    if (set != nullptr && fs::path{set}.is_absolute()) return fs::path{set} / "theatrum";
    const char* home = std::getenv("HOME");
    if (home == nullptr || !fs::path{home}.is_absolute()) return {};
    return fs::path{home} / below_home / "theatrum";
}

/// Reads known keys from the table, and adds a complaint for each value of the wrong type and each unknown key.
class Reader {
public:
    Reader(const toml::table& table, std::vector<std::string>& complaints) : m_table{table}, m_complaints{complaints} {}

    void text(const char* key, std::string& value, const std::vector<std::string>& allowed = {}) {
        const auto* node = take(key);
        if (node == nullptr) return;
        const auto given = node->value_exact<std::string>();
        if (!given || (!allowed.empty() && std::find(allowed.begin(), allowed.end(), *given) == allowed.end()))
            complain(key);
        else
            value = *given;
    }
    void number(const char* key, double& value, double least, double most) {
        const auto* node = take(key);
        if (node == nullptr) return;
        const auto given = node->is_number() ? node->value<double>() : std::nullopt;
        if (given && *given >= least && *given <= most)
            value = *given;
        else
            complain(key);
    }
    void number(const char* key, int& value, int least, int most) {
        const auto* node = take(key);
        if (node == nullptr) return;
        const auto given = node->value_exact<std::int64_t>();
        if (given && *given >= least && *given <= most)
            value = static_cast<int>(*given);
        else
            complain(key);
    }
    void flag(const char* key, bool& value) {
        const auto* node = take(key);
        if (node == nullptr) return;
        if (const auto given = node->value_exact<bool>())
            value = *given;
        else
            complain(key);
    }
    void texts(const char* key, std::vector<std::string>& values) {
        const auto* node = take(key);
        if (node == nullptr) return;
        const auto* list = node->as_array();
        if (list == nullptr) return complain(key);
        for (const auto& item : *list) {
            const auto given = item.value_exact<std::string>();
            if (!given) complain(key);
            if (given && values.size() < most_recent_files) values.push_back(*given);
        }
    }
    void flags(const char* key, std::map<std::string, bool>& values) {
        const auto* node = take(key);
        if (node == nullptr) return;
        const auto* table = node->as_table();
        if (table == nullptr) return complain(key);
        for (const auto& [name, item] : *table) {
            if (const auto given = item.value_exact<bool>())
                values[std::string{name.str()}] = *given;
            else
                complain(std::string{key} + "." + std::string{name.str()});
        }
    }
    void report_unknown_keys() {
        for (const auto& [key, node] : m_table)
            if (std::find(m_taken.begin(), m_taken.end(), key.str()) == m_taken.end())
                m_complaints.push_back("settings: '" + std::string{key.str()} + "' is not known; it is ignored");
    }

private:
    const toml::node* take(const char* key) {
        m_taken.emplace_back(key);
        return m_table.get(key);
    }
    void complain(const std::string& key) {
        m_complaints.push_back("settings: '" + key + "' is not usable; the default is used");
    }

    const toml::table& m_table;
    std::vector<std::string>& m_complaints;
    std::vector<std::string> m_taken;
};

} // namespace

void Settings::add_recent(const std::string& scenario) {
    std::erase(recent_files, scenario);
    recent_files.insert(recent_files.begin(), scenario);
    if (recent_files.size() > most_recent_files) recent_files.resize(most_recent_files);
}

fs::path settings_file() {
    const auto folder = xdg_folder("XDG_CONFIG_HOME", ".config");
    return folder.empty() ? folder : folder / "settings.toml";
}

fs::path layout_file() {
    const auto folder = xdg_folder("XDG_STATE_HOME", ".local/state");
    return folder.empty() ? folder : folder / "layout.ini";
}

LoadedSettings read_settings(const fs::path& path) {
    LoadedSettings loaded;
    std::error_code failed;
    if (path.empty() || !fs::exists(path, failed)) return loaded;
    std::ifstream in{path, std::ios::binary};
    std::string bytes(most_bytes + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (bytes.empty() && !in.eof()) {
        loaded.complaints.push_back(path.string() + ": cannot read the settings; the defaults are used");
        return loaded;
    }
    if (bytes.size() > most_bytes) {
        loaded.complaints.push_back(path.string() + ": the file is too large for settings; the defaults are used");
        return loaded;
    }
    try {
        const toml::table table = geo::parse_toml(bytes);
        Settings& s = loaded.settings;
        Reader reader{table, loaded.complaints};
        reader.text("theme", s.theme);
        std::vector<std::string> names = geo::name_language_choices();
        names.emplace_back();
        reader.text("names", s.names, names);
        reader.number("ui_scale", s.ui_scale, 0.5, 4);
        reader.number("window_width", s.window_width, 320, 16384);
        reader.number("window_height", s.window_height, 320, 16384);
        reader.flag("maximised", s.maximised);
        reader.flag("hints_seen", s.hints_seen);
        reader.texts("recent_files", s.recent_files);
        reader.flags("panels", s.panels);
        reader.flags("layers", s.layers);
        reader.number("left_width", s.left_width, 100, 8192);
        reader.number("right_width", s.right_width, 100, 8192);
        reader.number("timeline_height", s.timeline_height, 100, 8192);
        reader.text("open_folder", s.open_folder);
        reader.text("export_folder", s.export_folder);
        reader.report_unknown_keys();
    } catch (const toml::parse_error& error) { // a damaged file must not keep the program from starting
        loaded.settings = {};
        loaded.complaints = {fmt::format("{}:{}: {}; the defaults are used", path.string(), error.source().begin.line,
                                         error.description())};
    }
    return loaded;
}

std::string settings_text(const Settings& s) {
    std::string text = "# Written by theatrum when it exits. Edit this file only while theatrum is not running.\n";
    if (!s.theme.empty()) text += "theme = " + assets::string_literal(s.theme) + "\n";
    if (!s.names.empty()) text += "names = " + assets::string_literal(s.names) + "\n";
    if (s.ui_scale > 0)
        text += fmt::format("ui_scale = {}\n", s.ui_scale); // may print a TOML integer, which the reader accepts
    text += fmt::format("window_width = {}\nwindow_height = {}\n", s.window_width, s.window_height);
    text += fmt::format("maximised = {}\nhints_seen = {}\n", s.maximised, s.hints_seen);
    for (const auto& [key, size] : {std::pair{"left_width", s.left_width}, std::pair{"right_width", s.right_width},
                                    std::pair{"timeline_height", s.timeline_height}})
        if (size > 0) text += fmt::format("{} = {}\n", key, size);
    if (!s.open_folder.empty()) text += "open_folder = " + assets::string_literal(s.open_folder) + "\n";
    if (!s.export_folder.empty()) text += "export_folder = " + assets::string_literal(s.export_folder) + "\n";
    text += "recent_files = [";
    for (const auto& file : s.recent_files)
        text += "\n    " + assets::string_literal(file) + ",";
    text += s.recent_files.empty() ? "]\n" : "\n]\n";
    for (const auto& [key, flags] : {std::pair{"panels", &s.panels}, std::pair{"layers", &s.layers}}) {
        if (!flags->empty()) text += fmt::format("\n[{}]\n", key);
        for (const auto& [name, on] : *flags)
            text += fmt::format("{} = {}\n", assets::string_literal(name), on);
    }
    return text;
}

void write_settings(const Settings& settings, const fs::path& path) {
    if (path.empty()) return;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) throw FileError{path.parent_path().string() + ": cannot make the folder: " + failed.message()};
    save_file(path, settings_text(settings));
}

} // namespace app
