#include "geo/basemap/policy.hpp"

#include "geo/basemap/files/toml_file.hpp"
#include "geo/error.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <toml++/toml.h>

namespace geo {
namespace {

/// Reads one [[feature]] table. Errors name the file and the line.
class FeatureReader {
public:
    FeatureReader(const toml::table& table, const std::string& file) : m_table{table}, m_file{file} {}

    PolicyFeature read() const {
        for (const auto& [key, value] : m_table)
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
                fail(value, std::string{key.str()} + ": unknown key");
        PolicyFeature feature{text("id"),
                              text("label"),
                              text("note"),
                              text("note_large_scale"),
                              text("line"),
                              text("shown_as"),
                              position(),
                              box(),
                              ids("gazetteer"),
                              max_scale(),
                              text("zone_kind"),
                              text("zone_status"),
                              ids("zone_ids"),
                              text("file"),
                              text("credit"),
                              text("named_by"),
                              text("named_with"),
                              text("note_covers"),
                              translations(m_table, "note_in"),
                              translations(m_table, "note_large_scale_in"),
                              translations(m_table, "label_in"),
                              ids("landmarks")};
        if (feature.id.empty()) fail(m_table, "id: is missing");
        if (feature.shown_as.empty()) fail(m_table, "shown_as: is missing");
        constexpr std::array<std::string_view, 4> line_styles{"", "solid", "dashed", "none"};
        if (std::find(line_styles.begin(), line_styles.end(), feature.line) == line_styles.end())
            fail(m_table, "line: '" + feature.line + "' is not solid, dashed or none");
        require_one_of("named_by", feature.named_by, {"zones", "countries"});
        require_one_of("note_covers", feature.note_covers, {"not_to_scale"});
        if (!feature.zone_ids.empty() && feature.zone_kind.empty()) fail(m_table, "zone_ids: needs zone_kind");
        if (!feature.zone_status.empty() && feature.zone_kind.empty()) fail(m_table, "zone_status: needs zone_kind");
        if (feature.file.find('/') != std::string::npos)
            fail(m_table, "file: must be a file of the data folder, without '/'");
        return feature;
    }

private:
    static constexpr std::array<std::string_view, 22> keys{
        "id",         "label",       "note",      "note_large_scale",
        "line",       "shown_as",    "position",  "box",
        "gazetteer",  "max_scale",   "zone_kind", "zone_status",
        "zone_ids",   "file",        "credit",    "named_by",
        "named_with", "note_covers", "note_in",   "note_large_scale_in",
        "landmarks",  "label_in"};

    void require_one_of(std::string_view key, const std::string& word,
                        std::initializer_list<std::string_view> words) const {
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
            fail(m_table, std::string{key} + ": '" + word + "' is not a known word");
    }

    [[noreturn]] void fail(const toml::node& node, const std::string& what) const {
        throw ReadError{m_file + ":" + std::to_string(node.source().begin.line) + ": " + what};
    }

    std::string text(std::string_view key) const {
        const auto* node = m_table.get(key);
        if (node == nullptr) return {};
        const auto value = node->value_exact<std::string>();
        if (!value) fail(*node, std::string{key} + ": must be a string");
        return *value;
    }

public:
    /// A table of texts by language.
    [[nodiscard]] PolicyTexts translations(const toml::table& in, std::string_view key) const {
        PolicyTexts texts;
        const auto* node = in.get(key);
        if (node == nullptr) return texts;
        const auto* table = node->as_table();
        if (table == nullptr) fail(*node, std::string{key} + ": must be a table of texts by language");
        for (const auto& [language, value] : *table) {
            const auto text = value.value_exact<std::string>();
            if (!text) fail(value, std::string{key} + ": a text must be a string");
            texts.emplace(language.str(), *text);
        }
        return texts;
    }

private:
    template <std::size_t N>
    std::optional<std::array<double, N>> numbers(std::string_view key) const {
        const auto* node = m_table.get(key);
        if (node == nullptr) return std::nullopt;
        const auto* list = node->as_array();
        if (list == nullptr || list->size() != N)
            fail(*node, std::string{key} + ": must be a list of " + std::to_string(N) + " numbers");
        std::array<double, N> values{};
        for (std::size_t i = 0; i < N; ++i) {
            const auto value = (*list)[i].value<double>();
            if (!value) fail(*node, std::string{key} + ": must be a list of " + std::to_string(N) + " numbers");
            values[i] = *value;
        }
        return values;
    }

