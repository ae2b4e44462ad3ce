#include "app/base/data_folders.hpp"
#include "app/base/errors.hpp"
#include "app/manual/built_in.hpp"
#include "app/manual/manual.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace app {
namespace {

constexpr std::array all_topics{
    ManualTopic{"files", "Files of a scenario", "the files of a scenario: every column, key and word, with examples",
                true},
    ManualTopic{"time", "Rules of time", "how a position at an instant is found: the rules", true},
    ManualTopic{"maps", "Maps", "views, layers, page sizes, words and colours of a map", true},
    ManualTopic{"feeds", "Live feeds", "AIS, Cursor on Target and ADS-B: listening, recording, freezing", true},
    ManualTopic{"findings", "Findings", "what `check` finds, and how a finding is accepted", true},
    ManualTopic{"commands", "Commands", "every command with its options, and the exit codes", true},
    ManualTopic{"types", "", "types of assets, with their speed and age limits", false},
    ManualTopic{"columns", "", "the columns of every file", false},
    ManualTopic{"layers", "", "layers and furniture of a map", false},
    ManualTopic{"zones", "", "kinds and status of zones, and the built-in zones", false},
    ManualTopic{"projections", "", "projections that take the view's centre", false},
    ManualTopic{"presets", "", "page sizes", false},
    ManualTopic{"places", "", "the built-in places, by country", false},
    ManualTopic{"seas", "", "the built-in seas, straits and gulfs", false},
};

std::string read_page(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw FileError{file.string() + ": cannot read: " + std::strerror(errno)};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A topic shows the table of its own name ("types"), and the tables whose names begin with the topic and a space
/// ("columns positions.csv").
bool belongs_to(std::string_view table, std::string_view topic) {
    return table == topic || (table.starts_with(topic) && table.size() > topic.size() && table[topic.size()] == ' ');
}

} // namespace

std::span<const ManualTopic> manual_topics() {
    return all_topics;
}

std::vector<ManualBlock> manual_table(const std::string& name) {
    std::vector<ManualBlock> blocks;
    for (const NamedTable& table : manual_tables())
        if (table.name == name) blocks.push_back({ManualBlock::Kind::Table, {}, table.make(name)});
    return blocks;
}

std::vector<ManualBlock> manual_blocks(std::string_view topic, const std::filesystem::path& folder) {
    const auto found =
        std::find_if(all_topics.begin(), all_topics.end(), [&](const ManualTopic& t) { return t.name == topic; });
    if (found == all_topics.end()) return {};
    if (found->is_page) return read_markdown(read_page(folder / (std::string{topic} + ".md")));
    if (topic == "places") return built_in_places(DataFolders::find().geo());
    if (topic == "seas") return built_in_seas(DataFolders::find().geo());
    std::vector<ManualBlock> blocks;
    for (const NamedTable& table : manual_tables()) {
        if (!belongs_to(table.name, topic)) continue;
        if (table.name != topic)
            blocks.push_back({ManualBlock::Kind::Heading, table.name.substr(topic.size() + 1), {}});
        blocks.push_back({ManualBlock::Kind::Table, {}, table.make(table.name)});
    }
    return blocks;
}

std::map<std::string, std::vector<ManualBlock>, std::less<>> manual_pages(const std::filesystem::path& folder) {
    std::map<std::string, std::vector<ManualBlock>, std::less<>> pages;
    for (const ManualTopic& topic : all_topics) {
        if (!topic.is_page) continue;
        auto& page = pages[std::string{topic.name}];
        try {
            page = manual_blocks(topic.name, folder);
        } catch (const FileError& error) { // a window without a page of its manual still opens
            page = {{ManualBlock::Kind::Text, error.what(), {}}};
        }
    }
    return pages;
}

} // namespace app
