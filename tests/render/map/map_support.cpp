#include "tests/render/map/map_support.hpp"

#include "assets/formats/scenario/read_scenario.hpp"
#include "tests/support/catch.hpp"

#include <map>

namespace support {
namespace {

const std::filesystem::path root{THEATRUM_SOURCE_DIR};

} // namespace

std::shared_ptr<const geo::Atlas> atlas() {
    static const std::shared_ptr<const geo::Atlas> built_in = geo::Atlas::open(root / "geo/data");
    return built_in;
}

std::shared_ptr<const assets::Scenario> scenario(const std::string& folder) {
    static std::map<std::string, std::shared_ptr<const assets::Scenario>> read;
    auto& known = read[folder];
    if (!known) {
        const assets::LoadResult result = assets::read_scenario(root / folder, atlas());
        for (const assets::Finding& finding : result.findings) {
            if (finding.severity == assets::Severity::Error) {
                FAIL_CHECK(finding.file << ":" << finding.line << ": " << finding.field << ": " << finding.message);
            }
        }
        known = result.scenario;
    }
    REQUIRE(known != nullptr);
    return known;
}

assets::Instant instant(const std::string& text) {
    std::string error;
    const auto at = assets::parse_instant_argument(text, error);
    INFO(error);
    REQUIRE(at.has_value());
    return *at;
}

const render::Composer& composer() {
    static const render::Composer shared{{root / "render/themes", root / "render/words", root / "geo/data/policy"}};
    return shared;
}

render::Figure page(int width_px, int height_px, double dpi, const std::string& at) {
    render::Figure figure;
    figure.page_width_mm = width_px * 25.4 / dpi;
    figure.page_height_mm = height_px * 25.4 / dpi;
    figure.dpi = dpi;
    figure.at = instant(at);
    return figure;
}

render::Composition compose(const assets::Scenario& scenario, const render::Figure& figure) {
    return composer().compose(scenario, assets::snapshot_at(scenario, figure.at), figure);
}

const render::Group* find_group(const std::vector<render::Command>& commands, std::string_view layer,
                                std::string_view kind, std::string_view id) {
    for (const render::Command& command : commands) {
        const auto* group = std::get_if<render::Group>(&command.value);
        if (group == nullptr) continue;
        if (group->tag.layer == layer && group->tag.kind == kind && (id.empty() || group->tag.id == id)) return group;
        if (const auto* inner = find_group(group->commands, layer, kind, id)) return inner;
    }
    return nullptr;
}

std::vector<std::size_t> layer_indices(const render::Picture& picture, std::string_view layer) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < picture.commands.size(); ++i) {
        const auto* group = std::get_if<render::Group>(&picture.commands[i].value);
        if (group != nullptr && group->tag.layer == layer && group->tag.kind == "layer") indices.push_back(i);
    }
    return indices;
}

} // namespace support