    std::optional<LonLat> position() const {
        const auto degrees = numbers<2>("position");
        if (!degrees) return std::nullopt;
        const auto position = LonLat::from_degrees((*degrees)[0], (*degrees)[1]);
        if (!position) fail(m_table, "position: must be longitude and latitude in degrees");
        return position;
    }

    std::optional<Box> box() const {
        const auto sides = numbers<4>("box");
        if (!sides) return std::nullopt;
        const auto box = Box::from_degrees((*sides)[0], (*sides)[1], (*sides)[2], (*sides)[3]);
        if (!box) fail(m_table, "box: must be west, south, east and north in degrees");
        return box;
    }

    std::vector<std::string> ids(std::string_view key) const {
        std::vector<std::string> ids;
        const auto* node = m_table.get(key);
        if (node == nullptr) return ids;
        const auto* list = node->as_array();
        if (list == nullptr) fail(*node, std::string{key} + ": must be a list of ids");
        for (const auto& item : *list) {
            const auto id = item.value_exact<std::string>();
            if (!id) fail(item, std::string{key} + ": an id must be a string");
            ids.push_back(*id);
        }
        return ids;
    }

    double max_scale() const {
        const auto* node = m_table.get("max_scale");
        if (node == nullptr) return 0.0;
        const auto value = node->value<double>();
        if (!value || *value < 0) fail(*node, "max_scale: must be a scale denominator, or 0 for no limit");
        return *value;
    }

    const toml::table& m_table;
    const std::string& m_file;
};

} // namespace

const std::string& in_language(const std::string& text, const PolicyTexts& translations, std::string_view language) {
    const auto found = translations.find(language);
    return found == translations.end() ? text : found->second;
}

Policy Policy::read(const std::filesystem::path& path) {
    const std::string file = path.string();
    const toml::table table = read_toml(path);
    Policy policy{table["name"].value_or(std::string{}),
                  table["disclaimer"].value_or(std::string{}),
                  {},
                  FeatureReader{table, file}.translations(table, "disclaimer_in")};
    if (policy.name.empty()) throw ReadError{file + ": name: is missing"};
    const auto* features = table["feature"].as_array();
    if (features == nullptr) throw ReadError{file + ": has no [[feature]]"};
    for (const auto& node : *features) {
        if (!node.is_table()) throw ReadError{file + ": feature: must be a table"};
        policy.features.push_back(FeatureReader{*node.as_table(), file}.read());
    }
    for (const PolicyFeature& feature : policy.features)
        if (!feature.named_with.empty() && policy.find(feature.named_with) == nullptr)
            throw ReadError{file + ": " + feature.id + ": named_with: no feature '" + feature.named_with + "'"};
    return policy;
}

const PolicyFeature* Policy::find(std::string_view id) const {
    const auto it = std::find_if(features.begin(), features.end(), [&](const PolicyFeature& f) { return f.id == id; });
    return it == features.end() ? nullptr : &*it;
}

const PolicyFeature* Policy::find_zone(const PolicyZone& zone) const {
    const auto it = std::find_if(features.begin(), features.end(), [&](const PolicyFeature& f) {
        if (f.zone_kind.empty() || f.zone_kind != zone.kind) return false;
        if (!f.zone_status.empty() && f.zone_status != zone.status) return false;
        if (!f.zone_ids.empty()) return std::find(f.zone_ids.begin(), f.zone_ids.end(), zone.id) != f.zone_ids.end();
        return !f.box || !zone.extent || f.box->intersects(*zone.extent);
    });
    return it == features.end() ? nullptr : &*it;
}

} // namespace geo
